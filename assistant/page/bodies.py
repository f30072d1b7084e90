"""The body of a request, and never more of it than is of use."""

from starlette.requests import Request


class TooLargeError(Exception):
    """More was sent than is read."""


async def body_of(request: Request, most: int) -> bytes:
    """The whole body; TooLargeError, and nothing read on, when it is longer than `most` bytes."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise TooLargeError
    return bytes(body)
