"""The web server: gradio's page at `/`, our own pages of the sources beside it. Nothing calls out."""

import os
import socket

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.responses import Response

from assistant.assistant import Assistant
from assistant.page.chat import build_chat
from assistant.page.documents import Documents
from assistant.page.dutch import DutchPage
from assistant.page.library import LibraryTab
from assistant.page.management import may_manage
from assistant.page.offering import accept_offer
from assistant.page.review import TAB_ID, build_review
from assistant.page.routes import document_routes, source_routes
from assistant.page.theme import STYLE, theme
from corpus import InputError
from corpus.fetching import Fetcher
from corpus.originals import Library

TITLE = "Assistent Regiovisie Jeugd"

INTRODUCTION = """<header class="kop"><h1>Assistent Regiovisie Jeugd</h1>
<p>Vraag wat er in uw regiovisie hoort en hoe u het schrijft. Elk antwoord noemt zijn bron.
Dit is geen juridisch advies. Wat u typt, wordt niet bewaard.</p>
<nav aria-label="Hoofdmenu"><a href="/bronnen">Alle bronnen</a></nav></header>"""


def create_app(
    assistant: Assistant, library: Library | None = None, fetcher: Fetcher | None = None, *, managed: bool = True
) -> FastAPI:
    """The web application; `library` holds the documents that were brought in, `managed` lets the reader change it."""
    library = library or assistant.library
    app = FastAPI(title=TITLE, docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/stijl.css")
    def style() -> Response:
        return Response(STYLE, media_type="text/css")

    documents = Documents(library, assistant.content)
    app.include_router(source_routes(assistant.content, documents))
    app.include_router(document_routes(documents))

    with gr.Blocks(title=TITLE, analytics_enabled=False, delete_cache=(3600, 3600)) as page:
        gr.HTML(INTRODUCTION, apply_default_css=False)
        with gr.Tabs(overflow_behavior="wrap", elem_id="tabbladen") as tabs:
            with gr.Tab("Vraag", elem_id="tab-vraag"):
                offer = build_chat(assistant)
            with gr.Tab("Toets uw concept", id=TAB_ID, elem_id="tab-toets"):
                tab = build_review(assistant)
            with gr.Tab("Bronnen", elem_id="tab-bronnen"):
                LibraryTab(assistant, library, fetcher or Fetcher(), managed=managed).build()
        accept_offer(offer, tab, tabs)
    app.add_middleware(DutchPage)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        page,
        path="/",
        theme=theme(),
        head='<link rel="stylesheet" href="/stijl.css">',
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
        config = uvicorn.Config(create_app(assistant, managed=may_manage(host)), log_level="warning", access_log=False)
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
