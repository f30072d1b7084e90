"""HTML -> blocks (beautifulsoup4): headings, paragraphs, list items and table rows; scripts and menus left out."""

from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup

from corpus.documents import Block, BlockKind

_BLOCKS = ["h1", "h2", "h3", "h4", "h5", "h6", "p", "li", "tr", "blockquote", "dt", "dd"]


def read_html(path: Path) -> Iterator[Block]:
    """The blocks of the page's body that hold text themselves."""
    soup = BeautifulSoup(path.read_bytes(), "html.parser")
    for unwanted in soup(["script", "style", "nav", "header", "footer", "noscript", "template"]):
        unwanted.decompose()
    found = soup.find_all(_BLOCKS)
    for tag in found:
        if tag.name != "tr" and (tag.find(_BLOCKS) or tag.find_parent("tr")):
            continue
        if tag.name == "tr":
            cells = [cell.get_text(" ", strip=True) for cell in tag.find_all(["td", "th"])]
            yield Block(" | ".join(cells), BlockKind.ROW)
        else:
            kind = BlockKind.HEADING if tag.name.startswith("h") else BlockKind.PARAGRAPH
            yield Block(" ".join(tag.get_text(" ").split()), kind)
    if not found:
        yield Block(" ".join(soup.get_text(" ").split()))
