"""What to do first: what is required, then what the law asks, then what is half done."""

from dataclasses import replace

from assistant.review import Review, Verdict
from assistant.reviewing import FIRST_THINGS, first_things
from corpus import ITEM_IDS, Content
from tests.assistant.reviews import a_review

COMPLETE = dict.fromkeys(ITEM_IDS, Verdict.AANWEZIG)


def first(review: Review, content: Content) -> list[str]:
    return [finding.item for finding in first_things(review, content)]


def only_supporting_missing(review: Review, item: str, content: Content) -> Review:
    """The review with only elements missing that the handreiking does not require."""
    names = tuple(element.name for element in content.items[item].elements if not element.required)
    assert names
    findings = (replace(f, missing=names) if f.item == item else f for f in review.findings)
    return replace(review, findings=tuple(findings))


def test_what_is_required_goes_before_what_supports(content: Content) -> None:
    review = a_review(content, COMPLETE | {"1a": Verdict.GEDEELTELIJK, "5e": Verdict.NIET_GEVONDEN})
    assert first(review, content) == ["1a", "5e"]
    assert first(only_supporting_missing(review, "1a", content), content) == ["5e", "1a"]


def test_what_a_law_asks_since_2026_goes_before_what_is_half_done(content: Content) -> None:
    assert not content.items["2b"].sinds_2026
    review = a_review(content, COMPLETE | {"2b": Verdict.GEDEELTELIJK, "5e": Verdict.NIET_GEVONDEN})
    assert first(review, content) == ["5e", "2b"]


def test_what_is_half_done_goes_before_what_was_not_found(content: Content) -> None:
    review = a_review(content, COMPLETE | {"1a": Verdict.NIET_GEVONDEN, "5e": Verdict.GEDEELTELIJK})
    assert first(review, content) == ["5e", "1a"]


def test_what_is_complete_or_does_not_count_is_never_first(content: Content) -> None:
    others = {"2a": Verdict.NIET_IN_DIT_DEEL, "B2a": Verdict.NIET_VAN_TOEPASSING}
    assert first(a_review(content, COMPLETE | others), content) == []


def test_there_are_three_at_most_and_they_keep_the_order_of_the_checklist(content: Content) -> None:
    named = first(a_review(content, {}), content)
    assert len(named) == FIRST_THINGS
    assert named == sorted(named, key=ITEM_IDS.index)
