"""Which of the probable codes are suggested for a passage."""

from collections.abc import Sequence

from workbench.codebook import Codebook


def chosen(
    codebook: Codebook,
    confidences: Sequence[float],
    thresholds: Sequence[float],
    level: int | None,
    limit: int,
) -> list[int]:
    """Indices of the codes to suggest, best first; none when nothing is sure enough.

    At level 1 focus areas, at level 2 sub-codes. With no level sub-codes, and an area alone where it is sure
    enough and none of its sub-codes is; never a folder, which nobody can set. A sub-code is never shown where its
    area is not sure enough.
    """
    passing = {
        code.id: index
        for index, code in enumerate(codebook.codes)
        if confidences[index] >= thresholds[index] and not code.retired
    }
    found = []
    for id, index in passing.items():
        code = codebook.codes[index]
        if code.area not in passing:
            continue
        if level is None and (code.folder or any(child.id in passing for child in codebook.children(id))):
            continue
        if level in (None, code.level):
            found.append(index)
    return sorted(found, key=lambda index: (-confidences[index], index))[:limit]
