"""What other programs can ask: a question, a review, the sources; as the JSON that the command line gives."""

import tomllib
from collections.abc import Callable, Mapping
from functools import cache, wraps
from inspect import signature
from threading import BoundedSemaphore
from typing import Any, ParamSpec

from assistant.assistant import Assistant
from assistant.guarding import LONGEST_TEXT
from assistant.page.bodies import is_strings
from assistant.page.failing import log
from assistant.page.review import LONGEST_DRAFT
from assistant.rendering import as_json
from assistant.review import Scope
from assistant.review_rendering import review_as_json
from assistant.wording import TEMPLATES, message
from corpus import ITEM_IDS, InputError, Passage, Source

REVIEWS_AT_ONCE = 4
"""Drafts that are reviewed at the same time for other programs; a review of a long one takes seconds."""

LONGEST_HISTORY = 50
"""Earlier questions that still count."""

P = ParamSpec("P")
Row = dict[str, Any]
"""One JSON object."""


class Services:
    """The functions that other programs can call, by their names; each raises only InputError."""

    def __init__(self, assistant: Assistant) -> None:
        self._assistant = assistant
        self._reviews = BoundedSemaphore(REVIEWS_AT_ONCE)
        self.functions: dict[str, Callable[..., Row]] = {
            function.__name__: _only_input_errors(function)
            for function in (self.vraag, self.toets, self.bronnen, self.bron)
        }

    def call(self, name: str, arguments: Mapping[str, Any]) -> Row:
        """What the function gives for these arguments; InputError when it has no such function or arguments."""
        function = self.functions.get(name)
        if function is None:
            raise InputError(said("onbekende_functie", name=name[:100], known=", ".join(self.functions)))
        known = signature(function).parameters
        for given in arguments:
            if given not in known:
                kinds = ", ".join(known) or "niets"
                raise InputError(said("onbekend_gegeven", name=given[:100], function=name, known=kinds))
        for wanted, parameter in known.items():
            if parameter.default is parameter.empty and wanted not in arguments:
                raise InputError(said("ontbreekt", name=wanted))
        return function(**arguments)

    def vraag(self, question: str, history: list[str] | None = None) -> Row:
        """The answer to a question, after the earlier ones (oldest first)."""
        earlier = tuple(text[:LONGEST_TEXT] for text in _texts("history", history)[-LONGEST_HISTORY:])
        return as_json(self._assistant.ask(_text("question", question), earlier), self._assistant.content)

    def toets(self, text: str, not_applicable: list[str] | None = None, whole: bool = False) -> Row:
        """The review of a draft; `not_applicable` names items that do not count, `whole`: it is a whole regiovisie."""
        if len(_text("text", text)) > LONGEST_DRAFT:
            raise InputError(message("toets_te_lang", length=len(text), most=LONGEST_DRAFT))
        for item in (left_out := _texts("not_applicable", not_applicable)):
            if item not in ITEM_IDS:
                raise InputError(said("onbekend_onderdeel", name=item, known=", ".join(ITEM_IDS)))
        if not isinstance(whole, bool):
            raise InputError(said("geen_ja_of_nee", name="whole"))
        if not self._reviews.acquire(blocking=False):
            raise InputError(said("te_druk", most=REVIEWS_AT_ONCE))
        try:
            return review_as_json(self._assistant.review(text, Scope(tuple(left_out), whole)))
        finally:
            self._reviews.release()

    def bronnen(self) -> Row:
        """All sources, without their passages."""
        return {"sources": [_source(source) for source in self._assistant.content.sources.values()]}

    def bron(self, source: str) -> Row:
        """A source with its passages."""
        content = self._assistant.content
        found = content.sources.get(_text("source", source))
        if found is None:
            raise InputError(said("onbekende_bron", name=source[:100]))
        return {**_source(found), "passages": [_passage(passage) for passage in content.passages_of(found.id)]}


def described(name: str) -> str:
    """What a function does, for who may call it."""
    return str(_templates()["functies"][name]["omschrijving"])


def parameters_of(name: str) -> dict[str, str]:
    """The parameters of a function, each with what it means."""
    return dict(_templates()["functies"][name]["gegevens"])


def said(error: str, /, **values: object) -> str:
    """The sentence for an error."""
    return str(_templates()["fouten"][error]).format(**values)


@cache
def _templates() -> Row:
    return tomllib.loads((TEMPLATES / "koppeling.toml").read_text(encoding="utf-8"))


def _only_input_errors(function: Callable[P, Row]) -> Callable[P, Row]:
    """The function; what goes wrong by our own fault is told in one sentence, and never shows what was asked."""

    @wraps(function)
    def run(*arguments: P.args, **named: P.kwargs) -> Row:
        try:
            return function(*arguments, **named)
        except InputError:
            raise
        except Exception as error:
            log(f"A call of {function.__name__!r}", error)
            raise InputError(said("mislukt")) from None

    return run


def _text(name: str, value: object) -> str:
    if not isinstance(value, str):
        raise InputError(said("geen_tekst", name=name))
    return value


def _texts(name: str, value: object) -> list[str]:
    if value is None:
        return []
    if not is_strings(value):
        raise InputError(said("geen_lijst", name=name))
    return value


def _source(source: Source) -> Row:
    return {
        "id": source.id,
        "title": source.title,
        "publisher": source.publisher,
        "date": source.date,
        "purpose": source.purpose,
        "seen": source.seen,
        "checked": source.checked.isoformat(),
        "url": source.url,
        "kind": str(source.kind),
    }


def _passage(passage: Passage) -> Row:
    return {
        "id": passage.id,
        "heading": passage.heading,
        "locator": passage.place,
        "page": passage.page,
        "text": passage.text,
        "certainty": str(passage.certainty),
    }
