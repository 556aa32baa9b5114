"""Whom a quote is by: the role where enough people share it, else something coarser.

Never a name, an age or a municipality.
"""

from collections.abc import Mapping

from workbench.codebook import roles
from workbench.i18n import _

_STAFF = "staff"
_LEADER = "leader"


def public_labels(people: Mapping[str, int], *, k_staff: int, k_youth: int, language: str) -> dict[str, str]:
    """What may be printed for each role, from how many people with it took part in one municipality.

    A role is named from k people on. Below that, young people, relatives and staff get their group's label, and
    leaders count as staff; politicians and external partners, where their whole group is small, are participants.
    Where one or two employees would be left over beside the named roles, the smallest named role is coarsened
    too: "member of staff" would otherwise point to them. A role that is unknown or empty is a participant.
    """
    known = roles()
    thresholds = {"staff": k_staff, "youth": k_youth}
    sizes: dict[str, int] = {}
    for role, number in people.items():
        if role in known:
            own = known.group(role).id
            sizes[own] = sizes.get(own, 0) + number
    employed = {
        role: number for role, number in people.items() if role in known and known.group(role).id in (_STAFF, _LEADER)
    }
    named = _named_employees(employed, sizes.get(_LEADER, 0), k_staff)
    labels = {}
    for role, number in people.items():
        if role not in known:
            labels[role] = _("Participant")
            continue
        group, k = known.group(role), thresholds[known.k(role)]
        if group.id in (_STAFF, _LEADER):
            labels[role] = known.label(role, language) if role in named else _staff_label(language)
        elif number >= k:
            labels[role] = known.label(role, language)
        elif group.k == "youth" or sizes[group.id] >= k:
            labels[role] = group.labels[language]
        else:
            labels[role] = _("Participant")
    return labels


def _named_employees(employed: Mapping[str, int], leaders: int, k: int) -> frozenset[str]:
    """The roles of staff and leaders that are named: leaders together, so that either all are or none is."""
    known = roles()
    buckets: dict[tuple[str, ...], int] = {}
    for role, number in employed.items():
        if known.group(role).id == _STAFF:
            buckets[(role,)] = number
    if leaders:
        buckets[tuple(sorted(role for role in employed if known.group(role).id == _LEADER))] = leaders
    named = {bucket: number for bucket, number in buckets.items() if number >= k}
    left_over = sum(buckets.values()) - sum(named.values())
    while named and 0 < left_over < k:
        smallest = min(named, key=lambda bucket: (named[bucket], bucket))
        left_over += named.pop(smallest)
    return frozenset(role for bucket in named for role in bucket)


def _staff_label(language: str) -> str:
    known = roles()
    return next(group.labels[language] for group in known.groups if group.id == _STAFF)
