"""Each passage of our restatement is aligned with the words of the original that it restates: those at its place."""

from pathlib import Path

import pytest

from corpus import Content
from corpus.documents import Block, BlockKind, Document
from corpus.originals import Alignment, align
from corpus.originals.aligning import _cuts
from corpus.originals.outline import outline_of
from corpus.originals.places import Places
from corpus.reading import read_document
from tests.corpus.imitation import LINKS, as_markdown, as_pdf, as_text, expected, pages_of_passages, pieces


def written(content: Content, folder: Path, ending: str) -> Path:
    path = folder / f"imitatie{ending}"
    if ending == ".pdf":
        path.write_bytes(as_pdf(content))
    else:
        path.write_text((as_markdown if ending == ".md" else as_text)(content), encoding="utf-8")
    return path


def aligned(content: Content, document: Document) -> Alignment:
    return align(document, content.passages_of("handreiking"))


def plain(text: str) -> list[str]:
    """The words, without the marks of lists and cells, which differ by format."""
    return text.replace("|", " ").replace("- ", " ").split()


@pytest.mark.parametrize("ending", [".pdf", ".md", ".txt"])
def test_every_passage_is_aligned_with_what_stands_at_its_place_in_every_format(
    content: Content, tmp_path: Path, ending: str
) -> None:
    document = read_document(written(content, tmp_path, ending))
    alignment = aligned(content, document)
    wanted = expected(content)
    assert alignment.missing == ()
    assert set(alignment.found) == set(wanted) == {p.id for p in content.passages_of("handreiking")}
    for name, original in alignment.found.items():
        assert plain(original.text) == plain(" ".join(wanted[name])), name
        assert document.text[original.start : original.end] == original.text
        assert not original.text.startswith("- ")


def test_the_page_is_that_of_the_pdf_as_printed_and_as_counted(content: Content, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(as_pdf(content, labels="<</Nums[0<</S/r>>1<</S/D/St 7>>]>>"))
    found = aligned(content, read_document(path)).found
    labels = {1: "i", 2: "7", 3: "8", 4: "9"}
    for name, page in pages_of_passages(content).items():
        assert (found[name].page_index, found[name].page) == (page - 1, labels[page]), name


def test_all_links_of_a_pdf_are_kept_with_their_page(content: Content, tmp_path: Path) -> None:
    document = read_document(written(content, tmp_path, ".pdf"))
    wanted = [(address, page - 1) for page, addresses in LINKS.items() for address in addresses]
    assert [(link.address, link.page_index) for link in document.links] == wanted
    assert document.pages == 4


def test_addresses_in_text_are_links_and_lines_of_addresses_are_no_text(content: Content, tmp_path: Path) -> None:
    document = read_document(written(content, tmp_path, ".txt"))
    assert [link.address for link in document.links] == [a for addresses in LINKS.values() for a in addresses]
    assert "https://" not in document.text
    markdown = read_document(written(content, tmp_path, ".md"))
    assert [link.address for link in markdown.links] == ["https://voorbeeld.nl/b"]
    assert "*" not in markdown.text
    assert "[" not in markdown.text


def test_similar_words_at_another_place_are_not_taken_for_the_original(content: Content, tmp_path: Path) -> None:
    passages = content.passages_of("handreiking")
    whole = [Block(passage.text.replace("\n", " ")) for passage in passages]  # our own words, without any structure
    alignment = align(Document("a", (Block("Regiovisie", BlockKind.HEADING), *whole)), passages)
    assert {name for name in alignment.found if "/ad-" in name} == set()
    assert alignment.share < 0.1


def test_what_is_left_out_of_an_original_is_said_to_be_missing(content: Content, tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    text = as_markdown(content)
    start = text.index("- c. De regio beschrijft", text.index("Ad 5:"))
    path.write_text(text[:start] + text[text.index("## Onderdelen beschreven") :], encoding="utf-8")
    alignment = aligned(content, read_document(path))
    assert alignment.missing == tuple(f"handreiking/ad-5{letter}" for letter in "cde")


def test_a_letter_in_a_sentence_starts_no_item_and_a_second_ad_1_starts_a_second_part() -> None:
    texts = ["Deel een", "Ad 1: Kop", "a. Een.", "- c. Niet.", "b. Twee.", "Ad 2: Kop", "a. Drie."]
    texts += ["Deel twee gaat over andere regio's", "Ad 1: Kop", "a. Vier."]
    kinds = {0, 1, 5, 7, 8}
    blocks = [Block(t, BlockKind.HEADING if n in kinds else BlockKind.PARAGRAPH) for n, t in enumerate(texts)]
    sections = outline_of(Document("a", tuple(blocks)))
    assert [(s.part, s.ad, s.letter, s.first, s.last) for s in sections] == [
        (1, 1, "a", 2, 4), (1, 1, "b", 4, 5), (1, 2, "a", 6, 7), (2, 1, "a", 9, 10),
    ]  # fmt: skip


def test_a_place_that_means_nothing_here_stands_nowhere(content: Content, tmp_path: Path) -> None:
    places = Places.of(read_document(written(content, tmp_path, ".md")))
    for place in ("artikel 2.3", "deel 3, Ad 1 a", "deel 1, Ad 9 a", "deel 1, Bijlage", "het document zelf"):
        assert places.spans(place) == ()


def test_sentences_are_shared_so_that_the_most_words_agree_and_everyone_gets_one() -> None:
    assert _cuts([[3, 1, 0, 0], [0, 2, 2, 0], [0, 0, 0, 4]]) == (1, 3)
    assert _cuts([[0, 0], [9, 9]]) == (1,)
    assert _cuts([[5, 5, 5]]) == ()


def test_a_source_of_which_no_place_is_numbered_is_not_aligned_by_chance(content: Content, tmp_path: Path) -> None:
    document = read_document(written(content, tmp_path, ".md"))
    assert align(document, content.passages_of("norm")).found == {}
    assert len(pieces(content)) > 100
