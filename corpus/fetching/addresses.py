"""Which addresses may be visited: public ones over https; a local one only when the first address was local itself."""

import socket
from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit
from urllib.request import getproxies, proxy_bypass

from corpus.fetching.types import EndedError, Ending

_LOCAL_NAMES = ("localhost", "127.0.0.1", "::1")


def is_local(address: str) -> bool:
    """Whether the address names this computer."""
    return _split(address).hostname in _LOCAL_NAMES


def check_address(address: str, *, local: bool) -> None:
    """EndedError when `address` may not be visited; `local` when the address asked for was on this computer.

    Looking up the name here and again while connecting could give two answers: see `check_peer`.
    """
    parts = _split(address)
    host = parts.hostname or ""
    schemes = ("https", "http") if local else ("https",)
    if not host or parts.username is not None or parts.scheme not in schemes:
        raise EndedError(Ending.ONVEILIG, address)
    if _literal(host):
        check_peer(host, address, local=local)
    elif not _has_proxy(parts):  # a proxy looks the name up itself, often where we cannot
        for peer in _looked_up(host, parts.port or 443):
            check_peer(peer, address, local=local)


def check_peer(peer: str, address: str, *, local: bool) -> None:
    """EndedError when the computer with the number `peer` may not be visited for `address`."""
    number = _literal(peer)
    if number is None or (number.is_loopback and local):
        return
    if local or not number.is_global or number.is_multicast:
        raise EndedError(Ending.ONVEILIG, address)


def goes_through_proxy(address: str) -> bool:
    """Whether a proxy of the organisation stands between, so that its number is seen and not the publisher's."""
    return _has_proxy(_split(address))


def _split(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        _ = parts.port
    except ValueError as error:
        raise EndedError(Ending.ONVEILIG, address) from error
    return parts


def _literal(host: str) -> IPv4Address | IPv6Address | None:
    try:
        number = ip_address(host.split("%")[0])
    except ValueError:
        return None
    mapped = number.ipv4_mapped if isinstance(number, IPv6Address) else None
    return mapped or number


def _looked_up(host: str, port: int) -> list[str]:
    try:
        return [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    except (OSError, UnicodeError) as error:
        raise EndedError(Ending.GEEN_VERBINDING, host) from error


def _has_proxy(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    proxies = getproxies()
    return (parts.scheme in proxies or "all" in proxies) and not proxy_bypass(host)
