"""Whom a quote is by: a role only where enough people share it."""

import pytest

from workbench.reports import public_labels

CASES = {
    "a role that three share is named": ({"caseworker": 3}, {"caseworker": "Caseworker"}),
    "one that two share is not": (
        {"caseworker": 2, "mentor": 1},
        {"caseworker": "Member of staff", "mentor": "Member of staff"},
    ),
    "three others may be left over beside it": (
        {"caseworker": 3, "mentor": 1, "youth_guide": 2},
        {"caseworker": "Caseworker", "mentor": "Member of staff", "youth_guide": "Member of staff"},
    ),
    "one left over would be pointed to, so none is named": (
        {"caseworker": 3, "mentor": 1},
        {"caseworker": "Member of staff", "mentor": "Member of staff"},
    ),
    "the smallest of the named roles is given up": (
        {"caseworker": 5, "youth_guide": 3, "mentor": 1},
        {"caseworker": "Caseworker", "youth_guide": "Member of staff", "mentor": "Member of staff"},
    ),
    "a leader among staff is one of them": (
        {"manager": 1, "mentor": 1, "youth_guide": 1},
        {"manager": "Member of staff", "mentor": "Member of staff", "youth_guide": "Member of staff"},
    ),
    "three leaders are leaders": ({"manager": 3}, {"manager": "Leader"}),
    "young people are young, however few": ({"youth": 1}, {"youth": "Young person"}),
    "a parent is a relative until five took part": ({"parent": 4}, {"parent": "Relative"}),
    "five parents are parents": ({"parent": 5}, {"parent": "Parent"}),
    "a lone politician is a participant": ({"politician": 1}, {"politician": "Participant"}),
    "externals share a label": (
        {"fgu_teacher": 2, "external": 1},
        {"fgu_teacher": "External partner", "external": "External partner"},
    ),
    "two of them are participants": ({"fgu_teacher": 2}, {"fgu_teacher": "Participant"}),
    "nobody knows what an unknown role is": (
        {"": 4, "tryllekunstner": 9},
        {"": "Participant", "tryllekunstner": "Participant"},
    ),
}


@pytest.mark.parametrize(("people", "expected"), CASES.values(), ids=CASES.keys())
def test_labels(people: dict[str, int], expected: dict[str, str]) -> None:
    assert public_labels(people, k_staff=3, k_youth=5, language="en") == expected


def test_thresholds_are_the_projects() -> None:
    assert public_labels({"caseworker": 2}, k_staff=2, k_youth=5, language="da") == {"caseworker": "Sagsbehandler"}
