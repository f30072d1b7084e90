"""The tab "Vraag": a conversation, with example questions and questions to ask next."""

from dataclasses import dataclass

import gradio as gr
from markupsafe import Markup

from assistant.assistant import Assistant
from assistant.guarding import LONGEST_TEXT
from assistant.page.offering import Offer, build_offer
from assistant.rendering import as_html, templates
from assistant.types import Outcome
from assistant.wording import example_questions
from corpus import InputError

HIDDEN = "(Deze vraag is weggelaten, want er stonden persoonsgegevens in.)"
A_DRAFT = "(Een stuk van een concept. Die tekst staat niet in dit gesprek.)"
LEFT_OUT = (HIDDEN, A_DRAFT)
"""What stands in the place of a text that is not kept, and that no later question leans on."""

SUGGESTIONS = 4
"""Buttons with a question to ask next."""

TO_NEWEST = """() => {
  const turns = document.querySelectorAll('.beurt');
  const newest = turns[turns.length - 1];
  if (newest) { newest.scrollIntoView({block: 'start'}); newest.querySelector('.vraag').focus({preventScroll: true}); }
}"""
"""Brings the newest answer into view, and the reading place of a screen reader with it."""


@dataclass(frozen=True)
class Turn:
    """A question of the conversation and its answer as HTML."""

    question: str
    answer: Markup


Turns = tuple[Turn, ...]
Buttons = list[gr.Button]


def build_chat(assistant: Assistant) -> Offer:
    """Add the conversation to the page that is being built; what it gives is the offer to review a long text."""
    turns = gr.State(())
    conversation = gr.HTML(conversation_html(()), elem_id="gesprek", apply_default_css=False)
    status = gr.HTML(_status(""), elem_id="status", apply_default_css=False)
    question = gr.Textbox(
        label="Uw vraag",
        placeholder="Bijvoorbeeld: wat schrijven we op over wachtlijsten?",
        lines=1,
        max_lines=8,
        submit_btn=False,
        elem_id="vraagveld",
        html_attributes=gr.InputHTMLAttributes(lang="nl"),
    )
    with gr.Row(elem_id="knoppen"):
        send = gr.Button("Stel de vraag", variant="primary", elem_id="stel-vraag")
        offer = build_offer(question)
        restart = gr.Button("Begin opnieuw", elem_id="begin-opnieuw")
    gr.HTML('<h2 id="verder">Vragen die u kunt stellen</h2>', apply_default_css=False)
    with gr.Row(elem_id="suggesties"):
        buttons = [gr.Button(text, size="md") for text in example_questions()]

    def reply(text: str, earlier: Turns) -> tuple[Turns, str, str, str, *tuple[gr.Button, ...]]:
        try:
            answer = assistant.ask(
                text[: LONGEST_TEXT + 1], tuple(turn.question for turn in earlier if turn.question not in LEFT_OUT)
            )
        except InputError as error:
            return (earlier, conversation_html(earlier), _status(str(error), error=True), text, *(gr.Button(),) * 4)
        html = as_html(answer, assistant.content, number=len(earlier) + 1)
        # What must not be read is not shown again either; a draft stays in the field, and only there.
        shown = {Outcome.PERSOONSGEGEVENS: HIDDEN, Outcome.CONCEPT: A_DRAFT}.get(answer.outcome, text.strip())
        field = gr.skip() if answer.outcome is Outcome.CONCEPT else ""
        now = (*earlier, Turn(shown, html))
        said = f"Het antwoord op vraag {len(now)} staat klaar."
        return (now, conversation_html(now), _status(said), field, *_suggested(answer.suggestions))

    def from_start() -> tuple[Turns, str, str, str, *tuple[gr.Button, ...]]:
        return ((), conversation_html(()), _status("Het gesprek is gewist."), "", *_suggested(example_questions()))

    outputs = [turns, conversation, status, question, *buttons]
    for trigger in (send.click, question.submit):
        trigger(reply, [question, turns], outputs, show_progress="hidden", api_visibility="private").success(
            None, js=TO_NEWEST, api_visibility="private"
        )
    for button in buttons:
        button.click(reply, [button, turns], outputs, show_progress="hidden", api_visibility="private").success(
            None, js=TO_NEWEST, api_visibility="private"
        )
    restart.click(from_start, None, outputs, show_progress="hidden", api_visibility="private")
    return offer


def conversation_html(turns: Turns) -> str:
    """The conversation so far as HTML."""
    return templates().get_template("gesprek.html.j2").render(turns=turns)


def _status(text: str, *, error: bool = False) -> str:
    kind = "fout" if error else "onzichtbaar"
    return Markup('<p role="{}" class="{}">{}</p>').format("alert" if error else "status", kind, text)


def _suggested(questions: tuple[str, ...]) -> tuple[gr.Button, ...]:
    padded = (*questions, *("",) * SUGGESTIONS)[:SUGGESTIONS]
    return tuple(gr.Button(value=text, visible=bool(text)) for text in padded)
