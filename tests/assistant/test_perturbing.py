"""Taking evidence out and moving paragraphs: what is left, what stays together, and when a review noticed."""

import random

from msgspec import structs

from assistant.judged_drafts import judged_items, places_of
from assistant.perturbing import removals, reorderings, shuffled, without_sections, without_sentences
from assistant.review import Review, Verdict
from tests.assistant.judged import DRAFT, TEXT, Found, a_review

SENTENCE = "Wij meten de wachttijd elke maand."
FOUND: Found = {"5e": (Verdict.AANWEZIG, 0.9, SENTENCE)}

LONG = """\
Regiovisie
Toegang

Het wijkteam beslist.

- een team per gemeente
- een team voor de regio

Bestuur

Eén wethouder spreekt.
"""


def test_the_sentences_that_an_item_rests_on_are_taken_out_and_nothing_else() -> None:
    assert without_sentences(TEXT, list(places_of(DRAFT, "5e"))) == TEXT.replace(SENTENCE, "")


def test_the_section_goes_with_its_heading() -> None:
    assert without_sections(TEXT, list(places_of(DRAFT, "5e"))) == TEXT[TEXT.index("Bestuur") :]


def test_sections_stay_whole_under_their_headings_when_they_are_moved() -> None:
    orders = {shuffled(LONG, random.Random(seed)) for seed in range(20)}
    assert len(orders) == 4
    for text in orders:
        assert sorted(filter(None, text.split("\n"))) == sorted(filter(None, LONG.split("\n")))
        assert "Regiovisie\nToegang\n" in text
        assert "- een team per gemeente\n- een team voor de regio" in text
        assert "Bestuur\nEén wethouder spreekt." in text


def review(text: str) -> Review:
    """Finds 5e by its sentence alone, less surely when it does not come first."""
    if SENTENCE not in text:
        return a_review(text, {"5e": (Verdict.GEDEELTELIJK, 0.8, text[:5])})
    return a_review(text, FOUND)


def test_a_verdict_that_becomes_lower_is_noticed() -> None:
    (removal,) = removals(review, judged_items(review, [DRAFT]), without_sentences)
    assert removal.before.item == "5e"
    assert round(removal.dropped, 6) == 0.1
    assert removal.noticed


def test_what_changes_nothing_is_not_noticed() -> None:
    def stubborn(text: str) -> Review:
        return a_review(text, {"5e": (Verdict.AANWEZIG, 0.9 if SENTENCE in text else 0.8, text[:5])})

    (removal,) = removals(stubborn, judged_items(stubborn, [DRAFT]), without_sentences)
    assert not removal.noticed


def test_an_order_that_changes_the_verdict_is_told() -> None:
    def by_order(text: str) -> Review:
        return a_review(text, FOUND if text.startswith("Toegang") else {})

    drafts = [structs.replace(DRAFT, id=f"d{number}") for number in range(8)]
    assert {one.same for one in reorderings(by_order, judged_items(by_order, drafts))} == {True, False}
    assert {(one.item, one.same) for one in reorderings(review, judged_items(review, drafts))} == {("5e", True)}
