"""PDF -> blocks (pypdf): a paragraph a block, with the printed page number."""

import re
from collections.abc import Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

from corpus.documents import Block
from corpus.errors import InputError
from corpus.reading.damaged import damaged

_HYPHENATED = re.compile(r"(?<=[a-zà-ÿ])-\n(?=[a-zà-ÿ])")


def read_pdf(path: Path) -> Iterator[Block]:
    """The text of each page, paragraphs split at empty lines."""
    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(
                f"Kan '{path.name}' niet lezen: het bestand is versleuteld. "
                "Sla het op zonder wachtwoord en probeer opnieuw."
            )
        for label, page in zip(reader.page_labels, reader.pages, strict=True):
            text = _HYPHENATED.sub("", page.extract_text())
            for paragraph in re.split(r"\n\s*\n", text):
                yield Block(" ".join(paragraph.split()), page=label)
    except FileNotDecryptedError as error:
        raise InputError(
            f"Kan '{path.name}' niet lezen: het bestand is versleuteld. Sla het op zonder wachtwoord."
        ) from error
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise damaged(path.name, "PDF") from error
