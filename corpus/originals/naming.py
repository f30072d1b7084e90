"""What a document is called: its title, and an id made of it."""

import re
import unicodedata

from corpus.documents import BlockKind, Document

LONGEST_TITLE = 160
"""Characters."""
LONGEST_SLUG = 60
OWN = "eigen"
"""What the id of an own document starts with; no source in `bronnen.toml` has such an id."""
FIRST_BLOCKS = 12
"""Blocks in which the title is looked for."""


def title_of(document: Document) -> str:
    """The title that stands in the document: its first heading near the beginning, else its first words."""
    opening = document.blocks[:FIRST_BLOCKS]
    first = next((block for block in opening if block.kind is BlockKind.HEADING), opening[0])
    text = first.text.removeprefix("- ")
    return text if len(text) <= LONGEST_TITLE else f"{text[: LONGEST_TITLE - 1].rpartition(' ')[0] or text[:80]}…"


def slug_of(title: str) -> str:
    """The id of an own document with this title: 'Visie Jeugd' gives 'eigen-visie-jeugd'."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain)
    return "-".join([OWN, *words])[:LONGEST_SLUG].strip("-")
