"""Survey tables: each open answer is a source of its own, with the question before it.

Columns are known by their headings, in Danish or English. What is left holds open answers when people wrote
sentences in it; numbers, ticks and single words are no talk and are left in the file.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from workbench.codebook import roles
from workbench.errors import InvalidFileError, NotFoundError, UsageError
from workbench.exchange.page import Page, Said, Table
from workbench.exchange.shapes import Asked
from workbench.i18n import _
from workbench.model import AgeGroup, SourceKind, SourceProfile, SpeakerProfile, TalkRole, folded, nearest
from workbench.terminal import safe

QUESTION = "Spørgsmål"
"""The label under which the question stands; in the material's language, not the reader's."""
ANSWER = "Svar"
_FACTS = {
    "id": ("id", "nr", "nummer", "respondent", "respondentid", "deltager"),
    "municipality": ("kommune", "municipality"),
    "role": ("rolle", "role", "stilling", "funktion"),
    "centre": ("center", "centre", "afdeling", "forvaltning"),
    "age_group": ("aldersgruppe", "alder", "age-group", "age"),
}
_FEWEST_WORDS = 3
"""In the median filled cell of a column of open answers."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One open answer."""

    name: str
    """Of the source: row and question, both from 1."""
    profile: SourceProfile
    said: tuple[Said, ...]


def is_survey(page: Page) -> bool:
    """Whether the page is a sheet with a row of headings and at least one column of sentences."""
    return any(len(sheet) > 1 and _open_columns(sheet, Asked()) for sheet in page.tables)


def answers(page: Page, about: SourceProfile, asked: Asked, stem: str, origin: str) -> list[Answer]:
    """Every open answer of the first sheet that has any.

    Raises UsageError for a column asked for that is not there, InvalidFileError when there are no open answers.
    """
    for sheet in page.tables:
        columns = _open_columns(sheet, asked)
        if len(sheet) > 1 and columns:
            return list(_answers(sheet, columns, about, stem))
    if asked.answers and page.tables:
        known = [heading for heading in page.tables[0][0] if heading]
        missing = next((name for name in asked.answers if folded(name) not in map(folded, known)), asked.answers[0])
        raise UsageError(
            _("{file} has no column “{name}”.").format(file=safe(origin), name=safe(missing)),
            hint=_("Its columns: {names}.").format(names=", ".join(map(safe, nearest(missing, known) or known))),
        )
    raise InvalidFileError(
        _("{file} has no column in which people wrote sentences.").format(file=safe(origin)),
        hint=_("Name the column with: {option}").format(option="--answers HEADING"),
    )


def _open_columns(sheet: Table, asked: Asked) -> list[int]:
    headings, rows = sheet[0], sheet[1:]
    if asked.answers:
        wanted = {folded(name) for name in asked.answers}
        found = [at for at, heading in enumerate(headings) if folded(heading) in wanted]
        return found if len({folded(headings[at]) for at in found}) == len(wanted) else []
    facts = set(_facts(headings).values())
    return [at for at, heading in enumerate(headings) if heading and at not in facts and _is_open(_column(rows, at))]


def _facts(headings: Sequence[str]) -> dict[str, int]:
    """Which column holds which known fact about who answers."""
    found: dict[str, int] = {}
    for at, heading in enumerate(headings):
        for fact, names in _FACTS.items():
            if folded(heading) in names:
                found.setdefault(fact, at)
    return found


def _column(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    return [row[at] for row in rows if at < len(row) and row[at]]


def _is_open(cells: Sequence[str]) -> bool:
    return bool(cells) and median(len(cell.split()) for cell in cells) >= _FEWEST_WORDS


def _answers(sheet: Table, columns: Sequence[int], about: SourceProfile, stem: str) -> Iterator[Answer]:
    headings, facts = sheet[0], _facts(sheet[0])
    for number, row in enumerate(sheet[1:], 1):
        given = {fact: row[at] for fact, at in facts.items() if at < len(row) and row[at]}
        profile = _profile(about, given, f"{stem}-{folded(given.get('id', '')) or number}")
        for question, at in enumerate(columns, 1):
            text = " ".join(row[at].split()) if at < len(row) else ""
            if text:
                asks = " ".join(headings[at].split())
                yield Answer(
                    f"{stem}-{number}-{question}",
                    replace(profile, title=f"{about.title or stem} {number}: {asks}"),
                    (Said(QUESTION, asks), Said(ANSWER, text)),
                )


def _profile(about: SourceProfile, given: Mapping[str, str], pseudonym: str) -> SourceProfile:
    """What the row says of who answers, on top of what is said of the whole file."""
    who = SpeakerProfile(
        ANSWER,
        pseudonym=pseudonym,
        role=_role(given.get("role", ""), given.get("age_group", "")),
        centre=given.get("centre", ""),
        age_group=_age_group(given.get("age_group", "")),
    )
    return replace(
        about,
        municipality=given.get("municipality") or about.municipality,
        kind=about.kind if "kind" in about.said else SourceKind.SURVEY,
        speakers=(SpeakerProfile(QUESTION, talk_role=TalkRole.INTERVIEWER), who),
        said=about.said | {"kind", "speakers"},
    )


def _role(said: str, age: str) -> str:
    """The role's id; what people call themselves beyond the list stays unknown. An age without a role is a youth."""
    if not said:
        return "youth" if _age_group(age) else ""
    try:
        return roles().role(said).id
    except NotFoundError:
        return ""


def _age_group(said: str) -> AgeGroup | None:
    bounds = re.findall(r"\d{2}", said)
    written = "-".join(bounds)
    if written in list(AgeGroup):
        return AgeGroup(written)
    age = int(bounds[0]) if len(bounds) == 1 else 0
    if 13 <= age <= 14:
        return AgeGroup.PUPIL
    if 15 <= age <= 24:
        return AgeGroup.YOUNG
    return AgeGroup.YOUNG_ADULT if 25 <= age <= 30 else None
