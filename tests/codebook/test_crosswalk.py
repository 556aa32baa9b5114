"""From one codebook to another."""

import pytest

from workbench.codebook import Bridge, Crosswalk, crosswalk, load, parse_crosswalk, shipped
from workbench.errors import InvalidFileError

SMALL = """\
crosswalk:
- from: en
  to: to
  map:
    a: [x.y, x.z]
    b.c: [x.z]
  unmapped:
    d: Findes ikke
      derovre.
  unreached: {x.q: Intet fører dertil.}
- {from: to, to: en, map: {x.y: [a]}}
"""


def test_parse_whole() -> None:
    read = parse_crosswalk(SMALL)
    assert read == Crosswalk(
        (
            Bridge(
                "en",
                "to",
                {"a": ("x.y", "x.z"), "b.c": ("x.z",)},
                {"d": "Findes ikke derovre."},
                {"x.q": "Intet fører dertil."},
            ),
            Bridge("to", "en", {"x.y": ("a",)}),
        ),
        SMALL,
    )
    assert [read.targets(code, "to") for code in ("en:a", "en:d", "en:q", "to:x.y", "a")] == [
        ("x.y", "x.z"),
        (),
        (),
        (),
        (),
    ]
    assert read.targets("to:x.y", "en") == ("a",)
    assert read.unmapped("en", "to") == {"d": "Findes ikke derovre."}
    assert (read.unmapped("to", "en"), read.unmapped("en", "tre")) == ({}, {})


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("to: to", "to: en", "line 3: the crosswalk leads from 'en' to itself"),
        (
            "{from: to, to: en",
            "{from: en, to: to",
            "line 11: the way from 'en' to 'to' is given twice; put both together",
        ),
        ("    d: Findes", "    a: Findes", "line 8: 'a' stands under map and under unmapped; take one away"),
        ("{x.q: Intet", "{x.z: Intet", "line 10: 'x.z' stands under map and under unreached; take one away"),
        ("[x.z]", "[]", "line 6: crosswalk 1 > map > b.c: found an empty list, expected at least one entry"),
        ("[x.z]", "[a, b, c, d]", "line 6: crosswalk 1 > map > b.c: found a list, expected at most 3 entries"),
        (
            "x.q: Intet",
            "X: Intet",
            "line 10: crosswalk 1 > unreached: found 'X', expected an id "
            "of small letters a-z, digits, - and _, beginning with a letter",
        ),
        (SMALL, "[]", "line 1: the file: found an empty list, expected a section of keys"),
        (SMALL, "", "line 1: the file is empty"),
    ],
)
def test_faults(before: str, after: str, said: str) -> None:
    with pytest.raises(InvalidFileError) as refused:
        parse_crosswalk(SMALL.replace(before, after))
    assert refused.value.message == f"crosswalk.yaml, {said}"


def test_the_shipped_crosswalk_accounts_for_every_code_of_both_sides() -> None:
    books = {id: load(id) for id in shipped()}
    assert [(one.start, one.to) for one in crosswalk().bridges] == [
        ("kui-fire-fokusomraader", "kl-partnerskab-temaer"),
        ("kui-fire-fokusomraader", "praksiskatalog-temaer"),
        ("kl-partnerskab-temaer", "praksiskatalog-temaer"),
    ]
    for bridge in crosswalk().bridges:
        start = {code.id for code in books[bridge.start].codes if code.usable}
        to = {code.id for code in books[bridge.to].codes if code.usable}
        reached = {target for targets in bridge.targets.values() for target in targets}
        assert bridge.targets.keys() | bridge.unmapped.keys() == start
        assert reached | bridge.unreached.keys() == to
