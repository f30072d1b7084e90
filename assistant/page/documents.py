"""The documents of the library as pages of our own: a leaf of the text, its picture, and the file itself."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, urlencode

from assistant.page.blocks import leaf_html
from assistant.page.leaves import Leaf, Span, leaves_of
from assistant.rendering import templates
from assistant.wording import date_in_dutch
from corpus import Content, InputError
from corpus.originals import Entry, Library
from corpus.pictures import Picture, Pictures, Piece

PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class ServedFile:
    """A file as it was brought in, and the name to save it under."""

    path: Path
    name: str

    @property
    def is_pdf(self) -> bool:
        """Whether a browser shows it at the page that is asked for."""
        return self.path.suffix == PDF


@dataclass(frozen=True, slots=True)
class Opened:
    """A document opened at a leaf, and what of that leaf is the passage."""

    entry: Entry
    file: ServedFile
    text: str
    leaves: tuple[Leaf, ...]
    leaf: Leaf
    asked: Span | None

    @property
    def passage(self) -> Span | None:
        """What of the passage stands on this leaf."""
        return self.asked and self.asked.within(self.leaf.span)

    def address(self, number: int) -> str:
        """The address of another leaf; a passage that goes on there goes along."""
        goes_on = self.asked and self.asked.within(self.leaves[number - 1].span)
        return leaf_address(self.entry.id, number, self.asked if goes_on else None)

    def picture(self) -> Picture:
        """The picture of the leaf, with a frame around what of the passage stands on it."""
        return Picture.of(self.file.path, self.leaf.number, tuple(self._pieces()))

    def _pieces(self) -> list[Piece]:
        passage, first = self.passage, self.leaf.span.start
        if passage is None:
            return []
        parts = [part for placed in self.leaf.blocks if (part := passage.within(placed.span))]
        return [Piece(self.text[part.start : part.end], self.text[first : part.start]) for part in parts]


class Documents:
    """Shows the documents of a library."""

    def __init__(self, library: Library, content: Content) -> None:
        self._library = library
        self._content = content
        self._pictures = Pictures()

    def present(self) -> frozenset[str]:
        """The ids of the sources whose original is there."""
        return frozenset(entry.id for entry in self._library.entries() if entry.source_id)

    def own(self) -> tuple[Entry, ...]:
        """The documents of the region itself."""
        return tuple(entry for entry in self._library.entries() if entry.source_id is None)

    def open(self, entry_id: str, number: int, passage: Span | None = None) -> Opened | None:
        """The document at this leaf (from 1); None when there is no such document or leaf."""
        try:
            entry, document = self._library.entry(entry_id), self._library.document(entry_id)
            file = self.file(entry_id)
        except InputError:
            return None
        leaves = leaves_of(document)
        if file is None or not 0 < number <= len(leaves):
            return None
        return Opened(entry, file, document.text, leaves, leaves[number - 1], passage)

    def page(self, opened: Opened) -> str:
        """The leaf as a page."""
        values = {
            "entry": opened.entry,
            "source": self._content.sources.get(opened.entry.source_id or ""),
            "added": date_in_dutch(opened.entry.added.isoformat()),
            "leaf": opened.leaf,
            "leaves": opened.leaves,
            "passage": opened.passage,
            "goes_on": _goes_on(opened),
            "text": leaf_html(opened.leaf, opened.passage),
            "address": opened.address,
            "file": opened.file,
            "file_address": file_address(opened.entry.id),
            "picture_address": picture_address(opened),
            "framed": opened.file.is_pdf and opened.passage and self._pictures.shows_passage(opened.picture()),
        }
        return templates().get_template("origineel.html.j2").render(**values)

    def picture(self, opened: Opened) -> bytes | None:
        """The leaf as PNG; None for what is no PDF and for a page that cannot be drawn."""
        return self._pictures.png(opened.picture()) if opened.file.is_pdf else None

    def file(self, entry_id: str) -> ServedFile | None:
        """The file of a document; None when there is no such document."""
        try:
            entry, path = self._library.entry(entry_id), self._library.file(entry_id)
        except InputError:
            return None
        return ServedFile(path, f"{Path(entry.file_name).stem or entry.id}{path.suffix}")


def leaf_address(entry_id: str, number: int, passage: Span | None = None) -> str:
    """The address of a leaf, at the passage when there is one."""
    return f"{_folder(entry_id)}/{number}{_query(passage)}{'#citaat' if passage else ''}"


def file_address(entry_id: str) -> str:
    """The address of the file itself."""
    return f"{_folder(entry_id)}/bestand"


def picture_address(opened: Opened) -> str:
    """The address of the leaf as a picture."""
    return f"{_folder(opened.entry.id)}/{opened.leaf.number}/beeld{_query(opened.passage)}"


def _folder(entry_id: str) -> str:
    return f"/origineel/{quote(entry_id, safe='')}"


def _query(passage: Span | None) -> str:
    return f"?{urlencode({'van': passage.start, 'tot': passage.end})}" if passage else ""


def _goes_on(opened: Opened) -> bool:
    """Whether the passage goes on on the next leaf."""
    following = opened.leaves[opened.leaf.number : opened.leaf.number + 1]
    return any(opened.asked and opened.asked.within(leaf.span) for leaf in following)
