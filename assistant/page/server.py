"""The web server: gradio's page at `/`, our own pages of the sources beside it. Nothing calls out."""

import os
import socket

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.responses import HTMLResponse, PlainTextResponse, Response

from assistant.assistant import Assistant
from assistant.page.about import build_about
from assistant.page.chat import build_chat
from assistant.page.dutch import DutchPage
from assistant.page.forgetting import forget_values
from assistant.page.offering import accept_offer
from assistant.page.pages import page_routes
from assistant.page.review import TAB_ID, build_review
from assistant.page.sources import Mark, overview_page, source_page
from assistant.page.theme import theme
from corpus import InputError

LONGEST_NUMBER = 9
"""Digits of a place in a passage; more is no place."""

TITLE = "Assistent Regiovisie Jeugd"


def create_app(assistant: Assistant) -> FastAPI:
    """The web application."""
    app = FastAPI(title=TITLE, docs_url=None, redoc_url=None, openapi_url=None)

    forget_values()
    app.include_router(page_routes(assistant))

    @app.get("/bronnen")
    def sources() -> HTMLResponse:
        return HTMLResponse(overview_page(assistant.content))

    @app.get("/bron/{source_id}")
    def source(source_id: str, passage: str = "", van: str = "", tot: str = "") -> Response:
        numbers = [text for text in (van, tot) if text.isdecimal() and len(text) < LONGEST_NUMBER]
        mark = Mark(passage, int(van), int(tot)) if len(numbers) == len((van, tot)) else None
        page = source_page(assistant.content, source_id, mark)
        if page is None:
            return PlainTextResponse("Deze bron bestaat niet. Ga terug en kies een bron uit de lijst.", 404)
        return HTMLResponse(page)

    with gr.Blocks(title=TITLE, analytics_enabled=False, delete_cache=(3600, 3600)) as page:
        with gr.Tabs(overflow_behavior="wrap", elem_id="tabbladen") as tabs:
            with gr.Tab("Vraag", elem_id="tab-vraag"):
                offer = build_chat(assistant)
            with gr.Tab("Toets uw concept", id=TAB_ID, elem_id="tab-toets"):
                tab = build_review(assistant)
            with gr.Tab("Over", elem_id="tab-over"):
                build_about(assistant)
        accept_offer(offer, tab, tabs)
    app.add_middleware(DutchPage)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        page,
        path="/",
        theme=theme(),
        head='<link rel="stylesheet" href="/stijl.css">',  # again, after gradio's own style: the last one counts
        footer_links=[],
        ssr_mode=False,
        run_history=False,  # gradio must not keep in the browser what is typed
        show_error=True,
    )
    return mounted


def serve(assistant: Assistant, host: str, port: int) -> None:
    """Serve the page until it is stopped; InputError when the port is in use."""
    with listening(host, port) as connection:
        print(f"De assistent staat klaar op http://{host}:{port} (stoppen: Ctrl+C)", flush=True)
        config = uvicorn.Config(create_app(assistant), log_level="warning", access_log=False)
        uvicorn.Server(config).run(sockets=[connection])


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; InputError when the address cannot be had."""
    try:
        if not 0 <= port < 65_536:
            raise OSError("no such port")
        return socket.create_server((host, port))
    except OSError as error:
        raise InputError(
            f"Poort {port} op '{host}' is niet beschikbaar: een ander programma gebruikt hem, of het adres klopt niet. "
            "Kies een andere poort, bijvoorbeeld: python app.py --port 7861"
        ) from error
