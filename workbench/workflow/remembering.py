"""An embedding model that reads each passage once: what it found is kept in the project."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from threading import Lock, get_ident
from typing import TYPE_CHECKING

from workbench.store import Store, address, forget_vectors, keep_vectors, vectors
from workbench.suggest.embeddings import Embedder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_AT_ONCE = 256
"""Texts read between two writes: what is interrupted goes on here."""
_NUMBER = "<f2"
"""Two bytes a number. The first answer is rounded like all later ones, so both are the same."""


class Remembering:
    """Gives what the model gives, rounded. Learning in the background may use it too."""

    def __init__(self, model: Embedder, store: Store) -> None:
        self._model = model
        self._store = store
        self._held: dict[str, bytes] = {}
        self._lock = Lock()
        self._home = get_ident()

    @property
    def name(self) -> str:
        return self._model.name

    @property
    def fingerprint(self) -> str:
        return self._model.fingerprint

    @property
    def dimensions(self) -> int:
        return self._model.dimensions

    def encode(self, texts: Sequence[str]) -> "NDArray[np.float32]":
        import numpy as np

        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        addresses = [address(text) for text in texts]
        with self._lock:
            self._recall(addresses)
            new = {key: text for key, text in zip(addresses, texts, strict=True) if key not in self._held}
            left = iter(new.items())
            while batch := dict(islice(left, _AT_ONCE)):
                self._read(batch)
            rows = np.stack([np.frombuffer(self._held[key], dtype=_NUMBER) for key in addresses]).astype(np.float32)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        lengths[lengths == 0] = 1
        found: NDArray[np.float32] = rows / lengths
        return found

    def forget_others(self) -> None:
        """Forget all texts that were not asked for since this was made: nobody says them any more."""
        forget_vectors(self._store, self._held)

    def _recall(self, addresses: Sequence[str]) -> None:
        if missing := {key for key in addresses if key not in self._held}:
            with self._project() as project:
                self._held |= vectors(project, self.fingerprint, missing)

    def _read(self, batch: dict[str, str]) -> None:
        import numpy as np

        made = np.asarray(self._model.encode(list(batch.values())))
        rows = {key: row.astype(_NUMBER).tobytes() for key, row in zip(batch, made, strict=True)}
        with self._project() as project:
            keep_vectors(project, self.fingerprint, self.name, rows)
        self._held |= rows

    @contextmanager
    def _project(self) -> Iterator[Store]:
        """The project; in another thread opened once more, for a connection stays in the thread that made it."""
        if get_ident() == self._home:
            yield self._store
        else:
            with Store.open(self._store.root, person=self._store.person) as own:
                yield own
