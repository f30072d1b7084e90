"""The tab "Bronnen": which sources and documents there are, and adding, fetching, removing and searching them."""

import sys
import traceback
from collections.abc import Iterator, Sequence
from pathlib import Path

import gradio as gr
from markupsafe import Markup

from assistant.page.library_html import list_html, score_in_dutch
from assistant.page.telling import told
from assistant.page.uploads import uploaded
from corpus import Content, InputError
from corpus.originals import Entry, Library
from corpus.reading import READERS

SCRIPT = (Path(__file__).parent / "script" / "bronnen.js").read_text(encoding="utf-8")
"""What the list does in the browser."""

BACK_TO_ROW = """() => {
  const list = document.getElementById('bronnen-lijst');
  const row = document.getElementById('rij-' + (list.dataset.last || ''));
  (row || document.getElementById('bronnen-kop')).focus();
}"""
"""Puts the reading place back at the row that was acted on; else at the heading of the tab."""

Shown = tuple[str, str]
"""The status and the list."""


class LibraryTab:
    """What happens on the tab; it shows how that goes in a status, and the list as it is then."""

    def __init__(self, content: Content, library: Library, *, managed: bool) -> None:
        self._content = content
        self._library = library
        self._managed = managed

    def build(self) -> None:
        """Add the tab to the page that is being built."""
        gr.HTML(told("uitleg"), elem_id="bronnen-uitleg", apply_default_css=False)
        if self._managed:
            upload = gr.UploadButton(
                told("toevoegen", endings=", ".join(ending.lstrip(".") for ending in READERS)),
                file_count="multiple",
                elem_id="bestand-erbij",
                size="md",
            )
        else:
            gr.HTML(told("geen_beheer"), apply_default_css=False)
        status = gr.HTML(status_html(), elem_id="bronnen-status", apply_default_css=False)
        rows = gr.HTML(self.rows, elem_id="bronnen-lijst", apply_default_css=False, js_on_load=SCRIPT)
        if self._managed:
            upload.upload(self.add, upload, [status, rows], show_progress="hidden", api_visibility="private")
            rows.click(self.act, None, [status, rows], show_progress="hidden", api_visibility="private").then(
                None, js=BACK_TO_ROW, show_progress="hidden", api_visibility="private"
            )

    def rows(self) -> str:
        """The list as it is now."""
        return list_html(self._content, self._library.entries(), managed=self._managed)

    def add(self, paths: Sequence[str]) -> Iterator[Shown]:
        """Add uploaded files, which are deleted where they were uploaded."""
        said, wrong = [], []
        for number, path in enumerate(paths, start=1):
            with uploaded(path) as file:
                yield status_html(told("toevoegen_bezig", file=file.name, number=number, total=len(paths))), gr.skip()
                try:
                    said.append(added_sentence(self._library.add(file), file.name))
                except InputError as error:
                    wrong.append(str(error))
                except Exception as error:  # whatever goes wrong, the page goes on
                    wrong.append(_failed(error))
        yield status_html(" ".join(said), " ".join(wrong)), self.rows()

    def act(self, event: gr.EventData) -> Iterator[Shown]:
        """Do what a button of the list asks for."""
        verb, name = getattr(event, "verb", ""), getattr(event, "id", "")
        if verb == "verwijder":
            yield self._removed(str(name))

    def _removed(self, name: str) -> Shown:
        try:
            entry = self._library.entry(name)
            self._library.remove(name)
        except InputError as error:
            return status_html(wrong=str(error)), self.rows()
        return status_html(told("verwijderd", title=entry.title)), self.rows()


def added_sentence(entry: Entry, name: str) -> str:
    """What became of a file that was added."""
    if entry.source_id is None:
        return told("toegevoegd_eigen", file=name, title=entry.title)
    return told("toegevoegd_origineel", file=name, title=entry.title, score=score_in_dutch(entry.certainty))


def status_html(said: str = "", wrong: str = "") -> str:
    """What was done, and what went wrong, as screen readers announce it."""
    return Markup('<p role="status" class="stand">{}</p><p role="alert" class="fout">{}</p>').format(said, wrong)


def _failed(error: Exception) -> str:
    """The sentence for what nobody foresaw; the log holds no word of the document."""
    print(f"The list of sources failed: {type(error).__name__}", file=sys.stderr)
    traceback.print_tb(error.__traceback__)
    return told("mislukt")
