"""The tab "Bronnen": which sources and documents there are, and adding, fetching, removing and searching them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import gradio as gr

from assistant.assistant import Assistant
from assistant.obtaining import Obtainer, Step
from assistant.page.events import DIRECT, QUEUED
from assistant.page.failing import log
from assistant.page.library_html import added_sentence, fetchable, list_html, status_html
from assistant.page.searching import found_html
from assistant.page.telling import told
from assistant.page.uploads import uploaded
from corpus import InputError, Source
from corpus.fetching import Fetcher
from corpus.originals import Library
from corpus.reading import READERS

SCRIPT = (Path(__file__).parent / "script" / "bronnen.js").read_text(encoding="utf-8")
"""What the list does in the browser."""

TO_FOUND = """() => {
  const found = document.getElementById('gevonden');
  if (found) { found.scrollIntoView({block: 'start'}); found.focus({preventScroll: true}); }
}"""
"""Brings what was found into view, and the reading place with it."""

Shown = tuple[str, str, str, gr.Button]
"""The status, how far the fetching is, the list, and the button that stops the fetching."""


class LibraryTab:
    """What happens on the tab."""

    def __init__(self, assistant: Assistant, library: Library, fetcher: Fetcher, *, managed: bool) -> None:
        self._assistant = assistant
        self._content = assistant.content
        self._library = library
        self._fetcher = fetcher
        self._managed = managed

    def build(self) -> None:
        """Add the tab to the page that is being built."""
        gr.HTML(told("uitleg"), elem_id="bronnen-uitleg", apply_default_css=False)
        self._build_search()
        if not self._managed:
            gr.HTML(told("geen_beheer"), apply_default_css=False)
            self._fill(gr.HTML("", elem_id="bronnen-lijst", apply_default_css=False, js_on_load=SCRIPT))
            return
        upload = gr.UploadButton(
            told("toevoegen", endings=", ".join(ending.lstrip(".") for ending in READERS)),
            file_count="multiple",
            elem_id="bestand-erbij",
            size="md",
        )
        status = gr.HTML(status_html(), elem_id="bronnen-status", apply_default_css=False, js_on_load=None)
        bar = gr.HTML("", elem_id="bronnen-voortgang", apply_default_css=False, js_on_load=None)
        stop = gr.Button(told("stop"), visible=False, elem_id="stop-ophalen", size="md")
        gr.HTML(told("zeker"), apply_default_css=False, js_on_load=None)
        rows = self._fill(gr.HTML("", elem_id="bronnen-lijst", apply_default_css=False, js_on_load=SCRIPT))
        shown = [status, bar, rows, stop]
        upload.upload(self.add, upload, shown, **QUEUED)
        acting = rows.click(self.act, None, shown, **QUEUED)
        stop.click(self.stopped, None, shown, cancels=acting, **DIRECT)

    def _fill(self, rows: gr.HTML) -> gr.HTML:
        """Let `rows` be filled when the page opens; a function given as its value would be public for programs."""
        gr.on(None, self.rows, None, rows, **DIRECT)
        return rows

    def _build_search(self) -> None:
        question = gr.Textbox(
            label=told("zoeken"),
            max_lines=1,
            elem_id="zoekveld",
            html_attributes=gr.InputHTMLAttributes(lang="nl", enterkeyhint="search"),
        )
        button = gr.Button(told("zoek"), variant="primary", elem_id="zoek-knop")
        status = gr.HTML(status_html(), elem_id="zoek-status", apply_default_css=False, js_on_load=None)
        found = gr.HTML("", elem_id="bronnen-gevonden", apply_default_css=False, js_on_load=None)
        for trigger in (button.click, question.submit):
            trigger(self.find, question, [status, found], **DIRECT).then(None, js=TO_FOUND, **DIRECT)

    def find(self, question: str) -> tuple[str, str]:
        """The status and what was found."""
        try:
            return status_html([told("gezocht")]), found_html(question, self._assistant.finder.search)
        except InputError as error:
            return status_html(wrong=[str(error)]), ""
        except Exception as error:  # whatever goes wrong, the page goes on
            return status_html(wrong=[_failed(error)]), ""

    def rows(self) -> str:
        """The list as it is now."""
        return list_html(self._content, self._library.entries(), managed=self._managed)

    def add(self, paths: Sequence[str]) -> Iterator[Shown]:
        """Add uploaded files, which are deleted where they were uploaded."""
        said, wrong = list[str](), list[str]()
        for number, path in enumerate(paths, start=1):
            with uploaded(path) as file:
                yield self._busy(told("toevoegen_bezig", file=file.name, number=number, total=len(paths)))
                try:
                    entry = self._library.add(file)
                    said.append(added_sentence(entry, file.name))
                    self._assistant.finder.index(entry)
                except InputError as error:
                    wrong.append(str(error))
                except Exception as error:  # whatever goes wrong, the page goes on
                    wrong.append(_failed(error))
        yield self._done(said, wrong)

    def act(self, event: gr.EventData) -> Iterator[Shown]:
        """Do what a button of the list asks for."""
        verb, name = getattr(event, "verb", ""), str(getattr(event, "id", ""))
        can_be_fetched = fetchable(self._content, self._library.entries())
        match verb:
            case "verwijder":
                yield self._remove(name)
            case "haal":
                yield from self._fetch([source for source in can_be_fetched if source.id == name])
            case "alles":
                yield from self._fetch(can_be_fetched)

    def stopped(self) -> Shown:
        """What is shown when the reader stops the fetching."""
        return self._done([told("gestopt")], [])

    def _remove(self, name: str) -> Shown:
        try:
            title = self._library.remove(name)
            self._assistant.finder.index_all()  # and forget what was removed
        except InputError as error:
            return self._done([], [str(error)])
        return self._done([told("verwijderd", title=title)], [])

    def _fetch(self, sources: Sequence[Source]) -> Iterator[Shown]:
        said, wrong = list[str](), list[str]()
        obtainer = Obtainer(self._content, self._library, self._assistant.finder, self._fetcher)
        try:
            for number, source in enumerate(sources, start=1):
                yield self._busy(told("ophalen_bezig", title=source.short, number=number, total=len(sources)), True)
                for step in obtainer.fetch([source.id]):
                    if step.last:
                        (said if step.present else wrong).append(step.text)
                    yield self._underway(step)
        except InputError as error:
            wrong.append(str(error))
        except Exception as error:  # whatever goes wrong, the page goes on
            wrong.append(_failed(error))
        yield status_html(said, wrong), "", gr.skip(), gr.Button(visible=False)  # the list is shown as it is already

    def _underway(self, step: Step) -> Shown:
        """How far it is, which is not announced, for it changes many times a second."""
        return gr.skip(), "" if step.last else step.text, self.rows() if step.last else gr.skip(), gr.skip()

    def _busy(self, sentence: str, can_stop: bool = False) -> Shown:
        return status_html([sentence]), "", gr.skip(), gr.Button(visible=can_stop)

    def _done(self, said: Sequence[str], wrong: Sequence[str]) -> Shown:
        return status_html(said, wrong), "", self.rows(), gr.Button(visible=False)


def _failed(error: Exception) -> str:
    """The sentence for what nobody foresaw."""
    log("The library", error)
    return told("mislukt")
