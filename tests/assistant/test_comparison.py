"""Two versions of a draft: what became better, what less, what stayed, and what is gone."""

import tomllib
from dataclasses import replace

import pytest

from assistant.assistant import Assistant
from assistant.comparison import Change, Comparison, ItemChange, compare
from assistant.drafting import Draft
from assistant.review import EVERYTHING, Finding, Review, ReviewOutcome, Scope, Verdict
from assistant.review_rendering import change_told, review_as_json, review_as_markdown
from assistant.wording import TEMPLATES
from corpus import ITEM_IDS, Content, InputError
from tests.assistant.reviews import DRAFT, VERDICTS, a_review

EARLIER = DRAFT.replace("Hulp duurt nu gemiddeld 14 maanden <en dat is te lang> & te duur.", "Hulp duurt nu te lang.")

EARLIER_VERDICTS = {
    "1a": Verdict.GEDEELTELIJK,
    "2e": Verdict.GEDEELTELIJK,
    "4d": Verdict.NIET_IN_DIT_DEEL,
    "5e": Verdict.AANWEZIG,
    "B2a": Verdict.NIET_VAN_TOEPASSING,
}


@pytest.fixture(scope="module")
def comparison(content: Content) -> Comparison:
    return compare(a_review(content, EARLIER_VERDICTS, EARLIER), a_review(content))


def change_of(comparison: Comparison, item: str) -> ItemChange:
    return comparison.changes[ITEM_IDS.index(item)]


def test_an_item_improves_gets_less_or_stays_by_its_verdict(comparison: Comparison) -> None:
    assert [c.item for c in comparison.with_change(Change.VERBETERD)] == ["1a", "4d"]
    assert [c.item for c in comparison.with_change(Change.MINDER)] == ["5e"]
    same = [c.item for c in comparison.with_change(Change.GELIJK)]
    assert same == [item for item in ITEM_IDS if item not in ("1a", "4d", "5e", "B2a")]


def test_not_in_this_part_and_not_found_are_the_same_to_a_comparison(content: Content) -> None:
    both = compare(a_review(content, {"1a": Verdict.AANWEZIG}), a_review(content, VERDICTS))
    assert change_of(both, "B3a").change is Change.GELIJK


def test_what_does_not_apply_is_counted_nowhere(comparison: Comparison) -> None:
    assert "B2a" not in [c.item for change in Change for c in comparison.with_change(change)]


def test_elements_that_came_and_went_are_named(comparison: Comparison, content: Content) -> None:
    elements = [f"1a.{element.id}" for element in content.items["1a"].elements]
    assert change_of(comparison, "1a").newly_met == tuple(elements[2:])
    assert change_of(comparison, "1a").lost == ()
    elements = [f"5e.{element.id}" for element in content.items["5e"].elements]
    assert change_of(comparison, "5e").lost == tuple(elements[2:])
    assert change_of(comparison, "5e").newly_met == ()


def with_met(finding: Finding, met: int) -> Finding:
    elements = tuple(
        replace(e, met=number < met, evidence=(0,) if number < met else ()) for number, e in enumerate(finding.elements)
    )
    return replace(finding, elements=elements)


@pytest.mark.parametrize(
    ("was", "now", "change"), [(1, 2, Change.VERBETERD), (2, 1, Change.MINDER), (2, 2, Change.GELIJK)]
)
def test_with_the_same_verdict_the_number_of_elements_decides(
    content: Content, was: int, now: int, change: Change
) -> None:
    finding = a_review(content).findings[ITEM_IDS.index("2e")]
    assert ItemChange(with_met(finding, was), with_met(finding, now), (), ()).change is change


def test_an_item_that_is_complete_lost_nothing(content: Content) -> None:
    finding = a_review(content).findings[0]
    changed = ItemChange(finding, with_met(finding, 1), (), ())
    assert (changed.change, changed.lost) == (Change.GELIJK, ())


def test_evidence_is_gone_when_its_words_are_and_not_when_only_white_space_is(content: Content) -> None:
    before = a_review(content, EARLIER_VERDICTS, EARLIER)
    after = a_review(content, VERDICTS, DRAFT.replace("In 2025 kregen 4.120", "In 2025  kregen\u00a04.120"))
    changed = change_of(compare(before, after), "1a")
    assert [e.quote for e in changed.gone] == ["Hulp duurt nu te lang."]
    assert [e.quote for e in changed.new] == ["Hulp duurt nu gemiddeld 14 maanden <en dat is te lang> & te duur."]


def test_another_verdict_on_the_same_words_is_for_the_reader_to_check(comparison: Comparison, content: Content) -> None:
    assert change_of(comparison, "5e").same_words
    assert not change_of(comparison, "1a").same_words
    assert change_told(change_of(comparison, "5e"), content) == [
        "Eerst: aanwezig. Nu: gedeeltelijk.",
        "De zinnen waarop dit rust, staan in beide versies. Kijk zelf na of er iets veranderde.",
    ]


def test_the_change_is_told_in_words_that_say_what_and_where(comparison: Comparison, content: Content) -> None:
    markdown = review_as_markdown(comparison.after, content, comparison)
    assert "### Verbeterd (2)" in markdown
    assert "### Minder geworden (1)" in markdown
    assert "### Gelijk gebleven (22)" in markdown
    line = next(line for line in markdown.splitlines() if line.startswith("- **Maatschappelijke opgave"))
    assert "Eerst: gedeeltelijk. Nu: aanwezig. Nieuw gevonden: " in line
    assert line.endswith("Dit staat er niet meer: “Hulp duurt nu te lang.”")


def test_the_json_has_the_change_of_each_item_with_places_in_the_earlier_text(comparison: Comparison) -> None:
    row = review_as_json(comparison.after, comparison)["comparison"]
    assert [change["item"] for change in row["changes"]] == list(ITEM_IDS)
    first = row["changes"][0]
    assert (first["change"], first["before"], first["after"]) == ("verbeterd", "gedeeltelijk", "aanwezig")
    assert all(row["earlier_text"][e["start"] : e["end"]] == e["quote"] for e in first["gone"])
    assert first["gone"]
    assert "comparison" not in review_as_json(comparison.after)


def test_every_sentence_about_two_versions_is_told_somewhere(content: Content) -> None:
    before, after = a_review(content, EARLIER_VERDICTS, EARLIER), a_review(content)
    less = replace(after, findings=tuple(with_met(f, 1) if f.item == "2e" else f for f in after.findings))
    both = (compare(before, less), compare(after, before), compare(after, after))
    told = "".join(review_as_markdown(c.after, content, c) for c in both)
    told += change_told(change_of(compare(after, before), "1a"), content)[1]
    sentences = tomllib.loads((TEMPLATES / "zinnen.toml").read_text(encoding="utf-8"))["vergelijking"]
    for sentence in sentences.values():
        assert sentence.split("{")[0].casefold() in told.casefold(), sentence


def test_only_what_was_reviewed_can_be_compared(content: Content) -> None:
    unread, review = Review(Draft("Kort."), ReviewOutcome.TE_KORT, ()), a_review(content)
    with pytest.raises(ValueError, match="only versions that were reviewed"):
        Comparison(unread, review, ())
    with pytest.raises(ValueError, match="every finding"):
        Comparison(review, review, ())
    with pytest.raises(ValueError, match="two items"):
        ItemChange(review.findings[0], review.findings[1], (), ())


class Reviewing(Assistant):
    """Reviews by hand."""

    def __init__(self, content: Content) -> None:
        self.content = content

    def review(self, text: str, scope: Scope = EVERYTHING) -> Review:
        if len(text) < 100:
            return Review(Draft(text), ReviewOutcome.TE_KORT, ())
        return a_review(self.content, text=text)


def test_a_version_that_cannot_be_reviewed_is_named(content: Content) -> None:
    assistant = Reviewing(content)
    assert assistant.compare(EARLIER, DRAFT).before.draft.text == EARLIER
    with pytest.raises(InputError, match=r"^Vergelijken lukt niet met de vorige versie\. De tekst is te kort"):
        assistant.compare("Kort.", DRAFT)
    with pytest.raises(InputError, match=r"^De tekst is te kort"):
        assistant.compare(EARLIER, "Kort.")
