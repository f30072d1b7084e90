"""Pictures of pages: what is framed on them, and what a file that is not right gives."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from corpus.pictures import Picture, Pictures, Piece, pictures
from corpus.pictures.drawing import LONGEST_SIDE, draws, finds
from corpus.pictures.squashing import Squashed
from tests.corpus.files import pdf_drawn, pdf_of, printed

LINE = "De regio kiest twaalf aanbieders."
POINTS_HIGH = 842


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with the line near the top and again near the bottom."""
    path = tmp_path_factory.mktemp("beeld") / "visie.pdf"
    path.write_bytes(pdf_of([[*printed(LINE, top=700), *printed(LINE, top=100)]]))
    return path


def changed(file: Path, *pieces: Piece) -> tuple[int, int, int, int] | None:
    """The part of the page that the frame changes: left, top, right, bottom in pixels."""
    bare, framed = (Image.open(BytesIO(draws(Picture(file, "", 1, wanted)))) for wanted in ((), pieces))
    assert bare.height == framed.height == LONGEST_SIDE
    return ImageChops.difference(bare.convert("RGB"), framed.convert("RGB")).getbbox()


@pytest.mark.parametrize(("before", "height"), [("", 700), (f"{LINE}\nEen zin ertussen. ", 100)])
def test_the_frame_stands_around_the_one_of_several_that_is_meant(file: Path, before: str, height: int) -> None:
    box = changed(file, Piece(LINE, before))
    assert box is not None
    scale = LONGEST_SIDE / POINTS_HIGH
    assert box[1] < (POINTS_HIGH - height) * scale < box[3]
    assert box[3] - box[1] < 40 * scale


def test_what_does_not_stand_on_the_page_is_not_framed(file: Path) -> None:
    assert changed(file, Piece("Iets heel anders.")) is None
    assert not finds(Picture(file, "", 1, (Piece("Iets heel anders."),)))
    assert finds(Picture(file, "", 1, (Piece("Iets anders."), Piece(LINE))))


@pytest.mark.parametrize(
    ("page", "piece"),
    [
        ("de jeugd-\nregio kiest", "de jeugdregio kiest"),
        ("de  re\u00adgio", "de regio"),
        ("de \ufb01nanciën", "de financiën"),
        ("- eerste punt", "eerste punt"),
        ("DE REGIO", "de regio"),
    ],
)
def test_spaces_hyphens_ligatures_and_capitals_make_no_difference(page: str, piece: str) -> None:
    found = Squashed.from_characters(page).find(piece, "")
    assert found is not None
    assert Squashed.from_characters(page[found.start : found.stop]).letters == Squashed.from_characters(piece).letters


def test_the_last_one_is_taken_when_the_page_has_fewer_than_are_read_before_it() -> None:
    found = Squashed.from_characters("jeugd en jeugd").find("jeugd", "jeugd jeugd jeugd")
    assert found == range(9, 14)


def test_nothing_is_found_in_signs_alone() -> None:
    assert Squashed.from_characters("- - -").find("...", "") is None


@pytest.mark.parametrize("data", [b"", b"geen pdf", b"%PDF-1.4\n%%EOF", pdf_of([printed(LINE)])[:400]])
def test_a_file_that_is_not_right_gives_no_picture(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "kapot.pdf"
    path.write_bytes(data)
    made = Pictures()
    assert made.png(Picture(path, "", 1)) is None
    assert not made.shows_passage(Picture(path, "", 1, (Piece(LINE),)))


def test_a_page_that_takes_too_long_to_draw_gives_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "druk.pdf"
    path.write_bytes(pdf_drawn([b"0 0 m 500 800 l 500 0 l 0 800 l h f " * 200_000], packed=True))
    monkeypatch.setattr("corpus.pictures.drawing.SECONDS", 0.01)
    with pytest.raises(TimeoutError):
        draws(Picture(path, "", 1))


def test_a_process_that_does_not_end_is_ended(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "SECONDS", 0.01)
    assert Pictures().png(Picture(file, "", 1)) is None


def test_a_picture_is_made_once_and_only_so_many_are_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Picture] = []

    def drawn(self: Pictures, picture: Picture, verb: str) -> bytes:
        made.append(picture)
        return b"x" * 40

    monkeypatch.setattr(Pictures, "_asked", drawn)
    monkeypatch.setattr(pictures, "MOST_BYTES", 100)
    kept, (first, second, third) = Pictures(), (Picture(file, str(version), 1) for version in range(3))
    for picture in (first, first, second, first, third, first, second):
        assert kept.png(picture) == b"x" * 40
    assert made == [first, second, third, second], "the one that was not looked at longest goes first"
