"""A publisher on this computer: a small web server that serves documents well, badly, slowly and half."""

import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from corpus.fetching import Fetched, Fetcher, Limits, Progress
from tests.corpus.files import pdf_of, printed

DOCUMENT = pdf_of([printed(f"Dit is bladzijde {page} van het rapport over jeugdhulp.") for page in range(1, 40)])
PAGE = "<!doctype html><html><head><title>{}</title></head><body><p>Tekst over jeugdhulp.</p></body></html>"
TAG = '"versie-1"'


@dataclass
class Publisher:
    """Where it listens, and what it was asked so far (path and Range header)."""

    address: str
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    tag: str = TAG
    stop: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str) -> str:
        return self.address + path


@contextmanager
def publisher() -> Iterator[Publisher]:
    """A publisher that listens on a free port until the block ends."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    open_for = Publisher(f"http://127.0.0.1:{server.server_port}")
    _Handler.publisher = open_for
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield open_for
    finally:
        open_for.stop.set()
        server.shutdown()
        server.server_close()
        thread.join()


class Diverted(Fetcher):
    """A fetcher that finds every address at a publisher on this computer, under the path told for it."""

    def __init__(self, at: Publisher, paths: Mapping[str, str], limits: Limits) -> None:
        super().__init__(limits)
        self._at = at
        self._paths = paths

    def fetch(self, address: str, folder: Path, name: str) -> Iterator[Progress | Fetched]:
        here = self._at.url(self._paths[address])
        for step in super().fetch(here, folder, name):
            if isinstance(step, Fetched) and step.address == here:
                yield replace(step, address=address)
            else:
                yield step


class _Handler(BaseHTTPRequestHandler):
    publisher: Publisher

    def do_GET(self) -> None:
        self.publisher.asked.append((self.path, self.headers.get("Range")))
        name = self.path.strip("/").split("/")[0].split(".")[0] or "voorpagina"
        getattr(self, f"serve_{name}")()

    def serve_goed(self) -> None:
        self._send(200, DOCUMENT, {"Content-Type": "application/pdf", "ETag": self.publisher.tag})

    def serve_pagina(self) -> None:
        self._send(200, PAGE.format("Regeling jeugdhulp").encode(), {"Content-Type": "text/html; charset=utf-8"})

    def serve_voorpagina(self) -> None:
        self._send(200, PAGE.format("Welkom").encode(), {"Content-Type": "text/html"})

    def serve_weg(self) -> None:
        self._send(404, b"weg")

    def serve_schijnbaar(self) -> None:
        self._send(200, PAGE.format("Pagina niet gevonden").encode(), {"Content-Type": "text/html"})

    def serve_verboden(self) -> None:
        self._send(403, b"nee")

    def serve_stuk(self) -> None:
        self._send(503, b"later")

    def serve_plaatje(self) -> None:
        self._send(200, b"\x89PNG\r\n\x1a\n" + bytes(100), {"Content-Type": "application/pdf"})

    def serve_verhuisd(self) -> None:
        self._send(301, b"", {"Location": "/goed.pdf"})

    def serve_naarvoren(self) -> None:
        self._send(302, b"", {"Location": "/"})

    def serve_rond(self) -> None:
        self._send(302, b"", {"Location": "/rond.pdf"})

    def serve_intern(self) -> None:
        self._send(302, b"", {"Location": "http://10.0.0.1/geheim.pdf"})

    def serve_bestand(self) -> None:
        self._send(302, b"", {"Location": "file:///etc/passwd"})

    def serve_groot(self) -> None:
        self._send(200, b"%PDF-" + bytes(2000))

    def serve_eindeloos(self) -> None:
        """Large, and it does not say so beforehand."""
        self.send_response(200)
        self.end_headers()
        try:
            while not self.publisher.stop.is_set():
                self.wfile.write(b"%PDF-" + bytes(1000))
        except OSError:
            pass

    def serve_traag(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"%PDF-")
        self.publisher.stop.wait(5)

    def serve_druppel(self) -> None:
        """A few bytes at a time: never silent, never done."""
        self.send_response(200)
        self.send_header("Content-Length", "100000")
        self.end_headers()
        try:
            while not self.publisher.stop.wait(0.02):
                self.wfile.write(b"%PDF-")
        except OSError:
            pass

    def serve_half(self) -> None:
        """Breaks off half-way the first time; goes on where it was when asked so."""
        begin = self._first_byte()
        rest = DOCUMENT[begin:]
        headers = {"ETag": self.publisher.tag}
        if begin:
            headers["Content-Range"] = f"bytes {begin}-{len(DOCUMENT) - 1}/{len(DOCUMENT)}"
            self._send(206, rest, headers)
        else:
            self._send(200, rest, headers, upto=len(rest) // 2)

    def serve_halfzonder(self) -> None:
        """Breaks off half-way each time, and does not know how to go on."""
        self._send(200, DOCUMENT, upto=len(DOCUMENT) // 2)

    def serve_ander(self) -> None:
        """Breaks off half-way; the next time there is another version, of which a part is refused."""
        earlier = sum(path == self.path for path, _ in self.publisher.asked)
        if earlier == 1:
            self._send(200, DOCUMENT, {"ETag": '"oud"'}, upto=1000)
        else:
            self._send(200, DOCUMENT, {"ETag": '"nieuw"'})

    def serve_voorbij(self) -> None:
        """Breaks off half-way, and then says that there is no such part."""
        if self.headers.get("Range"):
            self._send(416, b"")
        else:
            earlier = sum(path == self.path for path, _ in self.publisher.asked)
            self._send(200, DOCUMENT, {"ETag": TAG}, upto=1000 if earlier == 1 else len(DOCUMENT))

    def _first_byte(self) -> int:
        asked = self.headers.get("Range")
        same = self.headers.get("If-Range") == self.publisher.tag
        return int(asked.removeprefix("bytes=").rstrip("-")) if asked and same else 0

    def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None, upto: int | None = None) -> None:
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body[:upto])

    def log_message(self, format: str, *args: object) -> None:
        pass
