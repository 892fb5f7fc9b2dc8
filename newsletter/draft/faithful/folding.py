# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""One spelling for what may be set in many: quotation marks, dashes, spaces, contractions, shortened titles."""

import re

_MARKS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
        "‘": "'", "’": "'", "‚": "'", "‛": "'", "`": "'", "´": "'",
        "‐": "-", "‑": "-", "‒": "-", "−": "-", "\u00ad": None, "\u200b": None, "\u2060": None, "\ufeff": None,
        "…": "...", "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3",
    }
)  # fmt: skip
_BETWEEN_DIGITS = re.compile(r"(?<=\d)\s?[–—]\s?(?=\d)")
_DASH = re.compile(r"\s?(?:[—–―]|--)\s?")
_NOT = re.compile(
    r"\b(ca|wo|sha|are|is|was|were|do|does|did|has|have|had|could|would|should|must|need)(n't)\b", re.IGNORECASE
)
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}
#: A title or state as newspapers shorten it, with the stop that makes it one.
_SHORT = {
    "gov": "Governor", "govs": "Governors", "sen": "Senator", "sens": "Senators", "rep": "Representative",
    "reps": "Representatives", "lt": "Lieutenant", "gen": "General", "col": "Colonel", "capt": "Captain",
    "sgt": "Sergeant", "pres": "President", "prof": "Professor", "atty": "Attorney", "dist": "District",
    "asst": "Assistant", "dept": "Department", "supt": "Superintendent", "maj": "Major", "adm": "Admiral",
    "jan": "January", "feb": "February", "mar": "March", "apr": "April", "jun": "June", "jul": "July",
    "aug": "August", "sept": "September", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
    "mon": "Monday", "tues": "Tuesday", "tue": "Tuesday", "wed": "Wednesday", "thurs": "Thursday", "thu": "Thursday",
    "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_SHORTENED = re.compile(rf"\b({'|'.join(s.capitalize() for s in _SHORT)})\.(?=\s|,|\))")
_STATE_NAMES = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California", "Colo": "Colorado",
    "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida", "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana",
    "Kan": "Kansas", "Ky": "Kentucky", "La": "Louisiana", "Mass": "Massachusetts", "Md": "Maryland",
    "Mich": "Michigan", "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Neb": "Nebraska", "Nev": "Nevada", "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania",
    "Tenn": "Tennessee", "Tex": "Texas", "Va": "Virginia", "Vt": "Vermont", "Wash": "Washington",
    "Wis": "Wisconsin", "Wyo": "Wyoming", "N.Y": "New York", "N.J": "New Jersey", "N.M": "New Mexico",
    "N.C": "North Carolina", "S.C": "South Carolina", "N.D": "North Dakota", "S.D": "South Dakota",
    "N.H": "New Hampshire", "W.Va": "West Virginia", "R.I": "Rhode Island",
}  # fmt: skip
_STATE = re.compile(rf"(?<=[-, ])({'|'.join(map(re.escape, _STATE_NAMES))})\.(?=[\s,;)]|$)")
_POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "FL": "Florida", "GA": "Georgia", "IA": "Iowa", "ID": "Idaho", "IL": "Illinois",
    "IN": "Indiana", "KS": "Kansas", "KY": "Kentucky", "MA": "Massachusetts", "MD": "Maryland", "ME": "Maine",
    "MI": "Michigan", "MN": "Minnesota", "MO": "Missouri", "MS": "Mississippi", "MT": "Montana", "NC": "North Carolina",
    "NE": "Nebraska", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NV": "Nevada", "NY": "New York",
    "OH": "Ohio", "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "SC": "South Carolina", "TN": "Tennessee",
    "TX": "Texas", "UT": "Utah", "VA": "Virginia", "VT": "Vermont", "WA": "Washington", "WI": "Wisconsin",
    "WV": "West Virginia", "WY": "Wyoming",
}  # fmt: skip
_PARTY = re.compile(r"\b([DRI])-\s?(?:(" + "|".join(_POSTAL) + r")\b)?(?=[A-Z]|[\s,)])")
_PARTIES = {"D": "Democrat", "R": "Republican", "I": "Independent"}
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,4}(?!\w)")
_SPEED = re.compile(r"\b([mk])ph\b", re.IGNORECASE)
_HALF_DAY = re.compile(r"\b([ap])\.\s?m\.?", re.IGNORECASE)


def folded(text: str) -> str:
    """The text on one line with plain marks, nothing else changed: quotations are compared so.

    >>> folded("“We  won” — she said")
    '"We won" - she said'
    """
    text = _BETWEEN_DIGITS.sub("-", text.translate(_MARKS))
    return " ".join(_DASH.sub(" - ", text).split())


def written_out(text: str) -> str:
    """A folded text with its contractions and shortened titles, parties, states and months written out.

    >>> written_out("Sen. Lee (D-Wash.) didn't vote on Jan. 3.")
    'Senator Lee (Democrat Washington) did not vote on January 3.'
    """
    text = _NOT.sub(lambda m: f"{_WHOLE.get(m[1].lower(), m[1])} not", text)
    text = _SPEED.sub(lambda m: "miles per hour" if m[1].lower() == "m" else "kilometers per hour", text)
    text = text.replace("re-elect", "reelect").replace("Re-elect", "Reelect")
    text = _PARTY.sub(lambda m: f"{_PARTIES[m[1]]} {_POSTAL[m[2]] if m[2] else ''}", text)
    text = _STATE.sub(lambda m: _STATE_NAMES[m[1]], text)
    text = _SHORTENED.sub(lambda m: _SHORT[m[1].lower()], text)
    text = _HALF_DAY.sub(lambda m: f"{m[1]}m", text)
    return _INITIALS.sub(lambda m: m[0].replace(".", ""), text)
