"""`vragen/` and `buiten/` -> example questions, with the guide(s) a good answer rests on.

`vragen/ID.txt` holds a question a line. `meervoudig.txt`: `id,id<TAB>question`. `vervolg.txt`:
`id<TAB>earlier question<TAB>...<TAB>question`. `buiten/*.txt`: what must be refused.
Each folder has a subfolder `apart/` of the same form, written by other authors: it is never learned from.
"""

from collections.abc import Iterator
from pathlib import Path

from corpus.types import BUITEN, ExampleQuestion

HELD_OUT = "apart"


def load_examples(folder: Path, *, held_out: bool = False) -> list[ExampleQuestion]:
    """The example questions under `folder` (the data folder), those to learn from or those held out."""
    return [*_inside(_part(folder / "vragen", held_out)), *_outside(_part(folder / "buiten", held_out))]


def _part(folder: Path, held_out: bool) -> Path:
    return folder / HELD_OUT if held_out else folder


def _inside(folder: Path) -> Iterator[ExampleQuestion]:
    for path in sorted(folder.glob("*.txt")):
        for line in _lines(path):
            first, *rest = line.split("\t")
            if path.stem in ("meervoudig", "vervolg"):
                yield ExampleQuestion(text=rest[-1], labels=tuple(first.split(",")), history=tuple(rest[:-1]))
            else:
                yield ExampleQuestion(text=line, labels=(path.stem,))


def _outside(folder: Path) -> Iterator[ExampleQuestion]:
    for path in sorted(folder.glob("*.txt")):
        for line in _lines(path):
            yield ExampleQuestion(text=line, labels=(BUITEN,))


def _lines(path: Path) -> Iterator[str]:
    return (line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
