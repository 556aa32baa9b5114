"""The crosswalk: where what was coded with one codebook most likely belongs in another.

It is applied when somebody reads, and never stored as codings: it proposes, a person decides.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from workbench import config
from workbench.codebook.files import flat, text_of
from workbench.codebook.schema import schema_faults
from workbench.faults import Fault, quoted, refusal
from workbench.i18n import _
from workbench.yamlfile import Document, UnreadableError, read


@dataclass(frozen=True, slots=True)
class Bridge:
    """The way from one codebook to another; it is read in this direction only."""

    start: str
    """The id of the codebook that something was coded with."""
    to: str
    """The id of the codebook it is read in."""
    targets: Mapping[str, tuple[str, ...]]
    """Codes of the first to codes of the second, the best one first."""
    unmapped: Mapping[str, str] = field(default_factory=dict)
    """Codes of the first that have no place in the second, each with the reason."""
    unreached: Mapping[str, str] = field(default_factory=dict)
    """Codes of the second that no code of the first leads to, each with the reason."""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """All bridges, in the order of the file."""

    bridges: tuple[Bridge, ...]
    yaml: str = ""
    """The file it was read from, whole."""

    def bridge(self, start: str, to: str) -> Bridge | None:
        """The bridge between these two codebooks; None where nobody built one."""
        return next((one for one in self.bridges if (one.start, one.to) == (start, to)), None)

    def targets(self, code: str, to: str) -> tuple[str, ...]:
        """The codes of codebook `to` that fit what was coded with `codebook:code`, the best first; may be none."""
        start, _colon, own = code.partition(":")
        found = self.bridge(start, to)
        return found.targets.get(own, ()) if found else ()

    def unmapped(self, start: str, to: str) -> Mapping[str, str]:
        """The codes of a codebook that have no place in another, each with the reason."""
        found = self.bridge(start, to)
        return found.unmapped if found else {}


@cache
def crosswalk() -> Crosswalk:
    """The shipped crosswalk."""
    return load_crosswalk(config.shipped("codebooks") / "crosswalk.yaml")


def load_crosswalk(file: Path) -> Crosswalk:
    """The crosswalk in this file. Raises InvalidFileError, which lists up to ten faults by line."""
    return parse_crosswalk(text_of(file), origin=file.name)


def parse_crosswalk(yaml_text: str, origin: str = "crosswalk.yaml") -> Crosswalk:
    """The crosswalk written in this YAML. Raises InvalidFileError, which lists up to ten faults by line.

    Whether its codes exist is for `lint` to say: the codebooks may not be here.
    """
    try:
        document = read(yaml_text)
    except UnreadableError as error:
        raise refusal(origin, [error.fault]) from error
    faults = schema_faults(document, "crosswalk_schema.json") or list(_rule_faults(document))
    if faults:
        raise refusal(origin, faults)
    return Crosswalk(
        tuple(
            Bridge(
                start=one["from"],
                to=one["to"],
                targets={code: tuple(targets) for code, targets in one["map"].items()},
                unmapped={code: flat(why) for code, why in one.get("unmapped", {}).items()},
                unreached={code: flat(why) for code, why in one.get("unreached", {}).items()},
            )
            for one in document.data["crosswalk"]
        ),
        yaml_text,
    )


def _rule_faults(document: Document) -> Iterator[Fault]:
    """Bridges given twice or leading back, and codes that are said to have a place and to have none."""
    seen: set[tuple[str, str]] = set()
    for number, one in enumerate(document.data["crosswalk"]):
        pair = (one["from"], one["to"])
        line = document.line(("crosswalk", number, "to"))
        if one["from"] == one["to"]:
            yield Fault(line, _("the crosswalk leads from {id} to itself").format(id=quoted(one["from"])))
        if pair in seen:
            said = _("the way from {start} to {to} is given twice; put both together")
            yield Fault(line, said.format(start=quoted(pair[0]), to=quoted(pair[1])))
        seen.add(pair)
        reached = {target for targets in one["map"].values() for target in targets}
        for part, known in (("unmapped", set(one["map"])), ("unreached", reached)):
            for code in one.get(part, {}):
                if code in known:
                    said = _("{code} stands under map and under {part}; take one away")
                    yield Fault(
                        document.line(("crosswalk", number, part, code)), said.format(code=quoted(code), part=part)
                    )
