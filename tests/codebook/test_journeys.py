"""The words that youth journeys are told in."""

import pytest

from workbench.codebook import (
    Actor,
    ContactPoint,
    Exclusion,
    Feeling,
    FeelingStep,
    JourneyVocabulary,
    Stage,
    load_vocabulary,
    parse_vocabulary,
    roles,
)
from workbench.errors import InvalidFileError, NotFoundError

SMALL = """\
id: rejse
version: 0.1.0
kind: journey
name: {da: Rejse, en: Journey}
stages:
- id: skole
  name: {da: Skole, en: School}
  definition: Fra første
    til sidste klasse.
  exclude: [{text: bagefter, use: job}]
  keywords: [skole*]
  examples: [Jeg gik i skole.]
- {id: job, name: {da: Job, en: Job}, definition: Arbejde.}
contact_points:
- {id: brev, name: {da: Brev, en: Letter}, definition: Et brev., keywords: [brev*], examples: [Der kom et brev.]}
actors:
- {id: laerer, name: {da: Lærer, en: Teacher}, role: teacher, keywords: [lærer*]}
- {id: ven, name: {da: Ven, en: Friend}}
feelings:
- {id: skam, name: {da: Skam, en: Shame}, value: -2, keywords: [flov*]}
feeling_scale:
- {value: -2, name: {da: Meget svært, en: Very hard}}
- {value: 0, name: {da: Hverken eller, en: Neither}}
"""


def test_parse_whole() -> None:
    assert parse_vocabulary(SMALL) == JourneyVocabulary(
        id="rejse",
        version="0.1.0",
        names={"da": "Rejse", "en": "Journey"},
        stages=(
            Stage(
                "skole",
                {"da": "Skole", "en": "School"},
                "Fra første til sidste klasse.",
                (Exclusion("bagefter", "job"),),
                ("skole*",),
                ("Jeg gik i skole.",),
            ),
            Stage("job", {"da": "Job", "en": "Job"}, "Arbejde."),
        ),
        contact_points=(
            ContactPoint("brev", {"da": "Brev", "en": "Letter"}, "Et brev.", ("brev*",), ("Der kom et brev.",)),
        ),
        actors=(
            Actor("laerer", {"da": "Lærer", "en": "Teacher"}, "teacher", ("lærer*",)),
            Actor("ven", {"da": "Ven", "en": "Friend"}),
        ),
        feelings=(Feeling("skam", {"da": "Skam", "en": "Shame"}, -2, ("flov*",)),),
        feeling_scale=(
            FeelingStep(-2, {"da": "Meget svært", "en": "Very hard"}),
            FeelingStep(0, {"da": "Hverken eller", "en": "Neither"}),
        ),
        yaml=SMALL,
    )


def test_a_stage_is_found_by_id() -> None:
    vocabulary = parse_vocabulary(SMALL)
    assert vocabulary.stage("job") is vocabulary.stages[1]
    with pytest.raises(NotFoundError) as refused:
        vocabulary.stage("skolen")
    assert (refused.value.message, refused.value.hint) == ("There is no stage 'skolen'.", "Known: skole.")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("use: job", "use: jobb", "line 10: stage 'skole' points to 'jobb', which is not here"),
        (
            "id: job",
            "id: skole",
            "line 10: stage 'skole' points to 'job', which is not here\n"
            "{file}, line 13: stages: 'skole' is given twice",
        ),
        (
            "role: teacher",
            "role: teecher",
            "line 17: actor 'laerer': there is no role 'teecher'; the roles stand in roles.yaml",
        ),
        ("value: -2, keywords", "value: 2, keywords", "line 20: feeling 'skam': the scale has no step 2"),
        ("- {value: 0,", "- {value: -2,", "line 23: feeling_scale: '-2' is given twice"),
        (
            "value: -2, keywords",
            "value: lidt, keywords",
            "line 20: feelings 1 'skam' > value: found 'lidt', expected a whole number",
        ),
        ("kind: journey\n", "", "line 1: the file has no kind"),
        ("stages:", "etaper:", "line 1: the file has no stages\n{file}, line 6: unknown key 'etaper'"),
        (SMALL, "", "line 1: the file is empty"),
    ],
)
def test_faults(before: str, after: str, said: str) -> None:
    with pytest.raises(InvalidFileError) as refused:
        parse_vocabulary(SMALL.replace(before, after))
    assert refused.value.message == f"journey.yaml, {said.format(file='journey.yaml')}"


def test_the_shipped_words() -> None:
    words = load_vocabulary("ungerejse")
    assert [stage.id for stage in words.stages] == [
        "skole", "udskoling", "uddannelse", "afbrud", "uden", "jobcenter", "fgu", "praktik", "psykiatri", "social",
        "misbrug", "overgang18", "job",
    ]  # fmt: skip
    assert [(step.value, step.names["en"]) for step in words.feeling_scale] == [
        (-2, "Very hard"),
        (-1, "Hard"),
        (0, "Neither good nor hard"),
        (1, "Good"),
        (2, "Very good"),
    ]
    assert {actor.role for actor in words.actors} - {""} <= {role.id for role in roles().roles}
    assert (len(words.contact_points), len(words.actors), len(words.feelings)) == (10, 16, 11)


def test_a_codebook_is_no_vocabulary() -> None:
    with pytest.raises(NotFoundError) as refused:
        load_vocabulary("kui-fire-fokusomraader")
    assert (refused.value.message, refused.value.hint) == (
        "kui-fire-fokusomraader is a codebook of themes, not a vocabulary for youth journeys.",
        "Known: ungerejse.",
    )
