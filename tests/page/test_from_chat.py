"""A draft that is pasted as a question is offered for review, and does not stay in the conversation."""

import pytest
from playwright.sync_api import Page, expect

from assistant import Assistant
from assistant.guarding import LONGEST_QUESTION, LONGEST_TEXT
from assistant.review import Review, Scope
from corpus import Content
from tests.assistant.reviews import DRAFT, a_review
from tests.page.reviewing import FIELD, status

QUESTION, SEND, OFFER = "#vraagveld textarea", "#stel-vraag", "#toets-deze-tekst"
LONG = DRAFT * (LONGEST_QUESTION // len(DRAFT) + 1)


@pytest.fixture
def asked(assistant: Assistant, content: Content, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the assistant of the page was asked to review, by hand."""
    texts: list[str] = []

    def review(text: str, scope: Scope) -> Review:
        texts.append(text)
        return a_review(content)

    monkeypatch.setattr(assistant, "review", review)
    return texts


def test_a_long_text_is_offered_for_review_and_the_tab_opens_with_it(
    page: Page, address: str, asked: list[str]
) -> None:
    page.goto(address)
    expect(page.locator(QUESTION)).to_be_visible()
    expect(page.locator(OFFER)).to_be_hidden()
    page.fill(QUESTION, LONG)
    page.click(SEND)
    expect(page.locator("#beurt-1")).to_contain_text("Dit lijkt een stuk van een concept")
    expect(page.locator("#gesprek")).not_to_contain_text("Lindewaard")
    page.get_by_role("button", name="Toets deze tekst").click()
    expect(page.locator("#uitslag")).to_be_focused()
    expect(page.locator(FIELD)).to_have_value(LONG)
    expect(status(page)).to_contain_text("klaar")
    assert asked == [LONG]
    page.get_by_role("tab", name="Vraag", exact=True).click()
    expect(page.locator(QUESTION)).to_have_value("")
    expect(page.locator(OFFER)).to_be_hidden()
    page.fill(QUESTION, "Wat is governance?")
    page.click(SEND)
    expect(page.locator("#beurt-2")).to_contain_text("Kort antwoord")
    expect(page.locator("#gesprek")).not_to_contain_text("Lindewaard")


def test_a_text_that_is_too_long_for_the_conversation_is_offered_too_and_kept_whole(
    page: Page, address: str, asked: list[str]
) -> None:
    text = "a" * (LONGEST_TEXT + 500)
    page.goto(address)
    expect(page.locator(SEND)).to_be_visible()
    page.fill(QUESTION, text)
    page.click(SEND)
    expect(page.get_by_role("alert").first).to_contain_text("te lang")
    page.click(OFFER)
    expect(page.locator("#uitslag")).to_be_focused()
    assert asked == [text]


def test_a_question_is_not_offered_for_review_and_the_offer_goes_with_the_text(page: Page, address: str) -> None:
    page.goto(address)
    page.fill(QUESTION, LONG)
    page.click(SEND)
    expect(page.locator("#beurt-1")).to_contain_text("Dit lijkt een stuk van een concept")
    expect(page.locator(OFFER)).to_be_visible()
    page.fill(QUESTION, "Wat is governance?")
    page.click(SEND)
    expect(page.locator("#beurt-2")).to_contain_text("Kort antwoord")
    expect(page.locator(OFFER)).to_be_hidden()
    page.fill(QUESTION, LONG)
    page.click(SEND)
    expect(page.locator(OFFER)).to_be_visible()
    page.click("#begin-opnieuw")
    expect(page.locator(OFFER)).to_be_hidden()
    expect(page.locator(QUESTION)).to_have_value("")


def test_a_draft_with_personal_data_is_neither_kept_nor_offered(page: Page, address: str) -> None:
    page.goto(address)
    page.fill(QUESTION, f"{LONG} Mail naar wethouder@voorbeeld.nl.")
    page.click(SEND)
    expect(page.locator("#beurt-1")).to_contain_text("een e-mailadres")
    expect(page.locator("#gesprek")).not_to_contain_text("Lindewaard")
    expect(page.locator(OFFER)).to_be_hidden()
    expect(page.locator(QUESTION)).to_have_value("")
