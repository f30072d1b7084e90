"""What the script of the checklist asks: a request with JSON -> a reply. Nothing of it is kept."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from starlette.responses import JSONResponse, Response

from assistant.page.bodies import is_strings
from assistant.page.progress import afspraken_html, progress_html
from assistant.review import Verdict
from assistant.scaffold import Plan, scaffold_as_word
from assistant.wording import Sentences
from assistant.worklist import Takeover, Worklist
from assistant.worklist_file import as_json, from_json, from_text
from assistant.worklist_report import summary_as_word
from corpus import Content, InputError

LONGEST_BODY = 500_000
"""Bytes that are read of a request; a list with every note full is about 80 000."""

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_say = Sentences("checklist").say


def reply_to(task: str, body: bytes, content: Content) -> Response:
    """The reply to a task of TASKS; status 422 and a sentence when what it got cannot be used, 404 for another task."""
    if task not in TASKS:
        return JSONResponse({"error": _say("meldingen", "geen_taak")}, 404)
    try:
        return TASKS[task](body.decode("utf-8", "replace"), content)
    except InputError as error:
        return JSONResponse({"error": str(error)}, 422)


def too_long() -> Response:
    """The reply to a request of more than LONGEST_BODY bytes."""
    return JSONResponse({"error": _say("meldingen", "te_groot")}, 413)


def standing(body: str, content: Content) -> Response:
    """The list that was sent, checked and whole, and how far it is."""
    return _standing(from_text(body), content)


def take_over(body: str, content: Content) -> Response:
    """The list that was sent with the verdicts of a review in it, and what that changed."""
    data = _object(body, "geen_toets")
    taken = from_json(data.get("worklist")).taken_over(_verdicts(data.get("verdicts")))
    return _standing(taken.worklist, content, said=_told(taken))


def summary(body: str, content: Content) -> Response:
    """The summary for the bestuurder as a Word file."""
    return Response(summary_as_word(from_text(body), content), media_type=WORD)


def scaffold(body: str, content: Content) -> Response:
    """A raamwerk as a Word file."""
    data = _object(body, "geen_plan")
    names = [data.get("region"), data.get("province")]
    lists = [data.get("parts"), data.get("not_applicable")]
    if not all(isinstance(name, str) for name in names) or not all(is_strings(chosen) for chosen in lists):
        raise InputError(_say("meldingen", "geen_plan"))
    plan = Plan.of(data["region"], data["province"], data["parts"], data["not_applicable"])
    return Response(scaffold_as_word(plan, content), media_type=WORD)


TASKS: Mapping[str, Callable[[str, Content], Response]] = {
    "stand": standing,
    "overnemen": take_over,
    "samenvatting": summary,
    "raamwerk": scaffold,
}


def _standing(worklist: Worklist, content: Content, said: str = "") -> Response:
    return JSONResponse(
        {
            "worklist": as_json(worklist),
            "progress": progress_html(worklist),
            "afspraken": afspraken_html(worklist, content),
            "said": said,
        }
    )


def _told(taken: Takeover) -> str:
    key = {0: "overgenomen_geen", 1: "overgenomen_een"}.get(len(taken.changed), "overgenomen")
    said = _say("meldingen", key, changed=len(taken.changed))
    return f"{said} {_say('meldingen', 'zelf', kept=', '.join(taken.kept))}" if taken.kept else said


def _verdicts(data: object) -> dict[str, Verdict]:
    try:
        if not isinstance(data, dict):
            raise ValueError("no verdicts")
        return {item: Verdict(verdict) for item, verdict in data.items()}
    except ValueError as error:
        raise InputError(_say("meldingen", "geen_toets")) from error


def _object(body: str, refusal: str) -> dict[str, Any]:
    try:
        data = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InputError(_say("meldingen", refusal)) from error
    if not isinstance(data, dict):
        raise InputError(_say("meldingen", refusal))
    return data
