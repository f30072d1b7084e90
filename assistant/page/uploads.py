"""Files that someone uploads: gradio writes them in a folder of its own, and nothing of them stays there."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def uploaded(path: str) -> Iterator[Path]:
    """The uploaded file, which is deleted when the block ends, however it ends."""
    file = Path(path)
    try:
        yield file
    finally:
        file.unlink(missing_ok=True)
        with suppress(OSError):  # the folder that gradio made for it; it stays when something else is in it
            file.parent.rmdir()
