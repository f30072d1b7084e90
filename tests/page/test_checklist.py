"""The tab "Checklist" in a real browser: by mouse, and by keyboard alone."""

import json
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Download, Locator, Page, expect

from corpus import ITEM_IDS, PARTS, Content
from tests.page.reviewing import review
from tests.page.test_review import press_until

KEY = "checklist-regiovisie"


@pytest.fixture
def tab(page: Page, url: str) -> Page:
    """The page at the checklist, in a browser that kept nothing yet."""
    page.goto(url)
    open_tab(page)
    return page


def open_tab(page: Page) -> None:
    page.get_by_role("tab", name="Checklist").click()
    expect(page.locator("#checklist-kop")).to_be_visible()
    page.wait_for_function("!document.querySelector('.checklist').inert")


def task(page: Page, item: str) -> Locator:
    return page.locator(f".taak[data-item='{item}']")


def status(page: Page, item: str) -> Locator:
    return task(page, item).get_by_role("combobox")


def saved(download: Download) -> Path:
    path = download.path()
    assert path
    return Path(path)


def test_what_was_filled_in_is_still_there_after_a_reload(tab: Page, requests: list[str], url: str) -> None:
    status(tab, "1a").select_option("Klaar")
    status(tab, "2c").select_option("Mee bezig")
    task(tab, "2c").get_by_label("Wie doet 2c").fill("Anna <b>")
    task(tab, "2c").get_by_label("Notitie bij 2c").fill("Vraag `cijfers` op ${1+1}\nbij de analist")
    expect(tab.locator("#checklist-voortgang")).to_contain_text("Klaar: 1 van de 26 onderdelen")
    expect(tab.locator("#checklist-voortgang tr").nth(2)).to_contain_text("0 van 5 klaar, 1 mee bezig")
    tab.reload()
    open_tab(tab)
    expect(status(tab, "1a")).to_have_value("klaar")
    expect(status(tab, "2c")).to_have_value("bezig")
    expect(task(tab, "2c").get_by_label("Wie doet 2c")).to_have_value("Anna <b>")
    expect(task(tab, "2c").get_by_label("Notitie bij 2c")).to_have_value("Vraag `cijfers` op ${1+1}\nbij de analist")
    expect(tab.locator("#checklist-voortgang")).to_contain_text("Klaar: 1 van de 26 onderdelen")
    assert [address for address in requests if not address.startswith((url, "data:", "blob:"))] == []


def test_a_list_saved_as_a_file_can_be_opened_by_a_colleague(tab: Page, tmp_path: Path) -> None:
    status(tab, "5b").select_option("Klaar")
    tab.get_by_label("Naam van uw regio").fill("Lindewaard")
    with tab.expect_download() as downloading:
        tab.get_by_role("button", name="Sla op als bestand").click()
    path = tmp_path / downloading.value.suggested_filename
    downloading.value.save_as(path)
    assert json.loads(path.read_text(encoding="utf-8"))["format"] == 1
    tab.evaluate("localStorage.clear()")
    tab.reload()
    open_tab(tab)
    status(tab, "1a").select_option("Mee bezig")
    tab.locator("#checklist-bestand").set_input_files(path)
    expect(told(tab, "bewaren")).to_contain_text("De lijst uit het bestand staat er nu.")
    expect(status(tab, "5b")).to_have_value("klaar")
    expect(status(tab, "1a")).to_have_value("niet-begonnen")
    expect(tab.get_by_label("Naam van uw regio")).to_have_value("Lindewaard")
    tab.get_by_role("button", name="Zet de vorige lijst terug").click()
    expect(status(tab, "1a")).to_have_value("bezig")
    expect(status(tab, "5b")).to_have_value("niet-begonnen")


def told(page: Page, place: str, role: str = "status") -> Locator:
    return page.locator(f"[data-plek={place}] [role={role}]")


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04", "geen checklist"),
        (b'{"kind": "checklist-regiovisie", "format": 99}', "nieuwere versie"),
        (b" " * 600_000, "te groot"),
    ],
)
def test_a_file_that_is_no_list_gets_one_sentence_and_nothing_is_lost(
    tab: Page, tmp_path: Path, data: bytes, sentence: str
) -> None:
    status(tab, "1a").select_option("Klaar")
    (tmp_path / "lijst.json").write_bytes(data)
    tab.locator("#checklist-bestand").set_input_files(tmp_path / "lijst.json")
    expect(told(tab, "bewaren", "alert")).to_contain_text(sentence)
    expect(told(tab, "bewaren", "alert")).to_contain_text("Uw lijst is niet veranderd.")
    expect(status(tab, "1a")).to_have_value("klaar")
    expect(tab.get_by_role("button", name="Zet de vorige lijst terug")).to_be_hidden()


def test_an_emptied_list_can_be_brought_back(tab: Page) -> None:
    status(tab, "3a").select_option("Klaar")
    tab.get_by_role("button", name="Maak de lijst leeg").click()
    expect(status(tab, "3a")).to_have_value("niet-begonnen")
    tab.reload()
    open_tab(tab)
    tab.get_by_role("button", name="Zet de vorige lijst terug").click()
    expect(status(tab, "3a")).to_have_value("klaar")


def test_a_kept_list_that_cannot_be_read_is_told_and_not_thrown_away(tab: Page) -> None:
    tab.evaluate(f"localStorage.setItem('{KEY}', 'kapot')")
    tab.reload()
    open_tab(tab)
    expect(told(tab, "boven", "alert")).to_contain_text("kunnen wij niet lezen")
    status(tab, "1a").select_option("Klaar")
    assert tab.evaluate(f"localStorage.getItem('{KEY}-onleesbaar')") == "kapot"
    assert json.loads(tab.evaluate(f"localStorage.getItem('{KEY}')"))["items"][0]["status"] == "klaar"


def test_a_browser_that_keeps_nothing_is_told_about(tab: Page) -> None:
    tab.evaluate("() => { Storage.prototype.setItem = () => { throw new Error('full'); }; }")
    status(tab, "1a").select_option("Klaar")
    expect(told(tab, "boven", "alert")).to_contain_text("Uw browser bewaart de lijst niet.")
    expect(tab.locator("#checklist-voortgang")).to_contain_text("1 van de 26")


def test_a_review_fills_the_list_but_not_what_was_chosen_by_hand(tab: Page) -> None:
    status(tab, "1a").select_option("Klaar")
    task(tab, "4d").get_by_label("Wie doet 4d").fill("Bas")
    tab.get_by_role("tab", name="Toets uw concept").click()
    review(tab)
    tab.get_by_role("button", name="Neem over in de checklist").click()
    expect(tab.locator("#checklist-kop")).to_be_focused()
    expect(told(tab, "boven")).to_contain_text("Bij 1a vond de toets iets anders")
    for item, value in (("1a", "klaar"), ("4d", "controleren"), ("5e", "bezig"), ("2a", "niet-begonnen")):
        expect(status(tab, item)).to_have_value(value)
    expect(status(tab, "B2a")).to_have_value("niet-van-toepassing")
    expect(task(tab, "4d").get_by_label("Wie doet 4d")).to_have_value("Bas")
    expect(task(tab, "4d").get_by_text("uit de toets")).to_be_visible()
    expect(task(tab, "1a").get_by_text("uit de toets")).to_be_hidden()
    expect(tab.locator("#checklist-voortgang")).to_contain_text("1 te controleren")
    tab.get_by_role("button", name="Zet de vorige lijst terug").click()
    expect(status(tab, "4d")).to_have_value("niet-begonnen")


def test_the_filter_shows_one_status_and_lets_nothing_vanish_while_it_is_changed(tab: Page) -> None:
    status(tab, "2a").select_option("Mee bezig")
    tab.get_by_label("Mee bezig", exact=True).check()
    visible = tab.locator(".taak:visible")
    expect(visible).to_have_count(1)
    expect(tab.locator(".hoofdstuk:visible")).to_have_count(1)
    expect(told(tab, "filter")).to_have_text("Aantal onderdelen in beeld: 1")
    status(tab, "2a").select_option("Klaar")
    expect(visible).to_have_count(1)
    tab.get_by_label("Niet van toepassing", exact=True).check()
    expect(visible).to_have_count(0)
    tab.get_by_label("alles", exact=True).check()
    expect(visible).to_have_count(len(ITEM_IDS))


def test_each_item_has_its_guidance_and_every_source_opens(tab: Page, content: Content) -> None:
    assert tab.locator(".taak").count() == len(content.items)
    help_ = task(tab, "5e").locator("details").first
    help_.locator("summary").first.click()
    expect(help_).to_contain_text(content.items["5e"].short[0].text)
    help_.get_by_text("Suggestie: invultekst").click()
    expect(help_.locator("blockquote").first).to_have_text(content.items["5e"].template())
    with tab.expect_popup() as opened:
        help_.locator(".bronnen a").first.click()
    expect(opened.value.locator("mark#citaat")).to_be_in_viewport()


def test_a_raamwerk_is_made_for_the_own_region(tab: Page, upload_folder: Path) -> None:
    tab.get_by_label("Naam van uw regio").fill("Lindewaard")
    status(tab, "B2a").select_option("Niet van toepassing")
    tab.get_by_text("Begin met schrijven").click()
    tab.get_by_label("Provincie").select_option("Limburg")
    for part in ("1", "2", "3", "4", "5"):
        tab.get_by_role("checkbox", name=f"{part} {PARTS[part]}").uncheck()
    with tab.expect_download() as downloading:
        tab.get_by_role("button", name="Maak het raamwerk").click()
    assert downloading.value.suggested_filename == "raamwerk-regiovisie.docx"
    word = docx.Document(str(saved(downloading.value)))
    text = "\n".join(paragraph.text for paragraph in word.paragraphs)
    assert "Regiovisie Jeugd Lindewaard" in text
    assert "in de provincie Limburg" in text
    assert "Dit onderdeel geldt niet voor Lindewaard" in text
    assert "1a Maatschappelijke" not in text
    expect(told(tab, "raamwerk")).to_contain_text("staat in uw map Downloads")
    for part in ("B1", "B2", "B3"):
        tab.get_by_role("checkbox", name=f"{part} {PARTS[part]}").uncheck()
    tab.get_by_role("button", name="Maak het raamwerk").click()
    expect(told(tab, "raamwerk", "alert")).to_contain_text("geen hoofdstuk gekozen")
    assert [path for path in upload_folder.rglob("*") if path.is_file()] == []


def test_the_summary_comes_as_a_word_file(tab: Page) -> None:
    status(tab, "5b").select_option("Klaar")
    with tab.expect_download() as downloading:
        tab.get_by_role("button", name="Samenvatting voor de bestuurder").click()
    word = docx.Document(str(saved(downloading.value)))
    assert "Klaar: 1 van de 26 onderdelen" in word.paragraphs[1].text


def test_the_whole_list_can_be_worked_with_the_keyboard_alone(tab: Page, tmp_path: Path) -> None:
    tab.reload()
    tab.wait_for_selector("#tab-checklist-button")
    press_until(tab, "Tab", "#tab-checklist-button")
    tab.keyboard.press("Enter")
    press_until(tab, "Tab", "#checklist-regio")
    tab.keyboard.type("Lindewaard")
    press_until(tab, "Tab", "#raamwerk summary")
    tab.keyboard.press("Enter")
    press_until(tab, "Tab", "[name=parts][value='1']")
    tab.keyboard.press("Space")
    press_until(tab, "Tab", "#maak-raamwerk")
    with tab.expect_download() as downloading:
        tab.keyboard.press("Enter")
    made = docx.Document(str(saved(downloading.value)))
    assert [p.text for p in made.paragraphs if p.style.name == "Heading 1"][1] == f"2 {PARTS['2']}"
    press_until(tab, "Tab", "[data-doe=opslaan]")
    with tab.expect_download() as downloading:
        tab.keyboard.press("Space")
    path = tmp_path / "lijst.json"
    downloading.value.save_as(path)
    press_until(tab, "Tab", "#stand-alles")
    press_until(tab, "Tab", "[data-item='1a'] select")
    tab.keyboard.type("Klaar")
    expect(status(tab, "1a")).to_have_value("klaar")
    press_until(tab, "Tab", "[data-item='1a'] [name=owner]")
    tab.keyboard.type("Anna")
    tab.reload()
    open_tab(tab)
    expect(status(tab, "1a")).to_have_value("klaar")
    tab.on("filechooser", lambda chooser: chooser.set_files(path))
    tab.locator("[data-doe=openen]").focus()
    tab.keyboard.press("Enter")
    expect(status(tab, "1a")).to_have_value("niet-begonnen")
    press_until(tab, "Tab", "[data-doe=terug]")
    tab.keyboard.press("Enter")
    expect(status(tab, "1a")).to_have_value("klaar")


def test_everything_fits_on_a_narrow_screen(tab: Page) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.get_by_text("Begin met schrijven").click()
    task(tab, "1a").locator("summary").first.click()
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_another_window_of_the_same_browser_follows(tab: Page) -> None:
    with tab.expect_popup() as opened:
        tab.evaluate("() => { window.open('/'); }")
    other = opened.value
    open_tab(other)
    status(other, "1a").select_option("Klaar")
    expect(status(tab, "1a")).to_have_value("klaar")
    other.close()


def test_when_the_server_is_away_nothing_is_lost(tab: Page) -> None:
    tab.route("**/checklist/*", lambda route: route.abort())
    status(tab, "1a").select_option("Klaar")
    expect(told(tab, "boven", "alert")).to_contain_text("niet bereikbaar")
    tab.unroute("**/checklist/*")
    tab.reload()
    open_tab(tab)
    expect(status(tab, "1a")).to_have_value("klaar")
