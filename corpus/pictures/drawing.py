"""A page of a PDF -> a picture of it (pypdfium2), the lines of a passage tinted and in a frame."""

import time
from io import BytesIO

import pypdfium2
from PIL import Image, ImageChops, ImageDraw
from pypdfium2 import raw
from pypdfium2.internal import set_callback

from corpus.pictures.squashing import Squashed
from corpus.pictures.types import Picture, Piece

LONGEST_SIDE = 1600
"""Pixels: about 140 a printed inch of an A4, which can be read at twice the size."""
LARGEST_SCALE = 4.0
"""Pixels a point, for pages as small as a card."""
SECONDS = 5.0
"""How long drawing may take; a page of text takes 0.1."""
MOST_CHARACTERS = 50_000
"""Of a page in which a passage is looked for; a full page of text has about 4,000."""

_FRAME, _TINT, _MARGIN = (11, 93, 99), (255, 240, 179), 5

Box = tuple[float, float, float, float]
"""Left, bottom, right, top in points, from the left below."""
Pixels = tuple[int, int, int, int]
"""Left, top, right, bottom in pixels, from the left above."""


def draws(picture: Picture) -> bytes:
    """The page as PNG; PdfiumError when PDFium cannot, TimeoutError when it takes too long."""
    with pypdfium2.PdfDocument(picture.file) as document:
        page = document[picture.number - 1]
        bitmap = _sheet(*page.get_size())
        place = (0, 0, bitmap.width, bitmap.height, 0)
        _draw(page, bitmap, place)
        corners = pypdfium2.PdfPosConv(page, place)
        lines = [_pixels(corners, line) for line in _lines(page, picture.pieces)]
        return _as_png(bitmap.to_pil().convert("RGB"), lines)


def finds(picture: Picture) -> bool:
    """Whether any of the pieces is found on the page."""
    with pypdfium2.PdfDocument(picture.file) as document:
        return bool(_lines(document[picture.number - 1], picture.pieces))


def _sheet(width: float, height: float) -> pypdfium2.PdfBitmap:
    """White paper for a page of this size in points."""
    scale = min(LONGEST_SIDE / max(width, height, 1), LARGEST_SCALE)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    bitmap = pypdfium2.PdfBitmap.new_native(*size, raw.FPDFBitmap_BGR)
    bitmap.fill_rect((255, 255, 255, 255), 0, 0, *size)
    return bitmap


def _pixels(corners: pypdfium2.PdfPosConv, box: Box) -> Pixels:
    """The box on the picture, which may be turned."""
    (ax, ay), (bx, by) = corners.to_bitmap(box[0], box[1]), corners.to_bitmap(box[2], box[3])
    return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)


def _draw(page: pypdfium2.PdfPage, bitmap: pypdfium2.PdfBitmap, place: tuple[int, ...]) -> None:
    """Draw the page; TimeoutError when it takes too long."""
    deadline = time.monotonic() + SECONDS
    pause = raw.IFSDK_PAUSE(version=1)
    set_callback(pause, "NeedToPauseNow", lambda _: time.monotonic() > deadline)
    ending = raw.FPDF_RenderPageBitmap_Start(bitmap, page, *place, raw.FPDF_ANNOT, pause)
    raw.FPDF_RenderPage_Close(page)
    if ending != raw.FPDF_RENDER_DONE:
        raise TimeoutError("the page could not be drawn in time")


def _lines(page: pypdfium2.PdfPage, pieces: tuple[Piece, ...]) -> list[Box]:
    """Where the lines of the pieces stand."""
    text = page.get_textpage()
    many = text.count_chars()
    if not pieces or many > MOST_CHARACTERS:
        return []
    letters = Squashed.from_characters(chr(raw.FPDFText_GetUnicode(text, place)) for place in range(many))
    found = [letters.find(piece.text, piece.before) for piece in pieces]
    return [
        text.get_rect(line)
        for place in found
        if place is not None
        for line in range(text.count_rects(place.start, len(place)))
    ]


def _as_png(image: Image.Image, lines: list[Pixels]) -> bytes:
    """The image as PNG, the lines tinted and framed."""
    if lines:
        tint = Image.new("RGB", image.size, "white")
        brush = ImageDraw.Draw(tint)
        for line in lines:
            brush.rectangle(line, fill=_TINT)
        image = ImageChops.multiply(image, tint)
        brush = ImageDraw.Draw(image)
        for left, top, right, bottom in _frames(lines):
            brush.rectangle((left - _MARGIN, top - _MARGIN, right + _MARGIN, bottom + _MARGIN), outline=_FRAME, width=3)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def _frames(lines: list[Pixels]) -> list[Pixels]:
    """A frame around lines that stand right below or beside each other."""
    frames: list[Pixels] = []
    for left, top, right, bottom in lines:
        if frames and _goes_on(frames[-1], (left, top, right, bottom)):
            before = frames.pop()
            left, top = min(left, before[0]), min(top, before[1])
            right, bottom = max(right, before[2]), max(bottom, before[3])
        frames.append((left, top, right, bottom))
    return frames


def _goes_on(frame: Pixels, line: Pixels) -> bool:
    height = line[3] - line[1]
    beside = frame[1] - height < line[1] < frame[3]
    below = line[0] < frame[2] and frame[0] < line[2] and frame[3] - height < line[1] < frame[3] + 1.5 * height
    return beside or below
