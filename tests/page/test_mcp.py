"""The tools of MCP, with the real client of that protocol."""

import json
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import anyio
import httpx
import pytest
from mcp import ClientSession
from mcp.client.streamable_http import streamable_http_client
from mcp.types import CallToolResult, TextContent, Tool

from assistant import Assistant
from assistant.page import Setup
from assistant.page.services import described, parameters_of
from assistant.rendering import as_json
from tests.page.conftest import served

T = TypeVar("T")
QUESTION = "Wat moet er over wachtlijsten in de regiovisie?"


@pytest.fixture(scope="module")
def mcp_address(assistant: Assistant) -> Iterator[str]:
    with served(assistant, Setup(mcp=True)) as url:
        yield f"{url}/mcp"


def in_a_thread(ask: Callable[[], Awaitable[T]]) -> T:
    """The result, from an event loop of its own."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(anyio.run, ask).result()


def tools_of(url: str) -> list[Tool]:
    async def ask() -> list[Tool]:
        async with streamable_http_client(url) as (read, write, _), ClientSession(read, write) as session:
            await session.initialize()
            return (await session.list_tools()).tools

    return in_a_thread(ask)


def call(url: str, name: str, arguments: dict[str, Any]) -> CallToolResult:
    async def ask() -> CallToolResult:
        async with streamable_http_client(url) as (read, write, _), ClientSession(read, write) as session:
            await session.initialize()
            return await session.call_tool(name, arguments)

    return in_a_thread(ask)


def test_every_function_is_a_tool_described_in_dutch(mcp_address: str) -> None:
    tools = {tool.name: tool for tool in tools_of(mcp_address)}
    assert set(tools) == {"vraag", "toets", "bronnen", "bron"}
    for name, tool in tools.items():
        assert tool.description == described(name)
        properties = tool.inputSchema["properties"]
        assert {key: schema["description"] for key, schema in properties.items()} == parameters_of(name)
    assert tools["vraag"].inputSchema["required"] == ["question"]
    assert tools["toets"].inputSchema["properties"]["not_applicable"]["type"] == "array"


def test_a_tool_gives_the_json_of_the_command_line(mcp_address: str, assistant: Assistant) -> None:
    result = call(mcp_address, "vraag", {"question": QUESTION})
    wanted = as_json(assistant.ask(QUESTION), assistant.content)
    assert result.structuredContent == wanted
    assert isinstance(result.content[0], TextContent)
    assert json.loads(result.content[0].text) == wanted


@pytest.mark.parametrize(
    ("name", "arguments", "sentence"),
    [
        ("vraag", {}, "'question' ontbreekt. Geef het mee en probeer het opnieuw."),
        ("bron", {"source": "weg"}, "De bron 'weg' bestaat niet. Vraag met 'bronnen' welke er zijn."),
        ("weg", {}, "'weg' bestaat niet. Kies uit: vraag, toets, bronnen, bron."),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(
    mcp_address: str, name: str, arguments: dict[str, Any], sentence: str
) -> None:
    result = call(mcp_address, name, arguments)
    assert result.isError
    assert isinstance(result.content[0], TextContent)
    assert result.content[0].text == sentence


def test_there_is_no_mcp_unless_it_is_asked_for(address: str) -> None:
    assert httpx.post(f"{address}/mcp", json={}).status_code in (404, 405)
