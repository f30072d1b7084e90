"""A working list <-> the JSON that a browser keeps and that colleagues send each other."""

import json
from typing import Any

from assistant.wording import Sentences
from assistant.worklist import LONGEST_NAME, LONGEST_NOTE, Entry, Status, Worklist
from corpus import ITEM_IDS, InputError

_SENTENCES = Sentences("checklist")

KIND = "checklist-regiovisie"
FORMAT = 1
"""Number of the form below; a file with a higher one is of a newer version and is refused."""


def as_json(worklist: Worklist) -> dict[str, Any]:
    """The list as JSON."""
    return {
        "kind": KIND,
        "format": FORMAT,
        "region": worklist.region,
        "items": [
            {"id": e.item, "status": str(e.status), "note": e.note, "owner": e.owner, "by_hand": e.by_hand}
            for e in worklist.entries
        ],
    }


def from_text(text: str) -> Worklist:
    """The list in a file; InputError when it is not one."""
    try:
        return from_json(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise InputError(_SENTENCES.say("bestand", "geen_lijst")) from error


def from_json(data: object) -> Worklist:
    """The list in parsed JSON; an item that it lacks has not been begun. InputError when it is not a list."""
    if not isinstance(data, dict) or data.get("kind") != KIND:
        raise InputError(_SENTENCES.say("bestand", "geen_lijst"))
    number = data.get("format")
    if type(number) is not int or number < 1:
        raise InputError(_SENTENCES.say("bestand", "geen_lijst"))
    if number > FORMAT:
        raise InputError(_SENTENCES.say("bestand", "nieuwer", number=number, known=FORMAT))
    items = data.get("items")
    if not isinstance(items, list):
        raise InputError(_SENTENCES.say("bestand", "geen_lijst"))
    entries = {entry.item: entry for entry in map(_entry, items)}
    if len(entries) != len(items):
        raise InputError(_SENTENCES.say("bestand", "dubbel"))
    region = _text(data, "region", LONGEST_NAME, "de naam van de regio")
    return Worklist(tuple(entries.get(item, Entry(item)) for item in ITEM_IDS), region)


def _entry(data: object) -> Entry:
    if not isinstance(data, dict) or data.get("id") not in ITEM_IDS:
        raise InputError(_SENTENCES.say("bestand", "onbekend_onderdeel"))
    item = data["id"]
    try:
        status = Status(str(data.get("status")))
    except ValueError as error:
        raise InputError(_SENTENCES.say("bestand", "onbekende_stand", item=item)) from error
    note = _text(data, "note", LONGEST_NOTE, f"de notitie bij {item}")
    owner = _text(data, "owner", LONGEST_NAME, f"de naam bij {item}")
    return Entry(item, status, note, owner, by_hand=data.get("by_hand") is True)


def _text(data: dict[str, Any], key: str, most: int, what: str) -> str:
    text = data.get(key, "")
    if not isinstance(text, str):
        raise InputError(_SENTENCES.say("bestand", "geen_tekst", what=what))
    if len(text) > most:
        raise InputError(_SENTENCES.say("bestand", "te_lang", what=what, most=most))
    return text
