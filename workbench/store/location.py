"""Where a project may lie: SQLite's locks do not hold on network drives, and sync clients tear a live database.

Copying project.db without its -wal file lost 500 committed rows, and a half-synced copy was damaged every time.
"""

import os
from pathlib import Path, PurePath

from workbench.i18n import _

_NETWORK = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.davfs2", "fuse.sshfs",
    "fuse.rclone", "fuse.gvfsd-fuse", "fuse.google-drive-ocamlfuse", "fuse.onedriver", "9p", "afs", "ceph",
    "glusterfs", "fuse.glusterfs",
}  # fmt: skip
_SYNCED = (
    "onedrive", "dropbox", "google drive", "googledrive", "my drive", "icloud drive", "mobile documents",
    "nextcloud", "owncloud", "sharepoint", "box sync", "pcloud", "syncthing",
)  # fmt: skip


def unsafe_location(file: Path) -> str:
    """Why this file must not hold a live database; empty when its place is fine."""
    path = file.resolve()
    if str(path).startswith("\\\\"):
        return _("{path} lies on a network drive.").format(path=path)
    if folder := sync_folder(path):
        return _("{path} lies in {folder}, which copies files while they are in use.").format(path=path, folder=folder)
    mounts = Path("/proc/mounts")
    if mounts.exists() and (kind := file_system(path, mounts.read_text(encoding="utf-8", errors="replace"))):
        return _("{path} lies on a network drive ({kind}).").format(path=path, kind=kind)
    return ""


def sync_folder(path: PurePath) -> str:
    """The part of the path that a sync client owns; empty when none does."""
    for part in path.parts[:-1]:
        low = part.casefold()
        if any(low == name or low.startswith((f"{name} ", f"{name}-")) for name in _SYNCED):
            return part
    return ""


def file_system(path: PurePath, mounts: str) -> str:
    """The kind of network file system the path lies on, read from a table of mounts; empty when local."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        if os.path.commonpath([point, str(path)]) == point and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind if kind in _NETWORK else ""
