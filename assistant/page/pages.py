"""The addresses beside the tabs: style, script, the statement on accessibility, and a conversation as a file."""

import json
from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from assistant.assistant import Assistant
from assistant.conversation import MOST_TURNS, replayed
from assistant.guarding import LONGEST_QUESTION
from assistant.page.bodies import TooLargeError, body_of, is_strings
from assistant.page.chat import conversation_html
from assistant.page.phrases import phrase
from assistant.page.theme import STYLE
from assistant.rendering import templates
from assistant.transcript import TRANSCRIPTS

HERE = Path(__file__).parent
SCRIPTS = ("basics", "connection", "conversation", "copying", "feedback", "printing", "tabs")
SCRIPT = "\n".join((HERE / "script" / f"{name}.js").read_text(encoding="utf-8") for name in SCRIPTS)
"""What the page serves as `pagina.js`: what goes for all tabs."""

MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
}

LARGEST_CONVERSATION = 4 * LONGEST_QUESTION * MOST_TURNS
"""Bytes; more is no conversation that this page can have had."""


async def _sent(request: Request) -> list[str]:
    """The questions of a conversation, oldest first, as the browser keeps them; HTTPException when it sent no such."""
    try:
        questions = json.loads(await body_of(request, LARGEST_CONVERSATION))["questions"]
    except TooLargeError as error:
        raise HTTPException(413, phrase("adressen", "gesprek_te_groot")) from error
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise HTTPException(422, phrase("adressen", "geen_gesprek")) from error
    if not is_strings(questions):
        raise HTTPException(422, phrase("adressen", "geen_gesprek"))
    return questions


Questions = Annotated[list[str], Depends(_sent)]


def page_routes(assistant: Assistant) -> APIRouter:
    """The routes; what they are sent is answered and kept nowhere."""
    routes = APIRouter()

    @routes.get("/stijl.css")
    def style() -> Response:
        return Response(STYLE, media_type="text/css")

    @routes.get("/pagina.js")
    def script() -> Response:
        return Response(SCRIPT, media_type="text/javascript")

    @routes.get("/icoon.svg")
    def icon() -> Response:
        return Response((HERE / "stijl" / "icoon.svg").read_bytes(), media_type="image/svg+xml")

    @routes.get("/toegankelijkheid")
    def accessibility() -> HTMLResponse:
        return HTMLResponse(templates().get_template("toegankelijkheid.html.j2").render())

    @routes.post("/gesprek/html")
    def conversation(questions: Questions) -> HTMLResponse:
        return HTMLResponse(conversation_html(replayed(assistant, questions), assistant.content))

    @routes.post("/gesprek/{form}")
    def transcript(form: str, questions: Questions) -> Response:
        if form not in TRANSCRIPTS:
            return Response(status_code=404)
        file = TRANSCRIPTS[form](replayed(assistant, questions), assistant.content, date.today())
        return Response(file, media_type=MEDIA_TYPES[form])

    return routes
