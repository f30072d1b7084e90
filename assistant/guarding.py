"""What a question may hold: length, invisible characters, personal data."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from corpus import InputError

LONGEST_QUESTION = 1500
"""Characters. A longer text is a piece of a draft, not a question."""

LONGEST_TEXT = 15_000
"""Characters of what may be pasted as a question at all."""

_KEPT = "\n\t"
_CONFUSING = {"Cc", "Cf", "Co", "Cn", "Cs"}
"""Unicode categories that cannot be seen: control, format (tags, direction marks), private, unassigned, surrogate."""


class PersonalData(StrEnum):
    """Kinds of personal data that are recognised."""

    BSN = "een burgerservicenummer"
    IBAN = "een rekeningnummer"
    EMAIL = "een e-mailadres"
    TELEFOON = "een telefoonnummer"
    ADRES = "een postcode met huisnummer"


@dataclass(frozen=True)
class Cleaned:
    """A text without invisible characters; `changed` when there were any."""

    text: str
    changed: bool


def clean(text: str) -> Cleaned:
    """Remove what cannot be seen, and white space at the ends. InputError when nothing is left, or too much."""
    visible = "".join(
        letter if letter in _KEPT or unicodedata.category(letter) not in _CONFUSING else ""
        for letter in unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    )
    stripped = visible.strip()
    if not any(letter.isalnum() for letter in stripped):
        raise InputError("Uw vraag is leeg: er staan geen letters of cijfers in. Typ een vraag over de regiovisie.")
    if len(stripped) > LONGEST_TEXT:
        raise InputError(
            f"Uw vraag is te lang: {len(stripped)} tekens. Stel een vraag van hooguit {LONGEST_QUESTION} tekens."
        )
    return Cleaned(stripped, changed=len(visible) != len(unicodedata.normalize("NFC", text.replace("\r\n", "\n"))))


def personal_data(text: str) -> PersonalData | None:
    """The first kind of personal data in `text`; None when nothing was recognised."""
    return next((kind for kind, found in _CHECKS.items() if found(text)), None)


def _has_bsn(text: str) -> bool:
    numbers = (re.sub(r"\D", "", match) for match in re.findall(r"(?<![\d.,])\d(?:[ \u00a0.-]?\d){8}(?![\d])", text))
    return any(_passes_eleven_test(number) for number in numbers)


def _passes_eleven_test(number: str) -> bool:
    """The check of a burgerservicenummer: 9a+8b+7c+6d+5e+4f+3g+2h-1i is divisible by 11."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, number, strict=True))
    return total % 11 == 0 and int(number) != 0


def _has_iban(text: str) -> bool:
    for match in re.findall(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", text.upper()):
        code = match.replace(" ", "")
        digits = "".join(str(int(letter, 36)) for letter in code[4:] + code[:4])
        if int(digits) % 97 == 1:
            return True
    return False


def _has_email(text: str) -> bool:
    return bool(re.search(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}\b", text))


def _has_phone(text: str) -> bool:
    return bool(re.search(r"(?<!\d)(?:\+31|0031|0)[ -]?(?:\(0\)[ -]?)?[1-9](?:[ -]?\d){8}(?!\d)", text))


def _has_address(text: str) -> bool:
    return bool(re.search(r"\b[1-9]\d{3} ?[A-Z]{2}\b[ ,]+(?:nr\.? ?|huisnummer )?\d{1,5}\b", text))


_CHECKS = {
    PersonalData.BSN: _has_bsn,
    PersonalData.IBAN: _has_iban,
    PersonalData.EMAIL: _has_email,
    PersonalData.TELEFOON: _has_phone,
    PersonalData.ADRES: _has_address,
}
