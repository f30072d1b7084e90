"""The addresses beside the tabs, and the tab "Over"."""

import httpx
import pytest

from assistant import Assistant
from assistant.conversation import MOST_TURNS
from assistant.evaluating import SMALLER_IS_BETTER, evaluate
from assistant.page.about import about_html, figures
from assistant.page.chat import question_about
from assistant.version import version
from corpus import ITEM_IDS, Content


def test_an_unknown_address_gets_a_dutch_page_in_a_browser_and_stays_json_for_a_program(address: str) -> None:
    page = httpx.get(f"{address}/bestaat/niet", headers={"Accept": "text/html,*/*"})
    assert page.status_code == 404
    assert '<html lang="nl">' in page.text
    assert "Deze pagina bestaat niet" in page.text
    assert httpx.get(f"{address}/bestaat/niet", headers={"Accept": "application/json"}).json()


def test_the_page_says_what_it_is_before_any_script_runs(address: str) -> None:
    page = httpx.get(address).text
    assert page.index("Geen juridisch advies") < page.index("<gradio-app")
    assert page.index("pagina.js") < page.index("./assets/")
    assert "<noscript>" in page


@pytest.mark.parametrize("path", ["toegankelijkheid", "bronnen"])
def test_every_page_has_the_same_header_and_footer(address: str, path: str) -> None:
    page = httpx.get(f"{address}/{path}").text
    assert 'href="toegankelijkheid"' in page
    assert f"versie {version()}" in page
    assert 'href="#inhoud"' in page


def test_a_conversation_comes_back_from_its_questions_alone(address: str) -> None:
    asked = {"questions": ["Wat is governance?", " ", "a" * 20_000, "en hoe schrijf ik dat op?"]}
    page = httpx.post(f"{address}/gesprek/html", json=asked, timeout=60).text
    assert page.count("<article") == 2


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"geen json", 422),
        (b"[1]", 422),
        (b"[" * 100_000, 422),
        (b'{"questions": "een"}', 422),
        (b'{"questions": [1]}', 422),
        (b'{"questions": ["' + b"a" * 2_000_000 + b'"]}', 413),
    ],
)
def test_what_is_no_conversation_gets_a_sentence(address: str, body: bytes, status: int) -> None:
    reply = httpx.post(f"{address}/gesprek/html", content=body)
    assert reply.status_code == status
    assert "gesprek" in reply.json()["detail"]


@pytest.mark.parametrize("form", ["pdf", "..%2fetc"])
def test_a_form_that_does_not_exist_is_not_found(address: str, form: str) -> None:
    assert httpx.post(f"{address}/gesprek/{form}", json={"questions": []}).status_code == 404


def test_a_conversation_without_end_is_cut(address: str) -> None:
    page = httpx.post(f"{address}/gesprek/html", json={"questions": ["dank u wel"] * (MOST_TURNS + 5)}, timeout=60).text
    assert page.count("<article") == MOST_TURNS


def test_what_is_told_about_the_assistant_comes_from_its_content(content: Content) -> None:
    page = about_html(content)
    assert f"{len(content.sources)} bronnen" in page
    assert f"{len(content.terms)} begrippen" in page
    for figure in figures():
        assert figure.percentage in page


def test_the_figures_shown_are_not_prettier_than_what_is_measured(assistant: Assistant, content: Content) -> None:
    measured = evaluate(assistant, content.examples(held_out=True)).figures
    for figure in figures():
        worse = measured[figure.name] - figure.value
        assert (worse if figure.name in SMALLER_IS_BETTER else -worse) <= 0.01, figure.name


def test_a_choice_that_is_offered_leads_to_its_item(assistant: Assistant, content: Content) -> None:
    for name in ITEM_IDS:
        route = assistant.ask(question_about(name, content), ("wat schrijf ik over zorg",)).route
        assert (route.subjects[0], route.document) == (name, None)
