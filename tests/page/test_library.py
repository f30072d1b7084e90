"""The tab "Bronnen" in a real browser: what there is, and adding, fetching, removing and searching."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.finding import Found, Place
from assistant.page import Setup
from assistant.types import CitationKind, OwnDocument
from corpus import Certainty, Content, Passage
from corpus.fetching import Ending, Fetched, Fetcher, Progress
from corpus.originals import Library
from index import Match
from tests.corpus.files import pdf_of, printed
from tests.page.conftest import served
from tests.page.documents import HANDREIKING, OWN, HandFound, Silent, fill

STATUS, ALERT = "#bronnen-status [role=status]", "#bronnen-status [role=alert]"


@dataclass
class Publisher(Fetcher):
    """A publisher that gives one document, lets another wait, and has lost the rest."""

    asked: list[str] = field(default_factory=list)

    def fetch(self, address: str, folder: Path, name: str) -> Iterator[Progress | Fetched]:
        self.asked.append(name)
        if name not in ("norm", "routekaart"):
            yield Fetched(Ending.VERDWENEN, address=address)
            return
        yield Progress(1000, 2000)
        if name == "routekaart":
            for received in range(2000, 60_000_000, 100_000):
                time.sleep(0.05)
                yield Progress(received, 60_000_000)
        folder.mkdir(exist_ok=True)
        path = folder / f"{name}.pdf"
        path.write_bytes(pdf_of([printed("De acht afspraken van de norm.")]))
        yield Fetched(Ending.OPGEHAALD, path, address)


@pytest.fixture(scope="module")
def upload_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("uploads")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return fill(Library(tmp_path_factory.mktemp("bronnen")), tmp_path_factory.mktemp("bestanden"))


@pytest.fixture(scope="module")
def silent(content: Content) -> Silent:
    return Silent(content)


@pytest.fixture(scope="module")
def publisher() -> Publisher:
    return Publisher()


@pytest.fixture(scope="module")
def url(silent: Silent, shelf: Library, publisher: Publisher, upload_folder: Path) -> Iterator[str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADIO_TEMP_DIR", str(upload_folder))
        with served(silent, library=shelf, fetcher=publisher) as address:
            yield address


@pytest.fixture
def tab(page: Page, url: str) -> Page:
    return at_tab(page, url)


def at_tab(page: Page, url: str) -> Page:
    page.goto(url)
    page.get_by_role("tab", name="Bronnen").click()
    expect(page.locator(".bronnentab")).to_be_visible()
    return page


def opened(page: Page, name: str) -> None:
    """Open the row of a source or document with the keyboard."""
    page.locator(f"#rij-{name}").focus()
    page.keyboard.press("Enter")


def left(folder: Path) -> list[Path]:
    """The files under the folder that have something in them."""
    return [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size]


def test_every_source_tells_what_it_is_for_and_what_of_it_was_seen(tab: Page, content: Content) -> None:
    expect(tab.locator(".bronnentab .lijst").last.locator("> li")).to_have_count(len(content.sources))
    for source in content.sources.values():
        row = tab.locator(f"details[data-id='{source.id}']")
        for text in (source.title, source.publisher, source.date, source.purpose, source.seen):
            expect(row).to_contain_text(text)
    expect(tab.locator(f"#rij-{HANDREIKING}")).to_contain_text("origineel aanwezig")
    expect(tab.locator("#rij-norm")).to_contain_text("alleen navertelling")
    opened(tab, "norm")
    expect(tab.locator("details[data-id=norm] .gegevens")).to_contain_text("Nagekeken op 21 november 2026")


def test_a_document_is_read_from_the_tab_page_by_page_with_the_keyboard(tab: Page) -> None:
    opened(tab, HANDREIKING)
    link = tab.get_by_role("link", name="Lees het origineel van Handreiking Regiovisie")
    link.focus()
    with tab.expect_popup() as popup:
        tab.keyboard.press("Enter")
    leaf = popup.value
    expect(leaf.get_by_role("heading", name="Bladzijde 1 (gedrukt nummer i) van 3")).to_be_visible()
    leaf.get_by_role("link", name="Volgende bladzijde").focus()
    leaf.keyboard.press("Enter")
    expect(leaf.get_by_role("heading", name="Toegang en wachttijd")).to_be_visible()
    leaf.get_by_text("Bekijk deze bladzijde als beeld").focus()
    leaf.keyboard.press("Enter")
    picture = leaf.get_by_role("img")
    expect(picture).to_have_js_property("complete", True, timeout=20_000)
    assert picture.evaluate("picture => picture.naturalWidth") > 1000
    leaf.set_viewport_size({"width": 320, "height": 640})
    assert leaf.evaluate("document.documentElement.scrollWidth") <= 320
    leaf.close()


def test_the_cited_passage_comes_into_view(page: Page, url: str, shelf: Library) -> None:
    end = len(shelf.document(HANDREIKING).text)
    page.set_viewport_size({"width": 320, "height": 400})
    page.goto(f"{url}/origineel/{HANDREIKING}?van={end - 11}&tot={end}")
    expect(page.locator("#citaat")).to_have_text("bel elkaar")
    expect(page.locator("#citaat")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_files_are_added_by_button_and_by_dropping_and_nothing_stays_where_they_were_uploaded(
    tab: Page, tmp_path: Path, upload_folder: Path, shelf: Library, silent: Silent
) -> None:
    (tmp_path / "nota één.md").write_text("# Nota Een\n\nGeheimpje jeugd.", encoding="utf-8")
    (tmp_path / "kapot.pdf").write_bytes(b"MZ programma")
    with tab.expect_file_chooser() as chooser:
        tab.click("#bestand-erbij")
    chooser.value.set_files([tmp_path / "nota één.md", tmp_path / "kapot.pdf"])
    expect(tab.locator(STATUS)).to_contain_text("toegevoegd als uw eigen document 'Nota Een'")
    expect(tab.locator(ALERT)).to_contain_text("kapot.pdf")
    expect(tab.locator("#rij-eigen-nota-een")).to_be_visible()
    assert "eigen-nota-een" in silent.finder.indexed
    drop(tab, "nota twee.md", "# Nota Twee\n\nNog een geheimpje.")
    expect(tab.locator(STATUS)).to_contain_text("'Nota Twee'")
    expect(tab.locator("#rij-eigen-nota-twee")).to_be_visible()
    assert left(upload_folder) == []


def drop(page: Page, name: str, text: str) -> None:
    """Drop a file on the tab, as a mouse does."""
    page.evaluate(
        """([name, text]) => {
          const carried = new DataTransfer();
          carried.items.add(new File([text], name, {type: 'text/markdown'}));
          const target = document.querySelector('.bronnentab');
          for (const kind of ['dragover', 'drop'])
            target.dispatchEvent(new DragEvent(kind, {bubbles: true, cancelable: true, dataTransfer: carried}));
        }""",
        [name, text],
    )


def test_removing_asks_first_and_no_means_no(tab: Page, tmp_path: Path, shelf: Library) -> None:
    (tmp_path / "weg.md").write_text("# Weg hiermee\n\nDeze tekst gaat weg.", encoding="utf-8")
    name = shelf.add(tmp_path / "weg.md", own=True).id
    tab.reload()
    at_tab(tab, tab.url)
    opened(tab, name)
    button = tab.locator(f"button[data-verb=verwijder][data-id={name}]")
    button.focus()
    tab.keyboard.press("Enter")
    expect(tab.get_by_role("dialog")).to_contain_text("Wilt u 'Weg hiermee' verwijderen?")
    expect(tab.get_by_role("button", name="Nee, laat het zo")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(button).to_be_focused()
    assert name in {entry.id for entry in shelf.entries()}
    tab.keyboard.press("Enter")
    tab.get_by_role("button", name="Ja, verwijder het").click()
    expect(tab.locator(STATUS)).to_have_text("'Weg hiermee' is verwijderd.")
    expect(tab.locator(f"#rij-{name}")).to_have_count(0)
    expect(tab.locator("#bronnen-kop")).to_be_focused()
    assert name not in {entry.id for entry in shelf.entries()}


def test_fetching_says_that_it_goes_to_the_internet_and_tells_how_it_ended(
    tab: Page, shelf: Library, publisher: Publisher
) -> None:
    publisher.asked.clear()
    opened(tab, "norm")
    tab.locator("button[data-verb=haal][data-id=norm]").click()
    expect(tab.get_by_role("dialog")).to_contain_text("Dit gaat naar internet.")
    assert publisher.asked == []
    tab.get_by_role("button", name="Ja, haal het op").click()
    expect(tab.locator(STATUS)).to_contain_text("opgehaald bij VNG", timeout=20_000)
    expect(tab.locator("#rij-norm")).to_contain_text("origineel aanwezig")
    expect(tab.locator("#rij-norm")).to_be_focused()
    expect(tab.locator("details[data-id=norm]")).to_have_attribute("open", "")
    assert publisher.asked == ["norm"]
    assert [entry.source_id for entry in shelf.entries() if entry.fetched_from] == ["norm"]


def test_fetching_all_tells_how_far_it_is_and_can_be_stopped(tab: Page, publisher: Publisher) -> None:
    publisher.asked.clear()
    tab.locator("button[data-verb=alles]").click()
    tab.get_by_role("button", name="Ja, haal ze op").click()
    expect(tab.locator(STATUS)).to_contain_text("wordt opgehaald via internet")
    expect(tab.locator("#bronnen-voortgang")).to_contain_text("van 60,0 MB ontvangen", timeout=20_000)
    tab.click("#stop-ophalen")
    expect(tab.locator(STATUS)).to_contain_text("gestopt")
    expect(tab.locator("#stop-ophalen")).to_be_hidden()
    asked = list(publisher.asked)
    tab.wait_for_timeout(500)
    assert publisher.asked == asked


def test_what_was_found_is_shown_with_scores_and_leads_to_its_place(tab: Page, silent: Silent, shelf: Library) -> None:
    text = shelf.document(OWN).text
    silent.finder = HandFound(lambda asked: (a_find(text, 0.61), a_find(text, 0.02)))
    tab.fill("#zoekveld input, #zoekveld textarea", "hulp dichtbij")
    tab.keyboard.press("Enter")
    expect(tab.locator("#gevonden")).to_be_focused()
    expect(tab.locator("#gevonden")).to_have_text("1 passage bij “hulp dichtbij”")
    found = tab.locator(".gevonden li")
    expect(found).to_contain_text("Letterlijk uit uw eigen document. Score 0,61 (woorden 0,61, betekenis 0,61).")
    expect(found).to_contain_text("<script>")
    with tab.expect_popup() as popup:
        found.get_by_role("link").click()
    expect(popup.value.locator("#citaat")).to_contain_text("Ons doel is hulp dichtbij.")
    expect(popup.value).not_to_have_title("gehackt")
    popup.value.close()


def a_find(text: str, score: float) -> Found:
    """A passage of the own document that was found with this score."""
    start = text.index("Ons doel")
    passage = Passage(
        id=f"{OWN}/{start}",
        source_id=OWN,
        heading="",
        place="tekst",
        page="",
        text=text[start : text.index("\n", start)],
        certainty=Certainty.GEZIEN,
    )
    place = Place(passage, OwnDocument(OWN, "Regiovisie van Rivierland"), CitationKind.EIGEN)
    return Found(place, Match(passage.id, score, score))


def test_a_search_for_nothing_is_told_and_a_search_that_fails_does_not_break_the_page(
    tab: Page, silent: Silent, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(text: str) -> tuple[Found, ...]:
        raise ValueError(text)

    silent.finder = HandFound()
    tab.click("#zoek-knop")
    expect(tab.locator("#zoek-status [role=alert]")).to_contain_text("leeg")
    tab.fill("#zoekveld input, #zoekveld textarea", "geheimpje")
    tab.click("#zoek-knop")
    expect(tab.locator("#gevonden")).to_have_text("Niets gevonden bij “geheimpje”")
    silent.finder = HandFound(broken)
    tab.click("#zoek-knop")
    expect(tab.locator("#zoek-status [role=alert]")).to_contain_text("niet gelukt")
    assert "geheimpje" not in capfd.readouterr().err


def test_the_tab_fits_on_a_narrow_screen_and_calls_nobody(tab: Page, url: str, requests: list[str]) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    opened(tab, HANDREIKING)
    opened(tab, OWN)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320
    assert [address for address in requests if not address.startswith((url, "data:", "blob:"))] == []


def test_where_others_can_open_the_page_nothing_can_be_changed(page: Page, silent: Silent, shelf: Library) -> None:
    with served(silent, Setup(managed=False), shelf) as address:
        at_tab(page, address)
        expect(page.locator("#tab-bronnen, [role=tabpanel]:visible").last).to_contain_text("REGIOVISIE_BEHEER=1")
        expect(page.locator("button[data-verb]")).to_have_count(0)
        expect(page.locator("#bestand-erbij")).to_have_count(0)
        names = page.evaluate("() => window.gradio_config.dependencies.map(one => one.api_name)")
        assert not {"add", "act", "stopped"} & set(names)
        assert "find" in names
