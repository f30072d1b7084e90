"""Nothing of a draft is left on disk or in a log, after a real review on the page and on the command line."""

import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant import Assistant
from assistant.review import ReviewOutcome
from tests.corpus.files import paragraph, write_word
from tests.page.conftest import served
from tests.page.reviewing import BUTTON, FIELD

SECRET = "Zwaluwstaartgouw"
SENTENCES = (
    f"De gemeenten van {SECRET} kopen jeugdhulp met verblijf samen in.",
    f"Eén wethouder is namens {SECRET} het aanspreekpunt voor alle aanbieders van jeugdhulp.",
    "De regio houdt per aanbieder de wachttijd bij en belt elk gezin dat wacht.",
)
EARLIER = " ".join(SENTENCES[:2]) + " In de vorige versie stond hier nog niets over wachttijden van gezinnen."


def holding_secret(*folders: Path) -> list[Path]:
    """The files under the folders that hold the word, in their name or as text."""
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    return [path for path in files if SECRET in path.name or SECRET.encode() in path.read_bytes()]


def test_the_search_for_what_is_left_finds_what_is_left(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "rest.txt").write_text(f"x {SECRET} x", encoding="utf-8")
    assert holding_secret(tmp_path) == [tmp_path / "map" / "rest.txt"]


def test_after_a_review_on_the_page_nothing_is_left(
    assistant: Assistant,
    store: Path,
    page: Page,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert assistant.review(EARLIER).outcome is ReviewOutcome.GETOETST  # the judge is learned before the page waits
    server, mine = tmp_path / "server", tmp_path / "mijn"
    server.mkdir()
    mine.mkdir()
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(server / "gradio"))
    monkeypatch.setattr(tempfile, "tempdir", str(server))
    write_word(mine / f"{SECRET}.docx", "".join(paragraph(line) for line in SENTENCES))
    with caplog.at_level(logging.DEBUG), served(assistant) as address:
        page.goto(address)
        page.get_by_role("tab", name="Toets uw concept").click()
        with page.expect_file_chooser() as chooser:
            page.click("#kies-bestand")
        chooser.value.set_files(mine / f"{SECRET}.docx")
        expect(page.locator(FIELD)).to_have_value("\n".join(SENTENCES))
        page.locator("#vorige-uitleg summary").click()
        page.fill("#vorigeveld textarea", EARLIER)
        page.click(BUTTON)
        expect(page.locator("#uitslag")).to_be_focused()
        expect(page.locator(".concepttekst")).to_contain_text(SECRET)
        with page.expect_download() as download:
            page.locator(".rapport").get_by_role("link", name="Markdown").click()
        assert SECRET in Path(download.value.path()).read_text(encoding="utf-8")
        kept = page.evaluate("async () => JSON.stringify([localStorage, sessionStorage, await indexedDB.databases()])")
        assert holding_secret(server, store) == []
    assert SECRET not in kept
    assert holding_secret(server, store) == []
    assert SECRET not in "".join(capfd.readouterr()) + caplog.text


def test_after_a_review_on_the_command_line_nothing_is_left(assistant: Assistant, store: Path, tmp_path: Path) -> None:
    assert assistant.review(EARLIER).outcome is ReviewOutcome.GETOETST
    temporary, mine = tmp_path / "tijdelijk", tmp_path / "mijn"
    temporary.mkdir()
    mine.mkdir()
    write_word(mine / "nieuw.docx", "".join(paragraph(line) for line in SENTENCES))
    (mine / "oud.md").write_text(EARLIER, encoding="utf-8")
    new, old, report = (str(mine / name) for name in ("nieuw.docx", "oud.md", "uit.json"))
    options = ["--eerder", old, "--rapport", report, "--store", str(store)]
    done = subprocess.run(
        [sys.executable, "-m", "assistant", "toets", new, *options],
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary), "HOME": str(temporary), "XDG_CACHE_HOME": str(temporary)},
    )
    assert done.returncode == 0, done.stderr
    assert SECRET in done.stdout
    assert SECRET not in done.stderr
    assert holding_secret(temporary, store) == []
    assert {path.name for path in mine.iterdir()} == {"nieuw.docx", "oud.md", "uit.json"}
