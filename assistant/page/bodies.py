"""What a request brings: its body, never more of it than is of use, and lists of texts."""

from typing import TypeGuard

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


def is_strings(data: object) -> TypeGuard[list[str]]:
    """Whether it is a list of texts."""
    return isinstance(data, list) and all(isinstance(one, str) for one in data)
