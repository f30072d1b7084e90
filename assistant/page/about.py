"""The tab "Over": what this is, what it rests on, how sure it is, and what is kept (nothing)."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

import gradio as gr

from assistant.assistant import Assistant
from assistant.rendering import templates
from assistant.wording import date_in_dutch
from corpus import Content

MEASURED = Path(__file__).parent.parent / "meting.toml"


@dataclass(frozen=True, slots=True)
class Figure:
    """A share (0-1) that was measured, of what, and its name in `python -m assistant evalueer`."""

    name: str
    text: str
    value: float
    measured_on: str

    @property
    def percentage(self) -> str:
        """The share as a reader knows it: '96 %', '0,7 %'."""
        share = self.value * 100
        return f"{share:.0f} %" if share >= 1 else f"{share:.1f} %".replace(".", ",")


def build_about(assistant: Assistant) -> None:
    """Add the tab to the page that is being built."""
    gr.HTML(about_html(assistant.content), elem_id="over", apply_default_css=False, js_on_load=None)


def about_html(content: Content) -> str:
    """The text of the tab, with its figures from the content and from what was measured."""
    table = tomllib.loads(MEASURED.read_text(encoding="utf-8"))
    checked = max(source.checked for source in content.sources.values())
    return (
        templates()
        .get_template("over.html.j2")
        .render(
            content=content,
            figures=figures(),
            measured=date_in_dutch(table["gemeten"]),
            checked=date_in_dutch(checked.isoformat()),
        )
    )


def figures() -> tuple[Figure, ...]:
    """What was measured, as `meting.toml` gives it."""
    table = tomllib.loads(MEASURED.read_text(encoding="utf-8"))
    return tuple(Figure(row["maat"], row["tekst"], row["waarde"], row["waarvan"]) for row in table["cijfer"])
