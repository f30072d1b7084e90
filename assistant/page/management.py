"""Who may add, fetch and remove documents: who sits at the computer itself, unless the administrator says otherwise."""

import os
from ipaddress import ip_address

VARIABLE = "REGIOVISIE_BEHEER"
"""Set to 1: everyone who can open the page may; to 0: nobody may."""

_ANSWERS = {"1": True, "0": False}


def may_manage(host: str) -> bool:
    """Whether documents may be managed on a page that is served at `host`."""
    return _ANSWERS.get(os.environ.get(VARIABLE, "").strip(), _is_this_computer(host))


def _is_this_computer(host: str) -> bool:
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
