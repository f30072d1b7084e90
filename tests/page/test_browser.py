"""A whole conversation in a real browser, as a beleidsadviseur has it."""

import re

from playwright.sync_api import Page, expect

FIELD, SEND = "#vraagveld textarea", "#stel-vraag"


def ask(page: Page, text: str, number: int) -> None:
    page.fill(FIELD, text)
    page.click(SEND)
    expect(page.locator(f"#beurt-{number}")).to_be_visible()


def test_a_conversation_with_a_citation_followed(page: Page, address: str, requests: list[str]) -> None:
    page.goto(address)
    expect(page.locator("html")).to_have_attribute("lang", "nl")
    expect(page).to_have_title("Assistent Regiovisie Jeugd")
    ask(page, "wat moet er over wachtlijsten in de regiovisie?", 1)
    expect(page.locator("#beurt-1")).to_contain_text("Kort antwoord")
    expect(page.locator("#beurt-1 h2")).to_be_focused()
    expect(page.get_by_label("Uw vraag")).to_have_value("")

    ask(page, "en hoe schrijf ik dat op?", 2)
    expect(page.locator("#beurt-2")).to_contain_text("invultekst")
    expect(page.locator("#beurt-2 blockquote").first).to_contain_text("[naam regio]")
    expect(page.locator("#beurt-2 details[open]")).to_have_count(1)
    expect(page.locator("#status [role=status]")).to_contain_text("vraag 2")

    link = page.locator("#beurt-1 a.verwijzing").first
    quote = page.locator("#beurt-1 ol.bronnen q").first.text_content()
    assert quote
    with page.expect_popup() as opened:
        link.click()
    source = opened.value
    expect(source.locator("html")).to_have_attribute("lang", "nl")
    expect(source.locator("mark#citaat")).to_have_text(quote)
    expect(source.locator("mark#citaat")).to_be_in_viewport()
    expect(source.get_by_role("link", name=re.compile("Open de overzichtspagina"))).to_have_attribute(
        "href", re.compile("^https://vng.nl/")
    )

    page.bring_to_front()
    page.click("#begin-opnieuw")
    expect(page.locator(".beurt")).to_have_count(0)
    outside = [url for url in requests if not url.startswith((address, "data:", "blob:"))]
    assert outside == [], "the page may not call out"


def test_an_example_question_can_be_clicked_and_what_follows_is_new(page: Page, address: str) -> None:
    page.goto(address)
    button = page.locator("#voorbeelden button").nth(2)
    text = button.inner_text()
    button.click()
    expect(page.locator("#beurt-1 h2")).to_contain_text(text)
    expect(page.locator("#voorbeelden")).to_be_hidden()
    page.locator("#beurt-1 .verder button").first.click()
    expect(page.locator("#beurt-2 h2")).not_to_contain_text(text)


def test_a_question_back_lets_one_choose(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "wat schrijf ik over zorg", 1)
    choice = page.locator("#beurt-1 .verder button").first
    title = choice.inner_text()
    choice.click()
    expect(page.locator("#beurt-2 h3").first).to_contain_text(title)


def test_an_empty_and_a_far_too_long_question_are_told_and_nothing_is_lost(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "Wat is het doel van een regiovisie?", 1)
    page.click(SEND)
    expect(page.get_by_role("alert")).to_contain_text("leeg")
    page.fill(FIELD, "a" * 20_000)
    page.click(SEND)
    expect(page.get_by_role("alert")).to_contain_text("te lang")
    expect(page.get_by_label("Uw vraag")).to_have_value(re.compile("^a{15000,20000}$"))
    expect(page.locator(".beurt")).to_have_count(1)


def test_what_someone_types_is_shown_as_text_and_never_run(page: Page, address: str) -> None:
    page.goto(address)
    ask(page, "wat is <img src=x onerror=\"document.title='gehackt'\"> governance?", 1)
    expect(page.locator("#beurt-1 h2")).to_contain_text("<img src=x")
    expect(page).to_have_title("Assistent Regiovisie Jeugd")


def test_everything_fits_on_a_narrow_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    ask(page, "Welke gemeente coördineert welk gebied?", 1)
    for url in (
        None,
        *(f"{address}/{path}" for path in ("#tab-over", "bron/handreiking", "bronnen", "toegankelijkheid")),
    ):
        if url:
            page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_conversation_can_be_had_with_the_keyboard_alone(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector(FIELD)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ga naar de inhoud")).to_be_in_viewport()
    page.keyboard.press("Enter")
    reach(page, "textarea")
    page.keyboard.type("Wat is governance?")
    page.keyboard.press("Tab")
    expect(page.locator(SEND)).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#beurt-1 h2")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#beurt-1 a.verwijzing").first).to_be_focused()
    closed = page.locator("#beurt-1 details:not([open]) summary").first
    reach(page, "#beurt-1 details:not([open]) summary")
    title = closed.inner_text()
    page.keyboard.press("Enter")
    expect(page.locator("#beurt-1 details[open] summary", has_text=title)).to_be_visible()
    reach(page, "#beurt-1 [data-oordeel=Nuttig]")
    page.keyboard.press("Space")
    expect(page.locator("#beurt-1 [data-oordeel=Nuttig]")).to_have_attribute("aria-pressed", "true")


def reach(page: Page, selector: str) -> None:
    """Press Tab until the focus is on `selector`; the focus can be seen all the way, and nothing lies over it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUS_IS_VISIBLE), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"not reached with the keyboard: {selector}")


FOCUS_IS_VISIBLE = """() => {
  const element = document.activeElement, box = element.getBoundingClientRect();
  const middle = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2);
  const outlined = parseFloat(getComputedStyle(element).outlineWidth) >= 2;
  return element === document.body || (outlined && (element.contains(middle) || middle?.contains(element)));
}"""
