"""The documents of the library as pages of our own: a leaf of the text, its picture, and the file itself."""

from pathlib import Path

from assistant.originals import Originals
from assistant.page.blocks import leaf_html
from assistant.page.leaves import leaf_at, leaves_of
from assistant.page.opened import Opened, ServedFile
from assistant.places import Span, document_address, file_address, picture_address
from assistant.rendering import templates
from assistant.wording import date_in_dutch
from corpus import Content, InputError, Passage
from corpus.originals import Entry, Library
from corpus.pictures import Pictures


class Documents:
    """Shows the documents of a library."""

    def __init__(self, library: Library, content: Content) -> None:
        self._library = library
        self._content = content
        self._originals = Originals(library, content)
        self._pictures = Pictures()

    def present(self) -> frozenset[str]:
        """The ids of the sources whose original is there."""
        return frozenset(entry.id for entry in self._library.entries() if entry.source_id)

    def own(self) -> tuple[Entry, ...]:
        """The documents of the region itself."""
        return tuple(entry for entry in self._library.entries() if entry.source_id is None)

    def places_of(self, source_id: str) -> dict[str, str]:
        """For the passages of our restatement that were found in the original, the address of that place."""
        return {name: document_address(source_id, span) for name, span in self._restated(source_id).items()}

    def open(self, entry_id: str, number: int | None, passage: Span | None = None) -> Opened | None:
        """The document at this leaf (from 1), or where the passage starts; None when there is none such."""
        try:
            entry, document = self._library.entry(entry_id), self._library.document(entry_id)
        except InputError:
            return None
        file, leaves = self.file(entry_id), leaves_of(document)
        if number is None:
            number = leaf_at(leaves, passage.start if passage else 0)
        if file is None or not 0 < number <= len(leaves):
            return None
        return Opened(entry, file, document.text, leaves, leaves[number - 1], passage)

    def page(self, opened: Opened) -> str:
        """The leaf as a page."""
        values = {
            "source": self._content.sources.get(opened.entry.source_id or ""),
            "added": date_in_dutch(opened.entry.added.isoformat()),
            "opened": opened,
            "restated": self._restated_at(opened),
            "text": leaf_html(opened.leaf, opened.passage),
            "file_address": file_address(opened.entry.id),
            "picture_address": picture_address(opened.entry.id, opened.leaf.number, opened.passage),
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

    def _restated_at(self, opened: Opened) -> list[Passage]:
        """Our passages that restate words on this leaf."""
        restated = self._restated(opened.entry.source_id or "")
        return [self._content.passages[name] for name, span in restated.items() if span.within(opened.leaf.span)]

    def _restated(self, source_id: str) -> dict[str, Span]:
        """Where the original says what our passages of this source restate; empty when it is not here."""
        try:
            entry = self._library.of_source(source_id)
            found = self._originals.found_in(entry) if entry else {}
        except InputError:
            return {}
        return {name: Span(one.start, one.end) for name, one in found.items()}
