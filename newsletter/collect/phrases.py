# ruff: noqa: RUF001 - outlets set quotation marks and dashes as typographers do
"""The wording of furniture, sort by sort: what English-language outlets write around their news.

Patterns only, and one wording a line so that a new one is a line's change. They are read by ``furniture``, which says
when each of them counts; before that every apostrophe is made straight, and quotations are taken out where it says so.

A line comes from strangers and may be made to hurt: no pattern may look again and again over a whole line. A gap has a
bound, and a run that cannot be read in two ways is possessive (``*+``).

Long for a file here, because it is a vocabulary: whoever adds a wording should see those that are there.
"""

import re

_I = re.IGNORECASE
_I_ALL = re.IGNORECASE | re.DOTALL


def _or(*wordings: str) -> str:
    return "|".join(wordings)


def _any(*wordings: str) -> re.Pattern[str]:
    """Any of the wordings, anywhere in a line, beginning with a word's beginning."""
    return re.compile(rf"\b(?:{_or(*wordings)})", _I)


def _whole(*wordings: str) -> re.Pattern[str]:
    """A line that is one of the wordings and nothing else, but for marks around it."""
    return re.compile(rf"[\W_]*(?:{_or(*wordings)})[\W_]*", _I_ALL)


#: Words of others. A lone mark quotes up to the end, or from the beginning, of the line.
QUOTED = re.compile(r"“[^”]*(?:”|$)|^[^“”]*”|\"[^\"]*(?:\"|$)|(?<!\w)‘[^‘’]*(?:’(?!\w)|$)")
#: Somebody is reported: a reporter speaks, not the shop.
REPORTED = re.compile(
    r"\b(?:said|says|saying|told|tells|asked|asks|urged|urges|urging|wrote|tweeted|argued|argues|warned|warns|accused|"
    r"testified|announced|added|vowed|insisted|claimed|claims|suggested|begged|shouted|chanted|pleaded|according to)\b",
    _I,
)
URL = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|\b(?:t\.co|bit\.ly|usat\.ly|apne\.ws|youtu\.be)/)\S+", _I)
EMAIL = re.compile(r"[^\s@]@[^\s@.][^\s@]{0,250}\.\w|\[email\s?protected\]", _I)

# ---- Calls to action

#: What an outlet sells or gives its readers.
_PRODUCTS = _or(
    r"newsletters?",
    r"in-?box(?:es)?",
    r"podcasts?",
    r"apps?",
    r"(?:push )?notifications?",
    r"alerts?",
    r"e-?mail (?:updates?|list)",
    r"(?:daily|weekly|morning|evening) (?:e-?mail|briefing|digest|roundup)",
    r"subscriptions?",
    r"subscribers?",
    r"memberships?",
    r"paywalls?",
    r"(?:e-?|digital |print )edition",
    r"youtube channel",
    r"free trial",
    r"home delivery",
    r"(?:guardian|independent|explanatory|local|quality|nonprofit) journalism",
)
PRODUCT = re.compile(rf"\b(?:{_PRODUCTS})\b", _I)
#: Verbs that open a call. Those that are nouns too need a word after them that only follows a verb.
_VERBS = _or(
    r"subscribe",
    r"sign ?up",
    r"register",
    r"enrol+",
    r"join",
    r"follow",
    r"click",
    r"tap",
    r"enter your",
    r"tune in(?:to)?",
    r"get(?!-)",
    r"receive",
    r"download (?:the|our|a|your|it|now|for|(?-i:[A-Z])\w*)",
    r"support (?:our|us|independent|quality|local|journalism|the (?-i:[A-Z])\w*|(?-i:[A-Z])\w*'s?)",
    r"donate",
    r"become (?:a|an|our)",
    r"read (?:our|the|more|this|it|(?-i:[A-Z])\w*)",
    r"watch (?:our|the|it|this|live|now|more|(?-i:[A-Z])\w*)",
    r"listen",
    r"visit",
    r"try",
    r"start (?:your|the day|a|my)",
    r"give (?:us|a gift|the gift|today|now)",
    r"help (?:us|keep|fund|support)",
    r"check (?:out|your)",
    r"catch (?:up|our|the)",
    r"stay",
    r"keep (?:up|reading)",
    r"(?:don't|never) miss",
    r"don't forget",
    r"be sure",
    r"make (?:sure|a)",
    r"take (?:our|us|the)",
    r"text (?-i:[A-Z]+) to",
    r"tell (?:us|your)",
    r"share (?:this|your|it)",
    r"send (?:us|this|a)",
    r"view (?:all|our)",
    r"see (?:all|our|more)",
    r"find (?:us|our|more|all)",
    r"choose",
    r"select",
    r"want",
    r"looking for",
    r"interested in",
    r"let (?:our|us)",
    r"like (?:us|what)",
    r"enjoy(?:ing|ed)?",
    r"access",
    r"unlock",
    r"upgrade",
    r"renew",
    r"claim your",
    r"save \d+",
)
#: A line that opens with such a verb.
CALL = re.compile(
    rf"\W*(?:(?:and|or|so|now|please|also|just|today|to|you can|why not|go ahead,?)\s+)*(?:{_VERBS})(?![\w-])", _I
)
#: A line that opens so needs no product in it.
PLAIN_CALL = re.compile(
    r"\W*(?:also on \w+: |please )*(?:sign ?up (?:for|to|here|now|today)|subscribe|donate (?:now|today|here))\b",
    _I,
)
#: The outlet calls something its own in the middle of a line: "The week, in 20 minutes: listen to our podcast."
OWN_PRODUCT = re.compile(
    r"\b(?:subscribe to|sign(?:ing)? up for|join|download(?:ing)?|listen(?:ing)? to|get|read(?:ing)?|check(?:ing)? out|"
    rf"follow|visit|try)\b[^.?!]{{0,60}}?\b(?:our|my)\b[^.?!]{{0,60}}?\b(?:{_PRODUCTS})\b",
    _I,
)
#: Wordings that only a shop has.
SHOP = _any(
    r"so (?:that )?you don't have to\b",
    r"in(?:to)? your (?:e-?mail )?in-?box\b",
    r"(?:to|meet) your in-?box\b",
    r"wherever you (?:get|listen to|find) (?:your )?podcasts\b",
    r"new episodes? (?:drops?|every|each|out|weekly|arrives?|are (?:out|released))\b",
    r"for the price of a (?:cup of )?coffee\b",
    r"(?:stor(?:y|ies)|articles?|everything|news|read) without ads\b",
    r"cancel (?:at )?any ?time\b",
    r"unsubscribe at any ?time\b",
    r"never miss an? \w+\b[^.]{0,200}\b(?:again|story|update|episode|beat)\b",
    r"did (?:a|your) (?:friend|colleague) (?:send|forward|share)\b",
    r"(?:was|is) this (?:e-?mail|newsletter) (?:forwarded|sent) to you\b",
    r"like what you(?:'?re| are)? (?:read|see|hear)",
    r"enjoy(?:ed|ing)? (?:this|our|what you)\b[^.]{0,200}[?:,!]",
    r"if you enjoyed this\b",
    r"by (?:signing up|subscribing|clicking|submitting)\b[^.]{0,200}\b(?:you|your|here)\b",
    r"click(?:ing)? (?:here\b|the (?:link|button|box)\b|to (?:get|read|see|watch|view|sign|subscribe|listen|share)\b)",
    r"(?:subscribe|sign ?up|join|donate|register) (?:now|today|here|below|free|for free)\b",
    r"sign[- ]?up for (?:our|daily)\b",
    r"(?:newsletters?|e-?mail) sign[- ]?up\b",
    r"manage newsletters\b",
    r"subscribe to\b[^.]{0,200}\bon (?:youtube|apple|spotify|itunes)\b",
    r"support(?:s|ing)? (?:our|independent|quality|local|explanatory|nonprofit) (?:\w+ )?"
    r"(?:journalism|newsroom|reporting)\b",
    r"(?:we|our (?:newsroom|journalism|reporting|work)) (?:rely|relies|depends?) on (?:our )?(?:readers|your|you)\b",
    r"become an? (?:\w+ )?(?:member|subscriber|supporter|patron|sustainer)\b[^.]{0,200}(?:today|now|us|our|\W$)",
    r"your (?:tax-deductible |financial )?(?:gift|donation|contribution)\b[^.]{0,80}"
    r"\b(?:our|us|journalism|newsroom)\b",
    r"donation to support\b[^.]{0,40}\bjournalism\b",
    r"(?:delivered|sent) (?:\w+ )?(?:straight |right |directly )?to (?:you|your)\b",
    r"get(?:ting)? (?:more|the latest|all the latest|breaking) (?:news|stories|headlines|updates)\b[^.]{0,200}"
    r"\b(?:you|your|alerts?|app|delivered|here)\b",
    r"get (?:instant|full|unlimited) access\b",
    r"news (?:and stories )?that matters?, delivered\b",
    r"(?:see|watch|listen to|check out) (?:the|this) (?:full |entire )?(?:videos?|clips?|player|episode|audio) "
    r"(?:above|below|here)\b",
)
PAYWALL = re.compile(
    r"\b(?:subscribe|sign ?in|log ?in|register|sign ?up|pay) to (?:continue|keep|read|unlock|access|view|finish)\b|"
    r"\b(?:to continue|keep on|to keep) reading\b|"
    r"^\W*(?:already|not yet|not) (?:an? )?(?:\w+ )?(?:subscriber|member|subscribed|registered)\?|"
    r"\b(?:for|to) (?:our )?(?:paid |paying |premium )?(?:subscribers|members) only\b|"
    r"\b(?:subscriber|member)s?[- ](?:only|exclusive)\b|"
    r"\bexclusive(?:ly)? (?:to|for) (?:our )?(?:subscribers|members)\b|"
    r"\byou(?:'ve| have) (?:read|reached|used|exhausted|hit) (?:your|all|the|\d+)\b[^.]{0,200}"
    r"\b(?:free|limit|articles?)\b|"
    r"\bunlimited (?:digital )?access\b|"
    r"\bcreate (?:a|your) (?:free )?account\b|"
    r"\bthis (?:article|story|content|post|piece|page) is (?:only |exclusively )?(?:available |reserved )?(?:for|to) "
    r"(?:our |paid |premium )*(?:subscribers|members|registered)\b|"
    r"\bto read (?:the (?:full|rest|whole|entire)|this|more)\b[^.]{0,200}\b(?:subscribe|log ?in|sign|register|click)\b",
    _I,
)
COOKIES = _any(
    r"(?:we|our partners|(?:this|our) (?:web)?site)(?: and our partners)? uses? cookies\b",
    r"(?:accept|manage|allow|reject) (?:all |your )?cookies\b",
    r"by continuing to (?:use|browse|visit)\b",
    r"by using this (?:web)?site\b",
    r"you (?:agree|consent) to (?:our|the|receive)\b",
    r"(?:enable|turn on|activate) (?:java ?script|cookies)\b",
    r"re?captcha\b",
    r"verify (?:that )?you(?:'re| are) not a robot\b",
    r"(?:your|this) (?:browser|device) (?:does not|doesn't) support\b",
    r"invalid e-?mail address\b",
    r"please re-?enter\b",
    r"you will receive e-?mails containing\b",
)
FOLLOW = re.compile(
    r"\W*(?:(?:and|please|also|you can|or)\s+)*(?:follow(?:ing)?|like|find|join|friend|tweet(?: at)?|connect with)\b"
    r".{0,80}?(?:\bon (?:twitter|(?-i:X)\b|facebook|instagram|threads|bluesky|mastodon|linkedin|tiktok|youtube|"
    r"telegram|truth social|whatsapp|flipboard|social media|(?:all )?(?:of )?your favou?rite)|\s@\w+|"
    r"\b(?:facebook|twitter|instagram)\.com)|"
    r"\W*(?:on )?(?:twitter|facebook|instagram)\s*:\s*@?\S++\W*$",
    _I,
)
#: With an address in the line, this is how to reach a reporter.
CONTACT_OPENS = re.compile(
    r"\W*(?:please )?(?:write(?: to)?|e-?mail|contact|reach|tweet|send|got|have|reply|get in touch|readers (?:can|may)|"
    r"you can (?:e-?mail|reach|contact))\b",
    _I,
)
CONTACT = re.compile(
    r"\bcan be reached (?:at|on|by|via)\b|"
    r"\bsend (?:us )?(?:your )?(?:news )?(?:a )?tips? to\b|"
    r"^\W*(?:do you )?(?:got|have) (?:a |any )?(?:news |story )?(?:tips?|questions?)\b.{0,60}\?|"
    r"\b(?:contact|write to|e-?mail) us\b|"
    r"\bhear from you\b|"
    r"\blet us know (?:in the comments|at|by|what)\b|"
    r"\bcontact (?:the )?(?:reporter|author|editor)s?\b|"
    r"\binclude a contact number\b",
    _I,
)
#: A little of a shop's voice: enough beside a call to action, and only there.
SHOP_VOICE = re.compile(
    rf"\b(?:you|your|yours|we|our|ours|us|{_PRODUCTS})\b|!|"
    r"\b(?:members?|readers?|unlimited|exclusive|ad-free|tote bag|discount|offer|free|episodes?|host|privacy policy|"
    r"terms of (?:use|service))\b",
    _I,
)

# ---- Pointers to other pieces

_LABELS = _or(
    r"read(?: (?:more|also|next|on|this|too|the (?:full|rest)\b.{0,40}|or share this story|the documents?))?",
    r"also read",
    r"more(?: (?:on|from|about|in|news|stories|coverage|reading|to read|like this)\b.{0,60})?",
    r"related(?: (?:stories|story|articles?|coverage|content|links?|videos?|news|reading|topics?|posts?))?",
    r"see (?:also|more|related)",
    r"watch(?: (?:more|also|next|now|live|this|the (?:full )?(?:video|clip|moment|interview)))?",
    r"listen(?: (?:now|here|to (?:the )?(?:podcast|episode|this)))?",
    r"hear more",
    r"videos?",
    r"(?:photo )?gallery",
    r"photos",
    r"in (?:photos|pictures)",
    r"slide ?show",
    r"(?:go|dig) deeper",
    r"don't miss",
    r"must[- ](?:read|watch|see)",
    r"recommended(?: for you| reading)?",
    r"you (?:may|might) (?:also )?(?:like|be interested in)",
    r"trending(?: now)?",
    r"most (?:read|popular|viewed)",
    r"popular(?: now)?",
    r"top stories",
    r"latest(?: news| stories| headlines)?",
    r"further reading",
    r"full (?:coverage|story|video)",
    r"special coverage",
    r"up next",
    r"next up",
    r"(?:keep|continue) reading",
    r"editors?'? picks?",
    r"what to read next",
    r"explore(?: more)?",
    r"interactive",
    r"quiz",
    r"sponsored",
    r"advertisement",
    r"paid content",
    r"promoted",
    r"from the archives?",
    r"in case you missed it",
    r"icymi",
)
#: A label, a mark, and what it points to.
LABELLED = re.compile(
    rf"[\W_]*(?:(?:{_LABELS})\s*(?:[:|»>→]|\.\.\.|…).*|(?:read more|read next|related|see also) [–—-] .*|"
    r"analysis(?:/opinion)?:)",
    _I_ALL,
)
POINTER = _whole(
    r"read (?:more|on)",
    r"read (?:it here|more (?:about|from|on|at|of|here|for)\b.{0,80})",
    r"read the (?:full|whole|entire|rest of the|complete|original) "
    r"(?:story|article|report|post|piece|interview|transcript|statement|letter|text)\b.{0,60}",
    r"(?:continue|keep) reading\b.{0,40}",
    r"see (?:more|also|all|related|photos?|the (?:full )?(?:list|video|photos?))\b.{0,60}",
    r"more (?:on this|from|stories|coverage|news|to come)\b.{0,60}",
    r"go deeper\b.{0,40}",
    r"(?:watch|listen|view)(?: (?:it|this|live|now|here|more|"
    r"the (?:full )?(?:video|clip|interview|episode|segment|moment|podcast|slideshow|gallery)))?"
    r"(?: (?:above|below|here|now|live))?",
    r"click (?:here|to|below|on|for)\b.*",
    r"tap (?:here|to)\b.*",
    r"can't see .{0,40}\?",
    r"visit .{0,60}\b(?:home ?page|web ?site|for more)\b.{0,60}",
    r"for more\b.{0,100}\b(?:visit|click|go to|read|see|follow|subscribe|listen)\b.*",
    r"related (?:stories|story|articles?|coverage|content|links?|videos?|news|posts?|topics?)",
    r"most (?:read|popular)",
    r"trending(?: now)?",
    r"recommended(?: for you| stories)?",
    r"you (?:may|might) also like\b.{0,60}",
    r"(?:story|article) continues\b.{0,60}",
    r"continues? below\b.{0,30}",
    r"full coverage\b.{0,40}",
)
#: "… a dramatic shift in Congress Read more": the pointer's own button, glued to its headline.
GLUED_POINTER = re.compile(r"\w[\"”']? (?:Read more|READ MORE|Continue reading|Read the full story)\W*$")

# ---- Credits, tails and notes

_AGENCIES = (
    r"(?:AP|A\.P\.|AFP|Reuters|REUTERS|Getty(?: Images)?|EPA|UPI|Bloomberg|Zuma(?: Press)?|Shutterstock|TNS|iStock|"
    r"Alamy|PA|Redux|Polaris|NYT|Associated Press|CNP|Sipa|SIPA|MediaNews)"
)
CREDIT = re.compile(
    r"\W*+(?:(?i:photo(?:graph)?s?|picture|illustration|graphic|image|screen ?(?:shot|grab)|composite|handout|cover)"
    r"(?i: (?:credits?|illustration|courtesy|caption|copyright|source))?\s*(?::|/|(?i:by) [A-Z]|(?i:courtesy)\b).*|"
    r"(?i:image|media) (?i:copyright|caption|source)\b.*|"
    r"(?i:(?:view )?slideshow) ?\(\d+.*|"
    r"(?:AP|AFP|EPA|Reuters|REUTERS|Getty|File|Pool|Courtesy)\s?(?:[Pp]hoto|PHOTO|[Ff]ile|/).*|"
    r"(?i:credits?)\s?(?:[:.…]|[A-Z][a-z]+ [A-Z]).*|"
    r"(?i:courtesy of) [A-Z].*|"
    rf"{_AGENCIES}[\s)]*|"
    r"[A-Z][\w.'-]+ [A-Z][\w.' -]+ (?:for|FOR) (?:The [A-Z]|THE [A-Z]|[A-Z]{3,})[\w ]{0,30}/?[\s)]*)|"
    r".*\b(?i:hide caption|toggle caption)\W*|"
    rf"[.?!…\s]*+[^.?!]*(?:/|\||—|, )\s?{_AGENCIES}(?: via .*| for .*)?(?:, (?i:file)| (?i:file))?[\s)\]|]*",
    re.DOTALL,
)
#: A picture's or player's own words, glued before the caption; whatever follows is the caption.
CAPTION_OPENS = re.compile(
    r"\W*(?:\d+ of \d+ )?(?:hide|show|toggle) caption\b|\W*media playback is unsupported\b|\W*enlarge this image\b", _I
)
#: A caption ends with who took the picture, in brackets.
CAPTION_ENDS = re.compile(
    r"[(\[](?:(?i:photos?|picture|illustration|credit|image|graphic|screenshot)|AP|REUTERS)\b[^()\[\]]{0,120}[)\]]\.?$|"
    rf"\([^()]{{3,60}}(?:/|, | via ){_AGENCIES}[^()]{{0,30}}\)\.?$"
)
COPYRIGHT_OPENS = re.compile(
    r"\W*(?:copyright\s*+(?:©|\(c\)|\d{4}|by\b|\W*$)|©|\(c\) ?\d{4}|"
    r"(?:re)?(?:printed|published|posted|distributed) (?:here )?(?:with|by) permission\b|distributed by (?-i:[A-Z]))",
    _I,
)
COPYRIGHT = _any(
    r"all rights reserved\W*$",
    r"may not be (?:published|reproduced|republished|copied)\b",
    r"(?:reprint|republication|re-?publishing) permissions?\b",
    r"for licensing opportunities\b",
    r"is available without charge to any eligible\b",
)
AGENCY_TAIL_OPENS = re.compile(
    r"\W*(?:contribut(?:ing|ors?|ed by)\b\s*:?.{0,120}$|"
    r"(?:additional |further )?(?:reporting|writing|editing|compiled|edited|written|translated|fact-checking)"
    r"(?: and (?:writing|editing|reporting))? by (?-i:[A-Z])"
    r"(?!.*\b(?:found|finds|shows?|showed|reveal\w*|suggests?|has|led)\b)|"
    r"with (?:reporting|files|contributions|additional reporting|information|material|(?:the )?\w+ wires?)\b|"
    r"(?:a|another) version of this (?:article|story|post|piece|column)\b|"
    r"the post .{1,200} (?:appeared|was) first (?:on|published)\b|"
    r"(?:the )?(?:opinions?|views?)(?: and (?:opinions|views))? (?:expressed|represented)\b|"
    r"source\s*:.{0,60}$|"
    r"content created by\b)",
    _I,
)
AGENCY_TAIL = _any(
    r"contribut(?:ed|ing) (?:additional |further )?(?:reporting|research|writing)\b",
    r"contribut(?:ed|ing) to this (?:report|story|article|post|column|piece|dispatch)\b(?!'s)",
    r"this (?:article|story|post|piece|column|essay|commentary|report|interview|op-ed) (?:(?:was|has been|is) )?"
    r"(?:(?:originally|first|also|previously|adapted|based|produced|republished|reprinted|excerpted|co-?published|"
    r"published|provided|supported) )+(?:appeared|published|ran|posted|in|on|at|by|from|with)\b",
    r"transcripts? (?:are|is|was|were) (?:created|provided|produced)\b",
    r"(?:trust|reporting) principles\W*$",
)
UPDATE_NOTE = _whole(
    r"this (?:story|article|post|report|page|piece) (?:has been|was|is being|will be|is) "
    r"(?:updated|corrected|revised|more than \d+)\b.*",
    r"this is a (?:breaking|developing|fast-moving)(?: news)? story\b.*",
    r"check back\b.*",
    r"(?:last )?(?:updated|published|posted|originally published)\s*+:?\s*+(?:at |on )?[^.]{0,50}\d[^.]{0,20}",
    r"\d+ (?:minutes?|hours?|days?|weeks?|months?|years?) ago",
    r"(?:editor|author|publisher)'?s?'? notes?\s*[:.].*",
    r"(?:corrections?|clarifications?)(?: \([^)]*\))?\s*[:.].*",
    r"an earlier version of this (?:story|article|post|report|headline)\b.*",
    r"\d+ min(?:ute)?s? read",
)
_NAME = r"[A-Z][\w.'-]*(?:(?: (?:de|van|von|der|la|al))? [A-Z][\w.'-]*){1,3}"
BYLINE = re.compile(
    rf"\W*(?i:by|story by|from) {_NAME}(?:(?:,| and| \||;| –| —| /) ?{_NAME})*"
    r"(?:(?:,| \|| –| —) ?"
    r"(?i:[\w ]{0,30}(?:writer|reporter|correspondent|editor|staff|press|news|contributor|reuters|bureau)\b)"
    rf".{{0,40}})?\s*|[—–•-]+ ?{_NAME}(?:(?: and|,) {_NAME})*"
)
#: A post of a social network, signed as embedding signs it.
EMBEDDED_POST_ENDS = re.compile(
    r"[—–-]\s?.{1,60}\(@\w{1,40}\)\s+(?:[A-Z][a-z]+ \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]+ \d{4})\W*$"
)
INTERFACE = _whole(
    r"advert(?:isement|ising)?s?",
    r"ads?",
    r"sponsored(?: content)?",
    r"paid (?:post|content)",
    r"close|loading|play|pause|mute",
    r"(?:play )?(?:twitter|facebook|youtube|instagram|whatsapp|linkedin)",
    r"email|print|share|tweet|save",
    r"video|photo|audio|image|pullquote|music",
    r"sign ?(?:up|in)|log ?in|subscribe",
    r"menu|search|home|back to top|skip to .{1,40}",
    r"share (?:this|on)\b.{0,60}",
    r"(?:(?:view|show|hide|load|read|leave a|add a|post a|\d+|no) )?comments?(?: are closed| off| \(\d+\))?",
    r"embed|transcript|site (?:mobile )?navigation|report a typo|print this|add interest|about the author",
    r"(?:tags?|filed under|topics?|categories):.{0,100}",
    r"read (?:time|later)",
    r"thanks for watching!?.{0,20}",
)

# ---- About the author, told by its place at the end of a text

_FULL_NAME = r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3}"
#: "Jonah Feld follows the campaign for The Ballot Watch.", "Ann Lee is a national reporter at …".
BIO = re.compile(
    rf"\W*(?:Dr\. |The author, )?(?!The ){_FULL_NAME}(?:, [^,]{{2,60}},)? (?:"
    r"(?:covers|follows|edits)\b.*\bfor\b.*|(?:writes|reports|blogs|tweets) (?:about|on|for|from)\b.*|"
    r"(?:is|was|are)\b.*\b(?:reporter|correspondent|writer|editor|columnist|contributor|journalist|producer|commentator|"
    r"fellow|anchor|host|author of|bureau chief|blogger|intern)\b.*)",
    re.DOTALL,
)
NEWS_OF_THE_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|said|says|told|arrested|killed|detained|sued|charged|fired|resigned)\b"
)
