"""Reading a file in a process of its own, with bounds on its time and its memory.

What a hostile file does to a reader (hang, crash, eat memory) then ends with that process, and is told in one sentence.
"""

import subprocess
import sys
from pathlib import Path
from threading import Timer

from corpus.document_json import from_json
from corpus.documents import Document
from corpus.errors import InputError
from corpus.reading.formats import READERS, read_document
from corpus.reading.parts import Progress
from corpus.reading.refusals import too_intricate
from corpus.reading.telling import Told, told_in

ROOT = Path(__file__).parent.parent.parent
WORKER = (sys.executable, "-m", "corpus.reading.worker")
IN_PROCESS = (".md", ".txt")
"""File name endings whose readers use nothing from outside, and cannot crash."""
SMALL = 1024**2
"""Bytes of text that are read at once, whatever is in it; some four hundred pages."""
SILENT_SECONDS = 60.0
"""On the clock, from one page to the next, for a process that waits; one that works keeps count of that itself."""


def read_apart(path: Path, progress: Progress | None = None) -> Document:
    """The document in `path`, as `read_document` gives it, also when the file does its reader harm.

    `progress` hears how many pages were read, and of how many. InputError as for `read_document`, and when the process
    takes too long, takes too much memory or breaks down.
    """
    if not _needs_process(path):
        return read_document(path)
    end = _told_by_process(path, progress)
    if end.refused:
        raise InputError(end.refused)
    document = from_json(bytes(end.document))
    if document is None:
        raise too_intricate(path.name)
    return document


def _needs_process(path: Path) -> bool:
    """Whether a reader of an outside format would open the file; else the refusal needs no process."""
    ending = path.suffix.lower()
    if ending not in READERS or "\0" in str(path):
        return False
    try:
        return path.is_file() and (ending not in IN_PROCESS or path.stat().st_size > SMALL)
    except OSError:  # a name that is too long, a link to itself
        return False


def _told_by_process(path: Path, progress: Progress | None) -> Told:
    """The last thing that the process tells; nothing when it was stopped or broke down."""
    command = [*WORKER, str(path.absolute())]
    told = Told()
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        watch = _watch(process)
        try:
            for line in process.stdout:
                watch.cancel()
                watch = _watch(process)
                told = told_in(line)
                if progress and told.total:
                    progress(told.done, told.total)
        finally:
            watch.cancel()
            process.kill()
    return told


def _watch(process: subprocess.Popen[bytes]) -> Timer:
    """A watch that ends the process when nothing is heard of it."""
    watch = Timer(SILENT_SECONDS, process.kill)
    watch.daemon = True
    watch.start()
    return watch
