"""A judged draft beside a review: verdicts, places of evidence, and words taken for another item."""

from msgspec import structs

from assistant.judged_drafts import judged_items, mistaken, places_of
from assistant.review import Review, ReviewOutcome, Verdict
from corpus import ITEM_IDS
from tests.assistant.judged import DRAFT, TEXT, a_review

FOUND = {
    "5e": (Verdict.AANWEZIG, 0.9, "Wij meten de wachttijd elke maand."),
    "4d": (Verdict.AANWEZIG, 0.7, "Het wijkteam beslist binnen zes weken."),
    "4a": (Verdict.GEDEELTELIJK, 0.6, "Eén wethouder spreekt namens de zeven gemeenten."),
}


def test_every_item_is_set_beside_what_is_right() -> None:
    judged = {one.item: one for one in judged_items(lambda text: a_review(text, FOUND), [DRAFT])}
    assert tuple(judged) == ITEM_IDS
    assert (judged["5e"].wanted, judged["5e"].said) == (Verdict.AANWEZIG, Verdict.AANWEZIG)
    assert (judged["4d"].wanted, judged["4d"].said) == (Verdict.GEDEELTELIJK, Verdict.AANWEZIG)
    assert judged["4a"].presence == (False, True)
    assert judged["1a"].presence == (True, False)
    assert judged["2b"].presence == (False, False)


def test_a_draft_that_is_not_reviewed_has_nothing_found() -> None:
    judged = judged_items(lambda text: Review(a_review(text, {}).draft, ReviewOutcome.TE_KORT, ()), [DRAFT])
    assert len(judged) == len(ITEM_IDS)
    assert not any(one.finding or one.presence[1] for one in judged)


def test_evidence_is_in_its_place_when_it_touches_words_that_the_item_rests_on() -> None:
    judged = {one.item: one for one in judged_items(lambda text: a_review(text, FOUND), [DRAFT])}
    assert judged["5e"].in_place() == judged["5e"].verbatim() == [True]
    assert judged["4d"].in_place() == judged["4a"].in_place() == [False]
    assert list(mistaken(judged["5e"])) == ["5e"]
    assert list(mistaken(judged["4d"])) == []
    assert list(mistaken(judged["4a"])) == ["4d"]


def test_words_that_stand_there_twice_are_in_place_in_both() -> None:
    assert [TEXT[start:end] for start, end in places_of(DRAFT, "5e")] == ["Wij meten de wachttijd"]
    assert len(list(places_of(structs.replace(DRAFT, text=TEXT + TEXT), "5e"))) == 2
    assert list(places_of(DRAFT, "1a")) == []
