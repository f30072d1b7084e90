"""What a reading process tells the one that started it, a line each: how far it is, and at last how it ended."""

import msgspec


class Told(msgspec.Struct, frozen=True, omit_defaults=True):
    """Pages read of how many; or the sentence why the file cannot be read; or the document, as JSON."""

    done: int = 0
    total: int = 0
    refused: str = ""
    document: msgspec.Raw = msgspec.Raw()

    @classmethod
    def of(cls, document: bytes) -> "Told":
        """That the document was read: this is it, as JSON."""
        return cls(document=msgspec.Raw(document))


def line_of(told: Told) -> bytes:
    """`told` as a line."""
    return msgspec.json.encode(told) + b"\n"


def told_in(line: bytes) -> Told:
    """What a line tells; nothing at all when it is not one of ours."""
    try:
        return msgspec.json.decode(line, type=Told)
    except msgspec.MsgspecError:
        return Told()
