"""A running server and a browser without the outside world; and a server whose reviews are made by hand."""

import asyncio
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright
from starlette.types import ASGIApp

from assistant import Assistant
from assistant.page import Setup, create_app
from assistant.page.server import listening
from corpus import Content
from corpus.fetching import Fetcher
from corpus.originals import Library
from tests import chromium
from tests.assistant.reviews import a_review
from tests.page.reviewing import FIELD, HandMade

expect.set_options(timeout=20_000)  # a busy machine is slow, not wrong


@contextmanager
def running(app: ASGIApp) -> Iterator[str]:
    """The address of a web server with this app, on a free port."""
    with listening("127.0.0.1", 0) as socket:
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.05)
        yield f"http://127.0.0.1:{socket.getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=10)


@contextmanager
def served(
    assistant: Assistant, setup: Setup | None = None, library: Library | None = None, fetcher: Fetcher | None = None
) -> Iterator[str]:
    """The address of a server with the real page, on a free port."""

    async def made() -> ASGIApp:  # without a running loop gradio makes loops that it never closes
        return create_app(assistant, setup, library, fetcher)

    with ThreadPoolExecutor(1) as thread:
        app = thread.submit(asyncio.run, made()).result()
    with running(app) as url:
        yield url


@pytest.fixture(scope="session")
def address(assistant: Assistant) -> Iterator[str]:
    with served(assistant) as url:
        yield url


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium.find()
    assert path, "no Chromium; run: python -m tests.chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=chromium.flags())
        yield browser
        browser.close()


@pytest.fixture
def requests() -> list[str]:
    """Every address that the page asked for."""
    return []


@pytest.fixture
def page(browser: Browser, requests: list[str]) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    page.on("request", lambda request: requests.append(request.url))
    yield page
    page.close()


@pytest.fixture(scope="session")
def upload_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("uploads")


@pytest.fixture(scope="session")
def maker(content: Content) -> HandMade:
    return HandMade(content, lambda text: a_review(content))


@pytest.fixture(scope="session")
def url(maker: HandMade, upload_folder: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_TEMP_DIR", str(upload_folder))
        with served(maker) as address:
            yield address


@pytest.fixture
def made(maker: HandMade, content: Content) -> Iterator[HandMade]:
    """The assistant of the page, which makes `a_review` again after each test."""
    maker.asked.clear()
    yield maker
    maker.make = lambda text: a_review(content)


@pytest.fixture
def tab(page: Page, url: str, made: HandMade) -> Page:
    """The page at the second tab."""
    page.goto(url)
    page.get_by_role("tab", name="Toets uw concept").click()
    expect(page.locator(FIELD)).to_be_visible()
    return page
