"""The tab "Checklist": the 26 items as a working list that only the reader's browser keeps, and a raamwerk.

The script `checklist.js` fills the fields and asks `checklist_replies` for whatever takes a rule.
"""

from pathlib import Path

import gradio as gr

from assistant.page.checklist_replies import LONGEST_BODY
from assistant.page.progress import afspraken_html, progress_html
from assistant.region import PROVINCES
from assistant.rendering import passage_address, templates
from assistant.types import Citation
from assistant.wording import Sentences, heading
from assistant.worklist import LONGEST_NAME, LONGEST_NOTE, Status, Worklist
from assistant.worklist_file import FORMAT, KIND
from corpus import PARTS, ChecklistItem, Content

SCRIPT = (Path(__file__).parent / "checklist.js").read_text(encoding="utf-8")
SENTENCES = Sentences("checklist")


def build_checklist(content: Content) -> None:
    """Add the checklist to the page that is being built."""
    gr.HTML(checklist_html(content), elem_id="checklist", apply_default_css=False, js_on_load=SCRIPT)


def checklist_html(content: Content) -> str:
    """The tab, with an empty list."""
    empty = Worklist.empty()
    values = {
        "items": content.items,
        "parts": PARTS,
        "statuses": list(Status),
        "provinces": list(dict.fromkeys(PROVINCES.values())),
        "longest_note": LONGEST_NOTE,
        "longest_name": LONGEST_NAME,
        "longest_file": LONGEST_BODY,
        "kind": KIND,
        "form": FORMAT,
        "sentences": SENTENCES.table("script"),
        "progress": progress_html(empty),
        "afspraken": afspraken_html(empty, content),
        "citations_of": lambda item: _citations(item, content),
        "address_of": passage_address,
        "heading": heading,
        "say": SENTENCES.say,
    }
    return templates().get_template("checklist.html.j2").render(**values)


def _citations(item: ChecklistItem, content: Content) -> list[Citation]:
    """The passages that the guidance of an item rests on, each once and whole."""
    references = dict.fromkeys(reference for said in (*item.short, *item.asked) for reference in said.references)
    passages = [content.passages[reference] for reference in references]
    return [
        Citation(number, passage, content.sources[passage.source_id], 0, len(passage.text))
        for number, passage in enumerate(passages, start=1)
    ]
