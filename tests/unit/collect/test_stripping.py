"""What holds of every text, whatever is in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.collect.boilerplate import strip_furniture
from newsletter.collect.furniture.tail import is_prose
from tests.promos import articles, lines

PROSE = [paragraph for article in articles() for paragraph in article.paragraphs]
NEWS = [line.text for line in lines("news-1", "news-2", "news-3", "news-4", "news-5")]
PROMOTIONS = [line.text for line in lines("promos-1", "promos-2", "promos-3", "promos-4", "promos-5")]
OTHER = [
    "A B C",
    "And then…",
    "He said so.",
    "Correction: The vote was 51 to 49.",
    "The bill would:",
    "“No.",
    "Lee 51%",
]

sentences = st.sampled_from(NEWS) | st.sampled_from(PROMOTIONS) | st.sampled_from(OTHER)
paragraphs = st.sampled_from(PROSE) | st.lists(sentences, min_size=1, max_size=4).map(" ".join)
texts = st.lists(paragraphs, max_size=8).map("\n\n".join)
unhurried = settings(max_examples=200, deadline=None)  # the machine may be busy


@unhurried
@given(texts)
def test_what_was_cleaned_once_is_clean(text: str):
    """An archive of cleaned entries gives the same entries again."""
    once = strip_furniture(text)

    assert strip_furniture(once.text).text == once.text


@unhurried
@given(texts)
def test_the_words_kept_are_the_words_of_the_text_in_their_order(text: str):
    words = iter(text.split())

    assert all(word in words for word in strip_furniture(text).text.split())


@unhurried
@given(texts)
def test_every_word_is_kept_or_kept_aside(text: str):
    stripped = strip_furniture(text)
    aside = [*(line.text for line in stripped.removed), *stripped.corrections]

    assert sorted(" ".join([stripped.text, *aside]).split()) == sorted(text.split())


@unhurried
@given(
    st.lists(st.sampled_from(PROSE), min_size=3, max_size=6, unique=True),
    st.lists(paragraphs, max_size=6),
    st.randoms(),
)
def test_an_article_of_three_paragraphs_of_prose_is_never_emptied(prose: list[str], others: list[str], random):
    mixed = [*prose, *others]
    random.shuffle(mixed)

    text = strip_furniture("\n\n".join(mixed)).text

    assert all(paragraph in text for paragraph in prose if is_prose(paragraph))
