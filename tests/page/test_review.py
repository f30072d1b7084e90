"""The tab "Toets uw concept" in a real browser, with reviews made by hand."""

import re
import time
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.drafting import Draft
from assistant.guarding import LONGEST_QUESTION
from assistant.page.review import LONGEST_DRAFT
from assistant.review import Evidence, Review, ReviewOutcome, Scope, Verdict
from assistant.wording import message
from corpus import ITEM_IDS, Content
from corpus.reading import LARGEST_FILE
from tests.assistant.reviews import DRAFT, VERDICTS, a_review
from tests.corpus.files import paragraph, write_word
from tests.page.reviewing import BUTTON, FIELD, ITEMS, RESULT, Asked, HandMade, item, left, review, status, upload

HOSTILE = "`${document.title='gehackt'}` {{constructor}} <img src=x onerror=\"document.title='gehackt'\"> </mark>\n"


def test_a_review_tells_of_each_item_what_was_found_and_where_and_what_is_missing(
    tab: Page, content: Content, made: HandMade, requests: list[str], url: str
) -> None:
    review(tab)
    assert made.asked == [Asked(DRAFT)]
    expect(tab.locator(ITEMS)).to_have_count(len(ITEM_IDS))
    expect(tab.locator(f"{RESULT} p").first).to_contain_text("2 aanwezig, 2 gedeeltelijk, 19 niet gevonden")
    expect(tab.locator(".eerst > li")).to_have_count(3)
    for finding in a_review(content).findings:
        expect(item(tab, finding.item).locator(".oordeel")).to_have_text(finding.verdict)
    wanted = next(f for f in a_review(content).findings if f.item == "5e")
    item(tab, "5e").locator("summary").click()
    inside = item(tab, "5e")
    for text in (*wanted.missing, *(evidence.quote for evidence in wanted.evidence)):
        expect(inside).to_contain_text(text)
    elements = {element.name: element for element in content.items["5e"].elements}
    expect(inside).to_contain_text(f"Suggestie: {elements[wanted.missing[0]].advice}")
    expect(inside.locator("blockquote")).to_have_text(wanted.template)
    source = inside.locator(".bronnen a").first
    expect(source).to_have_attribute("href", re.compile("^bron/handreiking.passage=.*#citaat$"))
    assert [address for address in requests if not address.startswith((url, "data:", "blob:"))] == []


def test_a_whole_review_can_be_done_with_the_keyboard(tab: Page, made: HandMade) -> None:
    tab.reload()
    tab.wait_for_selector("#tab-toets-button")
    press_until(tab, "Tab", "#tab-toets-button")
    tab.keyboard.press("Enter")
    press_until(tab, "Tab", FIELD)
    tab.keyboard.insert_text(DRAFT)
    press_until(tab, "Tab", "#kies-bestand")
    for box in ("#niet-accounthoudend input", "#hele-regiovisie input"):
        press_until(tab, "Tab", box)
        tab.keyboard.press("Space")
    press_until(tab, "Tab", BUTTON)
    tab.keyboard.press("Enter")
    expect(tab.locator("#uitslag")).to_be_focused()
    assert made.asked == [Asked(DRAFT, Scope(("B2a",), whole=True))]
    press_until(tab, "Tab", "#toon-alles")
    press_until(tab, "ArrowDown", "#toon-gedeeltelijk")
    expect(tab.locator(ITEMS)).to_have_count(2)
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    press_until(tab, "Tab", "#bij-2e-3")
    tab.keyboard.press("Enter")
    expect(tab.locator("#bewijs-3")).to_be_focused()
    tab.keyboard.press("Tab")
    expect(tab.locator("#bewijs-3 a")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(tab.locator("#bij-2e-3")).to_be_focused()


def press_until(page: Page, key: str, selector: str) -> None:
    """Press the key until the element has the focus."""
    for _ in range(12):
        page.keyboard.press(key)
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    expect(page.locator(selector)).to_be_focused()


def test_evidence_leads_to_its_mark_and_the_mark_leads_back_to_its_item(tab: Page) -> None:
    review(tab, DRAFT)
    expect(tab.locator(".concepttekst mark")).to_have_count(5)
    item(tab, "4d").locator("summary").click()
    quote = item(tab, "4d").locator(".bewijs a")
    words = quote.locator("q").inner_text()
    quote.click()
    mark = tab.locator(f".concepttekst mark{quote.get_attribute('href')}")
    expect(mark).to_be_focused()
    expect(mark).to_be_in_viewport()
    expect(mark).to_contain_text(words)
    item(tab, "4d").locator("summary").click()
    expect(quote).to_be_hidden()
    tab.get_by_text("niet van toepassing (1)").click()
    mark.locator("a").click()
    expect(quote).to_be_focused()
    expect(quote).to_be_in_viewport()
    expect(tab.locator("#toon-alles")).to_be_checked()


def test_the_filter_shows_the_items_with_one_verdict(tab: Page) -> None:
    review(tab)
    for verdict in Verdict:
        wanted = sum(VERDICTS.get(item_id, Verdict.NIET_GEVONDEN) is verdict for item_id in ITEM_IDS)
        tab.get_by_label(f"{verdict} ({wanted})", exact=True).check()
        assert tab.locator(f"{ITEMS} .oordeel").all_inner_texts() == [str(verdict)] * wanted
    tab.get_by_label("alles (26)").check()
    expect(tab.locator(ITEMS)).to_have_count(26)


def test_what_to_begin_with_opens_the_item(tab: Page) -> None:
    review(tab)
    tab.get_by_text("aanwezig (2)", exact=True).click()
    tab.locator(".eerst a").nth(1).click()
    expect(tab.locator("#over-5e")).to_be_focused()
    expect(tab.locator("#over-5e h5").first).to_be_in_viewport()


def test_overlapping_evidence_keeps_every_mark_and_every_word(tab: Page, content: Content, made: HandMade) -> None:
    text = "Een twee drie vier vijf.\n\nZes zeven acht negen tien."
    spans = [(0, 13), (4, 18), (4, 18), (4, 8), (14, 33), (0, len(text))]
    made.make = lambda _: with_evidence(a_review(content), text, spans)
    review(tab, text)
    for place, (start, _) in enumerate(sorted(set(spans), key=lambda span: (span[0], -span[1])), start=1):
        begins = tab.locator(f"#bewijs-{place}")
        expect(begins).to_have_count(1)
        assert begins.evaluate(WORDS_BEFORE) == len(text[:start].replace("\n", ""))
    assert tab.locator(".concepttekst").evaluate(WORDS) == text.replace("\n", "")
    assert tab.locator("[id^=bewijs-]").count() == len(set(spans))
    for item_id, place in (("1a", 2), ("1b", 3), ("1c", 3), ("1d", 4), ("2a", 5), ("2b", 1)):
        tab.locator(f"#bewijs-{place} > a", has_text=item_id).click()
        expect(tab.locator(f"#bij-{item_id}-{place}")).to_be_focused()


WORDS = """node => {
  const copy = node.cloneNode(true);
  for (const link of copy.querySelectorAll('a')) {
    link.nextSibling.data = link.nextSibling.data.slice(1);
    link.remove();
  }
  return copy.textContent.replaceAll('\\n', '');
}"""
"""The words of a draft on the page, without the ways back."""

WORDS_BEFORE = f"""mark => {{
  const range = document.createRange(), shell = document.createElement('div');
  range.setStart(mark.closest('.concepttekst'), 0); range.setEndBefore(mark);
  shell.append(range.cloneContents());
  return ({WORDS})(shell).length;
}}"""


def with_evidence(review: Review, text: str, spans: list[tuple[int, int]]) -> Review:
    """The review as one of this text, an item for each of these pieces of evidence, the other items not found."""
    bare = [replace(f, verdict=Verdict.NIET_GEVONDEN, evidence=(), elements=()) for f in review.findings]
    for place, (start, end) in enumerate(spans):
        evidence = (Evidence(start, end, text[start:end]),)
        bare[place] = replace(bare[place], verdict=Verdict.GEDEELTELIJK, evidence=evidence)
    return Review(Draft(text), ReviewOutcome.GETOETST, tuple(bare))


def test_what_stands_in_a_draft_is_shown_as_text_and_never_run(tab: Page, content: Content, made: HandMade) -> None:
    made.make = lambda text: with_evidence(a_review(content), text, [(0, len(HOSTILE) - 1)])
    review(tab, HOSTILE)
    item(tab, "1a").locator("summary").click()
    expect(item(tab, "1a").locator("q").first).to_have_text(HOSTILE.strip())
    expect(tab.locator("#bewijs-1")).to_contain_text(HOSTILE.strip())
    expect(tab).to_have_title("Assistent Regiovisie Jeugd")


def test_while_it_is_busy_the_button_waits_and_the_status_says_so(tab: Page, content: Content, made: HandMade) -> None:
    def slow(text: str) -> Review:
        time.sleep(1.5)
        return a_review(content)

    made.make = slow
    tab.fill(FIELD, DRAFT)
    tab.click(BUTTON)
    expect(status(tab)).to_have_text("Het concept wordt getoetst. De eerste keer duurt dat langer.")
    expect(status(tab)).to_be_in_viewport()
    expect(tab.locator(BUTTON)).to_be_disabled()
    expect(tab.locator("#uitslag")).to_be_focused()
    expect(tab.locator(BUTTON)).to_be_enabled()
    expect(status(tab)).to_contain_text("klaar")


def test_everything_fits_on_a_narrow_screen_and_the_draft_stands_below(tab: Page) -> None:
    review(tab)
    beside = tab.locator(".concept").bounding_box()
    result = tab.locator(".uitslag").bounding_box()
    assert beside and result and beside["x"] >= result["x"] + result["width"]
    assert tab.evaluate("document.documentElement.scrollWidth") <= 1280
    tab.set_viewport_size({"width": 320, "height": 640})
    item(tab, "5e").locator("summary").click()
    below = tab.locator(".concept").bounding_box()
    result = tab.locator(".uitslag").bounding_box()
    assert below and result and below["y"] >= result["y"] + result["height"]
    assert tab.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_file_is_read_into_the_field_and_nothing_of_it_is_left(
    tab: Page, made: HandMade, tmp_path: Path, upload_folder: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_word(tmp_path / "concept één.docx", "".join(paragraph(line) for line in ("Onze opgave", "Geheimpje jeugd.")))
    upload(tab, tmp_path / "concept één.docx")
    expect(tab.locator(FIELD)).to_have_value("Onze opgave\nGeheimpje jeugd.")
    expect(status(tab)).to_contain_text("4 woorden")
    write_word(tmp_path / "concept één.docx", paragraph("Geheimpje jeugd, nu verbeterd."))
    upload(tab, tmp_path / "concept één.docx")
    expect(tab.locator(FIELD)).to_have_value("Geheimpje jeugd, nu verbeterd.")
    assert left(upload_folder) == []
    tab.click(BUTTON)
    expect(tab.locator("#uitslag")).to_be_focused()
    assert made.asked == [Asked("Geheimpje jeugd, nu verbeterd.")]
    assert left(upload_folder) == []
    kept = tab.evaluate("async () => JSON.stringify([localStorage, sessionStorage, await indexedDB.databases()])")
    assert "Geheimpje" not in kept
    assert "[]" in kept, "gradio may not keep a history of what was typed"
    assert "Geheimpje" not in "".join(capfd.readouterr())


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("leeg.docx", b"", "leeg (0 bytes)"),
        ("plaatje.gif", b"GIF89a", "niet herkend"),
        ("kapot.docx", b"PK\x03\x04 word/document kapot", "beschadigd"),
        ("programma.pdf", b"MZ\0\0 program", "geen PDF maar een programma"),
        ("groot.txt", b"jeugd " * (LARGEST_FILE // 6 + 1), "groter dan 50 MB"),
        ("lang.txt", b"jeugd " * (LONGEST_DRAFT // 6 + 1), "te lang"),
        ("strepen.txt", b"- - -", "geen tekst"),
    ],
)
def test_a_file_that_cannot_be_used_gets_one_sentence_and_the_text_stays(
    tab: Page, tmp_path: Path, upload_folder: Path, name: str, data: bytes, told: str
) -> None:
    tab.fill(FIELD, "Wat er al stond.")
    (tmp_path / name).write_bytes(data)
    upload(tab, tmp_path / name)
    expect(tab.get_by_role("alert")).to_contain_text(told)
    expect(tab.locator(FIELD)).to_have_value("Wat er al stond.")
    assert left(upload_folder) == []
    expect(tab.locator(".toast-body")).to_have_count(0)


def test_a_draft_in_the_chat_is_pointed_to_the_tab(tab: Page) -> None:
    name = tab.get_by_role("tab", selected=True).inner_text()
    assert f"‘{name}’" in message("concept", most=LONGEST_QUESTION)


def test_a_draft_that_cannot_be_reviewed_gets_one_sentence_and_stays(tab: Page, made: HandMade) -> None:
    tab.set_viewport_size({"width": 320, "height": 640})
    tab.click(BUTTON)
    expect(tab.get_by_role("alert")).to_contain_text("Er staat geen tekst in het tekstvak.")
    expect(tab.get_by_role("alert")).to_be_in_viewport()
    assert made.asked == []
    endings = ((ReviewOutcome.TE_KORT, "te kort"), (ReviewOutcome.GEEN_REGIOVISIE, "geen tekst van een regiovisie"))
    for outcome, told in endings:
        made.make = lambda text, outcome=outcome: Review(Draft(text), outcome, ())  # type: ignore[misc]
        tab.fill(FIELD, "Een korte tekst.")
        tab.click(BUTTON)
        expect(tab.get_by_role("alert")).to_contain_text(told)
        expect(tab.locator(FIELD)).to_have_value("Een korte tekst.")
        expect(tab.locator("#uitslag")).to_have_count(0)
        expect(tab.locator(BUTTON)).to_be_focused()


def test_when_the_review_breaks_the_page_goes_on_and_nothing_of_the_draft_is_told(
    tab: Page, content: Content, made: HandMade, capfd: pytest.CaptureFixture[str]
) -> None:
    def broken(text: str) -> Review:
        raise ValueError(text)

    made.make = broken
    tab.fill(FIELD, "Geheimpje jeugd")
    tab.click(BUTTON)
    expect(tab.get_by_role("alert")).to_contain_text("niet gelukt")
    told = capfd.readouterr().err
    assert "ValueError" in told
    assert "Geheimpje" not in told
    made.make = lambda text: a_review(content)
    review(tab)
    expect(tab.get_by_role("alert")).to_have_text("")


def test_the_conversation_stays_when_one_looks_at_the_other_tab(tab: Page) -> None:
    tab.fill(FIELD, "Mijn concept")
    tab.get_by_role("tab", name="Vraag", exact=True).click()
    tab.fill("#vraagveld textarea", "Mijn vraag")
    tab.get_by_role("tab", name="Toets uw concept").click()
    expect(tab.locator(FIELD)).to_have_value("Mijn concept")
    tab.get_by_role("tab", name="Vraag", exact=True).click()
    expect(tab.locator("#vraagveld textarea")).to_have_value("Mijn vraag")


ENGLISH = re.compile(
    r"\b(drop|click|file|here|upload|submit|clear|loading|close|settings|tabs|built|or|the)\b",
    re.IGNORECASE,
)


def test_the_page_has_no_english_words_of_gradio(tab: Page) -> None:
    review(tab)
    shown = tab.evaluate("""() => [...document.querySelectorAll('gradio-app, gradio-app *')].flatMap(node => [
      ...['aria-label', 'title', 'placeholder', 'alt'].map(name => node.getAttribute(name) ?? ''),
      ...[...node.childNodes].filter(child => child.nodeType === 3).map(child => child.data)])""")
    texts = [text.strip() for text in shown if text.strip() and text.strip() not in DRAFT]
    assert "Toets dit concept" in texts
    assert [text for text in texts if ENGLISH.search(text)] == []
