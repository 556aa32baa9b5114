"""What a suggestion run rests on, so that it can be repeated and audited."""

from importlib.metadata import version

from workbench import danish
from workbench.codebook import Codebook


def provenance(codebook: Codebook, labelled: int) -> dict[str, str | int]:
    """Codebook and version, number of labelled passages, lemma source, versions of the libraries that compute."""
    lemmas = danish.ready()
    return {
        "codebook": codebook.id,
        "codebook_version": codebook.version,
        "labelled": labelled,
        "lemmas": f"{lemmas.source} {lemmas.version}".strip(),
        "numpy": version("numpy"),
        "scikit-learn": version("scikit-learn"),
    }
