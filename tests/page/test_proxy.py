"""Behind a proxy, under a path: every link and every call stays under it."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from assistant import Accounts, Assistant
from assistant.accounts import Hashed
from assistant.page import Setup
from corpus import InputError
from tests.page.conftest import running, served
from tests.page.proxy import proxy

PATH, PASSWORD = "/regio/visie", "een lang wachtwoord"


@pytest.fixture(scope="module")
def behind(assistant: Assistant) -> Iterator[str]:
    """The address that the organisation gives: host, path and a slash; with a login."""
    setup = Setup(PATH, Accounts({"jansen": Hashed.of(PASSWORD)}))
    with served(assistant, setup) as inside, running(proxy(inside, PATH)) as outside:
        yield f"{outside}{PATH}/"


def test_a_conversation_behind_a_proxy(page: Page, behind: str, requests: list[str]) -> None:
    page.goto(behind)
    page.get_by_label("Naam").fill("jansen")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(behind)
    page.fill("#vraagveld textarea", "wat moet er over wachtlijsten in de regiovisie?")
    page.click("#stel-vraag")
    expect(page.locator("#beurt-1")).to_contain_text("Kort antwoord")
    with page.expect_popup() as opened:
        page.locator("#beurt-1 a.verwijzing").first.click()
    source = opened.value
    expect(source.locator("mark#citaat")).to_be_visible()
    source.get_by_role("link", name="Alle bronnen").click()
    expect(source).to_have_url(f"{behind}bronnen")
    source.locator("main a").first.click()
    source.get_by_role("link", name="Vraag", exact=True).click()
    expect(source).to_have_url(behind)
    assert [url for url in requests if not url.startswith((behind, "data:", "blob:"))] == []


def test_the_cookie_is_only_sent_under_the_path(behind: str) -> None:
    data = {"naam": "jansen", "wachtwoord": PASSWORD, "terug": "/bronnen"}
    reply = httpx.post(f"{behind}inloggen", data=data)
    assert f"Path={PATH};" in reply.headers["set-cookie"]
    assert reply.headers["location"] == f"{PATH}/bronnen"


def test_no_link_of_ours_starts_at_the_root_of_the_host() -> None:
    for path in sorted(Path("assistant").rglob("*")):
        if path.suffix in (".j2", ".py"):
            text = path.read_text(encoding="utf-8")
            for link in ('href="/', 'src="/', 'action="/'):
                assert link not in text, f"{path}: {link}"


@pytest.mark.parametrize("path", ["regiovisie", "https://regio.nl/x", "/a\nb"])
def test_a_path_that_cannot_be_gets_one_sentence(path: str) -> None:
    with pytest.raises(InputError, match="kan geen pad zijn"):
        Setup(path)
