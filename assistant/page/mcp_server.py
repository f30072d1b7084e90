"""The functions for other programs as tools of MCP (Model Context Protocol), at `/mcp`."""

import inspect
import json
from contextlib import AbstractAsyncContextManager
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from anyio import to_thread
from mcp.server.lowlevel import Server
from mcp.server.streamable_http_manager import StreamableHTTPSessionManager
from mcp.types import TextContent, Tool, ToolAnnotations
from starlette.types import Receive, Scope, Send

from assistant.page.services import Services, described, parameters_of

Result = tuple[list[TextContent], dict[str, Any]]
"""The JSON as text, and as it is."""


class McpServer:
    """An ASGI app that speaks MCP over http; each request stands alone, nothing is kept between two."""

    def __init__(self, services: Services, name: str) -> None:
        self._manager = StreamableHTTPSessionManager(_server(services, name), json_response=True, stateless=True)

    def running(self) -> AbstractAsyncContextManager[None]:
        """What must surround the life of the web server."""
        return self._manager.run()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await self._manager.handle_request(scope, receive, send)


def _server(services: Services, name: str) -> "Server[Any, Any]":
    server: Server[Any, Any] = Server(name)

    async def list_tools() -> list[Tool]:
        return [_tool(name, function) for name, function in services.functions.items()]

    async def call_tool(name: str, arguments: dict[str, Any]) -> Result:
        return await to_thread.run_sync(_called, services, name, arguments)

    server.list_tools()(list_tools)  # type: ignore[no-untyped-call]
    server.call_tool(validate_input=False)(call_tool)  # its own errors are English
    return server


def _called(services: Services, name: str, arguments: dict[str, Any]) -> Result:
    row = services.call(name, arguments)  # of an InputError the client sees the sentence
    return [TextContent(type="text", text=json.dumps(row, ensure_ascii=False))], row


def _tool(name: str, function: Any) -> Tool:
    hints = get_type_hints(function)
    known = inspect.signature(function).parameters
    properties = {
        parameter: {**_schema(hints[parameter]), "description": meaning}
        for parameter, meaning in parameters_of(name).items()
    }
    required = [parameter for parameter, of in known.items() if of.default is of.empty]
    return Tool(
        name=name,
        description=described(name),
        inputSchema={"type": "object", "properties": properties, "required": required},
        annotations=ToolAnnotations(readOnlyHint=True, openWorldHint=False),
    )


def _schema(hint: Any) -> dict[str, Any]:
    """The JSON schema of a parameter: text, or a list of texts that may be left out."""
    if get_origin(hint) is UnionType:
        hint = next(part for part in get_args(hint) if part is not NoneType)
    return {"type": "string"} if hint is str else {"type": "array", "items": {"type": "string"}}
