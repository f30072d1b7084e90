"""An answer -> what a reader sees: Markdown, HTML, or the JSON of the command line."""

from collections.abc import Iterable
from functools import cache
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from assistant.answering import heading_of
from assistant.places import Span, document_address
from assistant.types import Answer, Block, Citation, CitationKind, OriginalQuote, Section
from assistant.version import version
from assistant.wording import BLANK, TEMPLATES, frame, heading
from corpus import Content


@cache
def templates() -> Environment:
    """The templates; HTML is escaped, a missing value is an error."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=lambda name: bool(name and name.endswith(".html.j2")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,  # else every template of every answer is looked up on disk again
    )
    environment.filters["paragraphs"] = _paragraphs
    environment.filters["blanks"] = _blanks
    environment.globals["version"] = version()
    return environment


def as_markdown(answer: Answer, content: Content) -> str:
    """The answer as Markdown, with its numbered sources below it."""
    return templates().get_template("antwoord.md.j2").render(**_values(answer, content)).strip() + "\n"


def as_html(answer: Answer, content: Content, *, number: int) -> Markup:
    """The answer as a piece of a page; `number` tells the answers of one conversation apart."""
    return Markup(templates().get_template("antwoord.html.j2").render(number=number, **_values(answer, content)))


def as_json(answer: Answer, content: Content) -> dict[str, Any]:
    """The answer as the command line promises it."""
    return {
        "outcome": str(answer.outcome),
        "ranking": [{"id": ranked.id, "score": round(ranked.score, 4)} for ranked in answer.route.ranking],
        "intent": str(answer.route.intent),
        "statements": [
            {"text": said.text, "citations": list(said.citations), "claim": said.claim} for said in answer.utterances
        ],
        "answer": as_markdown(answer, content),
        "citations": [citation_as_json(citation) for citation in answer.citations],
        "suggestions": list(answer.suggestions),
    }


def passage_address(citation: Citation) -> str:
    """The address of our own page of the source, at the quote; of an own document, at the quote in its text.

    It is as seen from the page at `/`, wherever that stands.
    """
    if citation.kind is CitationKind.EIGEN:
        document, begin = citation.passage.id.rsplit("/", 1)
        place = urlencode({"van": int(begin) + citation.start, "tot": int(begin) + citation.end})
        return f"origineel/{quote(document)}?{place}"
    source, slug = citation.passage.id.split("/")
    place = urlencode({"passage": slug, "van": citation.start, "tot": citation.end})
    return f"bron/{quote(source)}?{place}#citaat"


def original_address(original: OriginalQuote) -> str:
    """The address of the words of an original in our page of it."""
    return document_address(original.entry_id, Span(original.start, original.start + len(original.quote)))


def originals_told(citations: Iterable[Citation]) -> dict[int, tuple[str, str]]:
    """By the number of a citation, how to lead in what its original says, and that text; each original is told once."""
    told: dict[int, tuple[str, str]] = {}
    for citation in citations:
        original = citation.original
        if original and original.quote not in (text for _, text in told.values()):
            lead = frame("in_origineel", bladzijde=original.page) if original.page else frame("in_origineel_zonder")
            told[citation.number] = lead, original.quote
    return told


def citation_as_json(citation: Citation) -> dict[str, Any]:
    """A citation as the command line promises it; with what the original says, when it is in the library."""
    original = citation.original
    beside = (
        {
            "original": {
                "quote": original.quote,
                "page": original.page,
                "page_index": original.page_index,
                "entry": original.entry_id,
            }
        }
        if original
        else {}
    )
    return {
        "number": citation.number,
        "source": citation.source.id,
        "title": citation.source.title,
        "publisher": citation.source.publisher,
        "locator": citation.passage.place,
        "page": citation.passage.page,
        "quote": citation.quote,
        "url": citation.source.url,
        "kind": str(citation.kind),
        **beside,
    }


def _values(answer: Answer, content: Content) -> dict[str, Any]:
    return {
        "answer": answer,
        "blocks": answer.blocks,
        "title_of": lambda block: title_of(block, content),
        "place_of": lambda block: place_of(block, content),
        "heading_of": lambda block: heading_of(block, content),
        "starts_subject": lambda block: block.section is Section.KORT,
        "is_list": is_list,
        "is_text": lambda block: block.section in (Section.INVULTEKST, Section.VOORBEELD),
        "is_open": lambda block: block.section in ALWAYS_OPEN,
        "address_of": passage_address,
        "original_address": original_address,
        "originals": originals_told(answer.citations),
        "citation_of": {citation.number: citation for citation in answer.citations},
        "heading": heading,
        "Section": Section,
    }


ALWAYS_OPEN = (Section.MELDING, Section.KORT, Section.BIJ_UW_VRAAG, Section.BEGRIP)
"""The parts of an answer on the page that cannot be closed."""


def title_of(block: Block, content: Content) -> str:
    """The title of what a block is about; empty when it is about no subject."""
    guides = {**content.guides, **content.documents}
    return guides[block.subject].title if block.subject in guides else ""


def place_of(block: Block, content: Content) -> str:
    """Where the handreiking asks for what a block is about; empty when it is no checklist item."""
    return content.items[block.subject].place if block.subject in content.items else ""


def is_list(block: Block) -> bool:
    """Whether a block is shown as a list."""
    single = (Section.KORT, Section.BIJ_UW_VRAAG, Section.BEGRIP, Section.INVULTEKST, Section.VOORBEELD, Section.EIGEN)
    return len(block.utterances) > 1 and block.section not in (*single, Section.MELDING)


def _paragraphs(text: str) -> Markup:
    """Text with empty lines as HTML paragraphs."""
    return Markup("").join(Markup("<p>{}</p>").format(escape(part)) for part in text.split("\n\n"))


def _blanks(html: Markup) -> Markup:
    """HTML of a fill-in text with each `[blank]` in a span."""
    return Markup(BLANK.sub(r'<span class="invulplek">\g<0></span>', str(html)))
