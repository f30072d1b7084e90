"""A question -> what it is about: every guide with a probability, what is wanted, and how the question ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.features import Features
from assistant.intents import IntentReader
from assistant.types import Intent, Outcome, Question, Ranked, Route
from corpus import BUITEN, Content, ExampleQuestion
from index import Analyzer, Encoder, fold

SHARPNESS = 4.0
"""Factor from the classifier's margins to probabilities (softmax), calibrated on the held-out questions."""

REFUSE_FROM = -0.15
"""Margin of "outside the sources", less half the margin of the best guide, from which a question is refused: on the
held-out questions 95 % of what is outside, and 1.4 % of what is not."""

PARTIAL_BELOW = 0.35
"""Probability of the best guide under which the answer says that it is not sure."""

CLOSE = 0.7
"""A second guide with at least this share of the first one's probability is asked about, when both are unsure."""

BOTH_FROM = {True: -0.65, False: -0.3}
"""Margin from which the second guide is a subject of its own, for a question with two parts and for any other: on the
held-out questions this shows both for half of those about two, and for 3 % of those about one."""

HISTORY_WEIGHT = {True: 0.8, False: 0.3}
"""Weight of the earlier question's margins, for a question that leans on it and for one that stands alone; to this
comes up to 1 the less sure the question is by itself. Chosen on the follow-up questions that are not held out."""

REFUSE_LATER_FROM = 0.9
"""Margin of "outside" from which a later question is refused: it has few words of its own, so it must be clear."""

SHORT = 7
"""Words: a question of fewer after an earlier one is taken to lean on it."""

ITEM_NAMED = 1.0
ASKED_ABOUT = (0.4, 0.2)
ANSWERABLE = 1.0
"""Added to margins for what a question names outright: an item; or the first and second guide of the term or document
it asks about. The last is then taken from "outside": a meaning or a document can always be told."""

_LEANS = re.compile(
    r"^(en|maar|ook|dus|of|oke|ok|geldt|moet|mag|kan|kun|hoe|waarom|wie|wat|is)\b.{0,40}\b(dat|dit|die|deze|daar|daarin|daarvan"
    r"|daarmee|daarover|hier|hij|zij|ze|het|t|er|eentje|ook|allebei|beide)\b|^(en|maar|ook)\b|\b(daarvan|daarvoor|daarover|daarin|daarbij|hiervan)\b"
)


@dataclass(frozen=True)
class Classifier:
    """A linear classifier over the features, a row of weights a label; `labels` ends with BUITEN."""

    features: Features
    labels: tuple[str, ...]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    @classmethod
    def train(
        cls,
        examples: Sequence[ExampleQuestion],
        labels: tuple[str, ...],
        analyzer: Analyzer,
        encoder: Encoder,
    ) -> "Classifier":
        """Learn from example questions; a question with two labels counts for both."""
        from assistant.training import fit  # noqa: PLC0415  scikit-learn: only needed to learn

        features = Features.build([example.text for example in examples], analyzer, encoder)
        weights, bias = fit(features, examples, labels)
        return cls(features, labels, weights, bias)

    @classmethod
    def open(cls, folder: Path, analyzer: Analyzer, encoder: Encoder) -> "Classifier":
        """The classifier that `save` wrote to `folder`."""
        features = Features.open(folder, analyzer, encoder)
        with np.load(folder / "classifier.npz") as stored:
            return cls(features, tuple(stored["labels"].tolist()), stored["weights"], stored["bias"])

    def save(self, folder: Path) -> None:
        """Write the classifier to `folder`, which is made."""
        folder.mkdir(parents=True)
        self.features.save(folder)
        np.savez(folder / "classifier.npz", labels=np.array(self.labels), weights=self.weights, bias=self.bias)

    def margins(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(n, labels) how far each text lies inside (> 0) or outside (< 0) each label."""
        rows = self.features.rows(texts)
        return np.array([self.weights[:, columns] @ values + self.bias for columns, values in rows], dtype=np.float32)


class Router:
    """Finds out what a question is about."""

    def __init__(self, content: Content, classifier: Classifier) -> None:
        self._content = content
        self._classifier = classifier
        self._intents = IntentReader(content, classifier.features.analyzer)

    def route(self, question: Question) -> Route:
        """Where `question` goes."""
        margins = self._margins(question) + self._hints(question.text)
        probabilities = _softmax(margins * SHARPNESS)
        order = np.argsort(-probabilities[:-1], kind="stable")
        ranking = tuple(Ranked(self._classifier.labels[i], float(probabilities[i])) for i in order)
        document = self._intents.document(question.text)
        outcome, subjects = self._ending(
            float(margins[-1]),
            ranking,
            {self._classifier.labels[i]: float(margins[i]) for i in order},
            self._intents.has_two_parts(question.text),
        )
        term = self._intents.term(question.text)
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

    def _hints(self, text: str) -> NDArray[np.float32]:
        """What is added to the margins for what the question names outright: items, terms and documents."""
        labels = self._classifier.labels
        hints = np.zeros(len(labels), dtype=np.float32)
        for name in self._intents.items(text):
            hints[labels.index(name)] += ITEM_NAMED
        document = self._intents.document(text)
        term = self._intents.term(text) if self._intents.asks_only_a_meaning(text) else None
        guides = self._content.documents[document.id].related if document else term.guides if term else ()
        for weight, name in zip(ASKED_ABOUT, (name for name in guides if name in labels), strict=False):
            hints[labels.index(name)] += weight
        if document or term:
            hints[-1] -= ANSWERABLE
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

    def _margins(self, question: Question) -> NDArray[np.float32]:
        """(labels,) margins of the question, with those of the earlier question as far as it needs them; the last one
        is against REFUSE_FROM as the margin of "outside" less half that of the best guide."""
        own, *earlier = self._classifier.margins([question.text, *question.history[-1:]])
        margins: NDArray[np.float32] = own.copy()
        margins[-1] = _outside(own)
        if earlier:
            leans = leans_on_history(question.text)
            weight = HISTORY_WEIGHT[leans] + 1 / (1 + np.exp(6 * (own[:-1].max() + 0.2)))
            margins[:-1] += weight * earlier[0][:-1]
            margins[:-1] -= margins[:-1].max() - max(own[:-1].max(), earlier[0][:-1].max())
            refused = own[-1] >= REFUSE_LATER_FROM or (leans and _outside(earlier[0]) >= REFUSE_FROM)
            margins[-1] = REFUSE_FROM if refused else REFUSE_FROM - 1
        return margins

    def _ending(
        self, outside: float, ranking: tuple[Ranked, ...], margins: dict[str, float], two_parts: bool
    ) -> tuple[Outcome, tuple[str, ...]]:
        first, second, *_ = ranking
        if outside >= REFUSE_FROM:
            return Outcome.GEEN_BRON, (first.id,)
        if margins[second.id] >= BOTH_FROM[two_parts]:
            return Outcome.ANTWOORD, (first.id, second.id)
        if first.score < PARTIAL_BELOW:
            if second.score >= CLOSE * first.score:
                return Outcome.VERDUIDELIJKING, (first.id, second.id)
            return Outcome.GEDEELTELIJK, (first.id,)
        return Outcome.ANTWOORD, (first.id,)


def _outside(margins: NDArray[np.float32]) -> float:
    """How far outside the sources a text lies: its margin of "outside", less half that of its best guide."""
    return float(margins[-1] - margins[:-1].max() / 2)


def leans_on_history(text: str) -> bool:
    """Whether a question can only be understood with the one before it."""
    folded = fold(text).strip()
    return len(folded.split()) < SHORT or bool(_LEANS.search(folded))


def labels_of(content: Content) -> tuple[str, ...]:
    """The labels a question can get: every guide, and BUITEN last."""
    return (*content.guides, BUITEN)


def _softmax(values: NDArray[np.float32]) -> NDArray[np.float32]:
    shifted = np.exp(values - values.max())
    result: NDArray[np.float32] = shifted / shifted.sum()
    return result
