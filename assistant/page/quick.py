"""Imports gradio quickly: without the stub files that it writes for editors, and without its own MCP server."""

import inspect
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, cast
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


@contextmanager
def _no_mcp() -> Iterator[None]:
    """Let the package mcp seem not to be installed: gradio does without, and ours at /mcp imports it when asked for."""
    if "mcp" in sys.modules:
        yield
        return
    sys.modules["mcp"] = cast(ModuleType, None)  # makes importing it an ImportError
    try:
        yield
    finally:
        del sys.modules["mcp"]


with _no_stubs(), _no_mcp():
    import gradio  # noqa: F401
