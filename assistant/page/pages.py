"""The addresses beside the tabs: style, script, the statement on accessibility, and a conversation as a file."""

from datetime import date
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Body
from fastapi.responses import HTMLResponse, Response

from assistant.assistant import Assistant
from assistant.conversation import replayed
from assistant.page.chat import conversation_html
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

Questions = Annotated[list[str], Body(embed=True)]
"""The questions of a conversation, oldest first, as the browser keeps them."""


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
