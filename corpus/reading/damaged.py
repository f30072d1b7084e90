"""The error for a file that is not what its name says."""

from corpus.errors import InputError


def damaged(name: str, kind: str) -> InputError:
    """The error for a file that cannot be read as a `kind`."""
    return InputError(
        f"Kan '{name}' niet lezen: het bestand is beschadigd of is geen {kind}. "
        "Open het in het programma waarmee het gemaakt is en sla het opnieuw op."
    )
