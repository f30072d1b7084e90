"""Text as it comes out of a file -> text that can be searched, quoted and shown."""

import re
import unicodedata

_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\ufffe\uffff]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")


def cleaned(text: str) -> str:
    """`text` on one line: white space as single spaces, accents and ligatures as one writes them, nothing invisible."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.translate(_LIGATURES))
        if _SURROGATE.search(text):
            text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(_INVISIBLE.sub("", text).split())
