"""The functions for other programs: plain JSON over http, and gradio's own client."""

from collections.abc import Iterator

import httpx
import pytest
from gradio_client import Client
from gradio_client.exceptions import AppError

from assistant import Assistant
from assistant.page.review import LONGEST_DRAFT
from assistant.page.services import REVIEWS_AT_ONCE, Services, described, parameters_of
from assistant.rendering import as_json
from assistant.review import Review, Scope
from assistant.review_rendering import review_as_json
from corpus import Content, InputError
from tests.assistant.reviews import DRAFT, a_review

QUESTION = "Wat moet er over wachtlijsten in de regiovisie?"
NAMES = ("vraag", "toets", "bronnen", "bron")


@pytest.fixture(scope="module")
def client(address: str) -> Iterator[Client]:
    client = Client(address, verbose=False, analytics_enabled=False)
    yield client
    client.close()


def post(address: str, name: str, body: object) -> httpx.Response:
    return httpx.post(f"{address}/api/{name}", json=body, timeout=60)


def test_an_answer_over_http_is_the_json_of_the_command_line(address: str, assistant: Assistant) -> None:
    reply = post(address, "vraag", {"question": "en hoe schrijf ik dat op?", "history": [QUESTION]})
    assert reply.status_code == 200
    assert reply.json() == as_json(assistant.ask("en hoe schrijf ik dat op?", (QUESTION,)), assistant.content)


def test_gradios_client_gets_the_same_json(client: Client, assistant: Assistant) -> None:
    assert client.predict(QUESTION, api_name="/vraag") == as_json(assistant.ask(QUESTION), assistant.content)


def test_a_review_is_the_json_of_the_command_line(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, Scope]] = []

    def review(text: str, scope: Scope) -> Review:
        asked.append((text, scope))
        return a_review(content)

    assistant = object.__new__(Assistant)
    assistant.content = content
    monkeypatch.setattr(assistant, "review", review, raising=False)
    row = Services(assistant).call("toets", {"text": DRAFT, "not_applicable": ["B2a"], "whole": True})
    assert row == review_as_json(a_review(content))
    assert asked == [(DRAFT, Scope(("B2a",), whole=True))]


def test_the_sources_can_be_listed_and_read_whole(address: str, content: Content) -> None:
    listed = post(address, "bronnen", {}).json()["sources"]
    assert [row["id"] for row in listed] == list(content.sources)
    source = post(address, "bron", {"source": "handreiking"}).json()
    assert [row["text"] for row in source["passages"]] == [p.text for p in content.passages_of("handreiking")]


@pytest.mark.parametrize(
    ("name", "body", "sentence"),
    [
        ("vraag", {"question": " "}, "Uw vraag is leeg"),
        ("vraag", {}, "'question' ontbreekt"),
        ("vraag", {"question": 5}, "hoort tekst"),
        ("vraag", {"question": "x", "history": "y"}, "hoort een lijst"),
        ("vraag", {"question": "x", "file": "/etc/passwd"}, "'file' wordt niet herkend"),
        ("vraag", [1], "geen JSON-object"),
        ("toets", {"text": "a" * (LONGEST_DRAFT + 1)}, "te lang"),
        ("toets", {"text": "x", "not_applicable": ["9z"]}, "'9z' bestaat niet"),
        ("toets", {"text": "x", "whole": "nee"}, "'whole' is geen true of false"),
        ("bron", {"source": "../../etc/passwd"}, "bestaat niet. Vraag met 'bronnen'"),
        ("weg", {}, "Kies uit: vraag, toets, bronnen, bron."),
    ],
)
def test_what_cannot_be_done_is_told_in_dutch(address: str, name: str, body: object, sentence: str) -> None:
    reply = post(address, name, body)
    assert reply.status_code == 400
    assert list(reply.json()) == ["error"]
    assert sentence in reply.json()["error"]


def test_gradios_client_hears_what_is_wrong_in_dutch(client: Client) -> None:
    with pytest.raises(AppError, match="Uw vraag is leeg"):
        client.predict("", api_name="/vraag")


def test_too_few_values_are_told_and_what_was_sent_is_not_printed(
    address: str, capfd: pytest.CaptureFixture[str]
) -> None:
    reply = httpx.post(f"{address}/gradio_api/run/vraag", json={"data": ["geheime vraag"]})
    assert reply.json()["error"] == "Er zijn 1 waarden gegeven, en 2 zijn nodig. Geef ze alle mee; null kan ook."
    assert "geheime vraag" not in "".join(capfd.readouterr())


def test_our_own_fault_is_told_without_what_was_asked(content: Content, capfd: pytest.CaptureFixture[str]) -> None:
    broken = object.__new__(Assistant)
    broken.content = content
    with pytest.raises(InputError, match="Het is niet gelukt"):
        Services(broken).call("vraag", {"question": "geheime vraag"})
    assert "geheime vraag" not in "".join(capfd.readouterr())


def test_only_some_drafts_are_reviewed_at_once(content: Content) -> None:
    services = Services(object.__new__(Assistant))
    for _ in range(REVIEWS_AT_ONCE):
        assert services._reviews.acquire(blocking=False)
    with pytest.raises(InputError, match="al 4 concepten"):
        services.call("toets", {"text": "x"})


def test_only_the_documented_endpoints_are_public_and_each_is_described_in_dutch(address: str) -> None:
    info = httpx.get(f"{address}/gradio_api/info").json()
    assert info["unnamed_endpoints"] == {}
    assert sorted(info["named_endpoints"]) == sorted(f"/{name}" for name in NAMES)
    for name in NAMES:
        endpoint = info["named_endpoints"][f"/{name}"]
        assert endpoint["description"] == described(name)
        assert [parameter["parameter_name"] for parameter in endpoint["parameters"]] == list(parameters_of(name))


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/file=http://example.org/x",
        "/gradio_api/file=HTTPS://example.org/x",
        "/gradio_api/file/https://example.org/x",
        "/gradio_api/proxy=https://example.org/x",
    ],
)
def test_the_server_fetches_nothing_from_elsewhere_for_anyone(address: str, path: str) -> None:
    reply = httpx.get(address + path)
    assert (reply.status_code, reply.text) == (404, "Dit adres bestaat niet.")


@pytest.mark.parametrize("path", ["/etc/passwd", "app.py", "assistant/page/server.py"])
def test_no_file_of_the_server_can_be_had(address: str, path: str) -> None:
    assert httpx.get(f"{address}/gradio_api/file={path}").status_code == 403


def test_the_server_says_that_it_is_well(address: str) -> None:
    assert httpx.get(f"{address}/gezond").text == "gezond"
