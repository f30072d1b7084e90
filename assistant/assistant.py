"""The assistant: the content, the search store and the model together; a question in, an answer out."""

import os
import re
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from assistant.answering import Answerer
from assistant.calibration import Calibration
from assistant.citing import Citer
from assistant.classifier import Classifier
from assistant.comparison import Comparison, compare
from assistant.finding import FOLDER, Finder
from assistant.guarding import LONGEST_QUESTION, clean, personal_data
from assistant.judging import Judge
from assistant.originals import Originals
from assistant.quoting import with_own
from assistant.reliability import Reliability
from assistant.review import EVERYTHING, Review, ReviewOutcome, Scope
from assistant.reviewing import Reviewer, not_reviewed
from assistant.routing import Router
from assistant.thresholds import Thresholds
from assistant.types import Answer, Block, Outcome, Question, Section, Utterance
from assistant.wording import example_questions, message
from corpus import Content, InputError
from corpus.originals import Library
from index import Additions, Analyzer, Encoder, Stamp, Store, embedded_encoder, load_encoder

DEFAULT_STORE = Path(__file__).parent.parent / ".cache" / "store"
"""Where the store stands unless told otherwise; it can be thrown away, the next start builds it."""

STORE_VARIABLE = "REGIOVISIE_STORE"

_GREETING = re.compile(
    r"^(hallo|hoi|hai|hey|hi|hee|goede?(morgen|middag|avond|dag|nacht)|goede (morgen|middag|avond)|dag|welkom)"
    r"( (daar|allemaal|assistent|iedereen))?[ !.,]*$",
    re.IGNORECASE,
)
_THANKS = re.compile(
    r"^(ok[eé]?,? )?(heel erg |hartelijk )?(bedankt|dank ?(je|u|jullie)?( wel)?|thanks|merci)[ !.,]*$", re.IGNORECASE
)

RESTART = re.compile(
    r"^(laten we |we |graag )*(begin(nen)?|start(en)?)[ ,]*(maar |graag )*(opnieuw|overnieuw)[ ,]*(graag|aub)?[ .!]*$"
    r"|^(laten we |we |graag )*(opnieuw|overnieuw) (beginnen|starten)[ .!]*$",
    re.IGNORECASE,
)
"""What someone types to start again: all that was asked and told before is forgotten."""

Say = Callable[[str], None]


class Assistant:
    """Answers questions about the regiovisie."""

    def __init__(self, content: Content, classifier: Classifier, store: Store, say: Say) -> None:
        self._say = say
        self.content = content
        self.classifier = classifier
        self.store = store
        analyzer, encoder = classifier.features.analyzer, classifier.features.encoder
        self.library = Library()
        self.finder = Finder(content, self.library, Additions(store.path / FOLDER, encoder))
        self._citer = Citer(content, analyzer, Originals(self.library, content))
        self._router = Router(content, classifier, Thresholds.open(store.folder()))
        self._answerer = Answerer(content, self._citer, encoder)

    @classmethod
    def open(cls, store: Path = DEFAULT_STORE, model: str | None = None, say: Say | None = None) -> "Assistant":
        """Read the content and its store; a store that is missing, damaged or of older content is built first.

        `say` hears what takes time. InputError when the store cannot be written or the model cannot be loaded.
        """
        say = say or (lambda line: print(line, file=sys.stderr))
        content = Content.load()
        encoder = load_encoder(model)
        analyzer = Analyzer(embedded_encoder().pieces)
        wanted = Stamp(content.fingerprint(), encoder.name, kind="vragen")
        place = Store(store)
        if place.stamp() == wanted:
            try:
                classifier = Classifier.open(place.folder() / "vragen", analyzer, encoder)
                return cls(content, classifier, place, say)
            except Exception:  # a damaged file makes json, zipfile and numpy raise errors of their own
                say("De index is beschadigd en wordt opnieuw gebouwd.")
        elif (found := place.stamp()) is not None:
            if found.kind != wanted.kind:
                raise InputError(f"De index in '{store}' is voor eigen documenten. Kies met --store een andere map.")
            say("De inhoud of het model is veranderd: de index wordt opnieuw gebouwd.")
        return cls(content, build_store(place, wanted, content, analyzer, encoder, say), place, say)

    def ask(self, text: str, history: tuple[str, ...] = ()) -> Answer:
        """The answer to what someone typed, after the earlier questions `history` (oldest first).

        InputError when the text is empty or far too long.
        """
        cleaned = clean(text)
        question = Question(cleaned.text, since_restart(history))
        ending = _ending_without_answer(cleaned.text)
        if ending:
            return self._fixed(question, *ending)
        nothing = self._router.named_nothing(question)
        notices = (
            *((message("opgeschoond"),) if cleaned.changed else ()),
            *((message("bestaat_niet", name=nothing),) if nothing else ()),
        )
        answer = self._answerer.answer(question, self._router.route(question), notices)
        return with_own(answer, self.finder, question.text, self.classifier.features.analyzer)

    def review(self, text: str, scope: Scope = EVERYTHING) -> Review:
        """The review of a draft, as far as the checklist counts for it.

        The first review of a content takes a minute: then the judge is learned and kept in the store.
        """
        return self._reliability.marked(self._reviewer.review(text, scope))

    def compare(self, earlier: str, later: str, scope: Scope = EVERYTHING) -> Comparison:
        """The reviews of two versions of a draft, and what changed; InputError when one of them cannot be reviewed."""
        before = self.review(earlier, scope)
        if before.outcome is not ReviewOutcome.GETOETST:
            raise InputError(message("toets_vorige_versie", why=not_reviewed(before.outcome)))
        after = self.review(later, scope)
        if after.outcome is not ReviewOutcome.GETOETST:
            raise InputError(not_reviewed(after.outcome))
        return compare(before, after)

    @cached_property
    def _reliability(self) -> Reliability:
        return Reliability.open()

    @cached_property
    def judge(self) -> Judge:
        """What the reviews rest on; learned first when the store does not have it."""
        features = self.classifier.features
        return open_judge(self.store.path / "toets", self.content, features.analyzer, features.encoder, self._say)

    @cached_property
    def _reviewer(self) -> Reviewer:
        return Reviewer(self.content, self.judge, self._citer)

    def _fixed(self, question: Question, outcome: Outcome, text: str) -> Answer:
        """An answer of one sentence of our own, that is about no subject."""
        asked = Question("-") if outcome is Outcome.PERSOONSGEGEVENS else question
        route = replace(self._router.route(asked), outcome=outcome, subjects=())
        block = Block(Section.MELDING, (Utterance(text, claim=False),))
        return Answer(route, (block,), suggestions=example_questions())


def default_store() -> Path:
    """Where the store stands: in the folder that the environment names, else the usual one."""
    return Path(os.environ.get(STORE_VARIABLE) or DEFAULT_STORE)


def since_restart(history: tuple[str, ...]) -> tuple[str, ...]:
    """The earlier questions that still count: those after the last "begin opnieuw"."""
    kept: list[str] = []
    for earlier in history:
        if RESTART.match(earlier.strip()):
            kept.clear()
        elif any(letter.isalnum() for letter in earlier) and not _ending_without_answer(clean(earlier).text):
            kept.append(clean(earlier).text)
    return tuple(kept)


def _ending_without_answer(text: str) -> tuple[Outcome, str] | None:
    """The outcome and the sentence for a text that is not a question, or that must not be read."""
    found = personal_data(text)
    if found:
        return Outcome.PERSOONSGEGEVENS, message("persoonsgegevens", kind=found.value)
    if RESTART.match(text):
        return Outcome.BEGROETING, message("opnieuw")
    if _GREETING.match(text):
        return Outcome.BEGROETING, message("begroeting")
    if _THANKS.match(text):
        return Outcome.BEGROETING, message("dank")
    if len(text) > LONGEST_QUESTION:
        return Outcome.CONCEPT, message("concept", most=LONGEST_QUESTION)
    return None


def build_store(
    place: Store, stamp: Stamp, content: Content, analyzer: Analyzer, encoder: Encoder, say: Say
) -> Classifier:
    """Learn from the example questions, and write what was learned to the store."""
    with place.lock():
        if place.stamp() == stamp:  # another process was first
            try:
                return Classifier.open(place.folder() / "vragen", analyzer, encoder)
            except Exception:
                pass
        say("De index wordt gebouwd. Dat duurt ongeveer een halve minuut.")
        classifier = Classifier.train(content, content.examples(), analyzer, encoder)
        with place.replace(stamp) as folder:
            classifier.save(folder / "vragen")
        say("De index is klaar.")
        return classifier


def open_judge(path: Path, content: Content, analyzer: Analyzer, encoder: Encoder, say: Say) -> Judge:
    """The judge of drafts from the store at `path`; learned first when it is missing, damaged or of older content."""
    store, stamp = Store(path), Stamp(content.fingerprint(), encoder.name, kind="toets")
    if store.stamp() == stamp:
        try:
            return Judge.open(store.folder() / "concepten", content, analyzer, encoder)
        except Exception:  # a damaged file makes json, zipfile and numpy raise errors of their own
            say("De index voor het toetsen is beschadigd en wordt opnieuw gebouwd.")
    from assistant.judge_training import train_judge  # noqa: PLC0415  scikit-learn: only needed to learn

    with store.lock():
        say("De index voor het toetsen wordt gebouwd. Dat gebeurt één keer en duurt een tot twee minuten.")
        judge = train_judge(content, content.example_drafts(), analyzer, encoder, Calibration.open())
        with store.replace(stamp) as folder:
            judge.save(folder / "concepten")
        say("De index voor het toetsen is klaar.")
    return judge
