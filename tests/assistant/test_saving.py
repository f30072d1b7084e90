"""A file is written whole or not at all, and what cannot be written is said in a sentence."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.saving import replace_file
from corpus import InputError


def test_a_file_comes_in_the_place_of_the_old_one_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "uit.md"
    replace_file(path, b"een")
    path.chmod(0o640)
    replace_file(path, b"twee")
    assert path.read_bytes() == b"twee"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "echt.md").write_bytes(b"oud")
    (tmp_path / "uit.md").symlink_to("echt.md")
    replace_file(tmp_path / "uit.md", b"nieuw")
    assert (tmp_path / "uit.md").is_symlink()
    assert (tmp_path / "echt.md").read_bytes() == b"nieuw"


def test_when_writing_fails_halfway_the_old_file_stands_and_nothing_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "uit.md"
    path.write_bytes(b"oud")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InputError, match="de schijf is vol"):
        replace_file(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    assert list(tmp_path.iterdir()) == [path]


def unwritable(folder: Path) -> Iterator[tuple[Path, str]]:
    (folder / "map.docx").mkdir()
    (folder / "bestand").write_text("x")
    (folder / "rond.docx").symlink_to("rond.docx")
    yield folder / "weg" / "uit.docx", "de map bestaat niet"
    yield folder / "bestand" / "uit.docx", "de map bestaat niet"
    yield folder / "map.docx", "het is een map"
    yield folder / ("a" * 300 + ".docx"), "de naam is te lang"
    yield folder / "rond.docx", "Kan "


def test_a_place_that_cannot_be_written_gets_one_sentence(tmp_path: Path) -> None:
    for path, why in unwritable(tmp_path):
        with pytest.raises(InputError) as refused:
            replace_file(path, b"x")
        said = str(refused.value)
        assert why in said
        assert path.name in said
        assert said.endswith(".")
        assert len(said.splitlines()) == 1
    assert not list(tmp_path.rglob("*.tmp"))


def test_a_file_that_may_not_be_changed_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "uit.md"
    path.write_bytes(b"oud")
    monkeypatch.setattr(os, "access", lambda place, mode: False)
    with pytest.raises(InputError, match="geen toestemming"):
        replace_file(path, b"nieuw")
    assert path.read_bytes() == b"oud"


def test_a_name_with_line_ends_is_told_on_one_line(tmp_path: Path) -> None:
    with pytest.raises(InputError) as refused:
        replace_file(tmp_path / "weg" / "a\nb.md", b"x")
    assert "\n" not in str(refused.value)
