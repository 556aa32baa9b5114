"""A zip archive (docx, odt, xlsx) opened without trusting it: sizes, ratios and names are checked before reading."""

import io
import zipfile

from workbench.errors import InvalidFileError
from workbench.i18n import _
from workbench.terminal import safe

_MAX_TOTAL = 200_000_000
_MAX_MEMBER = 100_000_000
_MAX_MEMBERS = 5_000
_MAX_RATIO = 100
_SMALL = 5_000_000
"""Bytes below which no ratio is harmful: repetitive text packs well."""


class Archive:
    """The members of a zip archive, read one by one and only into memory."""

    def __init__(self, raw: bytes, origin: str) -> None:
        """Raises InvalidFileError for a damaged archive, a bomb, a locked one, or names that leave it."""
        self._origin = origin
        self._raw = raw
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
            members = self._zip.infolist()
        except Exception as error:  # zipfile raises whatever a damaged header provokes
            raise self._damaged() from error
        self._members = {member.filename: member for member in members}
        if len(members) > _MAX_MEMBERS or sum(one.file_size for one in members) > _MAX_TOTAL:
            raise self._bomb()
        for one in members:
            if one.file_size > _MAX_MEMBER or one.file_size > max(_SMALL, _MAX_RATIO * one.compress_size):
                raise self._bomb()
            if _leaves(one.filename):
                raise InvalidFileError(
                    _("{file} holds a part named “{name}”, which points out of the file.").format(
                        file=safe(origin), name=safe(one.filename)
                    ),
                    hint=_("No word processor writes that; do not open the file, and ask where it came from."),
                )
            if one.flag_bits & 1:
                raise InvalidFileError(
                    _("{file} is locked with a password.").format(file=safe(origin)),
                    hint=_("Save it without a password, and import that."),
                )

    def __contains__(self, name: str) -> bool:
        return name in self._members

    def names(self) -> list[str]:
        """The members' names, in the archive's order."""
        return list(self._members)

    def whole(self) -> bytes:
        """The archive itself, for a library that wants to open it again."""
        return self._raw

    def read(self, name: str) -> bytes:
        """A member's content; empty when there is none. Raises InvalidFileError when it is damaged."""
        if name not in self._members:
            return b""
        try:
            with self._zip.open(self._members[name]) as member:
                content = member.read(_MAX_MEMBER + 1)  # a header can lie about the size
        except Exception as error:  # and so does every way of packing
            raise self._damaged() from error
        if len(content) > _MAX_MEMBER:
            raise self._bomb()
        return content

    def _damaged(self) -> InvalidFileError:
        return InvalidFileError(
            _("{file} is damaged or cut off.").format(file=safe(self._origin)),
            hint=_("Get the file again, or open it in its program and save it anew."),
        )

    def _bomb(self) -> InvalidFileError:
        return InvalidFileError(
            _("{file} unpacks to far more than a transcript can hold, and was not opened.").format(
                file=safe(self._origin)
            ),
            hint=_("Save the text alone as .docx or .txt, without pictures and attachments."),
        )


def _leaves(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or any(ord(letter) < 32 for letter in name)
