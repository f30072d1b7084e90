"""What nobody foresaw: the log tells where it went wrong, and holds no word of the reader."""

import sys
import traceback


def log(what: str, error: Exception) -> None:
    """Print that `what` failed, with the kind of error and its place; its message may quote the reader, so not that."""
    print(f"{what} failed: {type(error).__name__}", file=sys.stderr)
    traceback.print_tb(error.__traceback__)
