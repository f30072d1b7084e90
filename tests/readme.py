"""Writes the output of the program into the README: `python -m tests.readme`."""

import re
from pathlib import Path

from assistant import Assistant
from assistant.rendering import as_markdown

README = Path(__file__).parent.parent / "README.md"
QUESTION = "Wat moet er over wachtlijsten in de regiovisie?"
SHOWN_LINES = 24


def first_answer(assistant: Assistant) -> str:
    """The first lines of the answer that the README shows."""
    lines = as_markdown(assistant.ask(QUESTION), assistant.content).splitlines()
    return "\n".join([*(f"> {line}".rstrip() for line in lines[:SHOWN_LINES]), "> ..."])


def between(name: str, text: str) -> str:
    """What stands between the marks `<!-- name -->` of the README."""
    match = re.search(rf"<!-- {name} -->\n(.*?)\n?<!-- /{name} -->", text, re.DOTALL)
    assert match, name
    return match[1]


def main() -> None:
    """Bring the README up to date."""
    text = README.read_text(encoding="utf-8")
    old = f"<!-- uitvoer -->\n{between('uitvoer', text)}"
    text = text.replace(old, f"<!-- uitvoer -->\n{first_answer(Assistant.open())}\n".rstrip("\n"))
    README.write_text(re.sub(r"(?<!\n)<!-- /uitvoer -->", "\n<!-- /uitvoer -->", text), encoding="utf-8")


if __name__ == "__main__":
    main()
