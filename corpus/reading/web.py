"""HTML -> blocks (beautifulsoup4): headings, paragraphs, list items and table rows; scripts and menus left out.

The parser is lxml's, which python-docx brings along: Python's own takes minutes for tags that are never closed.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from corpus.documents import Block, BlockKind, Link
from corpus.reading.refusals import damaged, too_intricate
from corpus.reading.text import ADDRESS, is_binary

MOST_TAGS = 100_000
"""Tags in a page; reading takes some 20 microseconds a tag, and a report of 60 pages has about 20,000."""
DEEPEST = 250
"""Elements within each other; libxml2 stops at 256 and would leave out the rest without a word."""

_LEFT_OUT = {"script", "style", "nav", "header", "footer", "noscript", "template", "head", "button", "select"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LINE_ELEMENTS = """
    address article aside blockquote body caption dd details div dl dt fieldset figcaption figure form hr html legend
    li main ol p pre section summary table tbody td tfoot th thead tr ul
"""
_ENDS_TEXT = _HEADINGS | set(_LINE_ELEMENTS.split())
"""Elements that start on a new line, and so end the text before them."""
_XML_MARK = re.compile(rb"^\s*<\?xml[^>]{0,200}\?>")
"""XHTML is read as HTML; without its first line the parser has nothing to warn about."""


def read_html(path: Path) -> Iterator[Block | Link]:
    """The blocks of the page's body, and the web addresses that it links to."""
    data = path.read_bytes()
    if data.count(b"<") > MOST_TAGS:
        raise too_intricate(path.name)
    if is_binary(data):
        raise damaged(path.name, "webpagina (.html)")
    soup = BeautifulSoup(BytesIO(_XML_MARK.sub(b"", data)), "lxml")
    for anchor in soup.find_all("a", href=ADDRESS):
        yield Link(str(anchor["href"]).strip())
    yield from _blocks(soup, path.name)


def _blocks(soup: Tag, name: str) -> Iterator[Block]:
    words: list[str] = []
    path: list[tuple[Tag, Iterator[PageElement]]] = [(soup, iter(soup.contents))]
    while path:
        if len(path) > DEEPEST:
            raise too_intricate(name)
        tag, rest = path[-1]
        element = next(rest, None)
        if element is None:
            path.pop()
            if tag.name in _ENDS_TEXT:
                yield from _told(words, tag)
        elif not isinstance(element, Tag):
            if isinstance(element, NavigableString) and not isinstance(element, PreformattedString):
                words.append(str(element))
        elif element.name == "br":
            words.append(" ")
        elif element.name not in _LEFT_OUT and not element.has_attr("hidden"):
            if element.name in _ENDS_TEXT:
                yield from _told(words, tag)
            if element.name == "tr" and not _holds_rows(element):
                cells = [" ".join(cell.get_text(" ").split()) for cell in element.contents if isinstance(cell, Tag)]
                yield Block(" | ".join(cells) if any(cells) else "", BlockKind.ROW)
            else:
                path.append((element, iter(element.contents)))
    yield from _told(words, soup)


def _told(words: list[str], tag: Tag) -> Iterator[Block]:
    """The block of the words so far, which stand in `tag`; the words are forgotten."""
    text = " ".join("".join(words).split())
    words.clear()
    if tag.name in _HEADINGS:
        yield Block(text, BlockKind.HEADING, level=int(tag.name[1]))
    elif text:
        yield Block(f"- {text}" if _starts_item(tag) else text)


def _holds_rows(row: Tag) -> bool:
    return any(isinstance(inner, Tag) and inner.name == "tr" for inner in row.descendants)


def _starts_item(tag: Tag) -> bool:
    if tag.name == "li":
        return True
    return tag.parent is not None and tag.parent.name == "li" and tag.find_previous_sibling() is None
