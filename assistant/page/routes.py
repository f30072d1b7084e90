"""The addresses of our own pages: the sources in our words, and the documents of the library."""

import mimetypes

from fastapi import APIRouter
from fastapi.responses import FileResponse, HTMLResponse, RedirectResponse, Response

from assistant.page.documents import Documents
from assistant.page.opened import Opened
from assistant.page.sources import Mark, overview_page, source_page
from assistant.page.telling import told
from assistant.places import Span
from assistant.rendering import templates
from corpus import Content

LONGEST_NUMBER = 9
"""Digits of a place in a text, or of a page; more is no place."""

PAGE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; img-src 'self' data:; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
"""A page of ours runs no script, whatever a document holds."""

FILE_HEADERS = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private, no-cache"}
SANDBOX = {"Content-Security-Policy": "sandbox; default-src 'none'"}
"""For every file but a PDF, which browsers do not show in a sandbox."""


def source_routes(content: Content, documents: Documents) -> APIRouter:
    """The list of sources, and each source in our own words."""
    router = APIRouter()

    @router.get("/bronnen")
    def sources() -> Response:
        return _page(overview_page(content, documents))

    @router.get("/bron/{source_id}")
    def source(source_id: str, passage: str = "", van: str = "", tot: str = "") -> Response:
        place = _span(van, tot)
        mark = Mark(passage, place.start, place.end) if place else None
        page = source_page(content, documents, source_id, mark)
        return _page(page) if page else _missing("bron_onbekend", up="../")

    return router


def document_routes(documents: Documents) -> APIRouter:
    """The documents of the library: each leaf as a page and as a picture, and the file itself."""
    router = APIRouter(prefix="/origineel/{entry_id}")

    @router.get("")
    def start(entry_id: str, van: str = "", tot: str = "") -> Response:
        opened = documents.open(entry_id, None, _span(van, tot))
        if opened is None:
            return _missing("document_onbekend", up="../")
        return RedirectResponse(f"../{opened.address(opened.leaf.number)}")

    @router.get("/bestand")
    def file(entry_id: str) -> Response:
        found = documents.file(entry_id)
        if found is None:
            return _missing("document_onbekend", up="../../")
        kind = mimetypes.guess_type(found.path.name)[0] or "application/octet-stream"
        way = "inline" if found.is_pdf else "attachment"
        headers = FILE_HEADERS if found.is_pdf else {**FILE_HEADERS, **SANDBOX}
        return FileResponse(found.path, 200, headers, kind, filename=found.name, content_disposition_type=way)

    @router.get("/{number}")
    def leaf(entry_id: str, number: str, van: str = "", tot: str = "") -> Response:
        opened = opened_at(entry_id, number, van, tot)
        return _page(documents.page(opened)) if opened else _missing("bladzijde_onbekend", up="../../")

    @router.get("/{number}/beeld")
    def picture(entry_id: str, number: str, van: str = "", tot: str = "") -> Response:
        opened = opened_at(entry_id, number, van, tot)
        made = documents.picture(opened) if opened else None
        if made is None:
            return _missing("beeld_onbekend", up="../../../")
        return Response(made, headers=FILE_HEADERS, media_type="image/png")

    def opened_at(entry_id: str, number: str, start: str, end: str) -> Opened | None:
        place = _number(number)
        return None if place is None else documents.open(entry_id, place, _span(start, end))

    return router


def _page(html: str, status: int = 200) -> Response:
    return HTMLResponse(html, status, PAGE_HEADERS)


def _missing(sentence: str, *, up: str) -> Response:
    """A page that says so; `up` leads from its address to that of the page at `/`."""
    return _page(templates().get_template("niet-gevonden.html.j2").render(told=told(sentence), up=up), 404)


def _span(start: str, end: str) -> Span | None:
    first, last = _number(start), _number(end)
    return Span(first, last) if first is not None and last is not None and first < last else None


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < LONGEST_NUMBER else None
