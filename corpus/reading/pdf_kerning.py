"""The drawing of a page with the letters of each word in one piece again, which reads many times as fast.

Word processors place every few letters by themselves, `[(re)-2(gio)1(vi)3(sie)] TJ`, to kern them; the text is the same
without. The shifts are kept at the end of the piece, so that the next piece still stands where it stood.
"""

import re

SMALLEST_GAP = 80
"""Thousandths of the letter size; a shift to the right of less is no space between words (half a space is some 125)."""
LARGEST_SHIFT = 1000
"""To the left, where it is no kerning any more but a place of its own."""

_STRING = rb"<(?:[0-9A-Fa-f]{2})*+>|\((?:[^()\\]|\\.)*+\)"
_NUMBER = rb"[-+]?[\d.]++"
_PIECES = re.compile(rb"\[((?:\s*+(?:" + _STRING + rb"|" + _NUMBER + rb"))*+)\s*+\]\s*+TJ", re.DOTALL)
_OPEN_CODE = re.compile(rb"\\[0-7]{1,2}\)$")
_PIECE = re.compile(rb"(" + _STRING + rb")|" + _NUMBER, re.DOTALL)


def unkerned(drawing: bytes) -> bytes:
    """The drawing, in which the pieces of text with no space between them are joined."""
    return _PIECES.sub(_joined, drawing)


def _joined(pieces: re.Match[bytes]) -> bytes:
    out, shift = list[bytes](), 0.0
    for piece in _PIECE.finditer(pieces.group(1)):
        text = piece.group(1)
        if text:
            if out and _is_joinable(out[-1], text):
                out[-1] = out[-1][:-1] + text[1:]
            else:
                out += [*_shifts(shift), text]
                shift = 0.0
            continue
        number = _number(piece.group())
        if -SMALLEST_GAP < number < LARGEST_SHIFT:
            shift += number
        else:
            out += [*_shifts(shift), piece.group()]
            shift = 0.0
    return b"[%s] TJ" % b" ".join([*out, *_shifts(shift)])


def _is_joinable(before: bytes, text: bytes) -> bool:
    """Whether both are written alike, and no digit comes after a code of fewer than three digits, such as \\53."""
    return before[:1] == text[:1] and not (text[1:2].isdigit() and _OPEN_CODE.search(before))


def _shifts(shift: float) -> list[bytes]:
    """The shift in parts that are each too small to be read as a space."""
    parts = int(abs(shift) / (SMALLEST_GAP - 1)) + 1
    return [b"%.3f" % (shift / parts)] * parts if shift else []


def _number(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
