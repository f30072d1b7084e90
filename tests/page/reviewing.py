"""An assistant whose reviews are made by hand, and the steps with which the browser tests use its tab."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from assistant import Assistant
from assistant.review import EVERYTHING, Review, Scope
from corpus import Content
from tests.assistant.reviews import DRAFT

FIELD, BUTTON, RESULT, ITEMS = "#conceptveld textarea", "#toets-knop", "#toets-uitslag", ".onderdeel:visible"


@dataclass(frozen=True)
class Asked:
    """What an assistant was asked to review."""

    text: str
    scope: Scope = EVERYTHING


@dataclass
class HandMade(Assistant):
    """An assistant whose reviews are made by hand; it keeps what it was asked."""

    content: Content
    make: Callable[[str], Review]
    asked: list[Asked] = field(default_factory=list)

    def review(self, text: str, scope: Scope = EVERYTHING) -> Review:
        self.asked.append(Asked(text, scope))
        return self.make(text)


def review(page: Page, text: str = DRAFT) -> None:
    page.fill(FIELD, text)
    page.click(BUTTON)
    expect(page.locator("#uitslag")).to_be_focused()


def item(page: Page, item_id: str) -> Locator:
    return page.locator(".onderdeel", has=page.locator(f"#over-{item_id}"))


def status(page: Page) -> Locator:
    return page.locator("#toets-status [role=status]")


def upload(page: Page, path: Path) -> None:
    with page.expect_file_chooser() as chooser:
        page.click("#kies-bestand")
    chooser.value.set_files(path)


def left(folder: Path) -> list[Path]:
    """The files under the folder that have something in them."""
    return [path for path in folder.rglob("*") if path.is_file() and path.stat().st_size]
