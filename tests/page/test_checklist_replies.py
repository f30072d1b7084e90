"""What the script of the checklist asks of the server, and what it gets back."""

import io
import json
from typing import Any

import docx
import httpx
import pytest

from assistant.page.checklist_replies import LONGEST_BODY, TASKS
from assistant.page.progress import bars
from assistant.review import Verdict
from assistant.worklist import Entry, Progress, Status, Worklist
from assistant.worklist_file import as_json, from_json
from corpus import ITEM_IDS, PARTS


def ask(address: str, task: str, data: object) -> httpx.Response:
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    return httpx.post(f"{address}/checklist/{task}", content=body)


@pytest.fixture
def given() -> dict[str, Any]:
    """A list in which 1a was chosen by hand."""
    entries = (Entry(i, Status.KLAAR, "<b>let op</b>", by_hand=True) if i == "1a" else Entry(i) for i in ITEM_IDS)
    return as_json(Worklist(tuple(entries), "Lindewaard"))


def test_a_list_comes_back_with_how_far_it_is(address: str, given: dict[str, Any]) -> None:
    reply = ask(address, "stand", given).json()
    assert reply["worklist"] == given
    assert "Klaar: 1 van de 26 onderdelen" in reply["progress"]
    assert reply["progress"].count("<svg") == len(PARTS)
    assert reply["afspraken"].count("<tr>") == 1 + 8


def test_a_review_is_taken_over_and_what_it_may_not_change_is_told(address: str, given: dict[str, Any]) -> None:
    verdicts = {"1a": Verdict.NIET_GEVONDEN, "1b": Verdict.AANWEZIG, "B3a": Verdict.NIET_IN_DIT_DEEL}
    reply = ask(address, "overnemen", {"worklist": given, "verdicts": verdicts}).json()
    entries = {entry.item: entry for entry in from_json(reply["worklist"]).entries}
    assert entries["1a"].status is Status.KLAAR
    assert entries["1b"].status is Status.CONTROLEREN
    assert "1 onderdeel kreeg een andere stand" in reply["said"]
    assert "Bij 1a vond de toets iets anders" in reply["said"]
    again = ask(address, "overnemen", {"worklist": reply["worklist"], "verdicts": verdicts}).json()
    assert again["said"].startswith("De toets veranderde niets")


def test_the_word_files_are_the_reply_itself(address: str, given: dict[str, Any]) -> None:
    summary = ask(address, "samenvatting", given)
    assert summary.headers["content-type"].startswith("application/vnd.openxmlformats")
    assert "Lindewaard" in docx.Document(io.BytesIO(summary.content)).paragraphs[0].text
    plan = {"region": "Lindewaard", "province": "Zeeland", "parts": ["3"], "not_applicable": []}
    scaffold = docx.Document(io.BytesIO(ask(address, "raamwerk", plan).content))
    assert [p.text for p in scaffold.paragraphs if p.style.name == "Heading 1"][1] == f"3 {PARTS['3']}"


PLAN = {"region": "", "province": "", "parts": ["1"], "not_applicable": []}


@pytest.mark.parametrize(
    ("task", "data", "told"),
    [
        ("stand", b"\xff\xfe", "geen checklist"),
        ("stand", {}, "geen checklist"),
        ("samenvatting", [], "geen checklist"),
        ("overnemen", b"[", "geen uitslag van een toets"),
        ("overnemen", [], "geen uitslag van een toets"),
        ("overnemen", {"verdicts": {}}, "geen checklist"),
        ("overnemen", {"worklist": as_json(Worklist.empty()), "verdicts": {"1a": "mooi"}}, "geen uitslag"),
        ("overnemen", {"worklist": as_json(Worklist.empty()), "verdicts": ["1a"]}, "geen uitslag"),
        ("raamwerk", b"", "gegevens voor het raamwerk"),
        ("raamwerk", {**PLAN, "region": None}, "gegevens voor het raamwerk"),
        ("raamwerk", {**PLAN, "parts": "1"}, "gegevens voor het raamwerk"),
        ("raamwerk", {**PLAN, "parts": [1]}, "gegevens voor het raamwerk"),
        ("raamwerk", {**PLAN, "parts": []}, "geen hoofdstuk gekozen"),
        ("raamwerk", {**PLAN, "province": "Atlantis"}, "kennen wij niet"),
    ],
)
def test_what_cannot_be_used_gets_one_sentence(address: str, task: str, data: object, told: str) -> None:
    reply = ask(address, task, data)
    assert reply.status_code == 422
    assert told in reply.json()["error"]


def test_an_unknown_task_and_a_body_without_end_are_refused(address: str) -> None:
    assert ask(address, "wissen", {}).status_code == 404
    assert set(TASKS) == {"stand", "overnemen", "samenvatting", "raamwerk"}
    reply = ask(address, "stand", b"x" * (LONGEST_BODY + 1))
    assert reply.status_code == 413
    assert "te groot" in reply.json()["error"]


def test_a_bar_is_as_long_as_what_counts() -> None:
    statuses = (Status.KLAAR, Status.BEZIG, Status.NIET_BEGONNEN, Status.NIET_VAN_TOEPASSING)
    progress = Progress.of(Entry(item, status) for item, status in zip(ITEM_IDS, statuses, strict=False))
    drawn = [(bar.status, bar.start, bar.width) for bar in bars(progress)]
    assert drawn == [(Status.KLAAR, 0.0, 33.33), (Status.BEZIG, 33.33, 33.33)]
    assert list(bars(Progress.of([Entry("B2a", Status.NIET_VAN_TOEPASSING)]))) == []
