"""Every afspraak has its items, each under its verdict."""

from assistant.coverage import coverage
from assistant.review import Verdict
from corpus import ITEM_IDS, Content
from tests.assistant.reviews import a_review


def test_each_afspraak_says_what_it_is_about_in_one_sentence(content: Content) -> None:
    covered = coverage(a_review(content), content)
    assert [c.number for c in covered] == [1, 2, 3, 4, 5, 6, 7, 8]
    for c in covered:
        assert c.sentence.startswith(f"Afspraak {c.number}: ")
        assert c.sentence.count(".") == 1


def test_an_item_stands_under_its_verdict_at_each_of_its_afspraken(content: Content) -> None:
    review = a_review(content)
    covered = coverage(review, content)
    for finding in review.findings:
        for c in covered:
            there = [verdict for verdict, items in c.items.items() if finding.item in items]
            assert there == ([finding.verdict] if c.number in content.items[finding.item].afspraken else [])


def test_every_item_belongs_to_an_afspraak(content: Content) -> None:
    named = {item for c in coverage(a_review(content), content) for items in c.items.values() for item in items}
    assert named == set(ITEM_IDS)


def test_an_afspraak_of_which_all_was_found_misses_nothing(content: Content) -> None:
    seventh = coverage(a_review(content, {"5b": Verdict.AANWEZIG}), content)[6]
    assert seventh.items[Verdict.AANWEZIG] == ("5b",)
    assert seventh.items[Verdict.NIET_GEVONDEN] == ()
