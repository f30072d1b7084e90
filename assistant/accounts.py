"""Who may log in: a file with a name and a hashed password a line."""

import base64
import hashlib
import hmac
import secrets
import sys
from dataclasses import dataclass
from getpass import getpass
from pathlib import Path

from assistant.wording import message
from corpus import InputError

SHORTEST_PASSWORD = 12
"""Characters."""

LONGEST_PASSWORD = 200
"""Characters; a longer one only costs work."""

_COST = {"n": 2**14, "r": 8, "p": 5}
"""Of scrypt: 16 MB and about a fifth of a second a try, as OWASP advises."""


@dataclass(frozen=True)
class Hashed:
    """A password that cannot be read back."""

    salt: bytes
    key: bytes

    @classmethod
    def of(cls, password: str) -> "Hashed":
        """The password, hashed with a new salt."""
        salt = secrets.token_bytes(16)
        return cls(salt, _scrypt(password, salt))

    @classmethod
    def from_text(cls, text: str) -> "Hashed":
        """What `str` wrote; ValueError when it is something else."""
        kind, salt, key = text.split("$")
        if kind != "scrypt":
            raise ValueError("not hashed with scrypt")
        return cls(base64.b64decode(salt, validate=True), base64.b64decode(key, validate=True))

    def __str__(self) -> str:
        salt, key = (base64.b64encode(part).decode("ascii") for part in (self.salt, self.key))
        return f"scrypt${salt}${key}"

    def matches(self, password: str) -> bool:
        """Whether this is the password; it takes as long when it is not."""
        return hmac.compare_digest(self.key, _scrypt(password[: LONGEST_PASSWORD + 1], self.salt))


@dataclass(frozen=True)
class Accounts:
    """The names that may log in, each with its password."""

    passwords: dict[str, Hashed]

    @classmethod
    def from_file(cls, path: Path) -> "Accounts":
        """The accounts in a file with the lines of `account_line`; InputError when a line is something else."""
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(message("inlog_geen_bestand", file=path)) from error
        passwords: dict[str, Hashed] = {}
        for number, line in enumerate(lines, start=1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                name, hashed = line.strip().split(":")
                passwords[checked_name(name)] = Hashed.from_text(hashed)
            except (ValueError, InputError) as error:
                raise InputError(message("inlog_regel", file=path, number=number)) from error
        if not passwords:
            raise InputError(message("inlog_leeg", file=path))
        return cls(passwords)

    def allows(self, name: str, password: str) -> bool:
        """Whether the name and the password belong together; an unknown name takes as long as a known one."""
        known = self.passwords.get(name)
        return (known or _NOBODY).matches(password) and known is not None


def account_line(name: str, password: str) -> str:
    """The line of a file of accounts; InputError when the name or the password will not do."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise InputError(message("inlog_wachtwoord", fewest=SHORTEST_PASSWORD, most=LONGEST_PASSWORD))
    return f"{checked_name(name)}:{Hashed.of(password)}"


def asked_account(name: str) -> str:
    """`account_line` of a password that is typed twice, unseen; or that is the first line of standard input."""
    checked_name(name)
    if not sys.stdin.isatty():
        return account_line(name, sys.stdin.readline().rstrip("\r\n"))
    password = getpass(message("inlog_vraag", fewest=SHORTEST_PASSWORD))
    if getpass(message("inlog_nogmaals")) != password:
        raise InputError(message("inlog_verschil"))
    return account_line(name, password)


def checked_name(name: str) -> str:
    """The name; InputError when it could not stand in a file of accounts."""
    if not name or len(name) > 100 or not all(letter.isalnum() or letter in "._-@" for letter in name):
        raise InputError(message("inlog_naam", who=name))
    return name


def _scrypt(password: str, salt: bytes) -> bytes:
    return hashlib.scrypt(password.encode("utf-8", "surrogatepass"), salt=salt, maxmem=64 * 2**20, **_COST)


_NOBODY = Hashed(b"nobody has this salt", bytes(64))
