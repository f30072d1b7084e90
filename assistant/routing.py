"""A question -> what it is about: every guide with a probability, what is wanted, and how the question ends."""

import re
from itertools import starmap

import numpy as np
from numpy.typing import NDArray

from assistant.classifier import Classifier, Margins
from assistant.intents import IntentReader
from assistant.thresholds import Thresholds
from assistant.types import Intent, Outcome, Question, Ranked, Route
from corpus import Content
from index import fold

PARTIAL_BELOW = 0.5
"""Probability of the best guide under which the answer says that it is not sure."""

CLOSE = 0.7
"""A second guide with at least this share of the first one's probability is asked about, when both are unsure."""

MOST_ASKED_BACK = 3
"""Guides that a question back offers at most."""

BOTH_FROM = {True: -0.65, False: -0.3}
"""Margin from which the second guide is a subject of its own, for a question with two parts and for any other: on the
held-out questions this shows both for half of those about two, and for 3 % of those about one."""

HISTORY_WEIGHT = {True: 0.8, False: 0.3}
"""Weight of the earlier question's margins, for a question that leans on it and for one that stands alone; to this
comes up to 1 the less sure the question is by itself. Chosen on the follow-up questions that are not held out."""

SURE_BY_ITSELF = 0.3
"""Margin of its best guide from which a question does not lean on an earlier one, however short it is."""

SHORT = 7
"""Words: a question of fewer after an earlier one is taken to lean on it."""

ITEM_NAMED = 5.0
ASKED_ABOUT = (0.4, 0.2)
"""Added to the margins for what a question names outright: an item; the first and second guide of the term or
document that it asks about."""

_LEANS = re.compile(
    r"^(en|maar|ook|dus|of|oke|ok|geldt|moet|mag|kan|kun|hoe|waarom|wie|wat|is)\b.{0,40}"
    r"\b(dat|dit|die|deze|daar|daarin|daarvan|daarmee|daarover|hier|hij|zij|ze|het|t|er|eentje|ook|allebei|beide)\b"
    r"|^(en|maar|ook)\b|\b(daarvan|daarvoor|daarover|daarin|daarbij|hiervan)\b"
)

_LEAVES = re.compile(
    r"\b(andere|nieuwe) vraag\b|\bander onderwerp\b|\biets (heel )?anders\b|\bterug naar\b"
    r"|\bdan nu\b|\bnu (even )?over\b|\btot slot\b"
    r"|^(ok[e]?|goed|prima|duidelijk|helder)\b[ ,]*(helder|duidelijk|dank\w*)?[ ,.:;!]+(en|dan|nu|nog)\b"
)


class Router:
    """Finds out what a question is about."""

    def __init__(self, content: Content, classifier: Classifier, thresholds: Thresholds) -> None:
        self._content = content
        self._thresholds = thresholds
        self._classifier = classifier
        self._intents = IntentReader(content, classifier.features.analyzer)

    def route(self, question: Question) -> Route:
        """Where `question` goes."""
        own = self._classifier.margins(question.text)
        before = self._earlier(question.history)
        earlier = self._classifier.margins(before) if before else None
        guides = self._with_history(question.text, own, earlier) + self._hints(question.text)
        if before and not self._intents.items(question.text) and leans_on_history(question.text):
            guides += self._hints(before)
        refused = self._is_outside(question.text, own, earlier)
        ranking = self._ranking(guides, own.outside)
        outcome, subjects = self._ending(refused, ranking, guides, question.text)
        term, document = self._intents.term(question.text), self._intents.document(question.text)
        afspraak = self._intents.afspraak(question.text)
        intent = self._intent(question, bool(term), bool(document), bool(afspraak))
        return Route(
            ranking=ranking,
            subjects=subjects,
            intent=intent,
            outcome=outcome,
            term=term.id if term else None,
            document=document.id if document and intent is Intent.DOCUMENT else None,
            afspraak=afspraak,
        )

    def named_nothing(self, question: Question) -> str | None:
        """What the question names by number and does not exist, as it is called."""
        return self._intents.names_nothing(question.text)

    def _earlier(self, history: tuple[str, ...]) -> str | None:
        """The last earlier question that the sources answer; what was refused is nothing to go on."""
        for text in reversed(history):
            if not self._is_outside(text, self._classifier.margins(text), None):
                return text
        return None

    def _ranking(self, guides: NDArray[np.float32], outside: float) -> tuple[Ranked, ...]:
        probabilities = _softmax(np.append(guides, np.float32(outside)) * self._thresholds.sharpness)[:-1]
        pairs = zip(self._classifier.guides, probabilities.tolist(), strict=True)
        return tuple(sorted(starmap(Ranked, pairs), key=lambda ranked: -ranked.score))

    def _with_history(self, text: str, own: Margins, earlier: Margins | None) -> NDArray[np.float32]:
        """(guides,) margins of the question, with those of the earlier question as far as it needs them."""
        if earlier is None or leaves_history(text):
            return own.guides
        leans = leans_on_history(text) and own.best < SURE_BY_ITSELF
        weight = HISTORY_WEIGHT[leans] + 1 / (1 + np.exp(6 * (own.best + 0.2)))
        together: NDArray[np.float32] = own.guides + np.float32(weight) * earlier.guides
        shift = max(own.best, earlier.best) - float(together.max())
        return together + np.float32(shift)

    def _is_outside(self, text: str, own: Margins, earlier: Margins | None) -> bool:
        """Whether the sources do not answer the question."""
        named = self._intents.document(text) or self._intents.items(text) or self._intents.afspraak(text)
        if named or self._intents.asks_only_a_meaning(text):
            return False
        if earlier is None:
            return own.how_far_outside >= self._thresholds.refuse_from
        return own.later_outside >= self._thresholds.refuse_later_from

    def _hints(self, text: str) -> NDArray[np.float32]:
        """(guides,) what is added for what the question names outright: an item, a term or a document."""
        guides = self._classifier.guides
        hints = np.zeros(len(guides), dtype=np.float32)
        for name in self._intents.items(text):
            hints[guides.index(name)] += ITEM_NAMED
        if self._intents.afspraak(text):
            hints[guides.index("afspraken")] += ASKED_ABOUT[0]
        document = self._intents.document(text)
        term = self._intents.term(text) if self._intents.asks_only_a_meaning(text) else None
        named = self._content.documents[document.id].related if document else term.guides if term else ()
        for weight, name in zip(ASKED_ABOUT, (name for name in named if name in guides), strict=False):
            hints[guides.index(name)] += weight
        return hints

    def _intent(self, question: Question, term: bool, document: bool, afspraak: bool) -> Intent:
        read = self._intents.intent(question.text)
        if read is Intent.WAT:
            if document:
                return Intent.DOCUMENT
            if term:
                return Intent.BEGRIP
            if afspraak:
                return Intent.AFSPRAAK
        return read

    def _ending(
        self, refused: bool, ranking: tuple[Ranked, ...], guides: NDArray[np.float32], text: str
    ) -> tuple[Outcome, tuple[str, ...]]:
        first, second, *_ = ranking
        if refused:
            return Outcome.GEEN_BRON, (first.id,)
        if np.sort(guides)[-2] >= BOTH_FROM[self._intents.has_two_parts(text)]:
            return Outcome.ANTWOORD, (first.id, second.id)
        if first.score < PARTIAL_BELOW:
            if second.score >= CLOSE * first.score:
                close = (ranked.id for ranked in ranking[:MOST_ASKED_BACK] if ranked.score >= CLOSE * first.score)
                return Outcome.VERDUIDELIJKING, tuple(close)
            return Outcome.GEDEELTELIJK, (first.id,)
        return Outcome.ANTWOORD, (first.id,)


def leans_on_history(text: str) -> bool:
    """Whether a question can only be understood with the one before it."""
    folded = fold(text).strip()
    return len(folded.split()) < SHORT or bool(_LEANS.search(folded))


def leaves_history(text: str) -> bool:
    """Whether someone says that the question is about something else than the one before it."""
    return bool(_LEAVES.search(fold(text).strip()))


def _softmax(values: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = np.exp(values - values.max())
    result: NDArray[np.float32] = shifted / shifted.sum()
    return result
