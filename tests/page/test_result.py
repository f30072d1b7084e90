"""What stands in the result of a review: the reports to keep, the eight afspraken, what to copy, what to check."""

import base64
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.coverage import coverage
from assistant.page.result import report_links, result_html
from assistant.reporting import REPORTS
from assistant.review import Review
from assistant.reviewing import first_things
from assistant.wording import message
from corpus import ITEM_IDS, Content
from corpus.reading import read_document
from tests.assistant.reviews import DRAFT, a_review
from tests.page.reviewing import HandMade, item, left, review

NOTICE = "#gemeld"


def doubted(review: Review, item_id: str) -> Review:
    findings = (replace(f, check_yourself=f.item == item_id) for f in review.findings)
    return replace(review, findings=tuple(findings))


def test_each_form_of_report_stands_whole_in_its_own_link(content: Content) -> None:
    links = report_links(a_review(content), content)
    assert [Path(link.name).suffix for link in links] == list(REPORTS)
    for link in links:
        assert re.fullmatch(r"toets-\d{4}-\d\d-\d\d\.\w+", link.name)
        assert link.address.startswith("data:")
    row = json.loads(base64.b64decode(links[-1].address.partition("base64,")[2]))
    assert row["text"] == DRAFT


def test_what_is_judged_less_surely_is_told_once_and_otherwise_nothing(content: Content) -> None:
    told = message("toets_controleer_zelf")
    plain = result_html(a_review(content), content)
    assert told not in plain
    assert "controleer zelf</span>" not in plain
    html = result_html(doubted(a_review(content), "5e"), content)
    assert html.count(told) == html.count('<span class="zelf">controleer zelf</span>') == 1


@pytest.mark.parametrize("label", ["Word", "Markdown", "JSON"])
def test_a_report_is_downloaded_and_nothing_of_it_is_left_on_the_server(
    tab: Page, label: str, tmp_path: Path, upload_folder: Path, requests: list[str]
) -> None:
    review(tab)
    requests.clear()
    with tab.expect_download() as download:
        tab.locator(".rapport").get_by_role("link", name=label).click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    text = path.read_text(encoding="utf-8") if path.suffix == ".json" else read_document(path).text
    assert "Crisisopvang | de regio Lindewaard" in text
    assert left(upload_folder) == []
    assert not [url for url in requests if not url.startswith("data:")], "a report is not asked from the server"


def test_each_afspraak_leads_to_its_items(tab: Page, content: Content) -> None:
    review(tab)
    summary = tab.locator(".afspraken summary")
    expect(tab.locator(".afspraken li").first).to_be_hidden()
    summary.focus()
    tab.keyboard.press("Enter")
    covered = coverage(a_review(content), content)
    expect(tab.locator(".afspraken li")).to_have_count(len(covered))
    fourth = tab.locator(".afspraken li").nth(3)
    expect(fourth).to_contain_text(covered[3].sentence)
    expect(fourth.locator(".aanwezig")).to_contain_text("4d")
    expect(fourth.locator(".niet-gevonden")).to_contain_text("4a, 4b, 4c")
    fourth.get_by_role("link", name="4b").click()
    expect(tab.locator("#over-4b")).to_be_focused()


def test_the_text_to_start_from_is_copied_and_that_is_told(tab: Page, content: Content) -> None:
    tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    review(tab)
    wanted = first_things(a_review(content), content)[0]
    first = tab.locator(".eerst > li").first
    first.locator("summary").click()
    expect(first.locator("blockquote")).to_have_text(wanted.template)
    first.get_by_role("button").click()
    expect(first.get_by_role("button")).to_have_text("Gekopieerd")
    assert tab.evaluate("navigator.clipboard.readText()").strip() == wanted.template
    item(tab, "5e").locator("summary").click()
    item(tab, "5e").get_by_role("button", name="Kopieer de invultekst").click()
    template = a_review(content).findings[ITEM_IDS.index("5e")].template
    expect(tab.locator(NOTICE)).to_contain_text("De tekst is gekopieerd")
    assert tab.evaluate("navigator.clipboard.readText()").strip() == template


def test_where_the_clipboard_is_shut_the_text_is_selected_and_that_is_told(tab: Page) -> None:
    review(tab)
    tab.evaluate("""() => {
      Object.defineProperty(navigator, 'clipboard', {value: undefined});
      document.execCommand = () => false;
    }""")
    first = tab.locator(".eerst > li").first
    first.locator("summary").click()
    first.get_by_role("button").click()
    expect(first.get_by_role("button")).to_have_text("Geselecteerd: druk op Ctrl+C")
    expect(tab.locator(NOTICE)).to_contain_text("kopieer hem met Ctrl+C")
    assert tab.evaluate("getSelection().toString()").strip() == first.locator("blockquote").inner_text().strip()


def test_what_to_check_is_told_at_the_item(tab: Page, content: Content, made: HandMade) -> None:
    made.make = lambda text: doubted(a_review(content), "5e")
    review(tab)
    expect(tab.locator(".zelf")).to_have_count(1)
    item(tab, "5e").locator("summary").click()
    expect(item(tab, "5e").locator(".melding")).to_have_text(message("toets_controleer_zelf"))
