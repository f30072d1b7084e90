"""The page: a chat, the review of a draft, and the sources that citations open."""

from assistant.page.server import create_app, serve

__all__ = ["create_app", "serve"]
