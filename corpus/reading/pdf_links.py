"""The addresses that a page of a PDF links to."""

from collections.abc import Iterator

from pypdf import PageObject
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, DictionaryObject

MOST_LINKS = 1000
"""On one page; a page full of sources has some fifty."""


def links_of(page: PageObject) -> Iterator[str]:
    """The web addresses of the link annotations of the page, in the order of the file; damaged ones are passed over."""
    annotations = _resolved(page.get("/Annots"))
    for annotation in annotations[:MOST_LINKS] if isinstance(annotations, ArrayObject) else []:
        action = _entry(_resolved(annotation), "/A")
        address = _entry(action, "/URI")
        if isinstance(address, str | bytes):
            yield address if isinstance(address, str) else address.decode("latin-1")


def _entry(value: object, key: str) -> object:
    return _resolved(value.get(key)) if isinstance(value, DictionaryObject) else None


def _resolved(value: object) -> object:
    get = getattr(value, "get_object", None)
    try:
        return get() if get else value
    except (PyPdfError, RecursionError):
        return None
