"""Makes the page that gradio serves Dutch, and takes the addresses of other hosts out of it."""

import re

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_OUTSIDE = re.compile(
    rb"<link\b[^>]*\bhref=\"(?:https?:)?//[^>]*>"
    rb"|<script\b[^>]*\bsrc=\"(?:https?:)?//[^>]*></script>"
    rb"|<meta\b[^>]*\b(?:property=\"og:|name=\"twitter:)[^>]*>"
)
"""Links and scripts of other hosts, and gradio's own advertisement for who shares the page."""
_LANGUAGE = re.compile(rb"(<html\b[^>]*\blang=)\"en\"", re.DOTALL)


class DutchPage:
    """ASGI middleware for the one HTML page of gradio."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; rewrite the page at `/`."""
        if scope["type"] != "http" or scope["path"] != "/":
            await self._app(scope, receive, send)
            return
        start: Message = {}
        body = bytearray()

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                page = dutch(bytes(body))
                MutableHeaders(scope=start)["content-length"] = str(len(page))
                await send(start)
                await send({"type": "http.response.body", "body": page})

        await self._app(scope, receive, hold)


def dutch(page: bytes) -> bytes:
    """The page with `lang="nl"`, without links, scripts and pictures of other hosts."""
    return _OUTSIDE.sub(b"", _LANGUAGE.sub(rb'\1"nl"', page))
