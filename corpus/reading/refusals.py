"""The sentences for a file that cannot be read: what, why, and how to mend it."""

from corpus.errors import InputError

LONGEST_NAME = 120
"""Characters of a file name that a sentence shows."""


def cannot_read(name: str, why: str, mend: str) -> InputError:
    """The error that the file `name` cannot be read, for this reason and with this remedy."""
    return InputError(f"Kan '{shown(name)}' niet lezen: {why}. {mend}.")


def damaged(name: str, kind: str) -> InputError:
    """The error for a file that cannot be read as a `kind`."""
    return cannot_read(
        name,
        f"het bestand is beschadigd of is geen {kind}",
        "Open het in het programma waarmee het gemaakt is en sla het opnieuw op",
    )


def encrypted(name: str) -> InputError:
    """The error for a file that asks for a password."""
    return cannot_read(name, "het bestand is versleuteld", "Sla het op zonder wachtwoord en probeer het opnieuw")


def too_large(name: str, megabytes: int, unpacked: str = "") -> InputError:
    """The error for a file of more than so many MB, as it is or (`unpacked`) after unpacking."""
    why = f"het bestand is {unpacked}groter dan {megabytes} MB"
    return cannot_read(name, why, "Sla het kleiner op, bijvoorbeeld zonder afbeeldingen")


def too_intricate(name: str) -> InputError:
    """The error for a file that is nested too deep, or holds far more parts than text needs."""
    return cannot_read(
        name,
        "het bestand is te ingewikkeld van opbouw",
        "Kopieer de tekst naar een nieuw document en sla dat op",
    )


def shown(name: str) -> str:
    """`name` as a sentence can hold it: no line ends or invisible characters, and not too long."""
    clean = "".join(c if c.isprintable() or c == "\N{ZERO WIDTH JOINER}" else "\N{REPLACEMENT CHARACTER}" for c in name)
    return clean if len(clean) <= LONGEST_NAME else f"{clean[: LONGEST_NAME - 50]}…{clean[-49:]}"
