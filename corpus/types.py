"""The nouns of the content: sources, passages, guidance, checklist items, terms and examples.

Every type is frozen. The Dutch keys of the data files are mapped to English names here and nowhere else.
"""

import datetime
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

Slug = Annotated[str, Meta(pattern=r"^[a-zA-Z0-9][a-zA-Z0-9-]*$")]
Text = Annotated[str, Meta(min_length=1)]


class SourceKind(StrEnum):
    """What sort of document a source is."""

    HANDREIKING = "handreiking"
    NORM = "norm"
    ROUTEKAART = "routekaart"
    RAPPORT = "rapport"
    NOTITIE = "notitie"
    WET = "wet"
    BESLUIT = "besluit"
    NIEUWS = "nieuws"
    PRAKTIJK = "praktijk"


class LinkKind(StrEnum):
    """What a reader finds behind the address of a source."""

    DOCUMENT = "document"
    PAGINA = "pagina"
    OVERZICHTSPAGINA = "overzichtspagina"
    GEEN = "geen"


class Certainty(StrEnum):
    """How sure a statement or passage is: what of its source was really seen."""

    GEZIEN = "gezien"
    TWEEDE_HAND = "uit de tweede hand"
    AFGELEID = "afgeleid"
    NIET_GEZIEN = "niet gezien"


class Source(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={
        "title": "titel",
        "short": "kort",
        "publisher": "uitgever",
        "date": "datum",
        "url_kind": "url_soort",
        "kind": "soort",
        "purpose": "waarvoor",
        "seen": "gezien",
        "checked": "gecontroleerd",
        "named_by_handreiking": "genoemd_door_handreiking",
        "words": "woorden",
    },
):
    """A document that guidance rests on, and what of it was really seen."""

    id: Slug
    title: Text
    short: Text
    publisher: Text
    date: Text
    url: str
    url_kind: LinkKind
    kind: SourceKind
    purpose: Text
    seen: Text
    checked: datetime.date
    named_by_handreiking: bool
    words: tuple[str, ...]

    def __post_init__(self) -> None:
        if bool(self.url) == (self.url_kind is LinkKind.GEEN):
            raise ValueError(f"bron '{self.id}': url en url_soort spreken elkaar tegen")
        if self.url and not self.url.startswith("https://"):
            raise ValueError(f"bron '{self.id}': het adres begint niet met https://")


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of a source in our own words, with its place in the original; `id` is `source/slug`."""

    id: str
    source_id: str
    heading: str
    place: str
    page: str
    text: str
    certainty: Certainty
    seen_through: str = ""


class Statement(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={
        "text": "tekst",
        "references": "bron",
        "own": "eigen",
        "dated": "datum",
        "certainty": "zekerheid",
    },
):
    """One thing the assistant can say: a claim of a source, or advice of our own (`own`)."""

    text: Text
    references: Annotated[tuple[str, ...], Meta(min_length=1)]
    own: bool = False
    dated: str = ""
    certainty: Certainty = Certainty.GEZIEN


class Element(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={
        "name": "naam",
        "required": "verplicht",
        "check": "vraag",
        "advice": "advies",
        "references": "bron",
        "template": "sjabloon",
    },
):
    """A part that makes a checklist item complete, with the fill-in sentences that cover it."""

    id: Slug
    name: Text
    required: bool
    check: Text
    advice: Text
    references: Annotated[tuple[str, ...], Meta(min_length=1)]
    template: Text


class Example(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={"region": "regio", "text": "tekst"},
):
    """How a checklist item reads when filled in, for a region that does not exist."""

    region: Text
    text: Text


Statements = tuple[Statement, ...]


class Guide(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={
        "title": "titel",
        "related": "verwant",
        "next_questions": "vervolg",
        "short": "kort",
        "asked": "gevraagd",
        "why": "waarom",
        "approach": "aanpak",
        "who": "wie",
        "pitfalls": "valkuil",
    },
):
    """Guidance about one subject: a general topic or a document."""

    id: Slug
    title: Text
    afspraken: tuple[int, ...] = ()
    related: tuple[str, ...] = ()
    next_questions: tuple[str, ...] = ()
    short: Annotated[Statements, Meta(min_length=1, max_length=1)]
    asked: Annotated[Statements, Meta(min_length=1)]
    why: Statements = ()
    approach: Statements = ()
    who: Statements = ()
    pitfalls: Statements = ()
    sinds_2026: Statements = ()

    def statements(self) -> Statements:
        """Every statement of the guide, in reading order."""
        return (
            *self.short,
            *self.asked,
            *self.why,
            *self.approach,
            *self.who,
            *self.pitfalls,
            *self.sinds_2026,
        )


class ChecklistItem(
    Guide,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={
        "title": "titel",
        "related": "verwant",
        "next_questions": "vervolg",
        "short": "kort",
        "asked": "gevraagd",
        "why": "waarom",
        "approach": "aanpak",
        "who": "wie",
        "pitfalls": "valkuil",
        "part": "onderdeel",
        "elements": "element",
        "example": "voorbeeld",
    },
):
    """Guidance about one of the 26 items of the handreiking, with elements and a fill-in text."""

    part: Annotated[str, Meta(pattern=r"^(B[1-3]|[1-5])$")]
    elements: Annotated[tuple[Element, ...], Meta(min_length=2, max_length=6)]
    opening: str = ""
    example: Example

    def __post_init__(self) -> None:
        if not self.id.startswith(self.part):
            raise ValueError(f"onderdeel '{self.id}' hoort niet bij '{self.part}'")
        if not any(element.required for element in self.elements):
            raise ValueError(f"onderdeel '{self.id}' heeft geen verplicht element")

    def template(self) -> str:
        """The fill-in text: the opening and every element's sentences, one paragraph."""
        return " ".join(part.strip() for part in (self.opening, *(e.template for e in self.elements)) if part)

    @property
    def place(self) -> str:
        """Where the item stands in the handreiking, as a reader would say it."""
        part, number = ("deel 2", self.part[1:]) if self.part.startswith("B") else ("deel 1", self.part)
        return f"{part}, Ad {number} {self.id[-1]}"


class Term(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    rename={
        "name": "term",
        "meaning": "uitleg",
        "words": "woorden",
        "references": "bron",
        "guides": "gidsen",
    },
):
    """A term of the field, what it means, and the words people type for it; no reference: our own wording."""

    id: Slug
    name: Text
    meaning: Text
    words: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()


class ExampleQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question as people type it, with the guide(s) it rests on; `labels == (BUITEN,)` must be refused."""

    text: str
    labels: tuple[str, ...]
    history: tuple[str, ...] = ()


BUITEN = "buiten"
"""The label of what the sources do not answer."""
