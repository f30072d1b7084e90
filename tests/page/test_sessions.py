"""Sessions end by themselves, and so does the wait after wrong passwords."""

from dataclasses import dataclass

from assistant.page.sessions import LASTS_S, MOST_FAILURES, MOST_SESSIONS, WINDOW_S, Failures, Sessions


@dataclass
class Clock:
    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def test_a_session_ends_when_it_was_not_used_for_a_day_of_work() -> None:
    sessions = Sessions(clock := Clock())
    token = sessions.begin("jansen")
    clock.now += LASTS_S - 1
    assert sessions.name_of(token) == "jansen"
    clock.now += LASTS_S - 1
    assert sessions.name_of(token) == "jansen"
    clock.now += LASTS_S + 1
    assert sessions.name_of(token) is None


def test_a_session_that_ended_is_forgotten_and_there_are_never_too_many() -> None:
    sessions = Sessions(clock := Clock())
    first = sessions.begin("jansen")
    sessions.end(first)
    assert sessions.name_of(first) is None
    for _ in range(20):
        sessions.begin("jansen")
    clock.now += LASTS_S + 1
    sessions.begin("jansen")
    assert len(sessions._open) == 1
    assert MOST_SESSIONS > 1000


def test_who_failed_often_waits_and_may_then_try_again() -> None:
    failures = Failures(clock := Clock())
    for _ in range(MOST_FAILURES):
        assert not failures.too_many("adres 1", "naam jansen")
        failures.add("adres 1", "naam jansen")
    assert failures.too_many("adres 1")
    assert failures.too_many("adres 2", "naam jansen")
    assert not failures.too_many("adres 2", "naam pietersen")
    clock.now += WINDOW_S + 1
    assert not failures.too_many("adres 1")
    assert failures._times == {}


def test_who_logs_in_starts_counting_anew() -> None:
    failures = Failures(Clock())
    failures.add("adres 1")
    failures.forget("adres 1")
    assert failures._times == {}
