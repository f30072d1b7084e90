"""The tab "Toets uw concept": paste or upload a draft, and see what was found of each checklist item, and where."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import gradio as gr
from gradio.components import Component
from markupsafe import Markup

from assistant.assistant import Assistant
from assistant.comparison import Comparison
from assistant.page.events import DIRECT, QUEUED
from assistant.page.failing import log
from assistant.page.result import result_html
from assistant.page.uploads import uploaded
from assistant.review import Review, ReviewOutcome, Scope
from assistant.reviewing import not_reviewed
from assistant.wording import message
from corpus import Content, InputError
from corpus.reading import read_apart

TAB_ID = "toets"
"""What the tabs call this one."""

LONGEST_DRAFT = 1_000_000
"""Characters of a draft that are reviewed at once: about 300 pages."""

ONLY_FOR_ACCOUNT_HOLDERS = ("B2a",)
"""Items that do not count for a region that is not accounthoudend."""

INTRODUCTION = """<h2>Toets uw concept</h2>
<p>Geef een deel van uw concept, of het hele stuk. U ziet per onderdeel van de handreiking wat wij vonden, waar het
staat en wat er nog ontbreekt. Wij bewaren niets. De toets kan zich vergissen: controleer altijd zelf.</p>"""

EARLIER_VERSION = """<details><summary>Vergelijk met een vorige versie</summary>
<p>Dit hoeft niet. Geeft u een vorige versie, dan ziet u ook wat beter werd, wat minder en wat gelijk bleef.</p>
</details>"""
"""The disclosure of the fields of the earlier version, which stand below it and are shown with it (`toets.css`)."""

SHOW_TARGET = """element.addEventListener('click', event => {
  const link = event.target.closest('a[href^="#"]');
  const target = link && document.getElementById(link.hash.slice(1));
  if (!target) return;
  const item = target.closest('.onderdeel');
  if (item && getComputedStyle(item).display === 'none') element.querySelector('#toon-alles').checked = true;
  if (item) item.querySelector('details').open = true;
});"""
"""Opens the item that a link leads to, also when the filter hides it; the browser then goes there by itself."""

SHOW_STATUS = "watch('value', () => element.scrollIntoView({block: 'nearest'}));"
"""Brings what the status says into view."""

TO_RESULT = """() => {
  const result = document.getElementById('uitslag');
  if (result) result.scrollIntoView({block: 'start'});
  (result || document.getElementById('toets-knop')).focus({preventScroll: true});
}"""
"""Brings the result into view, and the reading place of a screen reader with it; else back to the button."""

Shown = tuple[str, str, gr.Button]
"""The status, the result, and the button of the review."""


@dataclass(frozen=True)
class ReviewTab:
    """The field of the draft, and what has to run to review what stands in it."""

    draft: gr.Textbox
    review: Callable[..., Iterator[Shown]]
    inputs: list[Component]
    outputs: list[Component]


def build_review(assistant: Assistant) -> ReviewTab:
    """Add the review of a draft to the page that is being built."""
    gr.HTML(INTRODUCTION, elem_id="toets-uitleg", apply_default_css=False)
    draft = _field("Plak hier een deel van uw concept", "conceptveld", lines=8)
    upload = gr.UploadButton("Of kies een bestand (docx, pdf, odt, md, txt, html)", elem_id="kies-bestand", size="md")
    earlier, earlier_upload = _earlier_version()
    not_accountable = gr.Checkbox(label="Onze regio is niet accounthoudend", elem_id="niet-accounthoudend")
    whole = gr.Checkbox(label="Dit is onze hele regiovisie, niet een deel", elem_id="hele-regiovisie")
    button = gr.Button("Toets dit concept", variant="primary", elem_id="toets-knop")
    status = gr.HTML(_status(), elem_id="toets-status", apply_default_css=False, js_on_load=SHOW_STATUS)
    result = gr.HTML("", elem_id="toets-uitslag", apply_default_css=False, js_on_load=SHOW_TARGET)

    def review(text: str, earlier: str | None, not_accountable: bool, whole: bool) -> Iterator[Shown]:
        try:
            refuse_unfit(text)
            refuse_unfit_earlier(earlier)
            yield _status(message("toets_bezig")), "", gr.Button(interactive=False)
            scope = Scope(ONLY_FOR_ACCOUNT_HOLDERS if not_accountable else (), whole)
            comparison = assistant.compare(earlier, text, scope) if earlier and earlier.strip() else None
            reviewed = comparison.after if comparison else assistant.review(text, scope)
            yield *_shown(reviewed, assistant.content, comparison), gr.Button(interactive=True)
        except InputError as error:
            yield _status(wrong=str(error)), "", gr.Button(interactive=True)
        except Exception as error:  # whatever goes wrong, the page goes on
            log("A review", error)
            yield _status(wrong=message("toets_mislukt")), "", gr.Button(interactive=True)

    upload.upload(_read, upload, [draft, status], **DIRECT)
    earlier_upload.upload(_read, earlier_upload, [earlier, status], **DIRECT)
    tab = ReviewTab(draft, review, [draft, earlier, not_accountable, whole], [status, result, button])
    button.click(tab.review, tab.inputs, tab.outputs, concurrency_limit=2, **QUEUED).then(None, js=TO_RESULT, **DIRECT)
    return tab


def _earlier_version() -> tuple[gr.Textbox, gr.UploadButton]:
    """The field of an earlier version, and the button to fill it from a file."""
    gr.HTML(EARLIER_VERSION, elem_id="vorige-uitleg", apply_default_css=False)
    with gr.Column(elem_id="vorige-versie"):
        earlier = _field("Plak hier de vorige versie", "vorigeveld", lines=4)
        upload = gr.UploadButton("Of kies het bestand van de vorige versie", elem_id="kies-vorige", size="md")
    return earlier, upload


def _field(label: str, name: str, lines: int) -> gr.Textbox:
    """A field to paste a draft in."""
    attributes = gr.InputHTMLAttributes(lang="nl")
    return gr.Textbox(label=label, lines=lines, max_lines=16, elem_id=name, html_attributes=attributes)


def _read(path: str) -> tuple[str | dict[str, object], str]:
    """The text of an upload and the status; the field stays as it was when it cannot be read."""
    try:
        text = text_of_upload(path)
    except InputError as error:
        return gr.skip(), _status(wrong=str(error))
    return text, _status(message("toets_gelezen", file=Path(path).name, words=_dotted(len(text.split()))))


def text_of_upload(path: str) -> str:
    """The text of an uploaded file, which is deleted; InputError when it cannot be read."""
    with uploaded(path) as file:
        text = read_apart(file).text
    refuse_unfit(text)
    return text


def refuse_unfit(text: str) -> None:
    """InputError when there is nothing in the text, or far too much."""
    if not any(letter.isalnum() for letter in text):
        raise InputError(message("toets_leeg"))
    if len(text) > LONGEST_DRAFT:
        raise InputError(message("toets_te_lang", length=_dotted(len(text)), most=_dotted(LONGEST_DRAFT)))


def refuse_unfit_earlier(text: str | None) -> None:
    """InputError when something is given as the earlier version, and it cannot be used."""
    try:
        if text and text.strip():
            refuse_unfit(text)
    except InputError as error:
        raise InputError(message("toets_vorige_versie", why=error)) from error


def _shown(review: Review, content: Content, comparison: Comparison | None) -> tuple[str, str]:
    """The status and the result."""
    if review.outcome is ReviewOutcome.GETOETST:
        return _status(message("toets_klaar")), result_html(review, content, comparison)
    return _status(wrong=not_reviewed(review.outcome)), ""


def _status(said: str = "", wrong: str = "") -> str:
    return Markup('<p role="status" class="stand">{}</p><p role="alert" class="fout">{}</p>').format(said, wrong)


def _dotted(number: int) -> str:
    """A number as it is written in Dutch."""
    return f"{number:,}".replace(",", ".")
