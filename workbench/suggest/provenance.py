"""What a suggestion run rests on, so that it can be repeated and audited."""

from importlib.metadata import version

from workbench import danish
from workbench.codebook import Codebook
from workbench.suggest.embeddings import Embedder


def provenance(codebook: Codebook, labelled: int, embedder: Embedder | None) -> dict[str, str | int]:
    """Codebook and version, number of labelled passages, lemma source, versions of the libraries that compute, and
    the embedding model, if there is one."""
    lemmas = danish.ready()
    model = {"embeddings": embedder.name, "embeddings_hash": embedder.fingerprint} if embedder else {}
    return {
        "codebook": codebook.id,
        "codebook_version": codebook.version,
        "labelled": labelled,
        "lemmas": f"{lemmas.source} {lemmas.version}".strip(),
        "numpy": version("numpy"),
        "scikit-learn": version("scikit-learn"),
        **model,
    }
