"""`checklist/`, `onderwerpen/` and `documenten/` -> guidance: the 26 items, the general topics, the documents."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from corpus.catalogue import convert, read_toml
from corpus.errors import ContentError
from corpus.types import ChecklistItem, Guide

_ITEMS = "1a 1b 1c 1d 2a 2b 2c 2d 2e 3a 3b 3c 4a 4b 4c 4d 5a 5b 5c 5d 5e B1a B1b B2a B3a B3b"
ITEM_IDS = tuple(_ITEMS.split())
"""The 26 items of the handreiking, in its order: Ad-number and letter, B for the second part."""

_TOPICS = "afspraken doel proces documenten onderdelen gebieden nvo-bovenregionaal wet"
TOPIC_IDS = tuple(_TOPICS.split())
"""The general topics; `wet` is the legal layer since 2026."""

PARTS: Mapping[str, str] = {
    "1": "Gewenste inhoudelijke ontwikkeling van het zorglandschap",
    "2": "Vraag en aanbod",
    "3": "Lokale toegang",
    "4": "Governance",
    "5": "Sturing en bekostiging",
    "B1": "Positie van de regio ten opzichte van andere regio's",
    "B2": "Verantwoordelijkheid als accounthoudende regio",
    "B3": "Verhouding tot het bovenregionale expertisecentrum",
}

G = TypeVar("G", bound=Guide)


def load_items(folder: Path) -> dict[str, ChecklistItem]:
    """The 26 checklist items by id, in the order of the handreiking."""
    return _load(folder, ChecklistItem, ITEM_IDS)


def load_topics(folder: Path) -> dict[str, Guide]:
    """The general topics by id."""
    return _load(folder, Guide, TOPIC_IDS)


def load_documents(folder: Path) -> dict[str, Guide]:
    """The guides to single sources by the source's id."""
    return _load(folder, Guide, tuple(sorted(path.stem for path in folder.glob("*.toml"))))


def _load(folder: Path, kind: type[G], ids: tuple[str, ...]) -> dict[str, G]:
    present = {path.stem for path in folder.glob("*.toml")}
    if missing := [name for name in ids if name not in present]:
        raise ContentError(f"{folder.name}: deze bestanden ontbreken: {', '.join(missing)}")
    if unknown := sorted(present - set(ids)):
        raise ContentError(f"{folder.name}: deze bestanden horen er niet: {', '.join(unknown)}")
    return {name: _one(folder / f"{name}.toml", kind) for name in ids}


def _one(path: Path, kind: type[G]) -> G:
    guide = convert(read_toml(path), kind, path)
    if guide.id != path.stem:
        raise ContentError(f"{path.name}: het id '{guide.id}' is niet de naam van het bestand")
    return guide
