"""The table of rules, and lint itself: pure, so that a screen can show what it finds while one types."""

from collections.abc import Iterable, Mapping

from workbench.codebook.codes import Codebook
from workbench.codebook.crosswalk import Crosswalk
from workbench.codebook.journeys import JourneyVocabulary
from workbench.codebook.lint import borders, codes
from workbench.codebook.lint.book import (
    Finding,
    Linted,
    Rule,
    codebook_entries,
    document_of,
    findings,
    vocabulary_entries,
)

RULES: Mapping[str, Rule] = {
    "names": codes.named,
    "delimited": codes.delimited,
    "examples": codes.exemplified,
    "full-stop": codes.full_stop,
    "open-ending": codes.open_ended,
    "swallowed-keyword": codes.swallowed,
    "changes": codes.changes_told,
    "example-twice": borders.example_once,
    "keyword-twice": borders.keyword_once,
    "exclude-without-use": borders.excluded_to_somewhere,
    "use": borders.leads_somewhere,
    "one-way-border": borders.border_from_both_sides,
    "same-definition": borders.defined_apart,
    "retired-in-crosswalk": borders.retired_has_no_bridge,
}
"""By name; names never change, because scripts know them."""

VOCABULARY_RULES: Mapping[str, Rule] = {
    "names": codes.named,
    "delimited": codes.worded,
    "examples": codes.exemplified,
    "full-stop": codes.full_stop,
    "open-ending": codes.open_ended,
    "swallowed-keyword": codes.swallowed,
    "example-twice": borders.example_once,
    "keyword-twice": borders.keyword_once,
    "exclude-without-use": borders.excluded_to_somewhere,
    "same-definition": borders.defined_apart,
}


def lint(
    codebook: Codebook,
    others: Iterable[Codebook] = (),
    crosswalk: Crosswalk | None = None,
    no_code: Iterable[str] = (),
) -> tuple[Finding, ...]:
    """What could be better in a codebook, by line.

    `others` are the codebooks that it may refer to, `no_code` the passages that no codebook has a code for.
    """
    document = document_of(codebook.yaml)
    return findings(
        Linted(
            id=codebook.id,
            version=codebook.version,
            document=document,
            entries=codebook_entries(codebook, document),
            others={**{other.id: other for other in others}, codebook.id: codebook},
            crosswalk=crosswalk,
            no_code=tuple(no_code),
        ),
        RULES,
    )


def lint_vocabulary(vocabulary: JourneyVocabulary, no_code: Iterable[str] = ()) -> tuple[Finding, ...]:
    """What could be better in a vocabulary for journeys, by line."""
    return findings(
        Linted(
            id=vocabulary.id,
            version=vocabulary.version,
            document=document_of(vocabulary.yaml),
            entries=vocabulary_entries(vocabulary),
            no_code=tuple(no_code),
        ),
        VOCABULARY_RULES,
    )
