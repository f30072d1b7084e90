"""Fetching a document from its publisher (httpx), bounded in every way. The only module that visits an address."""

import time
from collections.abc import Generator, Iterator
from pathlib import Path

import httpx

from corpus.errors import InputError
from corpus.fetching.addresses import check_address, check_peer, goes_through_proxy, is_local
from corpus.fetching.checking import ending_of
from corpus.fetching.partial import Partial, Validator
from corpus.fetching.types import EndedError, Ending, Fetched, Limits, Progress

HEADERS = {
    "User-Agent": "Assistent-Regiovisie-Jeugd/1.0",
    "Accept": "application/pdf, text/html;q=0.9, */*;q=0.5",
    "Accept-Language": "nl",
    "Accept-Encoding": "identity",  # so that a part of the file is a part of what is sent
}

_STATUS = {
    401: Ending.GEEN_TOEGANG,
    403: Ending.GEEN_TOEGANG,
    404: Ending.VERDWENEN,
    410: Ending.VERDWENEN,
}
"""What a status number means for the reader; every other that is no success is a failure of the server."""

_CONTINUABLE = (Ending.AFGEBROKEN, Ending.TE_TRAAG, Ending.GEEN_VERBINDING, Ending.STORING)
"""Endings after which the part that came is kept for the next time."""


class _AgainError(Exception):
    """What was kept is of another version, or the connection broke: ask again."""


class Fetcher:
    """Fetches documents one at a time."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()

    def fetch(self, address: str, folder: Path, name: str) -> Iterator[Progress | Fetched]:
        """How far it is, and last how it ended; the document then stands in `folder` as `name` with its own ending.

        InputError when `folder` cannot be written. What came of a broken download stays there for the next time.
        """
        part = Partial(folder, name)
        try:
            with part.held():
                reached, content_type = yield from self._attempts(address, part)
                data = part.path.read_bytes()
                path = part.finish(ending_of(data, content_type, address, reached))
            yield Fetched(Ending.OPGEHAALD, path, reached)
        except EndedError as ended:
            if ended.ending is not Ending.BEZIG and not (ended.ending in _CONTINUABLE and part.can_go_on()):
                part.discard()
            yield Fetched(ended.ending, address=address, detail=ended.detail)
        except OSError as error:
            raise InputError(
                f"Kan niet schrijven in '{folder}': geen toestemming, geen ruimte, of het is geen map. "
                "Maak ruimte of kies een andere map."
            ) from error

    def _attempts(self, address: str, part: Partial) -> Generator[Progress, None, tuple[str, str]]:
        """Ask until all of it came; gives the address where it stood and its content type."""
        deadline = time.monotonic() + self._limits.together
        with self._client() as client:
            for left in reversed(range(self._limits.attempts)):
                try:
                    return (yield from self._visit(client, address, part, deadline))
                except (_AgainError, httpx.ReadError, httpx.RemoteProtocolError) as error:
                    if not left:
                        raise EndedError(Ending.AFGEBROKEN) from error
                    time.sleep(self._limits.pause)
                except httpx.ConnectTimeout as error:
                    raise EndedError(Ending.GEEN_VERBINDING) from error
                except httpx.TimeoutException as error:
                    raise EndedError(Ending.TE_TRAAG) from error
                except (httpx.HTTPError, httpx.InvalidURL) as error:
                    raise EndedError(Ending.GEEN_VERBINDING) from error
        raise AssertionError("at least one attempt is made")

    def _client(self) -> httpx.Client:
        """A client that trusts what the computer trusts: an organisation may look into what comes from outside."""
        trust = httpx.create_ssl_context()
        trust.load_default_certs()
        patience = httpx.Timeout(self._limits.silence, connect=self._limits.connecting)
        return httpx.Client(verify=trust, timeout=patience, headers=HEADERS)

    def _visit(
        self, client: httpx.Client, address: str, part: Partial, deadline: float
    ) -> Generator[Progress, None, tuple[str, str]]:
        """Follow the address to where the document stands, and receive it."""
        local, url = is_local(address), address
        for _ in range(self._limits.most_redirects + 1):
            check_address(url, local=local)
            with client.stream("GET", url, headers=part.wanted(address)) as response:
                _check_connection(response, url, local)
                if response.next_request is None:
                    yield from self._receive(response, address, part, deadline)
                    return url, response.headers.get("content-type", "")
                url = str(response.next_request.url)
        raise EndedError(Ending.TE_VAAK_DOORVERWEZEN)

    def _receive(self, response: httpx.Response, address: str, part: Partial, deadline: float) -> Iterator[Progress]:
        self._begin(response, address, part)
        length = response.headers.get("content-length", "")
        total = part.size + int(length) if length.isdigit() else None
        if total is not None and total > self._limits.most_bytes:
            raise EndedError(Ending.TE_GROOT)
        received = part.size
        with part.path.open("ab") as file:
            for chunk in response.iter_bytes():
                received += len(chunk)
                if received > self._limits.most_bytes:
                    raise EndedError(Ending.TE_GROOT)
                if time.monotonic() > deadline:
                    raise EndedError(Ending.TE_TRAAG)
                file.write(chunk)
                yield Progress(received, total)

    def _begin(self, response: httpx.Response, address: str, part: Partial) -> None:
        """Make `part` ready for what comes: the rest of it, or all of it anew."""
        if response.status_code == httpx.codes.PARTIAL_CONTENT and response.request.headers.get("range"):
            if response.headers.get("content-range", "").startswith(f"bytes {part.size}-"):
                return
            part.discard()
            raise _AgainError
        if response.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
            part.discard()
            raise _AgainError
        if response.status_code != httpx.codes.OK:
            raise EndedError(_STATUS.get(response.status_code, Ending.STORING), str(response.status_code))
        packed = response.headers.get("content-encoding", "identity") != "identity"
        part.begin(Validator(address, "") if packed else Validator.from_headers(address, response.headers))


def _check_connection(response: httpx.Response, url: str, local: bool) -> None:
    """EndedError when the name led to a computer that may not be visited after all."""
    stream = response.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream else None
    if peer and not goes_through_proxy(url):
        check_peer(str(peer[0]), url, local=local)
