"""A Word file's zip, packed the same way every time: no clock gets in."""

import io
import zipfile

_FIXED = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip can carry."""


def repacked(content: bytes) -> bytes:
    """The same parts in the same order, with fixed dates and attributes."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as parts,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as target,
    ):
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, _FIXED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            target.writestr(entry, parts.read(part))
    return packed.getvalue()


def parts_of(content: bytes) -> dict[str, bytes]:
    """Every part by name, unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return {part.filename: parts.read(part) for part in parts.infolist()}
