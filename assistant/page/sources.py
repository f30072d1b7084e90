"""The sources as pages of our own, with the cited passage marked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from assistant.page.documents import Documents
from assistant.places import document_address
from assistant.rendering import templates
from assistant.wording import heading
from corpus import Content, Passage


@dataclass(frozen=True, slots=True)
class Mark:
    """The characters of a passage that a citation quotes."""

    slug: str
    start: int
    end: int


def source_page(content: Content, documents: Documents, source_id: str, mark: Mark | None) -> str | None:
    """The page of a source, `mark` highlighted when it lies inside its passage; None for an unknown source."""
    source = content.sources.get(source_id)
    if source is None:
        return None
    passages = content.passages_of(source_id)
    return (
        templates()
        .get_template("bron.html.j2")
        .render(
            source=source,
            passages=[(passage, passage.id.split("/")[1], body(passage, mark)) for passage in passages],
            original=document_address(source_id) if source_id in documents.present() else "",
            places=documents.places_of(source_id),
            heading=heading,
        )
    )


def overview_page(content: Content, documents: Documents) -> str:
    """The page that lists every source, and the documents of the region itself."""
    values = {
        "sources": list(content.sources.values()),
        "present": documents.present(),
        "own": documents.own(),
        "address": document_address,
    }
    return templates().get_template("bronnen.html.j2").render(**values)


def body(passage: Passage, mark: Mark | None) -> Markup:
    """The text of a passage as HTML: paragraphs and tables, the marked characters in `<mark>`."""
    marked = mark if mark and passage.id.endswith(f"/{mark.slug}") and mark.start < mark.end else None
    return Markup("\n").join(_block(passage.text, start, end, marked) for start, end in _blocks(passage.text))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in re.finditer(r"\n\n", text):
        yield start, gap.start()
        start = gap.end()
    yield start, len(text)


def _block(text: str, start: int, end: int, mark: Mark | None) -> Markup:
    if text[start:end].startswith("|"):
        return _table(text[start:end])
    if mark is None or not start <= mark.start < mark.end <= end:
        return Markup("<p>{}</p>").format(text[start:end])
    before, marked, after = text[start : mark.start], text[mark.start : mark.end], text[mark.end : end]
    return Markup('<p>{}<mark id="citaat" tabindex="-1">{}</mark>{}</p>').format(before, marked, after)


def _table(markdown: str) -> Markup:
    head, _, *rows = ([cell.strip() for cell in line.strip("| ").split("|")] for line in markdown.splitlines())
    cells = Markup("").join(Markup('<th scope="col">{}</th>').format(cell) for cell in head)
    lines = Markup("\n").join(
        Markup('<tr><th scope="row">{}</th>{}</tr>').format(
            row[0], Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row[1:])
        )
        for row in rows
    )
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(cells, lines)
