"""What the engine learns from: rows made of the codebook, and of the passages people have dealt with.

The codebook alone is enough to begin with. Its rows stay for ever beside the decisions: letting them fade as
decisions come in did not measure better.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.codebook import Code, Codebook, no_code_passages
from workbench.model import LabelledPassage

KEYWORD_WEIGHT = 0.3
REJECT_WEIGHT = 1.5
UNSAID_WEIGHT = 0.5
"""Beside the decision itself."""
CODED_MEETING = 0.6
UNCODED_MEETING = 0.2
"""The shares of passages with and without a code in which some keyword of the codebook is met: what one sees in
interviews, between a codebook's first draft (.4) and a worked-out one (.8)."""


class Origin(StrEnum):
    """Where a row's words are from: only what somebody would say is used to calibrate."""

    ENTRY = "entry"
    """Definition, includes and keywords of a code: written language."""
    EXAMPLE = "example"
    """A code's example, or the codebook's passages without a code."""
    REFERENCE = "reference"
    """Talk that careful people labelled, as it comes."""
    PERSON = "person"
    """A passage a person has dealt with."""


@dataclass(frozen=True, slots=True)
class Row:
    """A text and what is known about it."""

    text: str
    origin: Origin
    positive: frozenset[str] = frozenset()
    """Codes that fit; a sub-code's area is among them."""
    negative: frozenset[str] | None = frozenset()
    """Codes that do not fit; None: every code that is not positive or in doubt."""
    doubt: frozenset[str] = frozenset()
    """Codes about which the row says nothing, where `negative` is None."""
    weight: float = 1.0
    group: int = 0
    """Rows of one group are held out together when the engine tests itself."""
    talk: str = ""
    """The running talk it is cut from, if any; rows of one talk stand in order."""
    question: str = ""
    """What was asked before it."""

    def says(self, code: str) -> bool | None:
        """Whether the code fits; None when the row does not say."""
        if code in self.positive:
            return True
        if self.negative is None:
            return None if code in self.doubt else False
        return False if code in self.negative else None

    @property
    def anything(self) -> bool | None:
        """Whether any code fits; None when the row does not say."""
        if self.positive:
            return True
        return False if self.negative is None else None


def codebook_rows(codebook: Codebook) -> list[Row]:
    """Rows of every code in use: examples, definition, includes, keywords; and of passages without a code.

    A sub-code's row is positive for its area too. An area's own row says nothing about its sub-codes. A folder has no
    rows of its own: what it is about is what its sub-codes are about.
    """
    rows: list[Row] = []
    for code in codebook.codes:
        if code.usable:
            rows.extend(_code_rows(codebook, code))
    rows.extend(
        Row(text, Origin.EXAMPLE, negative=None, group=number)
        for number, text in enumerate((*codebook.no_code_examples, *no_code_passages()))
    )
    return rows


def _code_rows(codebook: Codebook, code: Code) -> Iterator[Row]:
    positive = frozenset((code.id, code.area))
    doubt = frozenset(child.id for child in codebook.children(code.id))

    def row(text: str, origin: Origin, weight: float = 1.0, group: int = 0) -> Row:
        return Row(text, origin, positive, None, doubt, weight, group)

    for number, text in enumerate(code.examples):
        yield row(text, Origin.EXAMPLE, group=number)
    yield row(code.definition, Origin.ENTRY)
    for text in code.include:
        yield row(text, Origin.ENTRY)
    for keyword in code.keywords:
        yield row(keyword.replace("*", ""), Origin.ENTRY, KEYWORD_WEIGHT)


def person_rows(codebook: Codebook, labelled: Iterable[LabelledPassage], *, worth: float = 1.0) -> list[Row]:
    """Rows of the passages people have dealt with. What nobody touched is no row, and so no negative.

    Codes that a person did not set in a passage they coded fit it less likely, so they count a little against; but a
    suggestion that was shown and left alone says nothing. A reject weighs most, and counts against its own code only.
    `worth` is what a decision weighs beside a row of the codebook.
    """
    rows: list[Row] = []
    every = frozenset(code.id for code in codebook.codes)
    for group, passage in enumerate(labelled):
        codes = [code for code in passage.codes if code in codebook]
        positive = frozenset(codes) | frozenset(codebook.code(code).area for code in codes)
        left = frozenset(passage.untouched) & every
        open_ = left | frozenset(codebook.code(code).area for code in left)
        rejected = (passage.rejected & every) - positive

        def row(
            weight: float, positive: frozenset[str] = frozenset(), negative: frozenset[str] | None = frozenset(),
            text: str = passage.text, group: int = group,
        ) -> Row:  # fmt: skip
            return Row(text, Origin.PERSON, positive, negative, weight=worth * weight, group=group)

        if positive:
            rows.append(row(1.0, positive))
            rows.append(row(UNSAID_WEIGHT, negative=every - positive - open_ - rejected))
        if rejected:
            rows.append(row(REJECT_WEIGHT, negative=rejected))
        if passage.no_code and not positive:
            rows.append(row(1.0, negative=None))
    return rows


def speech_weights(rows: Sequence[Row], met: Sequence[frozenset[str]]) -> list[float]:
    """How much each row counts in calibration; `met` are the codes whose keywords each row meets.

    A codebook's examples show what its keywords miss, so they meet fewer than plain speech does, and its passages
    without a code use its words on purpose. Both kinds are weighed until the share that meets a keyword is as in
    speech; a person's passages are speech.
    """
    weights = [row.weight for row in rows]
    for coded, share in ((True, CODED_MEETING), (False, UNCODED_MEETING)):
        kind = [i for i, row in enumerate(rows) if row.origin is Origin.EXAMPLE and bool(row.positive) is coded]
        hit = {i for i in kind if (rows[i].positive & met[i] if coded else met[i])}
        if 0 < len(hit) < len(kind):
            for i in kind:
                part = share / len(hit) if i in hit else (1 - share) / (len(kind) - len(hit))
                weights[i] *= part * len(kind)
    return weights
