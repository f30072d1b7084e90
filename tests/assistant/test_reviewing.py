"""Reviews of drafts: on drafts held out, and on drafts from which something is taken away or moved."""

import random
import re
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.review import Review, ReviewOutcome, Verdict
from corpus import ITEM_IDS, ExampleDraft
from corpus.content import FOLDER
from corpus.drafts import load_other_texts

FLOORS = {"present F1": 0.80, "present precision": 0.75, "present recall": 0.75, "complete F1": 0.85}
"""A little under what was measured on the project's own held-out drafts."""

FOUND = (Verdict.AANWEZIG, Verdict.GEDEELTELIJK)


@pytest.fixture(scope="module")
def held_out(assistant: Assistant) -> list[tuple[ExampleDraft, Review]]:
    drafts = assistant.content.example_drafts(held_out=True)
    return [(draft, assistant.review(draft.text)) for draft in drafts]


def f1(pairs: list[tuple[bool, bool]]) -> tuple[float, float, float]:
    both = sum(wanted and said for wanted, said in pairs)
    wanted, said = sum(wanted for wanted, _ in pairs), sum(said for _, said in pairs)
    assert wanted > 50
    return 2 * both / (wanted + said), both / said, both / wanted


def test_held_out_drafts_are_judged_above_every_floor(held_out: list[tuple[ExampleDraft, Review]]) -> None:
    assert sum(review.outcome is ReviewOutcome.GETOETST for _, review in held_out) >= len(held_out) - 1
    present, complete = [], []
    for draft, review in held_out:
        for finding in review.findings:
            present.append((finding.item in draft.present | draft.partial, finding.verdict in FOUND))
            complete.append((finding.item in draft.present, finding.verdict is Verdict.AANWEZIG))
    score, precision, recall = f1(present)
    assert score >= FLOORS["present F1"]
    assert precision >= FLOORS["present precision"]
    assert recall >= FLOORS["present recall"]
    assert f1(complete)[0] >= FLOORS["complete F1"]


def test_evidence_stands_in_the_draft_and_mostly_in_the_right_place(
    held_out: list[tuple[ExampleDraft, Review]],
) -> None:
    right = []
    for draft, review in held_out:
        for finding in review.findings:
            for evidence in finding.evidence:
                assert draft.text[evidence.start : evidence.end] == evidence.quote
            if finding.evidence and finding.item in draft.evidence:
                places = [(at := draft.text.find(quote), at + len(quote)) for quote in draft.evidence[finding.item]]
                right.append(any(e.start < end and start < e.end for e in finding.evidence for start, end in places))
    assert sum(right) / len(right) >= 0.85


def test_what_is_missing_is_named_with_advice_and_a_text_to_start_from(
    held_out: list[tuple[ExampleDraft, Review]],
) -> None:
    for _, review in held_out:
        for finding in review.findings:
            assert bool(finding.missing) == bool(finding.advice) == bool(finding.template)
            assert finding.citations
            if finding.verdict is Verdict.AANWEZIG:
                assert not finding.missing


def test_taking_the_evidence_out_lowers_the_score(
    assistant: Assistant, held_out: list[tuple[ExampleDraft, Review]]
) -> None:
    lower = []
    for draft, review in held_out[:25]:
        for finding in review.findings:
            if finding.verdict is Verdict.AANWEZIG and finding.item in draft.present:
                kept = draft.text
                for evidence in finding.evidence:
                    kept = kept.replace(evidence.quote, "")
                again = assistant.review(kept)
                if again.outcome is ReviewOutcome.GETOETST:
                    lower.append(again.findings[ITEM_IDS.index(finding.item)].score < finding.score)
    assert len(lower) >= 20
    assert sum(lower) / len(lower) >= 0.8


def test_the_order_of_paragraphs_hardly_matters(
    assistant: Assistant, held_out: list[tuple[ExampleDraft, Review]]
) -> None:
    chance, same = random.Random(1), []
    for draft, review in held_out[:20]:
        paragraphs = re.split(r"\n\n+", draft.text)
        chance.shuffle(paragraphs)
        again = assistant.review("\n\n".join(paragraphs))
        same += [
            (a.verdict in FOUND) == (b.verdict in FOUND) for a, b in zip(review.findings, again.findings, strict=True)
        ]
    assert sum(same) / len(same) >= 0.95


def test_a_text_that_is_too_short_or_no_regiovisie_is_told(assistant: Assistant) -> None:
    assert assistant.review("Wij kopen samen in.").outcome is ReviewOutcome.TE_KORT
    others = [assistant.review(text) for text in load_other_texts(FOLDER / "concepten" / "anders")]
    told = [review.outcome is ReviewOutcome.GEEN_REGIOVISIE for review in others]
    assert sum(told) >= 0.4 * len(told)


def test_what_does_not_apply_is_kept_apart(assistant: Assistant, held_out: list[tuple[ExampleDraft, Review]]) -> None:
    review = assistant.review(held_out[0][0].text, ("B2a",))
    assert review.findings[ITEM_IDS.index("B2a")].verdict is Verdict.NIET_VAN_TOEPASSING


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
