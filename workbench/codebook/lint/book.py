"""A codebook as the rules of lint see it: codes with where they stand, and what is around the book."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from workbench.codebook.codes import Code, Codebook
from workbench.codebook.crosswalk import Crosswalk
from workbench.codebook.journeys import JourneyVocabulary
from workbench.yamlfile import At, Document, read

WANTED = 3
"""Examples per code where the codebook does not say otherwise under `examples_wanted`."""

Found: TypeAlias = tuple[At, str, str]
"""Where something was found, at which code (may be empty), and what is to be done about it."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something that could be better, and the line it stands on."""

    line: int
    code: str
    """The code it is about; empty for the book as a whole."""
    text: str
    """What was found and what to do, in the language spoken."""
    rule: str
    """The rule that found it: a name that never changes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A code, or a word of a vocabulary as if it were one, with where it stands."""

    at: At
    code: Code
    part: str = "codes"
    """The list it belongs to: in a vocabulary `stages`, `contact_points`, `actors` or `feelings`."""


@dataclass(frozen=True, slots=True)
class Linted:
    """A book with all that a rule may look at."""

    id: str
    version: str
    document: Document
    entries: tuple[Entry, ...]
    others: Mapping[str, Codebook] = field(default_factory=dict)
    """The codebooks around it, by id; the book itself is one of them."""
    crosswalk: Crosswalk | None = None
    no_code: tuple[str, ...] = ()
    """The list that all codebooks share."""

    @property
    def usable(self) -> Iterator[Entry]:
        """The entries that passages are given: neither folders nor retired."""
        return (entry for entry in self.entries if entry.code.usable)


Rule: TypeAlias = Callable[[Linted], Iterator[Found]]


def codebook_entries(book: Codebook, document: Document) -> tuple[Entry, ...]:
    """The codes of a codebook with where they stand in its file."""
    return tuple(
        Entry(at, book.code(written["id"]))
        for number, area in enumerate(document.data["codes"])
        for at, written in (
            (("codes", number), area),
            *((("codes", number, "codes", below), code) for below, code in enumerate(area.get("codes", ()))),
        )
    )


def vocabulary_entries(vocabulary: JourneyVocabulary) -> tuple[Entry, ...]:
    """The words of a vocabulary, as codes."""
    stages = (
        Code(one.id, one.names, one.definition, exclude=one.exclude, keywords=one.keywords, examples=one.examples)
        for one in vocabulary.stages
    )
    points = (
        Code(one.id, one.names, one.definition, keywords=one.keywords, examples=one.examples)
        for one in vocabulary.contact_points
    )
    named = {
        "actors": (Code(one.id, one.names, "", keywords=one.keywords) for one in vocabulary.actors),
        "feelings": (Code(one.id, one.names, "", keywords=one.keywords) for one in vocabulary.feelings),
    }
    return tuple(
        Entry((part, number), code, part)
        for part, codes in {"stages": stages, "contact_points": points, **named}.items()
        for number, code in enumerate(codes)
    )


def findings(book: Linted, rules: Mapping[str, Rule]) -> tuple[Finding, ...]:
    """What these rules find in the book, by line."""
    return sorted_findings(
        Finding(book.document.line(at), code, text, name)
        for name, rule in rules.items()
        for at, code, text in rule(book)
    )


def sorted_findings(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each once, by line."""
    return tuple(sorted(set(found)))


def document_of(yaml_text: str) -> Document:
    """The lines of a file that was read before."""
    return read(yaml_text)
