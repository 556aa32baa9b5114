"""The library that opens an embedding model: from a folder, and from nowhere else."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import InvalidFileError, WorkbenchError
from workbench.i18n import _
from workbench.suggest.model_folder import ModelFolder

if TYPE_CHECKING:
    from workbench.suggest.embeddings import Vectors

LIBRARIES = ("sentence-transformers>=5", "torch==2.13.0")
"""What the extra `embeddings` brings."""
INSTALL = "python -m pip install " + " ".join(f'"{each}"' for each in LIBRARIES)
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_PROGRESS_BARS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
_BATCH = 32


def installed() -> bool:
    """Whether the libraries are there; imports neither."""
    return all(find_spec(name) is not None for name in ("sentence_transformers", "torch"))


def require_libraries() -> None:
    """Raises WorkbenchError where they are not there, with what to do."""
    if not installed():
        raise WorkbenchError(
            _("An embedding model needs sentence-transformers, which is not installed."),
            hint=_("Install it with: {command}").format(command=INSTALL)
            + "\n"
            + _("To suggest without it, set $WORKBENCH_EMBEDDINGS to nothing."),
        )


@dataclass(frozen=True, slots=True)
class LocalModel:
    """An embedding model that is opened when a text first needs it. `prompt` stands before each text."""

    folder: ModelFolder
    prompt: str = ""

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def fingerprint(self) -> str:
        return sha256(f"{self.folder.fingerprint} {self.prompt}".encode()).hexdigest()[:16]

    @property
    def dimensions(self) -> int:
        return int(self.encode(["."]).shape[1])

    def encode(self, texts: Sequence[str]) -> "Vectors":
        """Raises InvalidFileError when the folder cannot be opened after all, WorkbenchError without the libraries."""
        import numpy as np

        model = opened(self.folder.path)
        try:
            found = model.encode(
                list(texts), prompt=self.prompt, batch_size=_BATCH, show_progress_bar=False, normalize_embeddings=True
            )
        except Exception as error:
            raise _unusable(self.folder.path, error) from error
        return np.nan_to_num(np.asarray(found, dtype=np.float32).reshape(len(texts), -1))


@lru_cache(maxsize=1)
def opened(path: Path) -> Any:
    """The model in this folder, on the processor: the same on every machine, and nobody has to say which."""
    require_libraries()
    os.environ.update(OFFLINE)
    try:
        from sentence_transformers import SentenceTransformer
        from transformers.utils import logging

        logging.set_verbosity_error()
        logging.disable_progress_bar()
        return SentenceTransformer(str(path), device="cpu", local_files_only=True, trust_remote_code=False)
    except Exception as error:
        raise _unusable(path, error) from error


def _unusable(path: Path, error: Exception) -> InvalidFileError:
    reason = str(error).strip().splitlines()
    return InvalidFileError(
        _("{folder} cannot be opened as an embedding model: {reason}").format(
            folder=path, reason=reason[0] if reason else type(error).__name__
        ),
        hint=_("Copy the model's folder anew. To suggest without it, set $WORKBENCH_EMBEDDINGS to nothing."),
    )
