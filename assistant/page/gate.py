"""The login: nothing but the login page itself, its style and the health of the server is given to who is not known."""

import base64
import binascii
from asyncio import Semaphore, to_thread
from urllib.parse import parse_qs, quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant.accounts import Accounts
from assistant.page.bodies import TooLargeError, body_of
from assistant.page.sessions import LASTS_S, MOST_FAILURES, Failures, Sessions
from assistant.rendering import templates
from assistant.wording import message

LOGIN, LOGOUT = "/inloggen", "/uitloggen"
OPEN = (LOGIN, "/stijl.css", "/icoon.svg", "/gezond")
"""What everyone may see."""

COOKIE = "regiovisie_sessie"
LONGEST_FORM = 4_000
"""Bytes of what is posted to log in."""

TRIES_AT_ONCE = 2
"""Passwords that are checked at the same time: each takes a core for a while."""


class Gate:
    """ASGI middleware that lets in who logged in, with a cookie, or with a name and password in each request."""

    def __init__(self, app: ASGIApp, accounts: Accounts, root_path: str = "") -> None:
        self._app = app
        self._accounts = accounts
        self._root = root_path
        self._sessions = Sessions()
        self._failures = Failures()
        self._tries = Semaphore(TRIES_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is allowed; else the login page, or a word for a program."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif scope["type"] != "http":
            await send({"type": "websocket.close", "code": 1008})  # there is none, and none may come in unseen
        else:
            reply = await self._reply(Request(scope, receive))
            await (reply or self._app)(scope, receive, send)

    async def _reply(self, request: Request) -> Response | None:
        """What the gate itself answers; None when the request may pass."""
        path = request.url.path
        if path == LOGIN:
            return await self._log_in(request) if request.method == "POST" else _page(terug=_back(request))
        if path in OPEN:
            return None
        name = self._sessions.name_of(request.cookies.get(COOKIE, ""))
        if path == LOGOUT and name:
            return self._log_out(request, name)
        if name:
            return None
        if header := request.headers.get("authorization", ""):
            return await self._program(request, header)
        if "text/html" in request.headers.get("accept", "") and request.method == "GET":
            return RedirectResponse(f"{self._root}{LOGIN}?terug={quote(_place(request))}", 303)
        return PlainTextResponse(message("inlog_nodig"), 401)

    async def _log_in(self, request: Request) -> Response:
        try:
            body = await body_of(request, LONGEST_FORM)
        except TooLargeError:
            return _page(wrong=message("inlog_mislukt"), status=400)
        form = {key: values[0] for key, values in parse_qs(body.decode("utf-8", "replace")).items()}
        name, back = form.get("naam", "").strip(), _safe(form.get("terug", "/"))
        refused = await self._refused(request, name, form.get("wachtwoord", ""))
        if refused:
            return _page(wrong=refused[1], status=refused[0], naam=name, terug=back)
        reply = RedirectResponse(f"{self._root}{back}", 303)
        token = self._sessions.begin(name)
        secure = request.url.scheme == "https"
        reply.set_cookie(
            COOKIE, token, max_age=LASTS_S, path=self._root or "/", secure=secure, httponly=True, samesite="lax"
        )
        return reply

    async def _program(self, request: Request, header: str) -> Response | None:
        """Let a program in that sends its name and password (Basic); checked once, then known by what it sends."""
        if self._sessions.name_of(header):
            return None
        name, password = _basic(header)
        refused = await self._refused(request, name, password)
        if refused:
            return PlainTextResponse(refused[1], refused[0], {"www-authenticate": "Basic"})
        self._sessions.begin(name, token=header)
        return None

    async def _refused(self, request: Request, name: str, password: str) -> tuple[int, str] | None:
        """The status and the sentence for who may not come in; None for who may."""
        who = [f"adres {request.client.host if request.client else ''}"]
        if name in self._accounts.passwords:  # of no other names, or anyone could fill the memory with them
            who.append(f"naam {name}")
        if self._failures.too_many(*who):
            return 429, message("inlog_wachten", most=MOST_FAILURES)
        async with self._tries:
            allowed = await to_thread(self._accounts.allows, name, password)
        if not allowed:
            self._failures.add(*who)
            return 401, message("inlog_mislukt")
        self._failures.forget(*who)
        return None

    def _log_out(self, request: Request, name: str) -> Response:
        if request.method != "POST":
            return _page("uitloggen", naam=name)
        self._sessions.end(request.cookies[COOKIE])
        reply = RedirectResponse(f"{self._root}{LOGIN}", 303)
        reply.delete_cookie(COOKIE, path=self._root or "/")
        return reply


def _page(template: str = "inloggen", status: int = 200, **values: str) -> HTMLResponse:
    html = templates().get_template(f"{template}.html.j2").render({"wrong": "", "naam": "", "terug": "/", **values})
    return HTMLResponse(html, status, {"cache-control": "no-store", "x-frame-options": "DENY"})


def _back(request: Request) -> str:
    return _safe(request.query_params.get("terug", "/"))


def _safe(place: str) -> str:
    """A place on this server; "/" for an address elsewhere."""
    return place if place.startswith("/") and place[1:2] not in ("/", "\\") and place.isprintable() else "/"


def _place(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _basic(header: str) -> tuple[str, str]:
    """The name and password in a header of Basic; empty ones when it is something else."""
    kind, _, coded = header.partition(" ")
    try:
        name, _, password = base64.b64decode(coded, validate=True).decode("utf-8").partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return "", ""
    return (name, password) if kind.lower() == "basic" else ("", "")
