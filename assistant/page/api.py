"""The functions for other programs over http: as JSON at `/api/NAME`, and as named endpoints for gradio's client."""

import json
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import gradio as gr
from gradio.events import api
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from assistant.page.bodies import TooLargeError, body_of
from assistant.page.services import Row, Services, described, said
from corpus import InputError

LARGEST_BODY = 8_000_000
"""Bytes of a request; the longest draft fits, in any language."""


class JsonApi:
    """The route `/api/NAME`: a JSON object in, a JSON object out; what is wrong is `{"error": "one sentence"}`."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def reply(self, request: Request) -> Response:
        """Answer one request: 200, or 400 with what is wrong."""
        try:
            arguments = _arguments(await body_of(request, LARGEST_BODY))
            name = request.path_params["name"]
            return _json(await run_in_threadpool(self._services.call, name, arguments), 200)
        except TooLargeError:
            return _json({"error": said("te_groot", most=LARGEST_BODY // 1_000_000)}, 400)
        except InputError as error:
            return _json({"error": str(error)}, 400)


def build_endpoints(services: Services) -> None:
    """Add the endpoints of gradio to the page that is being built. They do not queue: one request is one answer."""
    for name, function in services.functions.items():
        api(_for_gradio(function), api_name=name, api_description=described(name), queue=False)


class QuietBlocks(gr.Blocks):
    """A page that does not print what was sent to it when a program sends too little."""

    def validate_inputs(self, block_fn: Any, inputs: Sequence[Any]) -> None:
        """A sentence for the program that gave fewer values than the function takes."""
        if len(inputs) < len(block_fn.inputs):
            wrong = said("te_weinig", given=len(inputs), wanted=len(block_fn.inputs))
            raise gr.Error(wrong, title="", print_exception=False)


def _for_gradio(function: Callable[..., Row]) -> Callable[..., Row]:
    """The function with its errors as gradio passes them on: the sentence, without a trace in the log."""

    @wraps(function)
    def run(*arguments: object) -> Row:
        try:
            return function(*arguments)
        except InputError as error:
            raise gr.Error(str(error), title="", print_exception=False) from error

    return run


def _arguments(body: bytes) -> Row:
    try:
        row = json.loads(body or b"{}")
    except (ValueError, RecursionError) as error:
        raise InputError(said("geen_json")) from error
    if not isinstance(row, dict):
        raise InputError(said("geen_json"))
    return row


def _json(row: Row, status: int) -> Response:
    text = json.dumps(row, ensure_ascii=False).encode("utf-8", "replace")
    return Response(text, status, {"cache-control": "no-store"}, media_type="application/json")
