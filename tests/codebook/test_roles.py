"""Who speaks: the label under a quote, and the coarser one for when a role would name a person."""

import pytest

from workbench.codebook import Role, RoleGroup, Roles, axes, load, parse_roles, roles
from workbench.errors import InvalidFileError, NotFoundError

SMALL = """\
groups:
- {id: staff, label: {da: Medarbejder, en: Staff}, k: staff}
roles:
- {id: mentor, label: {da: Mentor, en: Mentor}, group: staff, perspective: staff, also: [støttevoksen]}
"""


def test_parse_whole() -> None:
    assert parse_roles(SMALL) == Roles(
        roles=(Role("mentor", {"da": "Mentor", "en": "Mentor"}, "staff", "staff", ("støttevoksen",)),),
        groups=(RoleGroup("staff", {"da": "Medarbejder", "en": "Staff"}, "staff"),),
    )


def test_the_shipped_roles() -> None:
    told = {
        role.id: (role.labels["da"], roles().group_label(role.id, "da"), roles().k(role.id)) for role in roles().roles
    }
    assert told == {
        "youth": ("Ung", "Ung", "youth"),
        "parent": ("Forælder", "Pårørende", "youth"),
        "youth_guide": ("Ungeguide", "Medarbejder", "staff"),
        "caseworker": ("Sagsbehandler", "Medarbejder", "staff"),
        "job_consultant": ("Jobkonsulent", "Medarbejder", "staff"),
        "education_advisor": ("Uddannelsesvejleder", "Medarbejder", "staff"),
        "teacher": ("Lærer", "Medarbejder", "staff"),
        "fgu_teacher": ("FGU-lærer", "Ekstern samarbejdspart", "staff"),
        "ppr_consultant": ("PPR-konsulent", "Medarbejder", "staff"),
        "psychologist": ("Psykolog", "Medarbejder", "staff"),
        "mentor": ("Mentor", "Medarbejder", "staff"),
        "residential_support": ("Bostøtte", "Medarbejder", "staff"),
        "substance_consultant": ("Misbrugskonsulent", "Medarbejder", "staff"),
        "manager": ("Leder", "Leder", "staff"),
        "coordinator": ("KUI-koordinator", "Medarbejder", "staff"),
        "politician": ("Politiker", "Politiker", "staff"),
        "external": ("Ekstern samarbejdspart", "Ekstern samarbejdspart", "staff"),
    }
    assert roles().label("caseworker", "en") == "Caseworker"
    assert roles().group("caseworker") == RoleGroup("staff", {"da": "Medarbejder", "en": "Member of staff"}, "staff")
    assert "mentor" in roles() and "Mentor" not in roles()


def test_perspectives_are_those_of_the_codebook() -> None:
    known = [value.id for value in axes(load("kui-fire-fokusomraader"))["perspective"].values]
    assert [group.id for group in roles().groups] == known
    assert {role.perspective for role in roles().roles} <= set(known)


@pytest.mark.parametrize(
    ("said", "nearest"),
    [
        ("UU-vejledning", "education_advisor"),
        ("socialrådgiverne", "caseworker"),
        ("casworker", "caseworker"),
    ],
)
def test_an_unknown_role_names_the_nearest(said: str, nearest: str) -> None:
    with pytest.raises(NotFoundError) as refused:
        roles().role(said)
    assert refused.value.message == f"There is no role '{said}'."
    assert refused.value.hint.startswith(f"Known: {nearest}")


@pytest.mark.parametrize(
    ("said", "meant"),
    [("UU-vejleder", "education_advisor"), ("sagsbehandler", "caseworker"), ("Mor", "parent"), ("youth", "youth")],
)
def test_a_role_is_known_by_what_people_call_it(said: str, meant: str) -> None:
    assert roles().role(said).id == meant


def test_a_role_like_no_other_lists_all() -> None:
    with pytest.raises(NotFoundError) as refused:
        parse_roles(SMALL).label("xyzzy", "da")
    assert refused.value.hint == "Known: mentor."


def test_faults() -> None:
    broken = (
        "groups:\n"
        "- {id: staff, label: {da: Medarbejder, en: Staff}, k: staff}\n"
        "- {id: staff, label: {da: Igen, en: Again}, k: staff}\n"
        "roles:\n"
        "- {id: mentor, label: {da: Mentor, en: Mentor}, group: staf, perspective: staff}\n"
    )
    with pytest.raises(InvalidFileError) as refused:
        parse_roles(broken)
    assert refused.value.message == (
        "roles.yaml, line 3: the id 'staff' is given twice\nroles.yaml, line 5: role 'mentor': there is no group 'staf'"
    )
    with pytest.raises(InvalidFileError) as wrong:
        parse_roles(SMALL.replace("k: staff", "k: 3").replace(", en: Mentor", ""))
    assert wrong.value.message == (
        "roles.yaml, line 2: groups 1 'staff' > k: found '3', expected one of staff, youth\n"
        "roles.yaml, line 4: roles 1 'mentor' > label has no en"
    )
    with pytest.raises(InvalidFileError) as empty:
        parse_roles("")
    assert empty.value.message == "roles.yaml, line 1: the file is empty"
