"""Imports gradio in half the time: without the stub files that it writes for editors at every start."""

import inspect
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch


@contextmanager
def _no_stubs() -> Iterator[None]:
    """Let no class have a source file; gradio then skips its stub, as it does for a component of no file."""
    file_of = inspect.getfile

    def of_no_class(thing: Any) -> str:
        if isinstance(thing, type):
            raise OSError("not asked for")
        return file_of(thing)

    with patch("inspect.getfile", of_no_class):
        yield


with _no_stubs():
    import gradio  # noqa: F401
