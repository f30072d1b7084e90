"""A working list as a file: it comes back as it was, and what is no list is refused with one sentence."""

import json
from typing import Any

import pytest

from assistant.worklist import LONGEST_NAME, LONGEST_NOTE, Entry, Status, Worklist
from assistant.worklist_file import FORMAT, KIND, as_json, from_text
from corpus import ITEM_IDS, InputError


@pytest.fixture
def full() -> Worklist:
    """A list in which every field is filled to its length."""
    statuses = list(Status)
    entries = (
        Entry(item, statuses[place % len(statuses)], "é" * LONGEST_NOTE, "ñ" * LONGEST_NAME, by_hand=place % 2 == 0)
        for place, item in enumerate(ITEM_IDS)
    )
    return Worklist(tuple(entries), "Lindewaard <&>")


def test_a_list_comes_back_from_its_file_as_it_was(full: Worklist) -> None:
    for worklist in (full, Worklist.empty()):
        assert from_text(json.dumps(as_json(worklist))) == worklist


def test_the_file_says_what_it_is_and_in_which_form(full: Worklist) -> None:
    data = as_json(full)
    assert (data["kind"], data["format"]) == (KIND, FORMAT)


def test_an_item_that_a_file_lacks_has_not_been_begun() -> None:
    items = [{"id": "2c", "status": "klaar"}]
    worklist = from_text(json.dumps({"kind": KIND, "format": FORMAT, "items": items}))
    assert [e for e in worklist.entries if e != Entry(e.item)] == [Entry("2c", Status.KLAAR)]


ONE = {"id": "1a", "status": "klaar", "note": "", "owner": "", "by_hand": True}


def with_items(*items: object, **more: object) -> str:
    return json.dumps({"kind": KIND, "format": FORMAT, "region": "", "items": list(items), **more})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "geen checklist"),
        ("{", "geen checklist"),
        ("[" * 100_000, "geen checklist"),
        ("[]", "geen checklist"),
        ('{"kind": "iets anders"}', "geen checklist"),
        (with_items(format="1"), "geen checklist"),
        (with_items(format=True), "geen checklist"),
        (with_items(format=0), "geen checklist"),
        (with_items(format=FORMAT + 1), "nieuwere versie"),
        (with_items(items={}), "geen checklist"),
        (with_items("1a"), "onderdeel dat niet bestaat"),
        (with_items({**ONE, "id": "9z"}), "onderdeel dat niet bestaat"),
        (with_items({**ONE, "id": ["1a"]}), "onderdeel dat niet bestaat"),
        (with_items(ONE, ONE), "twee keer"),
        (with_items({**ONE, "status": "af"}), "bij 1a een stand"),
        (with_items({**ONE, "status": []}), "bij 1a een stand"),
        (with_items({**ONE, "note": 7}), "de notitie bij 1a geen tekst"),
        (with_items({**ONE, "note": "x" * (LONGEST_NOTE + 1)}), "de notitie bij 1a te lang"),
        (with_items({**ONE, "owner": "x" * (LONGEST_NAME + 1)}), "de naam bij 1a te lang"),
        (with_items(region=[]), "de naam van de regio geen tekst"),
    ],
)
def test_what_is_no_list_is_refused_with_one_sentence(text: str, told: str) -> None:
    with pytest.raises(InputError, match=told) as refused:
        from_text(text)
    assert str(refused.value).endswith("Uw lijst is niet veranderd.")


def test_what_a_later_form_may_add_is_passed_over() -> None:
    extra: dict[str, Any] = {**ONE, "colour": "green"}
    assert from_text(with_items(extra, saved="2027-01-01")).entries[0] == Entry("1a", Status.KLAAR, by_hand=True)
