"""Which of the probable codes are suggested for a passage."""

from collections.abc import Collection, Sequence

from workbench.codebook import Codebook


def chosen(
    codebook: Codebook,
    confidences: Sequence[float],
    thresholds: Sequence[float],
    level: int | None,
    limit: int,
    without: Collection[str] = (),
) -> list[int]:
    """Indices of the codes to suggest, best first; none when nothing is sure enough.

    At level 1 focus areas, at level 2 sub-codes. With no level sub-codes, and an area alone where it is sure
    enough and none of its sub-codes is; never a folder, which nobody can set. A sub-code is never shown where its
    area is not sure enough. A code in `without` is passed over as if it were not sure: its area may stand for it,
    and its own sub-codes still stand for themselves.
    """
    passing = {
        code.id: index
        for index, code in enumerate(codebook.codes)
        if confidences[index] >= thresholds[index] and not code.retired
    }
    shown = passing.keys() - set(without)
    found = []
    for id, index in passing.items():
        code = codebook.codes[index]
        if id in without or code.area not in passing:
            continue
        if level is None and (code.folder or any(child.id in shown for child in codebook.children(id))):
            continue
        if level in (None, code.level):
            found.append(index)
    return sorted(found, key=lambda index: (-confidences[index], index))[:limit]
