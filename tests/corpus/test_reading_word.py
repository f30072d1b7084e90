"""A Word document is read as a reader sees it with all changes accepted."""

import time
from pathlib import Path

import docx
import pytest

from corpus.documents import Block, BlockKind
from corpus.reading import read_document
from tests.corpus.files import STRICT_WORD, WORD_NAMES, paragraph, run, write_word

STYLES = """
<w:style w:type="paragraph" w:styleId="Kop1"><w:name w:val="{name}"/></w:style>
<w:style w:type="paragraph" w:styleId="Deel"><w:name w:val="Deel"/><w:basedOn w:val="Kop1"/></w:style>
<w:style w:type="paragraph" w:styleId="Niveau"><w:name w:val="Eigen"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Plat"><w:name w:val="Plat"/><w:basedOn w:val="Kop1"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Koptekst"><w:name w:val="Koptekst"/></w:style>
<w:style w:type="paragraph" w:styleId="Rondje"><w:name w:val="Rondje"/><w:basedOn w:val="Rondje"/>
  <w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Weg"><w:name w:val="Weg"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


def read(tmp_path: Path, body: str, **parts: str) -> list[Block]:
    write_word(tmp_path / "a.docx", body, parts)
    return list(read_document(tmp_path / "a.docx").blocks)


def texts(tmp_path: Path, body: str, **parts: str) -> list[str]:
    return [block.text for block in read(tmp_path, body, **parts)]


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


@pytest.mark.parametrize(
    ("name", "level"),
    [("heading 1", 1), ("Kop 3", 3), ("Title", 1), ("Titel", 1), ("Ondertitel", 9), ("Tussenkop", 9), ("VNG Kop 2", 2)],
)
def test_a_paragraph_with_a_heading_style_is_a_heading_in_english_and_in_dutch(
    tmp_path: Path, name: str, level: int
) -> None:
    (block,) = read(tmp_path, paragraph("Toegang", '<w:pStyle w:val="Kop1"/>'), styles=STYLES.format(name=name))
    assert block == Block("Toegang", BlockKind.HEADING, level=level)


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ('<w:pStyle w:val="Deel"/>', BlockKind.HEADING),
        ('<w:pStyle w:val="Niveau"/>', BlockKind.HEADING),
        ('<w:outlineLvl w:val="0"/>', BlockKind.HEADING),
        ('<w:outlineLvl w:val="9"/>', BlockKind.PARAGRAPH),
        ('<w:pStyle w:val="Plat"/>', BlockKind.PARAGRAPH),
        ('<w:pStyle w:val="Koptekst"/>', BlockKind.PARAGRAPH),
        ('<w:pStyle w:val="Bestaat niet"/>', BlockKind.PARAGRAPH),
        ("", BlockKind.PARAGRAPH),
    ],
)
def test_a_heading_is_known_by_its_parent_style_or_its_outline_level(
    tmp_path: Path, properties: str, kind: BlockKind
) -> None:
    (block,) = read(tmp_path, paragraph("Toegang", properties), styles=STYLES.format(name="heading 1"))
    assert block.kind is kind


def test_list_items_start_with_a_dash_by_their_own_numbering_or_that_of_their_style(tmp_path: Path) -> None:
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{}"/></w:numPr>'
    body = (
        paragraph("een", numbered.format(1))
        + paragraph("twee", '<w:pStyle w:val="Rondje"/>')
        + paragraph("drie", '<w:pStyle w:val="Rondje"/>' + numbered.format(0))
        + paragraph("Kop", '<w:pStyle w:val="Kop1"/>' + numbered.format(1))
    )
    blocks = read(tmp_path, body, styles=STYLES.format(name="heading 1"))
    assert [block.text for block in blocks] == ["- een", "- twee", "drie", "Kop"]


def test_a_table_gives_a_block_a_row_and_merged_cells_once(tmp_path: Path) -> None:
    wide = cell(paragraph("Samen"), '<w:gridSpan w:val="2"/>')
    first = cell(paragraph("Regio"), '<w:vMerge w:val="restart"/>') + cell(paragraph("Ede") + paragraph("en Epe"))
    second = cell(paragraph("Regio"), "<w:vMerge/>") + cell(paragraph("Elst"))
    body = f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{first}</w:tr><w:tr>{second}</w:tr></w:tbl>"
    assert read(tmp_path, body) == [Block(text, BlockKind.ROW) for text in ("Samen", "Regio | Ede en Epe", "Elst")]


def test_rows_of_a_table_in_a_cell_come_after_the_row_that_holds_it(tmp_path: Path) -> None:
    inner = f"<w:tbl><w:tr>{cell(paragraph('x'))}{cell(paragraph('y'))}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{cell(paragraph('a') + inner)}{cell(paragraph('b'))}</w:tr></w:tbl>{paragraph('slot')}"
    assert texts(tmp_path, body) == ["a | b", "x | y", "slot"]


def test_a_text_box_is_read_once_after_its_paragraph(tmp_path: Path) -> None:
    box = f"<w:txbxContent>{paragraph('In een kader')}{paragraph('en meer')}</w:txbxContent>"
    both = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    old = f"<w:r><w:pict><v:textbox>{box}</v:textbox></w:pict></w:r>"
    body = f"<w:p>{run('Voor ')}<w:r>{both}</w:r>{run('en na.')}</w:p><w:p>{run('Oud.')}{old}</w:p>"
    assert texts(tmp_path, body) == ["Voor en na.", "In een kader", "en meer", "Oud.", "In een kader", "en meer"]


def test_a_note_follows_the_paragraph_that_refers_to_it(tmp_path: Path) -> None:
    foot = '<w:footnote w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    foot += f'<w:footnote w:id="2">{paragraph("Zie de wet")}{paragraph("van 2015.")}</w:footnote>'
    end = f'<w:endnote w:id="2">{paragraph("Bron: CBS.")}</w:endnote>'
    refer = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    to_end = '<w:r><w:endnoteReference w:id="2"/></w:r>'
    body = f"<w:p>{run('Een')}{refer}{run(' zin.')}</w:p><w:p>{run('Twee.')}{to_end}</w:p>"
    body += f"<w:tbl><w:tr>{cell('<w:p>' + run('Drie') + refer + '</w:p>')}</w:tr></w:tbl>"
    expected = ["Een zin.", "Zie de wet van 2015.", "Twee.", "Bron: CBS.", "Drie"]
    assert texts(tmp_path, body, footnotes=foot, endnotes=end) == expected


def test_a_note_that_refers_to_itself_is_read_once(tmp_path: Path) -> None:
    refer = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    note = f'<w:footnote w:id="2"><w:p>{run("Noot")}{refer}</w:p></w:footnote>'
    assert texts(tmp_path, f"<w:p>{run('Zin')}{refer}</w:p>", footnotes=note) == ["Zin", "Noot"]


def test_content_controls_are_read_but_not_their_prompts(tmp_path: Path) -> None:
    filled = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Klik hier')}</w:sdtContent></w:sdt>"
    row = filled.format(f"<w:tr>{filled.format(cell(paragraph('cel')))}{cell(paragraph('twee'))}</w:tr>")
    body = filled.format(paragraph("blok")) + f"<w:p>{run('in ')}{filled.format(run('de zin'))}{prompt}</w:p>"
    assert texts(tmp_path, f"{body}<w:tbl>{row}</w:tbl>") == ["blok", "in de zin", "cel | twee"]


def test_tracked_changes_are_read_as_accepted(tmp_path: Path) -> None:
    gone = "<w:r><w:delText>oud</w:delText></w:r>"
    body = (
        f"<w:p>{run('Wij ')}<w:del>{gone}</w:del><w:ins>{run('kopen')}</w:ins></w:p>"
        f"<w:p><w:moveFrom>{run('weg')}</w:moveFrom></w:p>"
        f"<w:p><w:moveTo>{run('verplaatst')}</w:moveTo></w:p>"
        f"<w:del>{paragraph('weg')}</w:del><w:ins>{paragraph('nieuw')}</w:ins>"
        f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr>{cell(paragraph('weg'))}</w:tr><w:tr>{cell(paragraph('blijft'))}</w:tr></w:tbl>"
    )
    assert texts(tmp_path, body) == ["Wij kopen", "verplaatst", "nieuw", "blijft"]


def test_a_paragraph_whose_end_was_deleted_runs_on_in_the_next(tmp_path: Path) -> None:
    body = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Wij kopen ')}</w:p>{paragraph('samen in.')}"
    last = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Slot.')}</w:p>"
    assert texts(tmp_path, body + last) == ["Wij kopen samen in.", "Slot."]


@pytest.mark.parametrize(
    ("runs", "said"),
    [
        (run("Zicht") + run("weg", "<w:vanish/>"), "Zicht"),
        (run("Zicht") + run("weg", '<w:rStyle w:val="Weg"/>'), "Zicht"),
        (run("Zicht") + run("baar", '<w:rStyle w:val="Weg"/><w:vanish w:val="0"/>'), "Zichtbaar"),
        (run("Web", "<w:webHidden/>"), "Web"),
    ],
)
def test_hidden_text_is_left_out(tmp_path: Path, runs: str, said: str) -> None:
    assert texts(tmp_path, f"<w:p>{runs}</w:p>", styles=STYLES.format(name="heading 1")) == [said]


def test_a_field_is_read_by_its_result_and_a_link_by_its_text(tmp_path: Path) -> None:
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end"))
    code = "<w:r><w:instrText>PAGEREF</w:instrText></w:r>"
    field = f"{begin}{code}{begin}{code}{separate}{run('verborgen')}{end}{separate}{run('blz. 4')}{end}"
    body = f"<w:p>{run('Zie ')}{field}{run(' en ')}<w:hyperlink>{run('de site')}</w:hyperlink></w:p>"
    broken = f"<w:p>{begin}{code}</w:p>{paragraph('Gewoon verder.')}"
    assert texts(tmp_path, body + broken) == ["Zie blz. 4 en de site", "Gewoon verder."]


def test_comments_heads_and_feet_are_left_out_and_tabs_and_breaks_are_spaces(tmp_path: Path) -> None:
    document = docx.Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Kop van de bladzijde"
    section.footer.paragraphs[0].text = "Voet van de bladzijde"
    text = document.add_paragraph("Een\ttwee\ndrie\N{NON-BREAKING HYPHEN}vier")
    document.add_comment(text.runs, text="Hier klopt iets niet", author="A", initials="A")
    document.save(str(tmp_path / "a.docx"))
    assert [block.text for block in read_document(tmp_path / "a.docx").blocks] == [
        "Een twee drie\N{NON-BREAKING HYPHEN}vier"
    ]


def test_a_strict_word_file_is_read_like_any_other(tmp_path: Path) -> None:
    write_word(tmp_path / "a.docx", paragraph("Strikt."), names=WORD_NAMES | {"w": STRICT_WORD})
    assert read_document(tmp_path / "a.docx").text == "Strikt."


def test_a_report_of_sixty_pages_is_read_in_well_under_a_second_and_a_half(tmp_path: Path) -> None:
    body = ""
    for number in range(60 * 12):
        sentence = f"Wij leggen in afspraak {number} samen vast hoe de hulp wordt ingekocht. "
        body += paragraph(f"Deel {number}", '<w:outlineLvl w:val="0"/>') if number % 12 == 0 else ""
        body += f"<w:p>{run(sentence) * 2}{run(sentence, '<w:b/>')}{run(sentence) * 2}</w:p>"
    rows = (f"<w:tr>{cell(paragraph(f'regio {number}')) * 4}</w:tr>" for number in range(100))
    write_word(tmp_path / "a.docx", f"{body}<w:tbl>{''.join(rows)}</w:tbl>")
    start = time.process_time()
    blocks = read_document(tmp_path / "a.docx").blocks
    assert time.process_time() - start < 1.5
    assert len(blocks) == 60 + 720 + 100
