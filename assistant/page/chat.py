"""The tab "Vraag": a conversation that the browser holds; the server answers one question and forgets it."""

from collections.abc import Sequence

import gradio as gr
from markupsafe import Markup

from assistant.assistant import Assistant
from assistant.conversation import Turn, next_turn
from assistant.page.events import DIRECT
from assistant.page.failing import log
from assistant.page.offering import Offer, build_offer
from assistant.page.phrases import phrase
from assistant.rendering import as_html, templates
from assistant.types import Answer, Outcome
from assistant.wording import example_questions
from corpus import Content, InputError

WITHOUT_RATING = (Outcome.BEGROETING, Outcome.PERSOONSGEGEVENS, Outcome.CONCEPT)
"""Endings that are no answer, so that there is nothing to say about them."""

Shown = tuple[str, str, str]
"""The newest turn as HTML, the status, and what stands in the field."""


def build_chat(assistant: Assistant) -> Offer:
    """Add the conversation to the page that is being built; what it gives is the offer to review a long text.

    `script/conversation.js` does what the browser does.
    """
    gr.HTML(_part("vraag_boven.html.j2"), elem_id="gesprek", apply_default_css=False, js_on_load="conversation.start()")
    newest = gr.HTML("", html_template="<i></i>", visible="hidden", js_on_load=None)  # holds it; the script shows it
    earlier = gr.JSON({}, visible="hidden")
    status = gr.HTML(_status(""), elem_id="status", apply_default_css=False, js_on_load=None)
    question = gr.Textbox(
        label="Uw vraag",
        placeholder="Bijvoorbeeld: wat schrijven we op over wachtlijsten?",
        lines=1,
        max_lines=8,
        submit_btn=False,
        elem_id="vraagveld",
        html_attributes=gr.InputHTMLAttributes(lang="nl"),
    )
    send = gr.Button("Stel de vraag", variant="primary", elem_id="stel-vraag")
    offer = build_offer(question)
    gr.HTML(_part("vraag_onder.html.j2"), apply_default_css=False, js_on_load="conversation.refresh()")

    def reply(text: str, said: dict[str, object] | None) -> Shown:
        return answered(assistant, text, *_earlier(said or {}))

    for trigger in (send.click, question.submit):
        trigger(
            reply,
            [question, earlier],
            [newest, status, question],
            js="text => conversation.asked(text)",
            **DIRECT,
        ).success(
            None,
            newest,
            None,
            js="html => conversation.answered(html)",
            **DIRECT,
        )
    return offer


def answered(assistant: Assistant, text: str, earlier: Sequence[str], number: int) -> Shown:
    """What the page shows when `text` is asked as question `number`; when that fails, the text stays in its field."""
    try:
        turn = next_turn(assistant, text, earlier)
    except InputError as error:
        return "", _status(str(error), error=True), text
    except Exception as error:  # whatever goes wrong, the page goes on
        log("An answer", error)
        return "", _status(phrase("gesprek", "mislukt"), error=True), text
    left = text if turn.answer.outcome is Outcome.CONCEPT else ""  # a draft stays in the field, and only there
    return turn_html(turn, number, assistant.content), _status(phrase("gesprek", "klaar", number=number)), left


def conversation_html(turns: Sequence[Turn], content: Content) -> str:
    """Some turns as HTML, numbered from 1."""
    return "\n".join(turn_html(turn, number, content) for number, turn in enumerate(turns, 1))


def turn_html(turn: Turn, number: int, content: Content) -> str:
    """A question with its answer as HTML."""
    values = {
        "turn": turn,
        "number": number,
        "shown": turn.question or phrase("gesprek", turn.answer.outcome),
        "answer": as_html(turn.answer, content, number=number),
        "choices": _choices(turn.answer, content),
        "rated": turn.answer.outcome not in WITHOUT_RATING,
    }
    return templates().get_template("gesprek.html.j2").render(**values)


def _choices(answer: Answer, content: Content) -> list[tuple[str, str]]:
    """What a question back lets one choose from: titles, each with the question that it then is."""
    if answer.outcome is not Outcome.VERDUIDELIJKING:
        return []
    return [(content.guides[name].title, question_about(name, content)) for name in answer.route.subjects]


def question_about(name: str, content: Content) -> str:
    """The question after a guide, which also names its place when it is a checklist item: so it cannot be mistaken."""
    title = content.guides[name].title
    if name in content.items:
        return phrase("gesprek", "keuze_onderdeel", title=title, place=content.items[name].place)
    return phrase("gesprek", "keuze", title=title)


def _earlier(said: dict[str, object]) -> tuple[list[str], int]:
    """The earlier questions and the number of the next one, from what the browser sent."""
    questions, number = said.get("questions"), said.get("number")
    kept = [q for q in questions if isinstance(q, str)] if isinstance(questions, list) else []
    return kept, number if isinstance(number, int) else len(kept) + 1


def _part(template: str) -> str:
    return templates().get_template(template).render(examples=example_questions())


def _status(text: str, *, error: bool = False) -> str:
    kind = "fout" if error else "onzichtbaar"
    return Markup('<p role="{}" class="{}">{}</p>').format("alert" if error else "status", kind, text)
