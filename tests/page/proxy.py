"""A small real reverse proxy, as an organisation has: it serves the assistant under a path, and takes that path off."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

PASSED_ON = ("content-type", "location", "set-cookie", "cache-control", "content-encoding")


def proxy(target: str, path: str) -> Starlette:
    """An app that passes `path`/... on to `target`/..., streaming, with the headers that nginx and Caddy send."""
    client = httpx.AsyncClient(base_url=target, timeout=60)

    async def forward(request: Request) -> Response:
        headers = {name: value for name, value in request.headers.items() if name not in ("host", "content-length")}
        headers |= {"x-forwarded-host": request.headers["host"], "x-forwarded-proto": "http"}
        place = request.url.path.removeprefix(path) + (f"?{request.url.query}" if request.url.query else "")
        asked = client.build_request(request.method, place, headers=headers, content=await request.body())
        answer = await client.send(asked, stream=True)

        async def pieces() -> AsyncIterator[bytes]:
            try:
                async for piece in answer.aiter_raw():
                    yield piece
            finally:
                await answer.aclose()

        kept = [(name, value) for name, value in answer.headers.multi_items() if name in PASSED_ON]
        reply = StreamingResponse(pieces(), answer.status_code)
        reply.raw_headers = [(name.encode(), value.encode()) for name, value in kept]
        return reply

    @asynccontextmanager
    async def closing(_: Starlette) -> AsyncIterator[None]:
        async with client:
            yield

    return Starlette(routes=[Route(path + "/{rest:path}", forward, methods=["GET", "POST"])], lifespan=closing)
