"""The login: who is not known gets nothing, and who is known everything."""

import re
from collections.abc import Iterator

import httpx
import pytest
from gradio_client import Client
from playwright.sync_api import Page, expect
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from assistant import Accounts, Assistant
from assistant.accounts import Hashed
from assistant.page import Setup
from assistant.page.gate import COOKIE, Gate
from assistant.page.sessions import MOST_FAILURES
from tests.page.conftest import served

NAME, PASSWORD = "jansen", "een lang wachtwoord"
ACCOUNTS = Accounts({NAME: Hashed.of(PASSWORD)})
PAGE = {"accept": "text/html"}


@pytest.fixture(scope="module")
def locked(assistant: Assistant) -> Iterator[str]:
    with served(assistant, Setup(accounts=ACCOUNTS)) as url:
        yield url


@pytest.fixture
def door() -> TestClient:
    """A gate of its own, with one page behind it."""
    app = Starlette(routes=[Route("/{rest:path}", lambda request: PlainTextResponse("binnen"))])
    return TestClient(Gate(app, ACCOUNTS), follow_redirects=False)


def log_in(client: TestClient, password: str = PASSWORD, name: str = NAME, back: str = "/") -> httpx.Response:
    return client.post("/inloggen", data={"naam": name, "wachtwoord": password, "terug": back})  # type: ignore[return-value]


@pytest.mark.parametrize(
    "path",
    ["/", "/bronnen", "/bron/handreiking", "/config", "/gradio_api/info", "/gradio_api/queue/data?session_hash=x",
     "/gradio_api/file=x", "/gradio_api/heartbeat/x", "/assets/x.js", "/theme.css", "/openapi.json", "/mcp"],
)  # fmt: skip
def test_nothing_is_given_to_who_did_not_log_in(locked: str, path: str) -> None:
    reply = httpx.get(locked + path)
    assert (reply.status_code, reply.text[:27]) == (401, "Hiervoor moet u inloggen. O")
    reply = httpx.get(locked + path, headers=PAGE)
    assert reply.status_code == 303
    assert reply.headers["location"].startswith("/inloggen?terug=/")


@pytest.mark.parametrize(
    "path", ["/api/vraag", "/gradio_api/queue/join", "/gradio_api/upload", "/gradio_api/run/vraag"]
)
def test_nothing_is_done_for_who_did_not_log_in(locked: str, path: str) -> None:
    assert httpx.post(locked + path, json={"question": "x"}).status_code == 401


def test_the_health_and_the_style_are_open(locked: str) -> None:
    assert httpx.get(f"{locked}/gezond").text == "gezond"
    assert httpx.get(f"{locked}/stijl.css").status_code == 200


def test_a_person_logs_in_asks_and_logs_out(page: Page, locked: str) -> None:
    page.goto(f"{locked}/bron/handreiking")
    expect(page).to_have_title("Inloggen · Assistent Regiovisie Jeugd")
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    page.get_by_label("Naam").fill(NAME)
    page.get_by_label("Wachtwoord").fill("verkeerd")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("horen niet bij elkaar")
    expect(page).to_have_title(re.compile("^Fout: Inloggen"))
    expect(page.get_by_label("Naam")).to_have_value(NAME)
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    expect(page.get_by_label("Wachtwoord")).to_be_focused()
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{locked}/bron/handreiking")
    page.goto(locked)
    page.fill("#vraagveld textarea", "Wat is governance?")
    page.click("#stel-vraag")
    expect(page.locator("#beurt-1")).to_be_visible()
    page.get_by_role("link", name="Uitloggen").click()
    expect(page.get_by_role("main")).to_contain_text(NAME)
    page.get_by_role("button", name="Log uit").click()
    page.goto(f"{locked}/bronnen")
    expect(page).to_have_title(re.compile("^Inloggen"))


def test_a_program_sends_its_name_and_password_and_is_checked_once(
    locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = {"question": "Wat is governance?"}
    for _ in range(2):
        assert httpx.post(f"{locked}/api/vraag", json=body, auth=(NAME, PASSWORD)).status_code == 200
        monkeypatch.setattr(Accounts, "allows", lambda *_: pytest.fail("checked again"))
    monkeypatch.undo()
    assert httpx.post(f"{locked}/api/vraag", json=body, auth=(NAME, "verkeerd wachtwoord")).status_code == 401


def test_gradios_client_logs_in_with_a_header(locked: str) -> None:
    header = httpx.BasicAuth(NAME, PASSWORD)._auth_header
    client = Client(locked, verbose=False, analytics_enabled=False, headers={"Authorization": header})
    assert client.predict("Wat is governance?", api_name="/vraag")["citations"]
    client.close()


def test_the_cookie_is_only_for_the_server_and_cannot_be_guessed_from_what_is_kept(door: TestClient) -> None:
    reply = log_in(door)
    cookie = reply.headers["set-cookie"]
    assert reply.status_code == 303
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
    assert "Secure" not in cookie
    gate = door.app
    assert isinstance(gate, Gate)
    assert door.cookies[COOKIE] not in str(vars(gate._sessions))
    assert door.get("/").text == "binnen"


def test_over_https_the_cookie_is_secure() -> None:
    client = TestClient(Gate(Starlette(), ACCOUNTS), base_url="https://testserver", follow_redirects=False)
    assert "Secure" in log_in(client).headers["set-cookie"]


@pytest.mark.parametrize("back", ["https://elders.nl", "//elders.nl", "/\\elders.nl", "javascript:x", "/\nx"])
def test_logging_in_never_leads_elsewhere(door: TestClient, back: str) -> None:
    assert log_in(door, back=back).headers["location"] == "/"


def test_who_guesses_too_often_has_to_wait_even_with_the_right_password(door: TestClient) -> None:
    for _ in range(MOST_FAILURES):
        assert log_in(door, "geraden").status_code == 401
    reply = log_in(door)
    assert reply.status_code == 429
    assert "Wacht een kwartier" in reply.text


def test_a_forged_or_ended_session_does_not_open_the_door(door: TestClient) -> None:
    door.cookies.set(COOKIE, "verzonnen")
    assert door.get("/").status_code == 401
    door.cookies.clear()
    log_in(door)
    token = door.cookies[COOKIE]
    door.post("/uitloggen")
    door.cookies.clear()
    door.cookies.set(COOKIE, token)
    assert door.get("/").status_code == 401


def test_what_is_typed_as_a_name_is_shown_as_text(door: TestClient) -> None:
    assert "<script>" not in log_in(door, name="<script>").text
