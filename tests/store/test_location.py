"""Where a live database must not lie."""

from pathlib import Path, PurePosixPath

import pytest

from workbench.errors import StoreError
from workbench.store import Store, new_settings
from workbench.store.location import file_system, sync_folder

MOUNTS = """\
/dev/vda1 / ext4 rw 0 0
//server/share /mnt/fælles\\040drev cifs rw 0 0
server:/export /home/maja/net nfs4 rw 0 0
/dev/vdb1 /home/maja/net/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/maja/projekt/project.db", ""),
        ("/mnt/fælles drev/projekt/project.db", "cifs"),
        ("/mnt/fælles/project.db", ""),
        ("/home/maja/net/projekt/project.db", "nfs4"),
        ("/home/maja/net/local/project.db", ""),
        ("/home/maja/network/project.db", ""),
    ],
)
def test_network_drives_are_known(path: str, kind: str) -> None:
    assert file_system(PurePosixPath(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "folder"),
    [
        ("/home/maja/OneDrive/projekt/project.db", "OneDrive"),
        ("/home/maja/OneDrive - Kommunen/projekt/project.db", "OneDrive - Kommunen"),
        ("/Users/maja/Library/Mobile Documents/p/project.db", "Mobile Documents"),
        ("/home/maja/Dropbox/project.db", "Dropbox"),
        ("/home/maja/dropboxes/project.db", ""),
        ("/home/maja/projekt/onedrive", ""),
    ],
)
def test_sync_folders_are_known(path: str, folder: str) -> None:
    assert sync_folder(PurePosixPath(path)) == folder


def test_no_project_is_made_in_a_sync_folder(tmp_path: Path) -> None:
    root = tmp_path / "OneDrive" / "projekt"
    with pytest.raises(StoreError) as refused:
        Store.create(root, new_settings("p"), person="Maja")
    assert refused.value.message == f"{root / 'project.db'} lies in OneDrive, which copies files while they are in use."
    assert refused.value.hint == "Keep the project on this computer's own disk; share it as an export instead."
    assert not root.exists()
