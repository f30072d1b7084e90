"""The words of the originals that are present, beside our restatement of them."""

from collections.abc import Mapping

from assistant.types import OriginalQuote
from corpus import Content, InputError, Passage
from corpus.originals import Entry, Library, OriginalPassage, align


class Originals:
    """Finds for a passage what the original says, as long as that original is in the library."""

    def __init__(self, library: Library, content: Content) -> None:
        self._library = library
        self._content = content
        self._aligned: dict[str, tuple[str, Mapping[str, OriginalPassage]]] = {}

    def quote_of(self, passage: Passage) -> OriginalQuote | None:
        """The words of the original that the passage restates; None when the original, or that place, is not here."""
        try:
            entry = self._library.of_source(passage.source_id)
            found = self.found_in(entry).get(passage.id) if entry else None
        except InputError:  # a library that cannot be read takes nothing away from the answer
            return None
        if entry is None or found is None:
            return None
        return OriginalQuote(entry.id, found.text, found.page, found.page_index, found.start)

    def found_in(self, entry: Entry) -> Mapping[str, OriginalPassage]:
        """What was found in the entry, by id of our passage; looked for again when its file is another than before."""
        sha256, found = self._aligned.get(entry.id, ("", {}))
        if sha256 != entry.sha256:
            passages = self._content.passages_of(entry.source_id or "")
            found = align(self._library.document(entry.id), passages).found
            self._aligned[entry.id] = entry.sha256, found
        return found
