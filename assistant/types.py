"""The nouns of the work: a question, what it is about, and an answer in which every claim is cited."""

from dataclasses import dataclass, field
from enum import StrEnum

from corpus import Passage, Source, SourceKind


class Outcome(StrEnum):
    """How a question ends. "No answer" is one of the endings."""

    ANTWOORD = "antwoord"
    GEDEELTELIJK = "gedeeltelijk"
    GEEN_BRON = "geen_bron"
    VERDUIDELIJKING = "verduidelijking"
    BEGROETING = "begroeting"
    PERSOONSGEGEVENS = "persoonsgegevens"
    CONCEPT = "concept"


class Intent(StrEnum):
    """What someone wants to know about a subject."""

    WAT = "wat"
    HOE = "hoe"
    WAAROM = "waarom"
    WIE = "wie"
    VOORBEELD = "voorbeeld"
    CONTROLE = "controle"
    BEGRIP = "begrip"
    AFSPRAAK = "afspraak"
    DOCUMENT = "document"


class CitationKind(StrEnum):
    """Whose words a quote is in."""

    SAMENVATTING = "samenvatting"
    ORIGINEEL = "origineel"
    WET = "wet"
    EIGEN = "eigen"


@dataclass(frozen=True)
class Question:
    """What is asked, cleaned, with the earlier questions of the conversation (oldest first)."""

    text: str
    history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ranked:
    """A guide by id, with the probability (0-1) that the question is about it."""

    id: str
    score: float


@dataclass(frozen=True)
class Route:
    """Where a question goes: every guide ranked, the ones to answer from, and what is wanted of them."""

    ranking: tuple[Ranked, ...]
    subjects: tuple[str, ...]
    intent: Intent
    outcome: Outcome
    term: str | None = None
    document: str | None = None
    afspraak: int | None = None


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A document that the region itself brought in; it is quoted as its own, never as guidance."""

    id: str
    title: str
    publisher: str = "eigen document"
    url: str = ""

    @property
    def short(self) -> str:
        """What to call it; it has no shorter name."""
        return self.title


@dataclass(frozen=True, slots=True)
class OriginalQuote:
    """What the original says that a passage restates: its own words, and their page, printed and counted from 0.

    `start` is the character of the text of the document where the words start.
    """

    entry_id: str
    quote: str
    page: str = ""
    page_index: int | None = None
    start: int = 0


@dataclass(frozen=True)
class Citation:
    """A place in a passage: characters `start` to `end` of its text, which is the quote.

    `original` is what the original says there, when it is in the library.
    """

    number: int
    passage: Passage
    source: Source | OwnDocument
    start: int
    end: int
    original: OriginalQuote | None = None

    def __post_init__(self) -> None:
        if self.passage.source_id != self.source.id:
            raise ValueError(f"passage {self.passage.id!r} is not of source {self.source.id!r}")
        if not 0 <= self.start < self.end <= len(self.passage.text):
            raise ValueError(f"characters {self.start}-{self.end} are not in passage {self.passage.id!r}")

    @property
    def quote(self) -> str:
        """The words cited, letter for letter as they stand in the passage."""
        return self.passage.text[self.start : self.end]

    @property
    def kind(self) -> CitationKind:
        """Whose words the quote is in: the sources come in our own words, own documents in theirs."""
        if isinstance(self.source, OwnDocument):
            return CitationKind.EIGEN
        return restated_kind(self.source)


def restated_kind(source: Source) -> CitationKind:
    """What our own words about a source are quoted as."""
    return CitationKind.WET if source.kind in (SourceKind.WET, SourceKind.BESLUIT) else CitationKind.SAMENVATTING


class Section(StrEnum):
    """The parts an answer can have; the value is the name of its heading in the wording."""

    MELDING = "melding"
    KORT = "kort"
    BIJ_UW_VRAAG = "bij_uw_vraag"
    BEGRIP = "begrip"
    GEVRAAGD = "gevraagd"
    WAAROM = "waarom"
    AANPAK = "aanpak"
    WIE = "wie"
    CONTROLE = "controle"
    INVULTEKST = "invultekst"
    VOORBEELD = "voorbeeld"
    SINDS_2026 = "sinds_2026"
    VALKUIL = "valkuil"
    VINDPLAATS = "vindplaats"
    EIGEN = "eigen"


@dataclass(frozen=True)
class Utterance:
    """One thing the assistant says. A claim has citations (their numbers); a signpost or greeting has none."""

    text: str
    citations: tuple[int, ...] = ()
    claim: bool = True
    own: bool = False

    def __post_init__(self) -> None:
        if self.claim and not self.citations:
            raise ValueError(f"a claim without a citation: {self.text!r}")


@dataclass(frozen=True)
class Block:
    """Some utterances under one heading, about one subject."""

    section: Section
    utterances: tuple[Utterance, ...]
    subject: str = ""


@dataclass(frozen=True)
class Answer:
    """The answer to one question: blocks in reading order, and the citations that their numbers name."""

    route: Route
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...] = ()
    suggestions: tuple[str, ...] = ()
    titles: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if [c.number for c in self.citations] != list(range(1, len(self.citations) + 1)):
            raise ValueError("citations are not numbered 1, 2, 3, ...")
        named = {number for u in self.utterances for number in u.citations}
        if named != {c.number for c in self.citations}:
            raise ValueError("the citations named and the citations given differ")

    @property
    def outcome(self) -> Outcome:
        """How the question ended."""
        return self.route.outcome

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Everything that is said, in reading order."""
        return tuple(utterance for block in self.blocks for utterance in block.utterances)
