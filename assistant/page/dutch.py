"""Makes what gradio serves Dutch: its one page, and what it says of an unknown address. Other hosts are taken out."""

import re
from collections.abc import Callable

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.page.shell import in_shell
from assistant.rendering import templates

_OUTSIDE = re.compile(
    rb"<link\b[^>]*\bhref=\"(?:https?:)?//[^>]*>"
    rb"|<script\b[^>]*\bsrc=\"(?:https?:)?//[^>]*></script>"
    rb"|<meta\b[^>]*\b(?:property=\"og:|name=\"twitter:)[^>]*>"
)
"""Links and scripts of other hosts, and gradio's own advertisement for who shares the page."""
_LANGUAGE = re.compile(rb"(<html\b[^>]*\blang=)\"en\"", re.DOTALL)

NOT_FOUND = 404


class DutchPage:
    """ASGI middleware around gradio."""

    def __init__(self, app: ASGIApp, *, with_logout: bool = False) -> None:
        self._app = app
        self._with_logout = with_logout

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; rewrite the page at `/`, and an unknown address that someone opens in a browser."""
        if scope["type"] == "http" and scope["path"] == "/":
            send = _Rewriting(
                send, lambda start: True, lambda body: in_shell(dutch(body), with_logout=self._with_logout)
            )
        elif scope["type"] == "http" and "text/html" in Headers(scope=scope).get("accept", ""):
            send = _Rewriting(send, _is_unknown, lambda body: not_found_page(scope["path"]))
        await self._app(scope, receive, send)


class _Rewriting:
    """Sends a reply on; of a reply that `concerns` us the body goes through `rewrite` first."""

    def __init__(self, send: Send, concerns: Callable[[Message], bool], rewrite: Callable[[bytes], bytes]) -> None:
        self._send = send
        self._concerns = concerns
        self._rewrite = rewrite
        self._start: Message | None = None
        self._body = bytearray()

    async def __call__(self, message: Message) -> None:
        """Take the next message of the reply."""
        if message["type"] == "http.response.start" and self._concerns(message):
            self._start = message
        elif self._start is None:
            await self._send(message)
        else:
            self._body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                await self._finish(self._start)

    async def _finish(self, start: Message) -> None:
        page = self._rewrite(bytes(self._body))
        headers = MutableHeaders(scope=start)
        headers["content-length"], headers["content-type"] = str(len(page)), "text/html; charset=utf-8"
        await self._send(start)
        await self._send({"type": "http.response.body", "body": page})


def dutch(page: bytes) -> bytes:
    """The page with `lang="nl"`, without links, scripts and pictures of other hosts."""
    return _OUTSIDE.sub(b"", _LANGUAGE.sub(rb'\1"nl"', page))


def not_found_page(path: str) -> bytes:
    """What a reader sees at a `path` that does not exist; its links lead up from there, also behind a proxy."""
    up = "../" * (path.count("/") - 1)
    return templates().get_template("fout.html.j2").render(up=up).encode("utf-8")


def _is_unknown(start: Message) -> bool:
    return bool(start["status"] == NOT_FOUND and "html" not in Headers(raw=start["headers"]).get("content-type", ""))
