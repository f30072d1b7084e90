"""Doing the steps of the tour in the browser, by mouse or by keyboard alone."""

import re
from pathlib import Path
from typing import Protocol

import docx
from playwright.sync_api import Locator, Page, expect

from tests.tour import Ending, Step, Task, Verb

MOST_TABS = 80
"""How often one may have to press Tab to get somewhere."""

REGION = "Lindewaard"
"""The region of the tour; it comes back in every file that one gets."""

FIRST_LOAD = 60_000
"""Milliseconds that the page may need on a busy machine before it can be used."""

FIRST_REVIEW = 180_000
"""Milliseconds that an answer may take: before the first review the judge is learned, which takes a minute or more."""


class Hand(Protocol):
    """A way to work: how to get to something, and how to press it."""

    def go(self, page: Page, target: Locator) -> None: ...
    def press(self, page: Page, target: Locator) -> None: ...


class Mouse:
    """Points and clicks."""

    def go(self, page: Page, target: Locator) -> None:
        target.click()

    def press(self, page: Page, target: Locator) -> None:
        target.click()


class Keyboard:
    """Uses Tab and Enter, and nothing else."""

    def go(self, page: Page, target: Locator) -> None:
        for _ in range(MOST_TABS):
            page.keyboard.press("Tab")
            if target.evaluate("element => element === document.activeElement"):
                return
        expect(target).to_be_focused()

    def press(self, page: Page, target: Locator) -> None:
        self.go(page, target)
        page.keyboard.press("Enter")


def begin(page: Page, address: str) -> None:
    """Open the page as a newcomer finds it."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.goto(address)
    expect(page.get_by_role("tabpanel").get_by_role("textbox").first).to_be_visible(timeout=FIRST_LOAD)


def do_task(page: Page, task: Task, hand: Hand) -> Page:
    """Do the steps one after the other; gives the page where the reader then is."""
    for step in task.steps:
        page = do(page, step, hand)
    return page


def do(page: Page, step: Step, hand: Hand) -> Page:
    """Do one step and see what it promises; gives the page where the reader then is."""
    target = labelled(page, step)
    expect(target, f"'{step.label}' is not on the page").to_be_visible()
    match step:
        case Step(verb=Verb.WRITE | Verb.PASTE):
            hand.go(page, target)
            page.keyboard.insert_text(step.text)
            expect(target).to_have_value(step.text)
        case Step(ending=Ending.FILE):
            with page.expect_download() as download:
                hand.press(page, target)
            see_word_file(download.value.suggested_filename, Path(download.value.path()))
        case Step(ending=Ending.MARKED):
            with page.expect_popup() as opened:
                hand.press(page, target)
            page = opened.value
            expect(page.locator("mark#citaat")).to_be_in_viewport()
        case _:
            hand.press(page, target)
    if step.ending is Ending.COPIED:
        see_copied(page)
    if step.read:
        expect(page.get_by_text(step.read).filter(visible=True).first).to_be_visible(timeout=FIRST_REVIEW)
    return page


def labelled(page: Page, step: Step) -> Locator:
    """What has the label of the step, as a reader sees it; of more the first."""
    begins = re.compile(rf"^\s*{re.escape(step.label)}(?!\w)")
    match step.verb:
        case Verb.CHOOSE:
            found = page.get_by_role("tab", name=step.label, exact=True)
        case Verb.WRITE | Verb.PASTE:
            found = page.get_by_label(step.label, exact=True)
        case Verb.OPEN:
            found = page.locator("details:not([open]) > summary").filter(has_text=begins)
        case Verb.CLICK:
            found = page.locator("button, a").filter(has_text=begins)
    return found.filter(visible=True).first


def see_word_file(name: str, path: Path) -> None:
    """A Word file with what the reader typed or pasted."""
    assert name.endswith(".docx"), name
    assert REGION in "".join(docx.Document(str(path)).element.body.itertext()), name


def see_copied(page: Page) -> None:
    """What is on the clipboard is a text of the page, letter for letter; and the page says that it was copied."""
    expect(page.get_by_role("status").filter(has_text=re.compile("gekopieerd", re.IGNORECASE))).to_have_count(1)
    copied = page.evaluate("navigator.clipboard.readText()").split()
    assert copied
    assert copied in [text.split() for text in page.locator("blockquote").all_inner_texts()]
