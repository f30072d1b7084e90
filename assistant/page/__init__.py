"""The page: a chat, and the sources that its citations open."""

from assistant.page.server import create_app, serve

__all__ = ["create_app", "serve"]
