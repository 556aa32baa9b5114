"""What sets two versions of a codebook apart, and whether its codings should be looked at again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from workbench.codebook.axes import axes
from workbench.codebook.codes import Code, Codebook


class Bump(IntEnum):
    """Which part of the version number a change wants raised."""

    NONE = 0
    PATCH = 1
    MINOR = 2
    MAJOR = 3

    def after(self, version: str) -> str:
        """The version that follows this one."""
        parts = version_parts(version)
        kept = 3 - self
        return ".".join(map(str, parts if self is Bump.NONE else (*parts[:kept], parts[kept] + 1, *(0,) * (self - 1))))


class What(StrEnum):
    """What happened to a code, or to the codebook as a whole."""

    ADDED = "added"
    """It is new, or can be set again."""
    REMOVED = "removed"
    MOVED = "moved"
    """It stands under another focus area, and so has another id."""
    RETIRED = "retired"
    FOLDER = "folder"
    """It became a folder: it cannot be set any more."""
    DEFINITION = "definition"
    INCLUDE = "include"
    EXCLUDE = "exclude"
    RENAMED = "renamed"
    KEYWORDS = "keywords"
    EXAMPLES = "examples"
    RECOMMENDATIONS = "recommendation_types"
    AXES = "axes"


_BUMPS: Mapping[What, Bump] = {
    What.REMOVED: Bump.MAJOR,
    What.MOVED: Bump.MAJOR,
    **dict.fromkeys(
        (What.ADDED, What.RETIRED, What.FOLDER, What.DEFINITION, What.INCLUDE, What.EXCLUDE, What.AXES), Bump.MINOR
    ),
    **dict.fromkeys((What.RENAMED, What.KEYWORDS, What.EXAMPLES, What.RECOMMENDATIONS), Bump.PATCH),
}
_MEANING = frozenset((What.REMOVED, What.MOVED, What.RETIRED, What.FOLDER, What.DEFINITION, What.INCLUDE, What.EXCLUDE))


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two versions."""

    what: What
    code: str
    """The code's id in the old version, in the new one when it was added; empty for the codebook as a whole."""
    before: tuple[str, ...] = ()
    """What is no longer there."""
    after: tuple[str, ...] = ()
    """What is new; of a code that moved or was retired, the code that takes its place."""

    @property
    def look_again(self) -> bool:
        """Whether the code's meaning changed, so that its codings may not hold any more."""
        return self.what in _MEANING

    @property
    def bump(self) -> Bump:
        """The part of the version number that it wants raised."""
        return _BUMPS[self.what]


def diff(old: Codebook, new: Codebook) -> tuple[Change, ...]:
    """What changed from one version of a codebook to another, in the order of the old one; then what is new."""
    return tuple(_diff(old, new))


def wanted_bump(changes: Sequence[Change]) -> Bump:
    """The part of the version number that these changes want raised."""
    return max((change.bump for change in changes), default=Bump.NONE)


def raised(old: str, new: str) -> Bump | None:
    """The part of the version number that was raised; None when the new version is an older one."""
    before, after = version_parts(old), version_parts(new)
    if after < before:
        return None
    first = next((index for index in range(3) if before[index] != after[index]), 3)
    return Bump(3 - first)


def version_parts(version: str) -> tuple[int, int, int]:
    """A version as numbers; what is not written is 0."""
    first, second, third = (*map(int, version.split(".")), 0, 0)[:3]
    return first, second, third


def _diff(old: Codebook, new: Codebook) -> Iterator[Change]:
    added = [code for code in new.codes if code.id not in old]
    moved: dict[str, Code] = {}
    for code in old.codes:
        if code.id in new:
            continue
        there = next((one for one in added if _same_theme(code, one) and one not in moved.values()), None)
        if there is not None:
            moved[code.id] = there
    for code in old.codes:
        now = new.code(code.id) if code.id in new else moved.get(code.id)
        if now is None:
            yield Change(What.REMOVED, code.id, before=(code.definition,))
            continue
        if now.parent != code.parent or now.id != code.id:
            yield Change(What.MOVED, code.id, before=(code.id,), after=(now.id,))
        yield from _code(code, now)
    for code in added:
        if code not in moved.values():
            yield Change(What.ADDED, code.id, after=(code.definition,))
    yield from _book(old, new)


def _same_theme(code: Code, other: Code) -> bool:
    """An id holds its focus area's, so a code that moved is known by its name and its definition."""
    return code.definition == other.definition and dict(code.names) == dict(other.names)


def _named(one: Code | Codebook) -> tuple[str, ...]:
    return tuple(f"{language}: {name}" for language, name in one.names.items())


_PARTS: Mapping[What, Callable[[Code], tuple[str, ...]]] = {
    What.DEFINITION: lambda code: (code.definition,),
    What.INCLUDE: lambda code: code.include,
    What.EXCLUDE: lambda code: tuple(f"{one.text} → {one.use}" if one.use else one.text for one in code.exclude),
    What.RENAMED: _named,
    What.KEYWORDS: lambda code: code.keywords,
    What.EXAMPLES: lambda code: code.examples,
    What.RECOMMENDATIONS: lambda code: code.recommendation_types,
}


def _code(code: Code, now: Code) -> Iterator[Change]:
    if now.retired and not code.retired:
        yield Change(What.RETIRED, code.id, after=(now.replaced_by,) if now.replaced_by else ())
    if now.usable and not code.usable:
        yield Change(What.ADDED, now.id, after=(now.definition,))
    if now.folder and not code.folder:
        yield Change(What.FOLDER, code.id)
    for what, part in _PARTS.items():
        yield from _texts(what, code.id, part(code), part(now))


def _book(old: Codebook, new: Codebook) -> Iterator[Change]:
    yield from _texts(What.RENAMED, "", _named(old), _named(new))
    yield from _texts(What.EXAMPLES, "", old.no_code_examples, new.no_code_examples)
    before, after = axes(old), axes(new)
    gone = tuple(id for id, axis in before.items() if after.get(id) != axis)
    come = tuple(id for id, axis in after.items() if before.get(id) != axis)
    if gone or come:
        yield Change(What.AXES, "", gone, come)


def _texts(what: What, code: str, before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """A change where texts are gone or new; their order says nothing."""
    gone = tuple(text for text in before if text not in after)
    come = tuple(text for text in after if text not in before)
    if gone or come:
        yield Change(what, code, gone, come)
