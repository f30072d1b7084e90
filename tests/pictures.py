"""Takes the pictures of the README, each at the end of a task of its tour: `python -m tests.pictures`."""

import os
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from assistant import Assistant
from corpus.originals import FOLDER_VARIABLE
from tests import chromium
from tests.page.conftest import served
from tests.page.touring import FIRST_LOAD, Mouse, begin, do_task
from tests.tour import tour

SIZE = (1200, 800)
"""Width and height of a picture in pixels."""

COLOURS = 64
"""Colours of a picture: a page has few, and a quarter of the bytes is enough for them."""


def take(page: Page, path: Path) -> None:
    """Write what is in view as a PNG with few colours."""
    page.mouse.move(0, 0)
    with Image.open(BytesIO(page.screenshot(animations="disabled", caret="hide"))) as shot:
        few = shot.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    path.parent.mkdir(exist_ok=True)
    few.save(path, optimize=True)


def main() -> int:
    """0 when every picture is made, 1 when there is no Chromium."""
    if not (browser_path := chromium.find()):
        return chromium.main()
    with TemporaryDirectory() as empty, sync_playwright() as playwright:
        os.environ[FOLDER_VARIABLE] = empty  # what someone added here does not belong in a picture
        browser = playwright.chromium.launch(executable_path=browser_path, args=chromium.flags())
        with served(Assistant.open()) as address:
            for task in tour():
                context = browser.new_context(
                    viewport={"width": SIZE[0], "height": SIZE[1]}, locale="nl-NL", reduced_motion="reduce"
                )
                page = context.new_page()
                page.set_default_timeout(FIRST_LOAD)
                begin(page, address)
                take(do_task(page, task, Mouse()), task.picture)
                print(f"{task.picture.name}: {task.picture.stat().st_size // 1000} kB", file=sys.stderr)
                context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
