"""Reviews of drafts; how good they are is measured in `test_evaluating_drafts.py`."""

from pathlib import Path

import pytest

from assistant import Assistant
from assistant.review import Review, ReviewOutcome, Scope, Verdict
from corpus import ITEM_IDS, ExampleDraft
from corpus.content import FOLDER
from corpus.drafts import load_other_texts

WHO = ("[naam van de wethouder]", "wethouder De Wit van Oost, met mandaat van alle colleges")


@pytest.fixture(scope="module")
def held_out(assistant: Assistant) -> list[tuple[ExampleDraft, Review]]:
    drafts = assistant.content.example_drafts(held_out=True)
    return [(draft, assistant.review(draft.text)) for draft in drafts]


def test_a_blank_that_is_not_filled_in_meets_nothing(assistant: Assistant) -> None:
    text = (
        "Het gaat om jeugdigen en gezinnen. De gemeenten hebben per 1 januari 2026 één bestuurlijk aanspreekpunt: {}. "
    )
    blank, name = (assistant.review(text.format(who) * 3) for who in WHO)
    contact = ITEM_IDS.index("4d")
    assert blank.findings[contact].score < name.findings[contact].score
    assert not any(element.met for element in blank.findings[contact].elements)


def test_what_is_missing_is_named_with_advice_and_a_text_to_start_from(
    held_out: list[tuple[ExampleDraft, Review]],
) -> None:
    for _, review in held_out:
        for finding in review.findings:
            assert bool(finding.missing) == bool(finding.advice) == bool(finding.template)
            assert finding.citations
            if finding.verdict is Verdict.AANWEZIG:
                assert not finding.missing


def test_a_text_that_is_too_short_or_no_regiovisie_is_told(assistant: Assistant) -> None:
    assert assistant.review("Wij kopen samen in.").outcome is ReviewOutcome.TE_KORT
    others = [assistant.review(text) for text in load_other_texts(FOLDER / "concepten" / "anders")]
    told = [review.outcome is ReviewOutcome.GEEN_REGIOVISIE for review in others]
    assert sum(told) >= 0.8 * len(told)


def test_what_does_not_apply_is_kept_apart(assistant: Assistant, held_out: list[tuple[ExampleDraft, Review]]) -> None:
    review = assistant.review(held_out[0][0].text, Scope(("B2a",)))
    assert review.findings[ITEM_IDS.index("B2a")].verdict is Verdict.NIET_VAN_TOEPASSING


def test_who_says_that_it_is_the_whole_regiovisie_hears_of_every_chapter(assistant: Assistant) -> None:
    section = (
        "De gemeenten in de regio hebben voor de jeugdhulp één bestuurlijk aanspreekpunt: wethouder De Wit van Oost. "
        * 3
    )
    part, whole = (assistant.review(section, scope) for scope in (Scope(), Scope(whole=True)))
    for finding, same in zip(part.findings, whole.findings, strict=True):
        missing = finding.verdict is Verdict.NIET_IN_DIT_DEEL
        assert same.verdict is (Verdict.NIET_GEVONDEN if missing else finding.verdict)
    assert Verdict.NIET_IN_DIT_DEEL in {finding.verdict for finding in part.findings}


def test_a_review_leaves_nothing_of_the_draft_behind(
    assistant: Assistant, store: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    secret = "Zwaluwstaartregio"
    draft = f"De gemeenten van {secret} kopen jeugdhulp samen in en hebben één bestuurder die namens hen spreekt. " * 3
    assert assistant.review(draft).outcome is ReviewOutcome.GETOETST
    said = capfd.readouterr()
    assert secret not in said.out + said.err + caplog.text
    for path in (p for p in store.rglob("*") if p.is_file()):
        assert secret.encode() not in path.read_bytes()
