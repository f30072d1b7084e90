"""A file is recognised as the source that it is, and a document of the region is never taken for one."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus import Content
from corpus.documents import Block, BlockKind, Document, Link
from corpus.originals import Recognition, recognise
from corpus.originals.naming import title_of
from corpus.reading import read_document
from tests.corpus.imitation import as_markdown, as_pdf, as_text

OWN = Recognition(None, 1.0)


def known(content: Content, document: Document) -> Recognition:
    return recognise(document, content.sources, list(content.passages.values()))


def handreiking(content: Content, folder: Path) -> Document:
    (folder / "a.md").write_text(as_markdown(content), encoding="utf-8")
    return read_document(folder / "a.md")


def document(*texts: str, more: Sequence[Block] = ()) -> Document:
    first, *rest = texts
    return Document("a", (Block(first, BlockKind.HEADING), *map(Block, rest), *more))


@pytest.mark.parametrize("ending", [".pdf", ".md", ".txt"])
def test_the_handreiking_is_recognised_in_every_format_whatever_its_file_is_called(
    content: Content, tmp_path: Path, ending: str
) -> None:
    path = tmp_path / f"download-4711{ending}"
    writers = {".md": as_markdown, ".txt": as_text}
    path.write_bytes(writers[ending](content).encode() if ending in writers else as_pdf(content))
    found = known(content, read_document(path))
    assert found.source_id == "handreiking"
    assert found.certainty > 0.9


@pytest.mark.parametrize(
    "title",
    [
        "Regiovisie Jeugd Meerland 2024-2028",
        "Regiovisie",
        "Regiovisie Jeugdhulp",
        "Concept regiovisie volgens de Handreiking Regiovisie van de VNG",
        "Regiovisie Meerland in het kader van de Norm voor Opdrachtgeverschap (NvO) Jeugd",
        "Samen groot worden in Drenthe",
        "Reactie op de Handreiking Regiovisie in het kader van de Norm voor Opdrachtgeverschap (NvO) Jeugd",
    ],
)
def test_an_own_regiovisie_that_quotes_the_whole_handreiking_is_not_taken_for_it(
    content: Content, tmp_path: Path, title: str
) -> None:
    quoted = handreiking(content, tmp_path)
    for between in ((), ("De regio Meerland kiest voor nabijheid en voor rust in het gezin.",)):
        own = document(title, *between, more=quoted.blocks)
        assert known(content, Document("visie", own.blocks, quoted.links)) == OWN


def test_a_title_alone_does_not_make_a_handreiking_of_another_text(content: Content) -> None:
    title = content.sources["handreiking"].title
    assert known(content, document(title, "Wij vatten haar samen.", "En dat was het.")) == OWN


def test_a_publisher_or_a_date_above_the_title_is_passed_over(content: Content, tmp_path: Path) -> None:
    quoted = handreiking(content, tmp_path)
    assert known(content, document("VNG", "2021", more=quoted.blocks)).source_id == "handreiking"


@pytest.mark.parametrize(
    ("title", "source_id"),
    [
        ("Resolutie Norm voor Opdrachtgeverschap (NvO)", "norm"),
        ("Norm voor opdrachtgeverschap", "norm"),
        ("Routekaart NvO Jeugd", "routekaart"),
        ("Hervormingsagenda Jeugd 2023-2028", "hervormingsagenda"),
        ("Stelsel in groei", "stelsel-in-groei"),
        ("Jeugdwet", "jeugdwet"),
        ("Norm voor opdrachtgeverschap in Meerland", None),
        ("Jeugdwet en regiovisie in Meerland", None),
        ("Handreiking Regiovisie", None),
        ("Uitvoeringsvarianten in onze regio", None),
        ("Notitie", None),
        ("", None),
    ],
)
def test_another_source_is_recognised_by_its_title_alone(content: Content, title: str, source_id: str | None) -> None:
    assert known(content, document(title, "De tekst die hierbij hoort.")).source_id == source_id


def test_every_source_is_recognised_by_its_own_title_but_the_handreiking(content: Content) -> None:
    for source in content.sources.values():
        found = known(content, document(source.title, "Een eerste alinea met gewone tekst."))
        assert found.source_id == (None if source.id == "handreiking" else source.id)


def test_links_take_half_of_the_doubt_away(content: Content, tmp_path: Path) -> None:
    quoted = handreiking(content, tmp_path)
    start = next(n for n, block in enumerate(quoted.blocks) if block.text.startswith("Wat zou een regiovisie"))
    half = Document("a", quoted.blocks[:start])
    links = tuple(Link(source.url) for source in content.sources.values() if source.named_by_handreiking)
    without, confirmed = known(content, half), known(content, Document("a", half.blocks, links))
    assert 0.8 < without.certainty < 1
    assert confirmed.certainty == pytest.approx((1 + without.certainty) / 2)


def test_the_title_is_that_in_the_document(content: Content) -> None:
    assert title_of(document("Samen sterk", "Tekst.")) == "Samen sterk"
    assert title_of(Document("a", (Block("VNG"), Block("Visie", BlockKind.HEADING)))) == "Visie"
    assert title_of(Document("a", (Block("- Een punt"), Block("Nog een")))) == "Een punt"
    assert len(title_of(Document("a", (Block("woord " * 500),)))) <= 160
    assert len(title_of(Document("a", (Block("x" * 500),)))) <= 160
