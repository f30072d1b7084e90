"""What a model is trained on: paragraphs, and headings each with the text under it."""

import json
import lzma
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus import InputError, passages_of
from corpus.reading import documents_under, read_apart

Headed = tuple[str, str]
"""A heading and the text under it."""


@dataclass(frozen=True)
class Material:
    """Paragraphs of a line each, and headed texts."""

    paragraphs: tuple[str, ...]
    headed: tuple[Headed, ...]

    @classmethod
    def from_documents(cls, paths: Iterable[Path], say: Callable[[str], None]) -> "Material":
        """From documents and folders of documents; `say` hears of one that cannot be read, and it is passed over.

        InputError when there is no heading with text under it in any of them.
        """
        paragraphs, headed = list[str](), list[Headed]()
        for file in (file for path in paths for file in documents_under(path)):
            try:
                passages = passages_of(read_apart(file))
            except InputError as error:
                say(str(error))
                continue
            for passage in passages:
                text = " ".join(passage.text.split())
                paragraphs.append(text)
                if passage.headings and passage.headings[-1] != text:
                    headed.append((passage.headings[-1], text))
        if not headed:
            raise InputError("Hier valt niets van te leren: nergens staat tekst onder een kop. Kies een andere map.")
        return cls(tuple(paragraphs), tuple(headed))

    @classmethod
    def from_files(cls, text: Path, pairs: Path) -> "Material":
        """From a file of a paragraph a line, and one of JSON lines with `heading` and `text`; .xz is unpacked.

        InputError when one of them cannot be read, or a line of `pairs` is not of that form.
        """
        return cls(tuple(line.strip() for line in _lines(text)), tuple(_headed(pairs)))


def _headed(path: Path) -> Iterator[Headed]:
    for number, line in enumerate(_lines(path), start=1):
        try:
            row = json.loads(line)
            yield str(row["heading"]), str(row["text"])
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"Kan '{path.name}' niet lezen: regel {number} is geen JSON met 'heading' en 'text'. Verbeter haar."
            ) from error


def _lines(path: Path) -> Iterator[str]:
    opener = lzma.open if path.suffix == ".xz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as lines:
            yield from (line for line in lines if line.strip())
    except FileNotFoundError as error:
        raise InputError(f"Kan '{path}' niet lezen: het bestand bestaat niet. Controleer de naam.") from error
    except (OSError, UnicodeDecodeError, lzma.LZMAError) as error:
        raise InputError(f"Kan '{path}' niet lezen: het is geen tekst in UTF-8. Sla het zo op.") from error
