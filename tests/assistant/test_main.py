"""`python -m assistant vraag` as the contract promises it."""

import json
from pathlib import Path

import pytest

from assistant import Assistant
from assistant.__main__ import main


@pytest.fixture
def run(assistant: Assistant, store: Path, capsys: pytest.CaptureFixture[str]) -> object:
    def run(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = main(["vraag", *arguments, "--store", str(store)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


def test_a_question_gets_a_readable_answer(run: object) -> None:
    code, out, err = run("wat moet er over wachtlijsten in?")  # type: ignore[operator]
    assert (code, err) == (0, "")
    assert "Kort antwoord" in out
    assert "Bronnen" in out
    assert "ë" in out or "é" in out


def test_a_question_gets_json_that_is_not_escaped(run: object) -> None:
    code, out, _ = run("wat is een reëel tarief", "--json")  # type: ignore[operator]
    assert code == 0
    assert len(out.splitlines()) == 1
    assert "\\u" not in out
    assert json.loads(out)["outcome"] == "antwoord"


def test_a_batch_goes_on_after_a_bad_line(run: object, tmp_path: Path) -> None:
    rows = [
        json.dumps({"id": "q1", "question": "Wat is governance?"}),
        "{stuk",
        json.dumps({"id": "q3", "question": ""}),
        json.dumps({"id": "q4", "question": "a" * 20_000}),
        json.dumps({"id": "q5"}),
        json.dumps(["geen", "object"]),
        json.dumps({"id": "q7", "question": "en hoe schrijf ik dat op?", "history": ["Wat is een reëel tarief?"]}),
        json.dumps({"id": "q8", "question": 5}),
    ]
    batch = tmp_path / "vragen.jsonl"
    batch.write_text("\n".join(rows), encoding="utf-8")
    code, out, _ = run("--batch", str(batch))  # type: ignore[operator]
    answers = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [answer["id"] for answer in answers] == ["q1", None, "q3", "q4", "q5", None, "q7", "q8"]
    assert [n for n, answer in enumerate(answers) if "error" in answer] == [1, 2, 3, 4, 5, 7]
    assert answers[6]["ranking"][0]["id"] == "5c"


@pytest.mark.parametrize(
    ("question", "said"),
    [("", "leeg"), ("   ", "leeg"), ("\x00\x01", "leeg"), ("a" * 20_000, "te lang")],
)
def test_a_question_that_cannot_be_used_gets_one_sentence_and_1(run: object, question: str, said: str) -> None:
    code, out, err = run(question)  # type: ignore[operator]
    assert (code, out) == (1, "")
    assert said in err
    assert len(err.splitlines()) == 1


def test_a_batch_file_that_is_missing_or_no_text_gets_one_sentence(run: object, tmp_path: Path) -> None:
    binary = tmp_path / "b.jsonl"
    binary.write_bytes(b"\xff\xfe\x00")
    for path, said in ((tmp_path / "weg.jsonl", "bestaat niet"), (binary, "UTF-8")):
        code, out, err = run("--batch", str(path))  # type: ignore[operator]
        assert (code, out, said in err) == (1, "", True)


def test_a_model_that_is_not_there_gets_one_sentence(run: object) -> None:
    code, out, err = run("wat is governance?", "--model", "niemand/bestaat-niet")  # type: ignore[operator]
    assert (code, out) == (1, "")
    assert "niemand/bestaat-niet" in err


def test_wrong_usage_ends_with_2() -> None:
    for arguments in (["vraag"], [], ["vraag", "x", "--batch", "y"], ["onzin"]):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
