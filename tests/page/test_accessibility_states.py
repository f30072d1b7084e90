"""WCAG 2.2 AA where work is under way: a review, the checklist, the library with documents, and the login."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant import Assistant
from assistant.page import Setup
from assistant.review import Review
from corpus import Content
from corpus.originals import Library
from tests.assistant.reviews import DRAFT, a_review
from tests.assistant.test_comparison import EARLIER, EARLIER_VERDICTS
from tests.page.conftest import served
from tests.page.documents import HANDREIKING, fill
from tests.page.reviewing import BUTTON, HandMade, review
from tests.page.test_accessibility import violations
from tests.page.test_checklist import open_tab, status
from tests.page.test_comparing import EARLIER_FIELD
from tests.page.test_gate import ACCOUNTS, NAME
from tests.page.test_library import at_tab

Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Places:
    """The addresses of a page whose reviews are made by hand, of one with documents, and of one with a login."""

    by_hand: str
    stocked: str
    locked: str


@pytest.fixture(scope="module")
def places(content: Content, assistant: Assistant, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Places]:
    def made(text: str) -> Review:
        return a_review(content, EARLIER_VERDICTS, EARLIER) if text == EARLIER else a_review(content)

    library = fill(Library(tmp_path_factory.mktemp("bronnen")), tmp_path_factory.mktemp("bestanden"))
    with (
        served(HandMade(content, made)) as by_hand,
        served(assistant, library=library) as stocked,
        served(assistant, Setup(accounts=ACCOUNTS)) as locked,
    ):
        yield Places(by_hand, stocked, locked)


def all_open(page: Page) -> None:
    """Open everything that opens."""
    page.evaluate("document.querySelectorAll('details').forEach(details => { details.open = true; })")


def a_comparison(page: Page, places: Places) -> None:
    page.goto(places.by_hand)
    page.get_by_role("tab", name="Toets uw concept").click()
    page.locator("#vorige-uitleg summary").click()
    page.fill(EARLIER_FIELD, EARLIER)
    review(page, DRAFT)
    all_open(page)


def nothing_to_review(page: Page, places: Places) -> None:
    page.goto(places.by_hand)
    page.get_by_role("tab", name="Toets uw concept").click()
    page.click(BUTTON)
    expect(page.locator("#toets-status [role=alert]")).not_to_be_empty()


def a_checklist_under_way(page: Page, places: Places) -> None:
    page.goto(places.by_hand)
    open_tab(page)
    status(page, "1a").select_option("Klaar")
    status(page, "2c").select_option("Mee bezig")
    expect(page.locator("#checklist-voortgang")).to_contain_text("Klaar: 1 van de 26 onderdelen")
    all_open(page)


def documents_and_what_was_found(page: Page, places: Places) -> None:
    at_tab(page, places.stocked)
    page.fill("#zoekveld input, #zoekveld textarea", "wachttijd")
    page.click("#zoek-knop")
    expect(page.locator("#gevonden")).to_be_focused()
    all_open(page)


def a_leaf_of_a_document(page: Page, places: Places) -> None:
    page.goto(f"{places.stocked}/origineel/{HANDREIKING}/2?van=0&tot=10")
    all_open(page)
    expect(page.get_by_role("img")).to_have_js_property("complete", True)


def a_refused_login(page: Page, places: Places) -> None:
    page.goto(places.locked)
    page.get_by_label("Naam").fill(NAME)
    page.get_by_label("Wachtwoord").fill("verkeerd")
    page.get_by_role("button").click()
    expect(page.get_by_role("alert")).to_be_visible()


STATES: tuple[Callable[[Page, Places], None], ...] = (
    a_comparison,
    nothing_to_review,
    a_checklist_under_way,
    documents_and_what_was_found,
    a_leaf_of_a_document,
    a_refused_login,
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_no_state_breaks_a_rule(
    browser: Browser, places: Places, state: Callable[[Page, Places], None], scheme: Scheme
) -> None:
    page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")
    state(page, places)
    assert violations(page) == []
    page.close()


@pytest.mark.parametrize("state", STATES)
def test_every_state_fits_on_a_narrow_screen(page: Page, places: Places, state: Callable[[Page, Places], None]) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    state(page, places)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
