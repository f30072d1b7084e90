"""Text -> sentences, with their places."""

import re
from collections.abc import Iterator

_ABBREVIATIONS_TEXT = """
    art bijv blz bv ca d.w.z dhr dr drs enz etc excl gem incl ing jl kst lid m.b.t m.n mevr mr mw
    n.a.v nl nr nrs o.a p par resp stb stcrt t.a.v t.o.v vgl zgn
"""
ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())
"""Words whose full stop does not end a sentence."""

REACH = 20
"""Characters before a full stop that are looked at; more than any abbreviation has."""

_END = re.compile(r"[.!?][\"'’”)]*(?=\s+[\"'‘“(\[]*[A-Z0-9\[À-Ý])|\n+")
_LAST_WORD = re.compile(r"([\w.]+)$")


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """The (start, end) character offsets of each sentence; white space around it is left out."""
    start = 0
    for match in _END.finditer(text):
        if match.group().startswith(".") and _is_abbreviation(text[max(start, match.start() - REACH) : match.start()]):
            continue
        yield from _trimmed(text, start, match.end())
        start = match.end()
    yield from _trimmed(text, start, len(text))


def _is_abbreviation(before: str) -> bool:
    word = _LAST_WORD.search(before)
    return bool(word) and word.group(1).lower() in ABBREVIATIONS  # type: ignore[union-attr]


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
