"""What stands around the tabs: the header, the footer, our style and our script, in the page before gradio starts."""

from functools import cache

from assistant.page.phrases import phrases
from assistant.rendering import templates

_HEAD, _START, _END = b"</head>", b"<gradio-app", b"</gradio-app>"


def in_shell(page: bytes, *, with_logout: bool = False) -> bytes:
    """Gradio's page in our shell: the reader sees what this is before the tabs are there."""
    head, top, bottom = (part.encode("utf-8") for part in _parts(with_logout))
    # Our script goes first: gradio's parts call it as soon as they are there.
    page = page.replace(b"<script", head + b"<script", 1)
    return page.replace(_START, top + _START, 1).replace(_END, _END + bottom, 1)


@cache
def _parts(with_logout: bool) -> tuple[str, str, str]:
    """What goes into the head, before the tabs, and after them."""
    template = templates().get_template("schil.html.j2")
    values = {"sentences": phrases("script"), "with_logout": with_logout}
    head, top, bottom = (template.render(part=part, **values) for part in ("head", "top", "bottom"))
    return head, top, bottom
