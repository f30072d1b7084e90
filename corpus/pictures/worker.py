"""`python -m corpus.pictures.worker`: draw one page, or look for a passage on it, within bounds."""

import json
import resource
import sys
from pathlib import Path

from corpus.pictures.drawing import draws, finds
from corpus.pictures.types import Picture, Piece

MOST_MEMORY = 1024**3
"""Bytes; a page of text takes a tenth."""
MOST_SECONDS = 15
"""Of processor time."""


def main() -> None:
    """Do the job: a PNG on standard output, or a word when the passage is found and nothing when it is not."""
    bound()
    job = json.load(sys.stdin)
    picture = Picture(Path(job["file"]), "", job["number"], tuple(Piece(*piece) for piece in job["pieces"]))
    if job["verb"] == "teken":
        sys.stdout.buffer.write(draws(picture))
    elif finds(picture):
        sys.stdout.write("gevonden")


def bound() -> None:
    """Let no more memory and time be used, where the system can hold us to it, and leave no dump of a crash."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
    try:
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    except (OSError, ValueError):  # macOS has no such bound
        return


if __name__ == "__main__":
    main()
