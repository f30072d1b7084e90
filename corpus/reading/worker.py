"""`python -m corpus.reading.worker FILE`: read one file within bounds, for the process that started this one."""

import os
import resource
import sys
import time
from pathlib import Path
from typing import BinaryIO

from corpus.document_json import to_json
from corpus.errors import InputError
from corpus.reading.formats import read_document
from corpus.reading.telling import Told, line_of

MOST_SECONDS = 90
"""Of processor time, for a whole document."""
SILENT_SECONDS = 4
"""Of processor time, from one part of a document to the next; the system then ends the process."""
TELL_SECONDS = 1.0
"""On the clock, after which we tell that we are still reading, also when no page was finished."""
MOST_MEMORY = 1024**3
"""Bytes; the largest document that is not refused takes about half."""


def main(name: str) -> None:
    """Read the file, and tell on standard output how that goes; nothing else can write there."""
    with os.fdopen(os.dup(sys.stdout.fileno()), "wb") as out:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.dup2(nowhere, sys.stderr.fileno())
        bound_memory()
        allow_seconds()
        try:
            document = read_document(Path(name), _Teller(out))
            out.write(line_of(Told.of(to_json(document))))
        except InputError as error:
            out.write(line_of(Told(refused=str(error))))


class _Teller:
    """Tells of every page, and once in a while that the reading still goes on; each part gives more time to read."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._done = 0
        self._told = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        allow_seconds()
        if done > self._done:
            self._tell(Told(done, total))
            self._done = done
        elif time.monotonic() - self._told > TELL_SECONDS:
            self._tell(Told())

    def _tell(self, told: Told) -> None:
        self._out.write(line_of(told))
        self._out.flush()
        self._told = time.monotonic()


def bound_memory() -> None:
    """Let no more than MOST_MEMORY be asked for, where the system can hold us to it, and leave no dump of a crash."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    except (OSError, ValueError):  # macOS has no such bound
        return


def allow_seconds() -> None:
    """Allow SILENT_SECONDS more of processor time, up to MOST_SECONDS in all."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = min(int(used.ru_utime + used.ru_stime) + 1 + SILENT_SECONDS, MOST_SECONDS)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (until, most))


if __name__ == "__main__":
    main(sys.argv[1])
