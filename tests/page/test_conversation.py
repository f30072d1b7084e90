"""A conversation in the browser: what is kept, wiped, copied, judged and saved there; the server keeps nothing."""

import gc
from io import BytesIO
from pathlib import Path

import docx
from playwright.sync_api import Page, expect

from tests.page.test_browser import FIELD, SEND, ask

WAITING, NOTICE = "wat moet er over wachtlijsten in de regiovisie?", "#gemeld"
STORED = "localStorage.getItem('regiovisie-gesprek')"


def test_a_reload_brings_the_conversation_back_and_begin_again_wipes_it(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, WAITING, 1)
    ask(page, "en hoe schrijf ik dat op?", 2)
    answer = page.locator("#beurt-2 .antwoord").inner_text()
    page.reload()
    expect(page.locator("#beurt-2 .antwoord")).to_have_text(answer, use_inner_text=True)
    ask(page, "en wie betrek ik?", 3)
    page.click("#begin-opnieuw")
    expect(page.locator(".beurt")).to_have_count(0)
    expect(page.locator(NOTICE)).to_have_text("Het gesprek is gewist.")
    expect(page.locator(FIELD)).to_be_focused()
    assert page.evaluate(STORED) is None
    page.get_by_role("button", name="Zet het gesprek terug").click()
    expect(page.locator("#beurt-3 h2")).to_be_focused()
    page.click("#begin-opnieuw")
    page.reload()
    expect(page.locator("#begin")).to_be_visible()
    expect(page.locator(".beurt")).to_have_count(0)


def test_a_reader_can_have_nothing_kept(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, WAITING, 1)
    page.uncheck("#onthoud")
    expect(page.locator(NOTICE)).to_contain_text("onthoudt uw gesprek niet meer")
    assert page.evaluate(STORED) is None
    ask(page, "Wat is governance?", 2)
    assert page.evaluate(STORED) is None
    page.reload()
    expect(page.locator("#begin")).to_be_visible()
    expect(page.locator("#onthoud")).not_to_be_checked()


def test_a_question_with_personal_data_is_not_shown_and_not_kept(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "mail het naar j.jansen@voorbeeld.nl: wat is governance?", 1)
    expect(page.locator("#beurt-1")).to_contain_text("weggelaten")
    expect(page.locator("#beurt-1 .waardering")).to_have_count(0)
    assert "jansen" not in page.content()
    assert page.evaluate("JSON.stringify(localStorage)").find("jansen") == -1


def test_a_draft_stays_in_the_field_and_is_not_kept(page: Page, address: str) -> None:
    draft = "De regio werkt samen aan jeugdhulp. " * 60
    page.goto(address)
    ask(page, draft, 1)
    expect(page.locator("#beurt-1 h2")).to_contain_text("Een stuk van een concept")
    expect(page.locator(FIELD)).to_have_value(draft)
    assert page.evaluate("JSON.stringify(localStorage)").find("samen aan") == -1


def test_a_fill_in_text_is_copied_with_one_click_and_that_is_said(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.goto(address)
    ask(page, "geef een voorbeeldtekst over wachtlijsten", 1)
    button = page.locator("#beurt-1 .invultekst .kopieer")
    button.click()
    expect(page.locator(NOTICE)).to_contain_text("De tekst is gekopieerd")
    expect(button).to_have_text("Gekopieerd")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.split() == page.locator("#beurt-1 .invultekst blockquote").inner_text().split()


def test_what_a_reader_thinks_of_an_answer_stays_here_and_can_be_saved(
    page: Page, address: str, requests: list[str], tmp_path: Path
) -> None:
    page.goto(address)
    ask(page, WAITING, 1)
    page.get_by_role("button", name="Verkeerde bron").click()
    before = len(requests)
    page.get_by_label("Wat klopt er niet?").fill("Het staat in Ad 3 a.")
    page.reload()
    expect(page.get_by_label("Wat klopt er niet?")).to_have_value("Het staat in Ad 3 a.")
    expect(page.get_by_role("button", name="Verkeerde bron")).to_have_attribute("aria-pressed", "true")
    with page.expect_download() as download:
        page.get_by_role("button", name="Sla de oordelen op").click()
    download.value.save_as(tmp_path / "oordelen.txt")
    text = (tmp_path / "oordelen.txt").read_text(encoding="utf-8")
    for line in ("Oordeel: Verkeerde bron", f"Vraag: {WAITING}", "Toelichting: Het staat in Ad 3 a.", "5e"):
        assert line in text
    assert not any("oordeel" in url for url in requests[before:])
    page.get_by_role("button", name="Wis de oordelen").click()
    expect(page.locator("#oordelen")).to_be_hidden()


def test_a_conversation_is_saved_as_word_with_its_sources(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, WAITING, 1)
    with page.expect_download() as download:
        page.get_by_role("button", name="Sla op als Word").click()
    assert download.value.suggested_filename == "gesprek-regiovisie.docx"
    file = docx.Document(BytesIO(Path(download.value.path()).read_bytes()))
    assert any(WAITING in paragraph.text for paragraph in file.paragraphs if paragraph.style.name == "Heading 1")
    assert file.tables[0].cell(1, 0).text == "1"


def test_when_the_server_is_gone_that_is_said_in_dutch_and_what_was_typed_stays(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, WAITING, 1)
    page.route("**/gradio_api/**", lambda route: route.abort())
    page.fill(FIELD, "Wat is governance?")
    page.click(SEND)
    expect(page.locator("#verbinding")).to_contain_text("Geen verbinding met de assistent")
    expect(page.locator(FIELD)).to_have_value("Wat is governance?")
    expect(page.locator(".toast-wrap")).to_be_hidden()
    page.unroute("**/gradio_api/**")
    page.reload()
    expect(page.locator(FIELD)).to_have_value("Wat is governance?")
    expect(page.locator("#beurt-1")).to_be_visible()


def test_a_tab_has_an_address_and_a_reload_stays_there(page: Page, address: str) -> None:
    page.goto(f"{address}/#tab-over")
    expect(page.get_by_role("heading", name="Over deze assistent")).to_be_visible()
    page.get_by_role("tab", name="Toets uw concept").click()
    page.reload()
    expect(page.locator("#conceptveld")).to_be_visible()


def test_the_server_forgets_what_was_asked_as_soon_as_it_did_something_else(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "Wat moet er over zebrapadmerkteken en wachtlijsten?", 1)
    ask(page, "Wat is governance?", 2)
    page.click("#begin-opnieuw")
    ask(page, "Wat is een accounthoudende regio?", 1)
    gc.collect()
    held = [
        value
        for thing in gc.get_objects()
        if type(thing) is dict
        for value in list(thing.values())
        if type(value) is str and "zebrapadmerkteken" in value and value.startswith("<article")
    ]
    assert held == []
