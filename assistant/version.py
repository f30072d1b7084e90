"""The version of the assistant, as `pyproject.toml` gives it."""

import tomllib
from functools import cache
from pathlib import Path


@cache
def version() -> str:
    """The version, such as '0.1.0'."""
    path = Path(__file__).parent.parent / "pyproject.toml"
    return str(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"])
