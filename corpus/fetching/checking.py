"""Whether what came is really the document, and not a page that says it is gone."""

import re
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from corpus.fetching.types import EndedError, Ending
from corpus.reading.recognition import WEB_PAGE, FileKind, kind_of

_DOCUMENT_ENDINGS = (".pdf", ".docx", ".odt")
_HEAD = 20_000
"""Bytes of a page in which its title stands."""
_TITLE = re.compile(rb"<(title|h1)\b[^>]*>(.*?)</\1>", re.IGNORECASE | re.DOTALL)
_GONE = re.compile(
    rb"\b404\b|(niet|not) (meer )?(gevonden|found|beschikbaar|available)|bestaat niet|verwijderd|page missing",
    re.IGNORECASE,
)


def ending_of(data: bytes, content_type: str, asked: str, reached: str) -> str:
    """The file name ending (".pdf") of what came from the address `reached` after `asked`; EndedError when unfit."""
    kind = _kind(data, content_type)
    wanted = PurePosixPath(unquote(urlsplit(asked).path)).suffix.lower()
    if kind is None or not kind.ending:
        raise EndedError(Ending.ANDERE_SOORT, kind.noun if kind else "iets anders dan een document")
    if kind is WEB_PAGE and (_says_gone(data) or _is_front_page(asked, reached)):
        raise EndedError(Ending.VERDWENEN)
    if wanted in _DOCUMENT_ENDINGS and kind.ending != wanted:
        raise EndedError(Ending.ANDERE_SOORT, kind.noun)
    return kind.ending


def _kind(data: bytes, content_type: str) -> FileKind | None:
    kind = kind_of(data)
    if kind is None and "html" in content_type and b"<html" in data[:_HEAD].lower():
        return WEB_PAGE  # after a comment or an XML declaration
    return kind


def _says_gone(data: bytes) -> bool:
    return any(_GONE.search(match.group(2)) for match in _TITLE.finditer(data[:_HEAD]))


def _is_front_page(asked: str, reached: str) -> bool:
    """Many publishers send an old address on to their front page."""
    return urlsplit(reached).path in ("", "/") and urlsplit(asked).path not in ("", "/")
