# ruff: noqa: RUF001 - what looks like another mark is what is tested
"""Whatever a writer says, it is judged and nothing is raised: a draft does not end for what a stranger answers."""

import json
from functools import partial

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsletter.collect.boilerplate import furniture
from newsletter.collect.sentences import sentences
from newsletter.draft.faithful import evidence, faults
from newsletter.draft.telling.words import folded
from newsletter.draft.written import Terms, asked, judged
from tests.builders import a_story, an_entry

TERMS = Terms(
    gate=partial(faults, split=sentences, furniture=furniture),
    evidence=partial(evidence, split=sentences),
    quoted_words=45,
)
ENTRIES = {
    "a": an_entry("a", outlet="A"),
    "b": an_entry(
        "b",
        outlet="B",
        content="“We ½ won,” Sen. Grant said in Ohio… 9/11 cost $1.2m – or 1,200,000. Nobody left.",
    ),
}
_ASKED = asked(a_story(*ENTRIES.values()), sentences=3, room=3_000, split=sentences, furniture=furniture)
assert _ASKED is not None
ASKED = _ASKED
#: Each a rule's own trouble.
TROUBLE = """
“ ” " ' ’ 1 51 1,200,000 $4 % ½ ½½ – … ( ) [ U.S. Sen. not never Grant Ohio the The . , ! ? İ ß ﬁ Сенат أقر 中 🗳 é ²
Ⅷ १२ million two-thirds / : <b> said former 1/0 00 1e9 1.2.3 0/0 Feb. Tuesday may signed passed budget Senate votes 49
won left
"""
WORDS = st.sampled_from(TROUBLE.split())
TEXTS = st.lists(WORDS, min_size=1, max_size=30).map(" ".join) | st.text(max_size=60)
SAID = st.fixed_dictionaries(
    {"text": TEXTS, "sources": st.lists(st.sampled_from([*ASKED.shown, "x"]), min_size=1, max_size=2)}
)
IN_FORM = st.lists(SAID, min_size=1, max_size=3).map(lambda said: json.dumps({"sentences": said}))


@settings(max_examples=60, deadline=None)
@given(IN_FORM | st.text(max_size=80))
@example(json.dumps({"sentences": [{"text": "🗳", "sources": [*ASKED.shown]}]}))
def test_any_answer_is_judged_and_what_is_printed_has_its_source(answer: str):
    found = judged(answer, ASKED, TERMS)

    for sentence in found.sentences:
        assert sentence.quote
        assert sentence.quote in folded(ENTRIES[str(sentence.entry)].text)
    assert found.enough == (len(found.sentences) >= 2 and not found.whole)
