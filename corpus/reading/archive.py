"""A zipped document (.docx, .odt): its parts, one at a time and never larger than promised."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from corpus.reading.refusals import cannot_read, damaged, encrypted, too_intricate, too_large

LARGEST_UNPACKED = 100 * 1024 * 1024
"""Bytes of all parts together after unpacking; more is taken for a zip bomb."""
HIGHEST_RATIO = 200
"""Times that a part may grow by unpacking; text grows some ten times, a zip bomb a thousand."""
HARMLESS = 4 * 1024 * 1024
"""Bytes that may grow by any ratio: a short document that repeats itself shrinks very well."""
MOST_PARTS = 10_000
MOST_TAGS = 1_000_000
"""Tags in one XML part; a page of a report has about a thousand."""

_ENCRYPTED_FLAG = 1


@dataclass(frozen=True)
class Archive:
    """The parts of a zipped document that was found safe to unpack."""

    name: str
    noun: str
    parts: ZipFile

    @classmethod
    def open(cls, path: Path, noun: str) -> "Archive":
        """The archive in `path`, a `noun`; InputError when it is damaged, encrypted or a zip bomb."""
        data = path.read_bytes()
        if data.count(b"PK\x01\x02") > MOST_PARTS:
            raise too_intricate(path.name)
        try:
            parts = ZipFile(BytesIO(data))
        except (BadZipFile, NotImplementedError, ValueError) as error:
            raise damaged(path.name, noun) from error
        _refuse_unsafe(path.name, parts.infolist())
        return cls(path.name, noun, parts)

    def has(self, part: str) -> bool:
        """Whether the archive holds a part of this name."""
        return part in self.parts.NameToInfo

    def xml(self, part: str) -> bytes:
        """The XML of `part`; InputError when it is missing, damaged or has definitions of its own (an entity bomb)."""
        if not self.has(part):
            raise damaged(self.name, self.noun)
        info = self.parts.getinfo(part)
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise damaged(self.name, self.noun)  # other methods unpack without a bound
        with self.parts.open(info) as stream:
            data = stream.read(info.file_size + 1)
        if data.count(b"<") > MOST_TAGS:
            raise too_intricate(self.name)
        if b"<!DOCTYPE" in data or b"<\0!\0D\0O\0C\0T\0Y\0P\0E" in data or b"\0<\0!\0D\0O\0C\0T\0Y\0P\0E" in data:
            raise cannot_read(
                self.name,
                "het bestand bevat XML-definities die niet veilig te openen zijn",
                "Open het in het programma waarmee het gemaakt is en sla het opnieuw op",
            )
        return data


def _refuse_unsafe(name: str, parts: list[ZipInfo]) -> None:
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise encrypted(name)
    if sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise too_large(name, LARGEST_UNPACKED // 1024**2, unpacked="uitgepakt ")
    if any(part.file_size > HARMLESS and part.file_size > HIGHEST_RATIO * part.compress_size for part in parts):
        raise cannot_read(
            name,
            f"een deel ervan wordt bij het uitpakken meer dan {HIGHEST_RATIO} keer zo groot; dat is niet veilig",
            "Vraag de maker om het document opnieuw op te slaan",
        )
