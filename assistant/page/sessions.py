"""Who is logged in, and who has guessed too often; both only in memory."""

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field

LASTS_S = 12 * 3600
"""Seconds after the last use that a session lasts: a working day."""

MOST_SESSIONS = 10_000

MOST_FAILURES = 10
"""Failed tries of one address or one name, within `WINDOW_S`, before it has to wait."""

WINDOW_S = 15 * 60

Clock = Callable[[], float]


@dataclass
class Sessions:
    """The names that are logged in, each by a secret token; what is kept of a token cannot be used to log in."""

    clock: Clock = time.monotonic
    _open: dict[str, tuple[str, float]] = field(default_factory=dict)

    def begin(self, name: str, token: str | None = None) -> str:
        """A new session; its token. A program that sends its password every time has that as its token."""
        self._forget_old()
        token = token or secrets.token_urlsafe(32)
        self._open[_digest(token)] = (name, self.clock() + LASTS_S)
        return token

    def name_of(self, token: str) -> str | None:
        """Who has this token; None when it is unknown or too old. The session lasts longer for it."""
        key = _digest(token)
        name, until = self._open.get(key, ("", 0.0))
        if not name or until < self.clock():
            return None
        self._open[key] = (name, self.clock() + LASTS_S)
        return name

    def end(self, token: str) -> None:
        """Log out."""
        self._open.pop(_digest(token), None)

    def _forget_old(self) -> None:
        now = self.clock()
        self._open = {key: session for key, session in self._open.items() if session[1] >= now}
        while len(self._open) >= MOST_SESSIONS:
            self._open.pop(next(iter(self._open)))


@dataclass
class Failures:
    """When each address and each name failed to log in."""

    clock: Clock = time.monotonic
    _times: dict[str, list[float]] = field(default_factory=dict)

    def too_many(self, *who: str) -> bool:
        """Whether one of these has to wait."""
        since = self.clock() - WINDOW_S
        self._times = {one: recent for one, times in self._times.items() if (recent := [t for t in times if t > since])}
        return any(len(self._times.get(one, ())) >= MOST_FAILURES for one in who)

    def add(self, *who: str) -> None:
        """Remember that these failed."""
        for one in who:
            self._times.setdefault(one, []).append(self.clock())

    def forget(self, *who: str) -> None:
        """These did log in."""
        for one in who:
            self._times.pop(one, None)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
