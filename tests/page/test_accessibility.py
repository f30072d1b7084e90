"""WCAG 2.2 AA: no violation that axe-core knows in any state, and what it cannot see."""

import re
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.page.test_browser import SEND, ask

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SPACING = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } \
p { margin-bottom: 2em !important; }"
CUT_OFF = """() => [...document.querySelectorAll('button, summary, label, h1, h2, h3, h4, p, li, a')]
  .filter(e => e.offsetParent && !e.closest('.onzichtbaar, .sr-only') && getComputedStyle(e).overflow !== 'visible'
    && (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2))
  .map(e => e.outerHTML.slice(0, 120))"""


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": WCAG, "resultTypes": ["violations"]}).response["violations"]
    return [f"{rule['id']}: {node['html'][:200]} {node['failureSummary']}" for rule in found for node in rule["nodes"]]


def an_answer(page: Page) -> None:
    ask(page, "geef een voorbeeldtekst over wachtlijsten", 1)
    for summary in page.locator("#beurt-1 details:not([open]) > summary").all()[::-1]:
        summary.click()
    page.locator("#beurt-1 [data-oordeel=Onjuist]").click()
    page.mouse.move(0, 0)


def a_refusal_and_a_question_back(page: Page) -> None:
    ask(page, "hoe laat vertrekt de trein?", 1)
    ask(page, "wat schrijf ik over zorg", 2)


def an_error(page: Page) -> None:
    page.click(SEND)
    expect(page.locator("#status [role=alert]")).to_be_visible()


def no_connection(page: Page) -> None:
    page.route("**/gradio_api/**", lambda route: route.abort())
    page.fill("#vraagveld textarea", "Wat is governance?")
    page.click(SEND)
    expect(page.locator("#verbinding")).not_to_be_empty()


def nothing(page: Page) -> None:
    expect(page.locator("#begin")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_state_of_the_conversation_breaks_a_rule(browser: Browser, address: str, scheme: str) -> None:
    for state in (nothing, an_error, an_answer, a_refusal_and_a_question_back, no_connection):
        page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        page.goto(address)
        page.wait_for_selector("#vraagveld textarea")
        state(page)
        assert violations(page) == [], state.__name__
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_other_tab_or_page_breaks_a_rule(browser: Browser, address: str, scheme: str) -> None:
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page.goto(address)
    for tab in page.get_by_role("tab").all():
        tab.click()
        assert violations(page) == [], tab.inner_text()
    for path in ("bronnen", "bron/handreiking?passage=ad-1a&van=0&tot=20", "toegankelijkheid", "bestaat-niet"):
        page.goto(f"{address}/{path}")
        assert violations(page) == [], path
    page.close()


@pytest.mark.parametrize("state", [nothing, an_answer])
def test_with_more_space_between_letters_and_lines_no_text_is_lost(
    page: Page, address: str, state: Callable[[Page], None]
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(address)
    page.wait_for_selector("#vraagveld textarea")
    state(page)
    page.add_style_tag(content=SPACING)
    assert page.evaluate(CUT_OFF) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_who_wants_less_motion_gets_none(browser: Browser, address: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(address)
    page.wait_for_selector("#vraagveld textarea")
    assert page.evaluate("document.getAnimations().length") == 0
    page.close()


def test_there_is_no_english_to_be_read_or_heard(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_selector("#vraagveld textarea")
    an_answer(page)
    names = page.evaluate(
        "[...document.querySelectorAll('[aria-label],[title],[placeholder],[alt]')].flatMap(e => "
        "['aria-label','title','placeholder','alt'].map(name => e.getAttribute(name)).filter(Boolean))"
    )
    text = f"{page.locator('body').inner_text()} {' '.join(names)}"
    assert re.findall(r"\b(?:the|loading|submit|clear|settings|built with|error|copy|close|share)\b", text, re.I) == []


def test_the_page_paints_soon_calls_nobody_and_has_no_error(browser: Browser, address: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    page.wait_for_selector("#vraagveld textarea")
    for tab in page.get_by_role("tab").all():
        tab.click()
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    assert paint < FIRST_PAINT
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert errors == []
    page.close()


FIRST_PAINT = 1500
"""Milliseconds until the reader sees what this is; on a quiet machine it takes a fifth of that."""
