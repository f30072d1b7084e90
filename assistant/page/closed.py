"""Closes the addresses at which gradio would fetch something from another host for whoever asks."""

import re

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_FETCHES = re.compile(r"^/(gradio_api/)?(proxy=|file[=/](https?:|//))", re.IGNORECASE)


class Closed:
    """ASGI middleware; the assistant itself never needs these."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer that there is nothing there; pass on everything else."""
        fetches = scope["type"] == "http" and _FETCHES.match(scope["path"])
        await (PlainTextResponse("Dit adres bestaat niet.", 404) if fetches else self._app)(scope, receive, send)
