"""Starting a project: its folder, its database and its codebooks."""

from pathlib import Path

from workbench.codebook import load
from workbench.store import Store, add_codebook, new_settings

DEFAULT_CODEBOOKS = ("kui-fire-fokusomraader",)


def start(
    folder: Path, *, name: str, person: str, language: str, codebooks: tuple[str, ...] = DEFAULT_CODEBOOKS
) -> Store:
    """Make a project with these codebooks (ids of shipped ones, or files) and leave it open.

    Raises NotFoundError or InvalidFileError for a codebook before anything is made, WorkbenchError when the
    folder holds a project already.
    """
    loaded = [load(ref) for ref in codebooks]
    settings = new_settings(
        name, language=language, report_language=language, codebooks=tuple(codebook.id for codebook in loaded)
    )
    store = Store.create(folder, settings, person=person)
    with store.command("init") as command:
        for codebook in loaded:
            add_codebook(command, codebook)
    return store
