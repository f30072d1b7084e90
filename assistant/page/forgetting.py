"""Makes gradio forget what readers type.

Gradio keeps the last value of every field and every result of each visitor in memory, for up to ten thousand visitors
and as long as the server runs, so that a page can be shared with what is in it. We do not offer that.
"""

from typing import Any

from gradio.state_holder import SessionState


def forget_values() -> None:
    """Have the sessions of all visitors keep no values from now on."""
    SessionState._update_value_in_config = _keep_nothing  # type: ignore[method-assign, assignment]


def _keep_nothing(session: SessionState, key: int, value: Any) -> None:
    pass
