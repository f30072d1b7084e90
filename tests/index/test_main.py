"""`python -m index` as the contract promises it."""

import json
from pathlib import Path

import pytest

from index.__main__ import main

ROWS = [
    {"id": "p1", "text": "De gemeenten volgen de wachtlijsten."},
    {"id": "p2", "text": "Aanbieders krijgen een reëel tarief."},
]


def lines(path: Path, rows: list[object]) -> Path:
    path.write_text("".join(row if isinstance(row, str) else json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def store(tmp_path: Path) -> str:
    assert main(["build", str(lines(tmp_path / "p.jsonl", list(ROWS))), "--store", str(tmp_path / "store")]) == 0
    return str(tmp_path / "store")


def test_a_batch_gives_a_line_a_query(store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    batch = lines(tmp_path / "q.jsonl", [{"id": "q0", "query": "wachtlijst"}, {"id": "q1", "query": "tarieven"}])
    capsys.readouterr()
    assert main(["search", "--store", store, "--batch", str(batch), "-k", "1"]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [row["id"] for row in found] == ["q0", "q1"]
    assert [row["hits"][0]["id"] for row in found] == ["p1", "p2"]
    assert all(isinstance(row["hits"][0]["score"], float) and len(row["hits"]) == 1 for row in found)


def test_one_query_can_be_asked_as_it_is(store: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["search", "--store", store, "eerlijk tarief"]) == 0
    assert json.loads(capsys.readouterr().out)["hits"][0]["id"] == "p2"


def test_a_broken_line_gets_its_own_error_and_the_rest_go_on(
    store: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = lines(tmp_path / "q.jsonl", ["{stuk\n", {"id": "q1", "query": "tarief"}, {"id": "q2"}])
    capsys.readouterr()
    assert main(["search", "--store", store, "--batch", str(batch)]) == 0
    broken, good, half = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert "geen JSON" in broken["error"]
    assert good["hits"]
    assert half == {"id": "q2", "error": half["error"]}


def test_a_folder_of_documents_is_indexed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "map").mkdir()
    (tmp_path / "map" / "a.md").write_text("# Inkoop\n\nWij kopen samen in.", encoding="utf-8")
    (tmp_path / "map" / "b.txt").write_text("Het expertteam komt elke maand samen.", encoding="utf-8")
    assert main(["build", str(tmp_path / "map"), "--store", str(tmp_path / "s")]) == 0
    capsys.readouterr()
    assert main(["search", "--store", str(tmp_path / "s"), "expertteam"]) == 0
    assert json.loads(capsys.readouterr().out)["hits"][0]["id"] == "b.txt#1"


def refused(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(arguments) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    return said.err


def test_bad_input_gets_one_sentence(tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]) -> None:
    broken = str(lines(tmp_path / "stuk.jsonl", ["{stuk\n"]))
    twice = str(lines(tmp_path / "twee.jsonl", [ROWS[0], ROWS[0]]))
    (tmp_path / "leeg").mkdir()
    new = str(tmp_path / "nieuw")
    assert "regel 1" in refused(["build", broken, "--store", new], capsys)
    assert "twee keer" in refused(["build", twice, "--store", new], capsys)
    assert "niets om te indexeren" in refused(["build", str(tmp_path / "leeg"), "--store", new], capsys)
    assert "bestaat niet" in refused(["build", str(tmp_path / "weg.pdf"), "--store", new], capsys)
    assert "Geen bruikbare index" in refused(["search", "--store", new, "vraag"], capsys)
    assert "leeg" in refused(["search", "--store", store, "  "], capsys)
    assert "bestaat niet" in refused(["search", "--store", store, "--batch", str(tmp_path / "weg")], capsys)


def test_a_store_that_is_damaged_or_of_another_model_is_told(
    tmp_path: Path, store: str, capsys: pytest.CaptureFixture[str]
) -> None:
    next(Path(store).rglob("vectors.faiss")).write_bytes(b"stuk")
    assert "beschadigd" in refused(["search", "--store", store, "vraag"], capsys)
    stamp = next(Path(store).rglob("stempel.json"))
    stamp.write_text(json.dumps({"content": "x", "model": "een ander", "kind": "documenten", "format": 2}))
    assert "ander model" in refused(["search", "--store", store, "vraag"], capsys)


def test_wrong_usage_ends_with_2() -> None:
    for arguments in (
        ["search"],
        ["build", "--store", "x"],
        ["build", "x", "--store", ""],
        ["search", "--store", "x", "q", "-k", "0"],
        [],
    ):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
