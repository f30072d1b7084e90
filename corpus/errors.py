"""The one error a user is shown: a Dutch sentence that says what, why and how to mend it."""


class InputError(Exception):
    """Something the user gave, or something on disk, cannot be used; the message is shown as it is."""


class ContentError(Exception):
    """A file of the content breaks its own rules; the message names the file and the rule."""
