"""The offer to review what was pasted as a question: a button that is there when the text is too long to be one."""

from dataclasses import dataclass

import gradio as gr

from assistant.guarding import LONGEST_QUESTION
from assistant.page.events import DIRECT, QUEUED
from assistant.page.review import TAB_ID, TO_RESULT, ReviewTab

SHOW_OFFER = f"text => ({{__type__: 'update', visible: (text ?? '').trim().length > {LONGEST_QUESTION}}})"
"""Runs in the browser at every change of the field, so that no text is sent before someone asks for it."""

TO_TAB = "() => document.getElementById('tab-toets-button').focus({preventScroll: true})"
"""Brings the reading place to the name of the tab, where what follows is told."""


@dataclass(frozen=True)
class Offer:
    """The button, and the field with the text."""

    button: gr.Button
    field: gr.Textbox


def build_offer(field: gr.Textbox) -> Offer:
    """Add the button to the page that is being built."""
    button = gr.Button("Toets deze tekst", variant="primary", visible=False, elem_id="toets-deze-tekst")
    field.change(None, field, button, js=SHOW_OFFER, **DIRECT)
    return Offer(button, field)


def accept_offer(offer: Offer, tab: ReviewTab, tabs: gr.Tabs) -> None:
    """Let the button bring the text to the tab of the review, and start the review there."""

    def bring(text: str) -> tuple[str, gr.Tabs, str | dict[str, object]]:
        return "", gr.Tabs(selected=TAB_ID), text if text.strip() else gr.skip()

    brought = offer.button.click(bring, offer.field, [offer.field, tabs, tab.draft], **DIRECT)
    there = brought.then(None, js=TO_TAB, **DIRECT)
    there.then(tab.review, tab.inputs, tab.outputs, **QUEUED).then(None, js=TO_RESULT, **DIRECT)
