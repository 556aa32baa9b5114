"""Optional models: which ones suit Danish, which is chosen, what is here; and the one that suggestions use.

A model is always a folder on this computer. Nothing here fetches one.
"""

import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.config import PROJECT_FILE, Settings, read_settings
from workbench.errors import InvalidFileError
from workbench.i18n import _
from workbench.store import Store
from workbench.suggest.local_model import LocalModel, installed, require_libraries
from workbench.suggest.model_folder import ModelFolder, model_folder
from workbench.workflow.remembering import Remembering

VARIABLE = "WORKBENCH_EMBEDDINGS"


class Kind(StrEnum):
    """What a model is for."""

    EMBEDDINGS = "embeddings"
    """Suggestions that see what words mean."""
    LEMMAS = "lemmas"
    """Danish base forms, by spaCy."""


@dataclass(frozen=True, slots=True)
class Recommended:
    """A model that suits Danish."""

    name: str
    """As it is called where it is published."""
    kind: Kind
    megabytes: int
    licence: str
    prompt: str = ""
    """What it wants before each text, where its own settings do not say."""


RECOMMENDED = (
    Recommended("intfloat/multilingual-e5-small", Kind.EMBEDDINGS, 470, "MIT", "query: "),
    Recommended("intfloat/multilingual-e5-base", Kind.EMBEDDINGS, 1110, "MIT", "query: "),
    Recommended(
        "intfloat/multilingual-e5-large-instruct",
        Kind.EMBEDDINGS,
        1120,
        "MIT",
        "Instruct: Identify the theme of what is said in an interview\nQuery: ",
    ),
    Recommended("KennethTM/MiniLM-L6-danish-encoder", Kind.EMBEDDINGS, 91, "MIT"),
    Recommended("da_core_news_sm", Kind.LEMMAS, 12, "CC BY-SA 4.0"),
)
"""Best choice for a laptop first. Order and sizes: Scandinavian Embedding Benchmark, Danish tasks, and model cards."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The embedding model that somebody chose."""

    path: Path
    by_environment: bool
    """By $WORKBENCH_EMBEDDINGS, not by the project."""


@dataclass(frozen=True, slots=True)
class Embeddings:
    """How it stands with embeddings here."""

    installed: bool
    """The libraries are."""
    chosen: Chosen | None
    model: LocalModel | None
    """The chosen one, where its folder holds one; it is not opened."""
    problem: InvalidFileError | None
    """Why the chosen one cannot be used."""

    @property
    def active(self) -> bool:
        """Suggestions use it."""
        return self.installed and self.model is not None


def chosen(root: Path | None, settings: Settings | None) -> Chosen | None:
    """$WORKBENCH_EMBEDDINGS, else what workbench.toml says, from the project's folder. Set to nothing, it is none."""
    own = os.environ.get(VARIABLE)
    if own is not None:
        return Chosen(Path(own).expanduser().absolute(), True) if own.strip() else None
    if root is not None and settings is not None and settings.embeddings.strip():
        return Chosen(root / Path(settings.embeddings).expanduser(), False)
    return None


def embeddings(root: Path | None) -> Embeddings:
    """How it stands in the project in this folder, or without one."""
    choice = chosen(root, read_settings(root / PROJECT_FILE) if root else None)
    model, problem = None, None
    if choice is not None:
        try:
            model = local_model(choice.path)
        except InvalidFileError as error:
            problem = error
    return Embeddings(installed(), choice, model, problem)


def local_model(path: Path) -> LocalModel:
    """The model in this folder, not opened yet. Raises InvalidFileError when there is none."""
    folder = model_folder(path)
    return LocalModel(folder, folder.prompt or _known_prompt(folder))


def embedder(store: Store) -> Remembering | None:
    """What gives this project's passages their directions; None where nobody chose a model.

    Raises InvalidFileError when the chosen folder is no model, WorkbenchError when the libraries are missing: now, not
    when a thread in the background needs them.
    """
    choice = chosen(store.root, store.settings)
    if choice is None:
        return None
    try:
        model = local_model(choice.path)
    except InvalidFileError as error:
        told = (
            _("$WORKBENCH_EMBEDDINGS says to use it.") if choice.by_environment else _("workbench.toml says to use it.")
        )
        without = _("To suggest without it, set $WORKBENCH_EMBEDDINGS to nothing.")
        raise InvalidFileError(error.message, hint=f"{told} {without}\n{error.hint}") from error
    require_libraries()
    return Remembering(model, store)


def found(model: Recommended) -> Path | None:
    """Where a recommended embedding model lies already: in the folder that Hugging Face's own programs keep."""
    home = Path(os.environ.get("HF_HOME") or Path.home() / ".cache" / "huggingface")
    cache = Path(os.environ.get("HF_HUB_CACHE") or home / "hub")
    snapshots = cache / f"models--{model.name.replace('/', '--')}" / "snapshots"
    for snapshot in sorted(snapshots.glob("*")) if model.kind is Kind.EMBEDDINGS else ():
        try:
            return model_folder(snapshot).path
        except InvalidFileError:
            continue
    return None


def _known_prompt(folder: ModelFolder) -> str:
    """What a recommended model wants before each text, told by the folder's name."""
    short = folder.name.rpartition("/")[2]
    return next((one.prompt for one in RECOMMENDED if one.name.rpartition("/")[2] == short), "")
