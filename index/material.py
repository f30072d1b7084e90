"""What a model is trained on: paragraphs, and headings each with the text under it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from corpus import InputError, passages_of
from corpus.reading import documents_under, read_apart
from index.lines import lines_of, pairs_of

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
        return cls(tuple(line.strip() for line in lines_of(text)), tuple(pairs_of(pairs, "heading", "text")))
