"""How the events of the page reach the server: one request and one answer, or through the queue of gradio."""

from typing import Any, Final

DIRECT: Final[dict[str, Any]] = {"show_progress": "hidden", "api_visibility": "private", "queue": False}
"""For what answers at once.

Not through the queue: of two such events in quick succession the answer of the second is now and then lost, when the
stream of the first closes just then (1 of 57 pages that asked a question while they loaded, gradio 6.31).
"""

QUEUED: Final[dict[str, Any]] = {**DIRECT, "queue": True}
"""For what tells how far it is, or can be stopped."""
