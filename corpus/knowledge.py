"""`kennis/BRON.md` -> Passages: a section a passage, with its place in the original.

A section is a heading `## Kop {#slug}`, lines `sleutel: waarde`, an empty line, and the text.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from corpus.errors import ContentError
from corpus.types import Certainty, Passage

HEADING = re.compile(r"^## (?P<heading>.+?) \{#(?P<slug>[a-z0-9-]+)\}\s*$", re.MULTILINE)
FIELD = re.compile(r"^(?P<key>plaats|bladzijde|status|gezien_via): *(?P<value>.*)$")


def load_passages(folder: Path) -> dict[str, Passage]:
    """Every passage of the folder by id (`bron/slug`), in the order of files and sections."""
    passages: dict[str, Passage] = {}
    for path in sorted(folder.glob("*.md")):
        for passage in _passages_of(path):
            if passage.id in passages:
                raise ContentError(f"{path.name}: de passage '{passage.id}' staat er twee keer")
            passages[passage.id] = passage
    return passages


def _passages_of(path: Path) -> Iterator[Passage]:
    content = path.read_text(encoding="utf-8")
    headings = list(HEADING.finditer(content))
    if not headings:
        raise ContentError(f"{path.name}: geen kop van de vorm '## Kop {{#naam}}' gevonden")
    ends = [heading.start() for heading in headings[1:]] + [len(content)]
    for heading, end in zip(headings, ends, strict=True):
        fields, text = _fields_and_text(content[heading.end() : end])
        if not text or not fields.get("plaats"):
            raise ContentError(f"{path.name}: passage '{heading['slug']}' heeft geen tekst of geen plaats")
        yield Passage(
            id=f"{path.stem}/{heading['slug']}",
            source_id=path.stem,
            heading=heading["heading"],
            place=fields["plaats"],
            page=fields.get("bladzijde", ""),
            text=text,
            certainty=_certainty(fields.get("status", Certainty.GEZIEN), path),
            seen_through=fields.get("gezien_via", ""),
        )


def _fields_and_text(section: str) -> tuple[dict[str, str], str]:
    fields: dict[str, str] = {}
    lines = section.strip().splitlines()
    while lines and (match := FIELD.match(lines[0])):
        fields[match["key"]] = match["value"].strip()
        lines.pop(0)
    return fields, _unwrap("\n".join(lines).strip())


def _unwrap(text: str) -> str:
    """Paragraphs as one line each, so that a quote never runs over a line end; tables and lists stay."""
    paragraphs = re.split(r"\n\s*\n", text)
    return "\n\n".join(p if p.lstrip().startswith(("|", "- ")) else " ".join(p.split()) for p in paragraphs)


def _certainty(value: str, path: Path) -> Certainty:
    try:
        return Certainty(value)
    except ValueError as error:
        raise ContentError(f"{path.name}: onbekende status '{value}'") from error
