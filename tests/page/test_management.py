"""Who may change what documents there are."""

import pytest

from assistant.page.management import VARIABLE, may_manage


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.2"])
def test_who_sits_at_the_computer_itself_may(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert may_manage(host)
    monkeypatch.setenv(VARIABLE, "0")
    assert not may_manage(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.168.1.4", "assistent.gemeente.nl", "localhost.example"])
@pytest.mark.parametrize("said", ["", "ja", "true", "0", None])
def test_others_may_not_unless_the_administrator_says_1(
    host: str, said: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    if said is not None:
        monkeypatch.setenv(VARIABLE, said)
    assert not may_manage(host)
    monkeypatch.setenv(VARIABLE, "1")
    assert may_manage(host)
