"""The web server: gradio's page at `/`, our own pages of the sources beside it. Nothing calls out."""

import os
import socket
import sys
import webbrowser
from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, replace
from threading import Timer

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**12)  # else gradio adds up all calls anew at every call
os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"
os.environ.setdefault("GRADIO_DEFAULT_CONCURRENCY_LIMIT", "8")  # else one upload waits for another
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gradio as gr
import uvicorn
from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse, Response
from starlette.routing import Route

from assistant.accounts import Accounts
from assistant.assistant import Assistant
from assistant.page.about import build_about
from assistant.page.api import JsonApi, QuietBlocks, build_endpoints
from assistant.page.bodies import TooLargeError, body_of
from assistant.page.chat import build_chat
from assistant.page.checklist import build_checklist
from assistant.page.checklist_replies import LONGEST_BODY, reply_to, too_long
from assistant.page.closed import Closed
from assistant.page.documents import Documents
from assistant.page.dutch import DutchPage
from assistant.page.forgetting import forget_values
from assistant.page.gate import Gate
from assistant.page.library import LibraryTab
from assistant.page.management import may_manage
from assistant.page.offering import accept_offer
from assistant.page.pages import page_routes
from assistant.page.review import TAB_ID, build_review
from assistant.page.routes import document_routes, source_routes
from assistant.page.services import Services
from assistant.page.theme import theme
from assistant.wording import message
from corpus import InputError
from corpus.fetching import Fetcher
from corpus.originals import Library

TITLE = "Assistent Regiovisie Jeugd"

CONVERSATIONS = 400
"""Open pages of which gradio knows what is shown; the one that was silent longest goes first."""

ONLY_HERE = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True)
class Setup:
    """How the page is offered: under which path of a proxy, to whom, and whether also to programs that speak MCP.

    `managed`: who opens the page may change what documents there are.
    """

    root_path: str = ""
    accounts: Accounts | None = None
    mcp: bool = False
    managed: bool = True

    def __post_init__(self) -> None:
        if self.root_path and not (self.root_path.startswith("/") and self.root_path.strip("/").isprintable()):
            raise InputError(message("pad_verkeerd", path=self.root_path))


def create_app(
    assistant: Assistant, setup: Setup | None = None, library: Library | None = None, fetcher: Fetcher | None = None
) -> FastAPI:
    """The web application; `library` holds the documents that were brought in."""
    setup, library = setup or Setup(), library or Library()
    root = setup.root_path.rstrip("/")
    forget_values()
    services = Services(assistant)
    app = FastAPI(title=TITLE, docs_url=None, redoc_url=None, openapi_url=None, lifespan=_lifespan(services, setup))
    _add_pages(app, assistant, library)
    app.add_route("/api/{name}", JsonApi(services).reply, methods=["POST"])
    app.add_middleware(DutchPage, with_logout=setup.accounts is not None)
    app.add_middleware(Closed)
    if setup.accounts:
        app.add_middleware(Gate, accounts=setup.accounts, root_path=root)
    sources = LibraryTab(assistant, library, fetcher or Fetcher(), managed=setup.managed)
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        _page(assistant, services, sources),
        path="/",
        root_path=root or None,
        theme=theme(),
        head=f'<link rel="stylesheet" href="{root}/stijl.css">',  # again, after gradio's own style: the last one counts
        footer_links=[],
        ssr_mode=False,
        run_history=False,  # gradio must not keep in the browser what is typed
        show_error=True,
        mcp_server=False,  # ours stands at /mcp
    )
    return mounted


def _page(assistant: Assistant, services: Services, sources: LibraryTab) -> gr.Blocks:
    page = QuietBlocks(title=TITLE, analytics_enabled=False, delete_cache=(3600, 3600))
    with page:
        with gr.Tabs(overflow_behavior="wrap", elem_id="tabbladen") as tabs:
            with gr.Tab("Vraag", elem_id="tab-vraag"):
                offer = build_chat(assistant)
            with gr.Tab("Toets uw concept", id=TAB_ID, elem_id="tab-toets"):
                tab = build_review(assistant)
            with gr.Tab("Checklist", elem_id="tab-checklist", render_children=True):
                build_checklist(assistant.content)
            with gr.Tab("Bronnen", elem_id="tab-bronnen"):
                sources.build()
            with gr.Tab("Over", elem_id="tab-over"):
                build_about(assistant)
        accept_offer(offer, tab, tabs)
        build_endpoints(services)
    page.state_session_capacity = CONVERSATIONS
    return page


def _add_pages(app: FastAPI, assistant: Assistant, library: Library) -> None:
    @app.get("/gezond")
    def health() -> PlainTextResponse:
        return PlainTextResponse("gezond")

    app.include_router(page_routes(assistant))
    documents = Documents(library, assistant.content)
    app.include_router(source_routes(assistant.content, documents))
    app.include_router(document_routes(documents))

    @app.post("/checklist/{task}")
    async def checklist(task: str, request: Request) -> Response:
        try:
            body = await body_of(request, LONGEST_BODY)
        except TooLargeError:
            return too_long()
        return await run_in_threadpool(reply_to, task, body, assistant.content)


def _lifespan(services: Services, setup: Setup) -> Callable[[FastAPI], AbstractAsyncContextManager[None]] | None:
    """What runs as long as the web server does; adds the tools of MCP when they are asked for."""
    if not setup.mcp:
        return None
    try:
        from assistant.page.mcp_server import McpServer  # noqa: PLC0415  an extra, that need not be installed
    except ImportError as error:
        raise InputError(message("mcp_ontbreekt")) from error
    server = McpServer(services, TITLE)

    def lifespan(app: FastAPI) -> AbstractAsyncContextManager[None]:
        app.router.routes.insert(0, Route("/mcp", server))
        return server.running()

    return lifespan


def serve(assistant: Assistant, host: str, port: int, setup: Setup | None = None, browser: bool = False) -> None:
    """Serve the page until it is stopped; InputError when the port is in use."""
    setup = setup or Setup()
    with listening(host, port) as connection:
        app = create_app(assistant, replace(setup, managed=setup.managed and may_manage(host)))
        if host not in ONLY_HERE and not setup.accounts:
            print(message("open_zonder_inlog", host=host), file=sys.stderr, flush=True)
        shown = "127.0.0.1" if host in ("", "0.0.0.0", "::") else host  # an address that a browser can open
        address = f"http://{f'[{shown}]' if ':' in shown else shown}:{connection.getsockname()[1]}"
        print(message("staat_klaar", address=address), flush=True)
        config = uvicorn.Config(app, log_level="warning", access_log=False)
        if browser:
            Timer(1.0, webbrowser.open, [address]).start()
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
