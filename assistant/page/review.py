"""The tab "Toets uw concept": paste or upload a draft, and see what was found of each checklist item, and where."""

import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import gradio as gr
from markupsafe import Markup

from assistant.assistant import Assistant
from assistant.page.marking import marked_draft, number_of, places
from assistant.rendering import passage_address, templates
from assistant.review import Finding, Review, ReviewOutcome, Verdict
from assistant.reviewing import FEWEST_WORDS, first_things
from assistant.wording import message
from corpus import Content, InputError
from corpus.reading import read_apart

LONGEST_DRAFT = 1_000_000
"""Characters of a draft that are reviewed at once: about 300 pages."""

ONLY_FOR_ACCOUNT_HOLDERS = ("B2a",)
"""Items that do not count for a region that is not accounthoudend."""

INTRODUCTION = """<h2>Toets uw concept</h2>
<p>Geef een deel van uw concept, of het hele stuk. U ziet per onderdeel van de handreiking wat wij vonden, waar het
staat en wat er nog ontbreekt. Wij bewaren niets. De toets kan zich vergissen: controleer altijd zelf.</p>"""

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


def build_review(assistant: Assistant) -> None:
    """Add the review of a draft to the page that is being built."""
    gr.HTML(INTRODUCTION, elem_id="toets-uitleg", apply_default_css=False)
    draft = gr.Textbox(
        label="Plak hier een deel van uw concept",
        lines=8,
        max_lines=16,
        elem_id="conceptveld",
        html_attributes=gr.InputHTMLAttributes(lang="nl"),
    )
    upload = gr.UploadButton("Of kies een bestand (docx, pdf, odt, md, txt, html)", elem_id="kies-bestand", size="md")
    not_accountable = gr.Checkbox(label="Onze regio is niet accounthoudend", elem_id="niet-accounthoudend")
    button = gr.Button("Toets dit concept", variant="primary", elem_id="toets-knop")
    status = gr.HTML(_status(), elem_id="toets-status", apply_default_css=False, js_on_load=SHOW_STATUS)
    result = gr.HTML("", elem_id="toets-uitslag", apply_default_css=False, js_on_load=SHOW_TARGET)

    def read(path: str) -> tuple[str | dict[str, object], str]:
        try:
            text = text_of_upload(Path(path))
        except InputError as error:
            return gr.skip(), _status(wrong=str(error))
        return text, _status(message("toets_gelezen", file=Path(path).name, words=_dotted(len(text.split()))))

    def review(text: str, not_accountable: bool) -> Iterator[Shown]:
        try:
            refuse_unfit(text)
            yield _status(message("toets_bezig")), "", gr.Button(interactive=False)
            reviewed = assistant.review(text, ONLY_FOR_ACCOUNT_HOLDERS if not_accountable else ())
            yield *_shown(reviewed, assistant.content), gr.Button(interactive=True)
        except InputError as error:
            yield _status(wrong=str(error)), "", gr.Button(interactive=True)
        except (
            Exception
        ) as error:  # whatever goes wrong, the page goes on; what is told of it holds no word of the draft
            print(f"A review failed: {type(error).__name__}", file=sys.stderr)
            traceback.print_tb(error.__traceback__)
            yield _status(wrong=message("toets_mislukt")), "", gr.Button(interactive=True)

    upload.upload(read, upload, [draft, status], show_progress="hidden", api_visibility="private")
    button.click(
        review,
        [draft, not_accountable],
        [status, result, button],
        show_progress="hidden",
        api_visibility="private",
    ).then(None, js=TO_RESULT, show_progress="hidden", api_visibility="private")


def text_of_upload(path: Path) -> str:
    """The text of an uploaded file, which is deleted; InputError when it cannot be read."""
    try:
        text = read_apart(path).text
    finally:
        path.unlink(missing_ok=True)
        with suppress(OSError):  # the folder that gradio made for it; it stays when something else is in it
            path.parent.rmdir()
    refuse_unfit(text)
    return text


def refuse_unfit(text: str) -> None:
    """InputError when there is nothing in the text, or far too much."""
    if not any(letter.isalnum() for letter in text):
        raise InputError(message("toets_leeg"))
    if len(text) > LONGEST_DRAFT:
        raise InputError(message("toets_te_lang", length=_dotted(len(text)), most=_dotted(LONGEST_DRAFT)))


def result_html(review: Review, content: Content) -> str:
    """The review of a draft as HTML, with the draft itself beside it."""
    found = places(review)
    values = {
        "review": review,
        "content": content,
        "counts": [(verdict, count) for verdict, count in review.counts().items() if count],
        "first": first_things(review, content),
        "draft": marked_draft(review.draft, found, content),
        "number_of": lambda evidence: number_of(evidence, found),
        "missing_of": lambda finding: _missing(finding, content),
        "slug": lambda verdict: verdict.replace(" ", "-"),
        "address_of": passage_address,
        "Verdict": Verdict,
        "ASKED": (Verdict.GEDEELTELIJK, Verdict.NIET_GEVONDEN),
    }
    return templates().get_template("toets.html.j2").render(**values)


def _missing(finding: Finding, content: Content) -> list[tuple[str, str]]:
    """What is missing, each with the advice that goes with it."""
    advice = {element.name: element.advice for element in content.items[finding.item].elements}
    return [(name, advice.get(name, "")) for name in finding.missing]


def _shown(review: Review, content: Content) -> tuple[str, str]:
    """The status and the result."""
    if review.outcome is ReviewOutcome.GETOETST:
        return _status(message("toets_klaar")), result_html(review, content)
    return _status(wrong=message(f"toets_{review.outcome}", fewest=FEWEST_WORDS)), ""


def _status(said: str = "", wrong: str = "") -> str:
    return Markup('<p role="status" class="stand">{}</p><p role="alert" class="fout">{}</p>').format(said, wrong)


def _dotted(number: int) -> str:
    """A number as it is written in Dutch."""
    return f"{number:,}".replace(",", ".")
