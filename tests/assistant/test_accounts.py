"""The file of who may log in."""

import io
from pathlib import Path

import pytest

from assistant import Accounts, asked_account
from assistant.accounts import Hashed, account_line
from corpus import InputError

PASSWORD = "een lang wachtwoord é"


@pytest.fixture(scope="module")
def line() -> str:
    return account_line("jansen", PASSWORD)


def test_a_line_lets_in_who_has_the_password_and_nobody_else(tmp_path: Path, line: str) -> None:
    path = tmp_path / "inlog.txt"
    path.write_text(f"# wie mag\n\n{line}\n", encoding="utf-8")
    accounts = Accounts.from_file(path)
    assert accounts.allows("jansen", PASSWORD)
    assert not accounts.allows("jansen", PASSWORD + "!")
    assert not accounts.allows("jansen", "")
    assert not accounts.allows("pietersen", PASSWORD)
    assert not accounts.allows("", "")


def test_a_password_cannot_be_read_back_and_is_hashed_differently_each_time(line: str) -> None:
    assert PASSWORD not in line
    assert str(Hashed.of(PASSWORD)) != str(Hashed.of(PASSWORD))


def test_the_password_comes_from_standard_input_when_that_is_no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PASSWORD}\n"))
    name, hashed = asked_account("jansen").split(":")
    assert name == "jansen"
    assert Hashed.from_text(hashed).matches(PASSWORD)


@pytest.mark.parametrize("name", ["", "a b", "a:b", "a\nb", "<b>", "x" * 101])
def test_a_name_that_would_break_the_file_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="kan geen naam zijn"):
        account_line(name, PASSWORD)


@pytest.mark.parametrize("password", ["", "kort", "x" * 201])
def test_a_password_that_is_too_short_or_too_long_is_refused(password: str) -> None:
    with pytest.raises(InputError, match="12 tot 200 tekens"):
        account_line("jansen", password)


@pytest.mark.parametrize("text", ["jansen", "jansen:geheim", "jansen:md5$YQ==$YQ==", "jansen:scrypt$é$YQ==", "a b:c"])
def test_a_line_that_is_something_else_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "inlog.txt"
    path.write_text(f"# wie mag\n{text}\n", encoding="utf-8")
    with pytest.raises(InputError, match="regel 2 klopt niet"):
        Accounts.from_file(path)


def test_a_file_without_anyone_or_no_file_at_all_gets_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "leeg.txt").touch()
    with pytest.raises(InputError, match="staat niemand die mag inloggen"):
        Accounts.from_file(tmp_path / "leeg.txt")
    with pytest.raises(InputError, match="het bestand bestaat niet"):
        Accounts.from_file(tmp_path / "weg.txt")
