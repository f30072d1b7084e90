"""`python -m tests.corpus.hostile HARM FILE`: the reading process, with a reader of PDFs that does it harm."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from corpus.documents import Block
from corpus.reading import READERS, worker


def spin(path: Path) -> Iterator[Block]:
    while True:
        pass
    yield Block("nooit")


def wait(path: Path) -> Iterator[Block]:
    time.sleep(600)
    yield Block("nooit")


def crash(path: Path) -> Iterator[Block]:
    yield Block("tekst")
    os.kill(os.getpid(), signal.SIGSEGV)


def leave(path: Path) -> Iterator[Block]:
    os._exit(0)
    yield Block("nooit")


def eat(path: Path) -> Iterator[Block]:
    eaten = []
    while True:
        eaten.append(bytearray(50_000_000))
        yield Block("tekst")


def go_on(path: Path) -> Iterator[Block]:
    while True:
        yield Block("")


def shout(path: Path) -> Iterator[Block]:
    print('{"refused": "onzin"}', flush=True)
    os.write(1, b'{"refused": "onzin"}\n')
    print("onzin", file=sys.stderr, flush=True)
    yield Block("tekst")


if __name__ == "__main__":
    worker.SILENT_SECONDS = 1
    worker.MOST_SECONDS = 2
    READERS[".pdf"] = globals()[sys.argv[1]]
    worker.main(sys.argv[2])
