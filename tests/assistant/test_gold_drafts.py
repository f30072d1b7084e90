"""A file of judged drafts is read, and every mistake in it gets one sentence that names the line."""

import json
from pathlib import Path

import pytest

from assistant.gold_drafts import GoldDrafts
from corpus import Content, InputError

GOOD = {"id": "d1", "text": "Wij meten de wachttijd.", "gold": {"5e": "aanwezig", "1a": "gedeeltelijk"}}


def write(path: Path, *rows: object) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_a_line_is_a_draft_and_evidence_may_be_left_out(tmp_path: Path) -> None:
    other = {"id": "x", "text": "Een begroting.", "outcome": "geen_regiovisie"}
    with_evidence = {**GOOD, "id": "d2", "evidence": {"5e": ["de wachttijd"]}}
    gold = GoldDrafts.from_file(write(tmp_path / "c.jsonl", GOOD, with_evidence, other))
    assert [draft.id for draft in gold.drafts] == ["d1", "d2"]
    assert gold.drafts[0].present == {"5e"}
    assert gold.drafts[0].partial == {"1a"}
    assert gold.drafts[1].evidence == {"5e": ("de wachttijd",)}
    assert gold.others == ("Een begroting.",)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ([1], "'gold'"),
        ({"id": "d"}, "'gold'"),
        ({**GOOD, "gold": ["1a"]}, "'gold'"),
        ({**GOOD, "gold": {"9z": "aanwezig"}}, "'9z'"),
        ({**GOOD, "gold": {"1a": "misschien"}}, "'misschien'"),
        ({**GOOD, "evidence": {"5e": ["staat er niet"]}}, "letterlijk"),
        ({**GOOD, "evidence": {"5e": "de wachttijd"}}, "geen lijst"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, row: object, said: str) -> None:
    with pytest.raises(InputError, match=f"regel 2 .*{said}"):
        GoldDrafts.from_file(write(tmp_path / "c.jsonl", GOOD, row))


def test_a_file_that_is_not_there_or_has_no_draft_gets_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="bestaat niet"):
        GoldDrafts.from_file(tmp_path / "weg.jsonl")
    with pytest.raises(InputError, match="geen concept"):
        GoldDrafts.from_file(write(tmp_path / "leeg.jsonl"))
    (tmp_path / "c.jsonl").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="UTF-8"):
        GoldDrafts.from_file(tmp_path / "c.jsonl")


def test_what_is_held_out_was_not_learned_from(content: Content) -> None:
    gold = GoldDrafts.held_out(content)
    learned = {draft.text for draft in content.example_drafts()} | {s.text for s in content.example_sentences()}
    assert len(gold.drafts) >= 60
    assert len(gold.sentences) >= 500
    assert len(gold.others) >= 10
    assert not learned & {*(draft.text for draft in gold.drafts), *(sentence.text for sentence in gold.sentences)}
