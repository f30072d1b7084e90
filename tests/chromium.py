"""Finds a Chromium for the browser tests, and installs one where it may: `python -m tests.chromium`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MAC = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
FLAGS = ["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
"""What keeps Chromium from calling its maker while it is tested."""


def find() -> str | None:
    """The path of a Chromium or Chrome: the one in CHROMIUM, else one that is installed."""
    candidates = [os.environ.get("CHROMIUM"), *map(shutil.which, NAMES), *MAC, *_downloaded()]
    return next((path for path in candidates if path and Path(path).exists()), None)


def flags() -> list[str]:
    """The flags to start it with; without its own sandbox only for root, which cannot have it."""
    return [*FLAGS, "--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else FLAGS


def _downloaded() -> list[str]:
    """What `playwright install` put in its cache."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return [playwright.chromium.executable_path]


def install() -> None:
    """Install Chromium: with apt as root, else with playwright's own download."""
    if shutil.which("apt-get") and os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], check=False)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """0 when there is a Chromium, 1 with a clear word when there is none."""
    if find() is None:
        print("Chromium ontbreekt en wordt geïnstalleerd.", file=sys.stderr)
        install()
    path = find()
    if path is None:
        print(
            "Geen Chromium gevonden, en installeren lukte niet: de browsertests kunnen niet draaien. Installeer "
            "Chromium of Chrome (op Debian als beheerder: apt-get install chromium), of geef het pad in CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    print(f"Browsertests met {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
