"""The body of a Word text -> blocks, as a reader sees it with all changes accepted."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpus.documents import Block, BlockKind
from corpus.reading.word_styles import Style, heading_level, is_listed
from corpus.reading.word_xml import Element, child, children, inside, is_on, local_name, value

_LEFT_OUT = {"del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "rt", "Fallback"}
_SPACES = {"tab", "ptab", "br", "cr"}
_CONTINUED = {"vMerge", "hMerge"}
"""Marks of a cell that belongs to the cell above or before it, unless their value is 'restart'."""


@dataclass
class _Inline:
    """What stands in one paragraph: its text, and what is told after it."""

    text: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    in_code: list[bool] = field(default_factory=list)
    """A field code (a formula such as PAGEREF) has no text to read, its result has; codes can be nested."""


@dataclass
class _Told:
    """A paragraph, or nothing, and the blocks that are told after it: text boxes, notes, rows of a table."""

    block: Block | None
    after: list[Block] = field(default_factory=list)
    raw: str = ""
    """The text as it stands there, with its outer spaces."""


@dataclass
class Body:
    """Reads the blocks of a Word text, given its styles and its notes by kind and id; each note is told once."""

    styles: Mapping[str, Style]
    notes: dict[tuple[str, str], Element]

    def blocks(self, container: Element) -> Iterator[Block]:
        """The blocks in the body, a text box, a note or a cell, in reading order."""
        for told in self._told(container):
            if told.block:
                yield told.block
            yield from told.after

    def _told(self, container: Element) -> Iterator[_Told]:
        carried = ""  # of a paragraph whose end was deleted: it runs on in the next
        for element in inside(container, "p", "tbl"):
            if local_name(element) == "tbl":
                yield _Told(None, [block for row in inside(element, "tr") for block in self._row(row)])
                continue
            mark = child(child(element, "pPr"), "rPr")
            told = self._paragraph(element, carried)
            if child(mark, "del") is None and child(mark, "moveFrom") is None:
                carried = ""
                yield told
            else:
                carried = told.raw
                yield _Told(None, told.after)
        if carried:
            yield _Told(Block(carried))

    def _row(self, row: Element) -> Iterator[Block]:
        properties = child(row, "trPr")
        if child(properties, "del") is not None or is_on(child(properties, "hidden")):
            return
        cells, after = [], list[Block]()
        for cell in inside(row, "tc"):
            if not _is_continued(child(cell, "tcPr")):
                told = list(self._told(cell))
                cells.append(" ".join(part.block.text for part in told if part.block and part.block.text))
                after += [block for part in told for block in part.after]
        yield Block(" | ".join(cells) if any(cells) else "", BlockKind.ROW)
        yield from after

    def _paragraph(self, paragraph: Element, carried: str) -> _Told:
        properties = child(paragraph, "pPr")
        style = self._style(properties, "pStyle")
        found = _Inline()
        self._read(paragraph, found, style.hidden)
        raw = carried + "".join(found.text)
        text = " ".join(raw.split())
        level, listed = heading_level(properties) or style.level, is_listed(properties)
        if text and not level and (style.listed if listed is None else listed):
            text = f"- {text}"
        after = [block for box in found.boxes for block in self.blocks(box)]
        after += [Block(note) for key in found.notes if (note := self._note(key))]
        return _Told(Block(text, BlockKind.HEADING if level else BlockKind.PARAGRAPH, level=level), after, raw)

    def _read(self, element: Element, found: _Inline, hidden: bool) -> None:
        for inner in children(element):
            name = local_name(inner)
            if name == "t" and not any(found.in_code):
                found.text.append(inner.text or "")
            elif name in _SPACES:
                found.text.append(" ")
            elif name == "noBreakHyphen":
                found.text.append("-")
            elif name == "fldChar":
                _follow_field(value(inner, "fldCharType"), found.in_code)
            elif name in ("footnoteReference", "endnoteReference"):
                found.notes.append((name.removesuffix("Reference"), value(inner, "id")))
            elif name == "txbxContent":
                found.boxes.append(inner)
            elif name not in _LEFT_OUT and not (name == "r" and self._is_hidden(child(inner, "rPr"), hidden)):
                self._read(inner, found, hidden)

    def _note(self, key: tuple[str, str]) -> str:
        note = self.notes.pop(key, None)
        return "" if note is None else " ".join(block.text for block in self.blocks(note) if block.text)

    def _is_hidden(self, properties: Element | None, otherwise: bool) -> bool:
        switch = child(properties, "vanish")
        return is_on(switch) if switch is not None else self._style(properties, "rStyle").hidden or otherwise

    def _style(self, properties: Element | None, kind: str) -> Style:
        named = child(properties, kind)
        return Style() if named is None else self.styles.get(value(named, "val"), Style())


def _is_continued(properties: Element | None) -> bool:
    if properties is None:
        return False
    if child(properties, "cellDel") is not None:
        return True
    return any(local_name(mark) in _CONTINUED and value(mark, "val") != "restart" for mark in properties)


def _follow_field(step: str, in_code: list[bool]) -> None:
    """Keep track of which part of a field we are in: from 'begin' to 'separate' its code, then its result."""
    if step == "begin":
        in_code.append(True)
    elif in_code and step == "separate":
        in_code[-1] = False
    elif in_code and step == "end":
        in_code.pop()
