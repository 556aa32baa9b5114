"""The errors a user can meet: each says what was found, what was expected and what to do.

Messages are already in the user's language when they arrive here. The class decides the exit code, so that
a script can tell a refusal from wrong usage and from a refusal made to protect people.
"""


class WorkbenchError(Exception):
    """Refused, wholly or in part. The base of every error a user can cause."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        """What was found and what was expected."""
        self.hint = hint
        """What to do about it; may be empty."""


class UsageError(WorkbenchError):
    """The command was called in a way it does not understand."""

    exit_code = 2


class ProtectedError(WorkbenchError):
    """Refused to protect people: consent, anonymity or confidentiality stands in the way."""

    exit_code = 3


class NotFoundError(WorkbenchError):
    """A project, source, municipality, code or passage that is not there."""


class InvalidFileError(WorkbenchError):
    """A file that cannot be read as what it should be."""


class StoreError(WorkbenchError):
    """The project's database could not be opened, read or written."""
