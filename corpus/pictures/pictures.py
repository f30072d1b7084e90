"""Makes pictures in a process of its own, and keeps them in memory for a while; never on disk.

A hostile file that makes PDFium hang or crash then ends that process, and the picture is not there.
"""

import json
import subprocess
import sys
from collections import OrderedDict
from pathlib import Path
from threading import Lock, Semaphore

from corpus.pictures.types import Picture

MOST_BYTES = 24 * 1024 * 1024
"""What is kept of pictures that were made: about a hundred."""
MOST_ANSWERS = 1000
"""How often it is remembered whether a passage was found."""
AT_ONCE = 2
SECONDS = 20.0
"""How long a process may take, its start with it; a page of text takes 1."""

ROOT = Path(__file__).parent.parent.parent
WORKER = (sys.executable, "-m", "corpus.pictures.worker")


class Pictures:
    """Makes pictures of pages."""

    def __init__(self) -> None:
        self._turns = Semaphore(AT_ONCE)
        self._lock = Lock()
        self._kept: OrderedDict[Picture, bytes] = OrderedDict()
        self._found: OrderedDict[Picture, bool] = OrderedDict()

    def png(self, picture: Picture) -> bytes | None:
        """The picture as PNG; None when it cannot be made, or not in time."""
        with self._lock:
            if picture in self._kept:
                self._kept.move_to_end(picture)
                return self._kept[picture]
        made = self._asked(picture, "teken")
        if not made:
            return None
        with self._lock:
            self._kept[picture] = made
            while sum(map(len, self._kept.values())) > MOST_BYTES and len(self._kept) > 1:
                self._kept.popitem(last=False)
        return made

    def shows_passage(self, picture: Picture) -> bool:
        """Whether any of the pieces is found on the page, so that there is a frame to see."""
        with self._lock:
            if picture in self._found:
                return self._found[picture]
        found = bool(picture.pieces) and bool(self._asked(picture, "zoek"))
        with self._lock:
            self._found[picture] = found
            if len(self._found) > MOST_ANSWERS:
                self._found.popitem(last=False)
        return found

    def _asked(self, picture: Picture, verb: str) -> bytes:
        """What the process says; nothing when it fails or takes too long."""
        pieces = [[piece.text, piece.before] for piece in picture.pieces]
        job = json.dumps(
            {"verb": verb, "file": str(picture.file.absolute()), "number": picture.number, "pieces": pieces}
        )
        try:
            with self._turns:
                done = subprocess.run(
                    WORKER, input=job.encode(), cwd=ROOT, capture_output=True, timeout=SECONDS, check=True
                )
        except (subprocess.SubprocessError, OSError):
            return b""
        return done.stdout
