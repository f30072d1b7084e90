"""A Word file of plain parts, headings, paragraphs, quotes, lists and tables (python-docx writes it)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

LANGUAGE = "nl-NL"
_UNFIT = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TABLE_STYLE = "Table Grid"
TABLE_STYLES = (TABLE_STYLE, "Normal Table")
BLANK_STYLE, BLANK_COLOUR = "Invulplek", "FFF2B3"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address, or ("#...") to a heading with that anchor."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Words that the reader still has to replace."""

    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents: a heading of this level (1 or 2), and its anchor."""

    text: str
    level: int
    anchor: str


Piece = str | Strong | Link | Blank
Row = Sequence[Piece]


class WordFile:
    """A Word file in the making, on A4, in Dutch; `dense` has small letters and margins, to fit on one page."""

    def __init__(self, title: str, author: str, footer: str, on: date, *, dense: bool = False) -> None:
        self._document = docx.Document()
        self._author = author
        self._anchors = 0
        self._set_page(footer, Cm(1.8 if dense else 2.5))
        self._set_styles()
        if dense:
            self._make_dense()
        self._set_properties(title, author, on)
        self._latest = self._document.add_heading(_plain(title), level=0)

    def heading(self, text: str, level: int, anchor: str = "", *, new_page: bool = False) -> None:
        """A heading of level 1 to 3, on a new page if need be; links may lead to its `anchor`."""
        paragraph = self._latest = self._document.add_heading(_plain(text), level)
        paragraph.paragraph_format.page_break_before = new_page or None
        if anchor:
            self._anchors += 1
            number = str(self._anchors)
            start = _element("w:bookmarkStart", {"w:id": number, "w:name": anchor})
            paragraph._p.insert(list(paragraph._p).index(paragraph.runs[0]._r), start)
            paragraph._p.append(_element("w:bookmarkEnd", {"w:id": number}))

    def paragraph(self, *pieces: Piece, keep: bool = False) -> None:
        """A paragraph; `keep` holds it on the page of what follows."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = keep or None
        self._fill(paragraph, pieces)

    def quote(self, words: str, place: str) -> None:
        """Words of someone else, with below them where they stand."""
        paragraph = self._document.add_paragraph(style="Quote")
        self._fill(paragraph, [words])
        paragraph.add_run().add_break()
        self._fill(paragraph, [place])

    def bullets(self, lines: Iterable[Row], *, numbered: bool = False) -> None:
        """A list."""
        for line in lines:
            self._fill(self._document.add_paragraph(style="List Number" if numbered else "List Bullet"), line)

    def table(self, header: Sequence[str], rows: Iterable[Row], widths: Sequence[float]) -> None:
        """A table with a header row that returns on every page; widths of the columns in centimetres."""
        table = self._document.add_table(rows=0, cols=len(header), style=TABLE_STYLE)
        table.autofit = False
        for row in ([Strong(text) for text in header], *rows):
            added = table.add_row()
            added._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, piece, width in zip(added.cells, row, widths, strict=True):
                cell.width = Cm(width)
                cell.paragraphs[0].paragraph_format.space_after = Pt(2)
                self._fill(cell.paragraphs[0], [piece])
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Cm(width)
        table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))

    def comment(self, paragraphs: Iterable[Row]) -> None:
        """A comment in the margin of the latest heading."""
        runs = self._latest.runs
        comment = self._document.add_comment(runs, text="", author=self._author, initials=self._author[0])
        for number, pieces in enumerate(paragraphs):
            self._fill(comment.paragraphs[0] if number == 0 else comment.add_paragraph(), pieces)

    def contents(self, entries: Sequence[Entry]) -> None:
        """A table of contents whose lines lead to the headings; Word adds the page numbers when it is renewed."""
        for number, entry in enumerate(entries):
            paragraph = self._document.add_paragraph(style=f"toc {entry.level}")
            if number == 0:
                self._field(paragraph, "begin", "separate", instruction=r' TOC \o "1-2" \h \z \u ')
            self._link(paragraph, Link(entry.text, f"#{entry.anchor}"))
        self._field(paragraph, "end")

    def as_bytes(self) -> bytes:
        """The file."""
        written = BytesIO()
        self._document.save(written)
        return written.getvalue()

    def _fill(self, paragraph: Any, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            if isinstance(piece, Link):
                self._link(paragraph, piece)
            elif isinstance(piece, Strong):
                paragraph.add_run(_plain(piece.text), style="Strong")
            elif isinstance(piece, Blank):
                paragraph.add_run(_plain(piece.text), style=BLANK_STYLE)
            else:
                paragraph.add_run(_plain(piece))

    def _field(self, paragraph: Any, *marks: str, instruction: str = "") -> None:
        for mark in marks:
            paragraph.add_run()._r.append(_element("w:fldChar", {"w:fldCharType": mark}))
            if mark == "begin":
                code = _element("w:instrText", {"xml:space": "preserve"})
                code.text = instruction
                paragraph.add_run()._r.append(code)

    def _link(self, paragraph: Any, link: Link) -> None:
        if link.target.startswith("#"):
            attributes = {"w:anchor": link.target[1:]}
        else:
            relation = self._document.part.relate_to(link.target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            attributes = {"r:id": relation}
        around = _element("w:hyperlink", attributes)
        around.append(paragraph.add_run(_plain(link.text), style="Hyperlink")._r)
        paragraph._p.append(around)

    def _make_dense(self) -> None:
        styles = self._document.styles
        for name, size, after in (("Normal", 9, 4), ("Title", 18, 6), ("Heading 2", 11, 2)):
            styles[name].font.size = Pt(size)
            styles[name].paragraph_format.space_after = Pt(after)
        styles["Heading 2"].paragraph_format.space_before = Pt(8)

    def _set_page(self, footer: str, margin: Cm) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = margin
        paragraph = section.footer.paragraphs[0]
        paragraph.add_run(_plain(footer))
        paragraph._p.append(_element("w:fldSimple", {"w:instr": "PAGE"}))

    def _set_styles(self) -> None:
        styles = self._document.styles
        for style in list(styles):
            if style.type == WD_STYLE_TYPE.TABLE and style.name not in TABLE_STYLES:
                style.delete()  # a hundred that we do not use, and that every look-up would pass
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), LANGUAGE)
        for language in self._document.settings.element.iter(qn("w:themeFontLang")):
            language.set(qn("w:val"), LANGUAGE)
        ink = styles["Heading 1"].font.color.rgb
        for name in ("Heading 2", "Heading 3"):
            styles[name].font.color.rgb = ink  # their own blue is too light to read on white
        quote = styles["Quote"]
        quote.font.italic = False
        quote.paragraph_format.left_indent = Cm(0.75)
        hyperlink = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
        hyperlink.font.underline = True
        hyperlink.font.color.rgb = ink
        blank = styles.add_style(BLANK_STYLE, WD_STYLE_TYPE.CHARACTER)
        shade = {"w:val": "clear", "w:color": "auto", "w:fill": BLANK_COLOUR}
        blank.element.get_or_add_rPr().append(_element("w:shd", shade))
        for level in (1, 2):
            line = styles.add_style(f"toc {level}", WD_STYLE_TYPE.PARAGRAPH)
            line.paragraph_format.left_indent = Cm(0.75 * (level - 1))
            line.paragraph_format.space_after = Pt(2)

    def _set_properties(self, title: str, author: str, on: date) -> None:
        properties = self._document.core_properties
        properties.title, properties.author, properties.language = _plain(title), author, LANGUAGE
        properties.last_modified_by, properties.comments = author, ""
        properties.created = properties.modified = datetime(on.year, on.month, on.day)
        relations = self._document.part.package.rels
        for name in [name for name, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
            del relations[name]  # a picture of the empty template


def _element(tag: str, attributes: dict[str, str]) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), value)
    return element


def _plain(text: str) -> str:
    """`text` with a space for each character that XML cannot hold."""
    return _UNFIT.sub(" ", text)
