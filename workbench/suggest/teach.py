"""Teaching the priors that ship: `make prior`, whenever a codebook's rows or its reference passages change."""

from workbench.codebook import Codebook, ReferencePassage, load, reference_passages, shipped
from workbench.suggest import prior
from workbench.suggest.rows import Origin, Row


def reference_rows(codebook: Codebook, passages: tuple[ReferencePassage, ...]) -> list[Row]:
    """The passages as rows, in one group per author."""
    authors = {author: at for at, author in enumerate(sorted({one.author for one in passages}))}
    rows = []
    for one in passages:
        codes = [codebook.code(code) for code in sorted(one.codes)]
        positive = frozenset(code.id for code in codes) | frozenset(code.area for code in codes)
        areas = [code.id for code in codes if code.level == 1]
        doubt = frozenset(child.id for area in areas for child in codebook.children(area))
        group = authors[one.author]
        rows.append(
            Row(one.text, Origin.REFERENCE, positive, None, doubt, group=group, talk=one.talk, question=one.question)
        )
    return rows


def taught(codebook: Codebook) -> prior.Prior:
    """The prior of a codebook that has reference passages."""
    return prior.Prior.taught(codebook, reference_rows(codebook, reference_passages(codebook.id)))


def main() -> None:
    """Teach every shipped codebook that has reference passages, and write the priors into the package."""
    for id in shipped():
        if reference_passages(id):
            file = prior.shipped(id)
            file.parent.mkdir(exist_ok=True)
            taught(load(id)).save(file)


if __name__ == "__main__":
    main()
