"""The working list: what counts as done, who has what to do, and what a review may change."""

from dataclasses import replace

import pytest

from assistant.review import Verdict
from assistant.worklist import FROM_REVIEW, LONGEST_NOTE, Entry, Progress, Status, Worklist
from corpus import ITEM_IDS, PARTS


def a_list(**entries: Entry) -> Worklist:
    """The empty list with these entries, by the id of their item."""
    return Worklist(tuple(entries.get(f"i{item}", Entry(item)) for item in ITEM_IDS))


def entry(worklist: Worklist, item: str) -> Entry:
    return worklist.entries[ITEM_IDS.index(item)]


def test_an_empty_list_has_every_item_and_nothing_done() -> None:
    empty = Worklist.empty()
    assert tuple(e.item for e in empty.entries) == ITEM_IDS
    assert (empty.progress().done, empty.progress().counting) == (0, 26)


def test_a_list_without_an_item_or_in_another_order_cannot_be_made() -> None:
    entries = Worklist.empty().entries
    for wrong in (entries[1:], tuple(reversed(entries)), (*entries, entries[0])):
        with pytest.raises(ValueError, match="exactly one entry"):
            Worklist(wrong)


def test_an_entry_of_an_unknown_item_or_with_too_long_a_note_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="no item '9z'"):
        Entry("9z")
    with pytest.raises(ValueError, match="too long"):
        Entry("1a", note="x" * (LONGEST_NOTE + 1))


def test_what_does_not_apply_does_not_count() -> None:
    worklist = a_list(i1a=Entry("1a", Status.KLAAR), iB2a=Entry("B2a", Status.NIET_VAN_TOEPASSING))
    assert (worklist.progress().done, worklist.progress().counting) == (1, 25)
    accountable = worklist.progress(["B2a"])
    assert (accountable.counting, accountable.complete) == (0, True)


def test_what_may_be_done_is_not_done_before_someone_looked() -> None:
    maybe = a_list(i1a=Entry("1a", Status.CONTROLEREN)).progress(["1a"])
    assert (maybe.done, maybe.complete) == (0, False)
    assert a_list(i1a=Entry("1a", Status.KLAAR)).progress(["1a"]).complete


def test_the_chapters_together_hold_every_item_once() -> None:
    parts = Worklist.empty().parts()
    assert list(parts) == list(PARTS)
    assert tuple(e.item for entries in parts.values() for e in entries) == ITEM_IDS
    assert sum(Progress.of(entries).counting for entries in parts.values()) == 26


def test_who_does_what_names_only_what_is_still_to_do_and_nobody_last() -> None:
    worklist = a_list(
        i1a=Entry("1a", Status.BEZIG, owner="Zoë"),
        i1b=Entry("1b", Status.KLAAR, owner="Zoë"),
        i2a=Entry("2a", owner=" Anna "),
        i2b=Entry("2b", Status.NIET_VAN_TOEPASSING, owner="Bas"),
    )
    owners = worklist.owners()
    assert list(owners) == ["Anna", "Zoë", ""]
    assert [e.item for e in owners["Zoë"]] == ["1a"]
    assert [e.item for e in owners["Anna"]] == ["2a"]
    assert len(owners[""]) == 26 - 4


@pytest.mark.parametrize(("verdict", "status"), FROM_REVIEW.items())
def test_a_review_gives_an_item_the_status_of_its_verdict(verdict: Verdict, status: Status) -> None:
    before = a_list(i1a=Entry("1a", Status.KLAAR, note="Let op", owner="Anna"))
    taken = before.taken_over({"1a": verdict})
    assert entry(taken.worklist, "1a") == Entry("1a", status, "Let op", "Anna")
    assert (taken.changed, taken.kept) == (("1a",), ())


def test_what_was_chosen_by_hand_is_never_changed_and_the_difference_is_told() -> None:
    chosen = Entry("1a", Status.KLAAR, by_hand=True)
    taken = a_list(i1a=chosen).taken_over({"1a": Verdict.NIET_GEVONDEN, "1b": Verdict.AANWEZIG})
    assert entry(taken.worklist, "1a") == chosen
    assert (taken.changed, taken.kept) == (("1b",), ("1a",))


def test_a_choice_by_hand_that_the_review_agrees_with_is_no_difference() -> None:
    chosen = a_list(i1a=Entry("1a", Status.BEZIG, by_hand=True))
    assert chosen.taken_over({"1a": Verdict.GEDEELTELIJK}).kept == ()


def test_a_later_review_changes_what_an_earlier_one_gave() -> None:
    first = Worklist.empty().taken_over({"1a": Verdict.GEDEELTELIJK}).worklist
    second = first.taken_over({"1a": Verdict.AANWEZIG}).worklist
    assert entry(second, "1a").status is Status.CONTROLEREN


def test_what_was_not_in_the_draft_stays_as_it_was() -> None:
    before = a_list(i1a=Entry("1a", Status.BEZIG))
    taken = before.taken_over(dict.fromkeys(ITEM_IDS, Verdict.NIET_IN_DIT_DEEL))
    assert (taken.worklist, taken.changed) == (before, ())
    assert replace(before, region="Lindewaard").taken_over({}).worklist.region == "Lindewaard"
