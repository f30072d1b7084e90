"""The page: a chat, the review of a draft, and the sources that citations open; the same for other programs."""

from assistant.page import quick  # noqa: F401  before anything else imports gradio
from assistant.page.server import Setup, create_app, serve

__all__ = ["Setup", "create_app", "serve"]
