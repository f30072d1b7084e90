"""The looks of the page: a neutral theme of our own, with the fonts of the reader's computer."""

from pathlib import Path

import gradio as gr

STYLE = "\n".join(path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "stijl").glob("*.css")))
"""What the page serves as `stijl.css`: `basis.css` first, then a file for each tab."""

_BOTH = {
    "body_background_fill": "var(--papier)",
    "body_text_color": "var(--inkt)",
    "block_background_fill": "transparent",
    "block_border_color": "var(--lijn)",
    "border_color_primary": "var(--lijn)",
    "block_label_text_color": "var(--inkt)",
    "block_title_text_color": "var(--inkt)",
    "input_background_fill": "var(--vlak)",
    "input_border_color": "var(--zacht)",
    "input_placeholder_color": "var(--zacht)",
    "button_primary_background_fill": "var(--accent)",
    "button_primary_background_fill_hover": "var(--accent-donker)",
    "button_primary_text_color": "#ffffff",
    "button_secondary_background_fill": "var(--vlak)",
    "button_secondary_background_fill_hover": "var(--tint)",
    "button_secondary_text_color": "var(--inkt)",
    "button_secondary_border_color": "var(--zacht)",
    "checkbox_background_color": "var(--vlak)",
    "checkbox_border_color": "var(--zacht)",
    "checkbox_label_background_fill": "transparent",
    "checkbox_label_background_fill_hover": "transparent",
    "checkbox_label_text_color": "var(--inkt)",
    "link_text_color": "var(--link)",
}
"""The same in light and dark: our own colours change by themselves (`stijl/basis.css`)."""


def theme() -> gr.themes.Base:
    """Gradio's base theme without web fonts, in the colours of `stijl.css`."""
    fonts = ("system-ui", "Segoe UI", "Helvetica Neue", "Arial", "sans-serif")
    return gr.themes.Base(
        primary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.slate,
        text_size=gr.themes.sizes.text_lg,
        font=fonts,
        font_mono=("ui-monospace", "Consolas", "monospace"),
    ).set(**_BOTH, **{f"{name}_dark": value for name, value in _BOTH.items()}, block_border_width="0px")
