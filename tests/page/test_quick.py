"""Gradio is imported without the stub files that it compares and writes at every start, and without the package mcp."""

import subprocess
import sys

CODE = """
import inspect
from pathlib import Path
read, seen = Path.read_text, []
def noted(path, *arguments, **named):
    seen.append(path.suffix)
    return read(path, *arguments, **named)
Path.read_text = noted
import assistant.page
assert seen.count(".pyi") < 20  # there are 81 components
assert inspect.getfile(assistant.page.Setup).endswith("server.py")
"""


WITHOUT_MCP = """
import sys
import assistant.page
assert not any(name.partition(".")[0] == "mcp" for name in sys.modules)
import mcp.types
assert mcp.types.Tool
"""


def test_gradio_reads_no_stubs_and_a_class_has_its_file_again() -> None:
    subprocess.run([sys.executable, "-c", CODE], check=True, timeout=120)


def test_gradio_leaves_mcp_alone_and_it_can_be_imported_after_that() -> None:
    subprocess.run([sys.executable, "-c", WITHOUT_MCP], check=True, timeout=120)
