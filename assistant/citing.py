"""References -> numbered citations: for each claim the sentence of the passage that it rests on."""

from collections.abc import Iterable
from functools import lru_cache

from assistant.originals import Originals
from assistant.types import Citation, OriginalQuote
from corpus import Content, Passage, sentence_spans
from index import Analyzer


class Citer:
    """Chooses the sentence of a passage that carries a claim best."""

    def __init__(self, content: Content, analyzer: Analyzer, originals: Originals | None = None) -> None:
        self._content = content
        self._analyzer = analyzer
        self._originals = originals
        self._sentences = lru_cache(maxsize=None)(self._sentences_of)
        self._best = lru_cache(maxsize=None)(self._best_span)

    def original_of(self, passage: Passage) -> OriginalQuote | None:
        """What the original of the passage says; None when it is not in the library."""
        return self._originals.quote_of(passage) if self._originals else None

    def span(self, claim: str, passage_id: str) -> tuple[int, int]:
        """Start and end in the passage's text of the sentence that shares most words with the claim."""
        return self._best(claim, passage_id)

    def _best_span(self, claim: str, passage_id: str) -> tuple[int, int]:
        wanted = set(self._analyzer(claim))
        # Shared words, against the words that the sentence has more; the earlier sentence wins a tie.
        return max(
            self._sentences(passage_id),
            key=lambda entry: len(wanted & entry[1]) / (3 + len(entry[1])),
        )[0]

    def _sentences_of(self, passage_id: str) -> list[tuple[tuple[int, int], frozenset[str]]]:
        text = self._content.passages[passage_id].text
        spans = [span for span in sentence_spans(text) if not text[span[0] : span[1]].startswith("|")]
        return [((start, end), frozenset(self._analyzer(text[start:end]))) for start, end in spans]


class Bibliography:
    """The citations of one answer: the same place keeps the same number."""

    def __init__(self, content: Content, citer: Citer) -> None:
        self._content = content
        self._citer = citer
        self._numbers: dict[tuple[str, tuple[int, int]], Citation] = {}

    def cite(self, claim: str, references: Iterable[str]) -> tuple[int, ...]:
        """The numbers of the places in the passages `references` that the claim rests on."""
        return tuple(dict.fromkeys(self._number(claim, reference) for reference in references))

    @property
    def citations(self) -> tuple[Citation, ...]:
        """All places cited so far, in order of number."""
        return tuple(self._numbers.values())

    def _number(self, claim: str, reference: str) -> int:
        span = self._citer.span(claim, reference)
        if (reference, span) not in self._numbers:
            passage = self._content.passages[reference]
            source = self._content.sources[passage.source_id]
            original = self._citer.original_of(passage)
            self._numbers[reference, span] = Citation(len(self._numbers) + 1, passage, source, *span, original)
        return self._numbers[reference, span].number
