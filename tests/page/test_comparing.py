"""An earlier version beside the draft: a disclosure, two fields, and what changed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.drafting import Draft
from assistant.review import Review, ReviewOutcome
from corpus import Content
from tests.assistant.reviews import DRAFT, a_review
from tests.assistant.test_comparison import EARLIER, EARLIER_VERDICTS
from tests.page.reviewing import BUTTON, FIELD, Asked, HandMade, left, review, status

EARLIER_FIELD = "#vorigeveld textarea"


@pytest.fixture
def versions(tab: Page, content: Content, made: HandMade) -> Page:
    """The tab with both versions filled in."""
    made.make = lambda text: a_review(content, EARLIER_VERDICTS, EARLIER) if text == EARLIER else a_review(content)
    tab.locator("#vorige-uitleg summary").click()
    tab.fill(EARLIER_FIELD, EARLIER)
    return tab


def test_the_field_of_the_earlier_version_is_shown_with_the_keyboard_and_hidden_again(tab: Page) -> None:
    expect(tab.locator(EARLIER_FIELD)).to_be_hidden()
    tab.locator("#vorige-uitleg summary").focus()
    tab.keyboard.press("Enter")
    expect(tab.locator(EARLIER_FIELD)).to_be_visible()
    tab.keyboard.press("Tab")
    expect(tab.locator(EARLIER_FIELD)).to_be_focused()
    tab.locator("#vorige-uitleg summary").click()
    expect(tab.locator(EARLIER_FIELD)).to_be_hidden()


def test_what_improved_what_got_less_and_what_stayed_is_told(versions: Page, made: HandMade) -> None:
    review(versions)
    assert [asked.text for asked in made.asked] == [EARLIER, DRAFT]
    told = versions.locator(".vergelijking")
    assert told.locator("h4").all_inner_texts() == ["Verbeterd (2)", "Minder geworden (1)", "Gelijk gebleven (22)"]
    expect(told.locator(".verbeterd li").first).to_contain_text("Eerst: gedeeltelijk. Nu: aanwezig.")
    expect(told.locator(".verbeterd li").first).to_contain_text("Dit staat er niet meer: “Hulp duurt nu te lang.”")
    expect(told.locator(".minder-geworden li")).to_contain_text("staan in beide versies")
    told.locator(".minder-geworden a").click()
    expect(versions.locator("#over-5e")).to_be_focused()
    versions.set_viewport_size({"width": 320, "height": 640})
    assert versions.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_report_holds_what_changed(versions: Page) -> None:
    review(versions)
    with versions.expect_download() as download:
        versions.locator(".rapport").get_by_role("link", name="Markdown").click()
    assert "### Verbeterd (2)" in Path(download.value.path()).read_text(encoding="utf-8")


def test_an_earlier_version_that_cannot_be_used_is_told_and_both_texts_stay(
    versions: Page, content: Content, made: HandMade
) -> None:
    def too_short(text: str) -> Review:
        return Review(Draft(text), ReviewOutcome.TE_KORT, ()) if text == "Kort." else a_review(content)

    made.make = too_short
    versions.fill(FIELD, DRAFT)
    for earlier, why in (("Kort.", "te kort"), ("- - -", "geen tekst")):
        versions.fill(EARLIER_FIELD, earlier)
        versions.click(BUTTON)
        expect(versions.get_by_role("alert")).to_contain_text("Vergelijken lukt niet met de vorige versie.")
        expect(versions.get_by_role("alert")).to_contain_text(why)
        expect(versions.locator(FIELD)).to_have_value(DRAFT)
        expect(versions.locator(EARLIER_FIELD)).to_have_value(earlier)
    versions.fill(EARLIER_FIELD, "  ")
    made.asked.clear()
    review(versions)
    assert made.asked == [Asked(DRAFT)]


def test_a_file_is_read_into_the_field_of_the_earlier_version(
    versions: Page, tmp_path: Path, upload_folder: Path
) -> None:
    (tmp_path / "oud.md").write_text("Wat er eerst stond.", encoding="utf-8")
    with versions.expect_file_chooser() as chooser:
        versions.click("#kies-vorige")
    chooser.value.set_files(tmp_path / "oud.md")
    expect(versions.locator(EARLIER_FIELD)).to_have_value("Wat er eerst stond.")
    expect(versions.locator(FIELD)).to_have_value("")
    expect(status(versions)).to_contain_text("'oud.md'")
    assert left(upload_folder) == []
