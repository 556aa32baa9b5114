"""What could be better: each rule finds its own, and nothing is found in what is shipped."""

from collections.abc import Iterable

import pytest

from workbench.codebook import (
    Codebook,
    Kind,
    crosswalk,
    load,
    load_vocabulary,
    no_code_passages,
    parse,
    parse_crosswalk,
    parse_vocabulary,
    shipped,
)
from workbench.codebook.lint import RULES, VOCABULARY_RULES, Finding, lint, lint_crosswalk, lint_vocabulary

Said = tuple[int, str, str, str]
"""Line, code, rule and text of a finding."""

GOOD = """\
id: min
version: 0.1.0
name: {da: Min, en: Mine}
codes:
- id: plan
  name: {da: Plan, en: Plan}
  definition: Om planen.
  include: [alt om planen]
  exclude: [{text: den faste voksne, use: guide}]
  keywords: [plan*]
  examples: [Der er en plan., Planen ligger i skuffen., Jeg så aldrig planen.]
  codes:
  - id: plan.system
    name: {da: System, en: System}
    definition: Om systemet.
    include: [adgang]
    exclude: [{text: at skrive to gange, use: plan.dobbelt}]
    keywords: [login, logge ind]
    examples: [Jeg kan ikke logge ind., Systemet er nede., Hvad er koden?]
  - id: plan.dobbelt
    name: {da: Dobbelt, en: Double}
    definition: Om at skrive to gange.
    include: [to steder]
    exclude: [{text: adgang, use: plan.system}]
    keywords: [to steder, dobbelt*]
    examples: [Vi skriver det to steder., Det samme igen., Jeg kopierer alt.]
- id: guide
  name: {da: Guide, en: Guide}
  definition: Om guiden.
  include: [den faste voksne]
  exclude: [{text: planen, use: plan}, {text: noget helt andet, use: "anden:a"}]
  keywords: [guide*]
  examples: [Hun svarer altid., Vi har to guider., Han kom ikke.]
no_code_examples: [Skal vi have kaffe?]
"""

OTHER = """\
id: anden
version: 0.1.0
name: {da: Anden, en: Other}
codes:
- {id: a, name: {da: A}, definition: A.}
- {id: gammel, name: {da: G}, definition: G., retired: true, replaced_by: a}
- {id: borte, name: {da: B}, definition: B., retired: true}
- {id: m, name: {da: M}, definition: M., folder: true, codes: [{id: m.a, name: {da: MA}, definition: MA.}]}
"""

WALK = """\
crosswalk:
- from: min
  to: anden
  map: {plan: [a], plan.system: [m.a]}
  unmapped: {plan.dobbelt: Findes ikke., guide: Findes ikke.}
"""


def books(*texts: str) -> dict[str, Codebook]:
    return {book.id: book for book in map(parse, texts)}


def found(text: str, *, no_code: Iterable[str] = ()) -> list[Said]:
    walk = parse_crosswalk(WALK)
    return [(one.line, one.code, one.rule, one.text) for one in lint(parse(text), books(OTHER).values(), walk, no_code)]


def test_nothing_is_found_in_a_good_codebook() -> None:
    assert found(GOOD, no_code=["Goddag."]) == []


CASES: dict[str, tuple[str, str, list[Said]]] = {
    "a code without its English name": (
        "{da: Guide, en: Guide}",
        "{da: Guide}",
        [
            (28, "guide", "names", "code 'guide' has no name in en; add one under name"),
        ],
    ),
    "a codebook without its Danish name": (
        "{da: Min, en: Mine}",
        "{en: Mine}",
        [
            (3, "", "names", "the codebook has no name in da; add one under name"),
        ],
    ),
    "an axis without its Danish name": (
        "no_code_examples",
        "axes: {styrke: {name: {en: S}, definition: S., values: [{id: a, name: {en: A}}]}}\nno_code_examples",
        [
            (34, "", "names", "axis 'styrke' has no name in da; add one under name"),
        ],
    ),
    "nothing belongs to it": (
        "  include: [den faste voksne]\n",
        "",
        [
            (27, "guide", "delimited", "code 'guide' has no include; say what belongs to it"),
        ],
    ),
    "nothing is left out": (
        '  exclude: [{text: planen, use: plan}, {text: noget helt andet, use: "anden:a"}]\n',
        "",
        [
            (27, "guide", "delimited", "code 'guide' has no exclude; say what belongs elsewhere, and where"),
        ],
    ),
    "no keywords": (
        "  keywords: [guide*]\n",
        "",
        [
            (27, "guide", "delimited", "code 'guide' has no keywords; give the words that speak for it"),
        ],
    ),
    "few examples": (
        "[Hun svarer altid., Vi har to guider., Han kom ikke.]",
        "[Hun svarer altid.]",
        [
            (33, "guide", "examples", "code 'guide' has 1 example, and 3 are wanted; add passages as people say them"),
        ],
    ),
    "more examples are wanted of sub-codes": (
        "no_code_examples",
        "examples_wanted: {code: 3, area: 4}\nno_code_examples",
        [
            (11, "plan", "examples", "code 'plan' has 3 examples, and 4 are wanted; add passages as people say them"),
            (33, "guide", "examples", "code 'guide' has 3 examples, and 4 are wanted; add passages as people say them"),
        ],
    ),
    "no full stop": (
        "definition: Om guiden.",
        "definition: Om guiden",
        [
            (29, "guide", "full-stop", "code 'guide': the definition does not end with a full stop"),
        ],
    ),
    "two letters and a star": (
        "[guide*]",
        "[gu*]",
        [
            (
                32,
                "guide",
                "open-ending",
                "code 'guide': keyword 'gu*' has fewer than 3 letters before the *; write more of it",
            ),
        ],
    ),
    "two letters and a star in a phrase": (
        "[guide*]",
        "[min gu*]",
        [
            (
                32,
                "guide",
                "open-ending",
                "code 'guide': keyword 'min gu*' has fewer than 3 letters before the *; write more of it",
            ),
        ],
    ),
    "a keyword inside another": (
        "[guide*]",
        "[guide*, guiden]",
        [
            (
                32,
                "guide",
                "swallowed-keyword",
                "code 'guide': keyword 'guiden' is met by 'guide*' already; take it away",
            ),
        ],
    ),
    "a phrase inside another": (
        "[guide*]",
        "[min guide*, min guiden, guiden min]",
        [
            (
                32,
                "guide",
                "swallowed-keyword",
                "code 'guide': keyword 'min guiden' is met by 'min guide*' already; take it away",
            ),
        ],
    ),
    "a version that is not told of": (
        "no_code_examples",
        "changes: [{version: 0.0.9, text: Nyt.}]\nno_code_examples",
        [
            (34, "", "changes", "version 0.1.0 is not among the changes; say what is new in it"),
        ],
    ),
    "an example at two codes": (
        "Han kom ikke.",
        "systemet ER nede",
        [
            (
                33,
                "guide",
                "example-twice",
                "the example 'systemet ER nede' stands in two places, here and at 'plan.system'; keep one",
            ),
        ],
    ),
    "an example that carries no code": (
        "Han kom ikke.",
        "Skal vi have kaffe?",
        [
            (
                33,
                "guide",
                "example-twice",
                "the example 'Skal vi have kaffe?' stands in two places, here and at no_code_examples; keep one",
            ),
        ],
    ),
    "a keyword at two codes": (
        "[guide*]",
        "[guide*, LOGIN]",
        [
            (
                32,
                "guide",
                "keyword-twice",
                "code 'guide': keyword 'LOGIN' is a keyword of 'plan.system' too; "
                "take one away, or say with an exclude where the border is",
            ),
        ],
    ),
    "an exclude that leads nowhere": (
        'use: "anden:a"}',
        "}",
        [
            (
                31,
                "guide",
                "exclude-without-use",
                "code 'guide': exclude 2 does not say where it belongs instead; add use with a code",
            ),
        ],
    ),
    "a codebook that is not here": (
        "anden:a",
        "tredje:a",
        [
            (31, "guide", "use", "code 'guide' sends to 'tredje:a': there is no codebook 'tredje' here"),
        ],
    ),
    "a code that is not in the other codebook": (
        "anden:a",
        "anden:m.b",
        [
            (31, "guide", "use", "code 'guide' sends to 'anden:m.b': there is no such code"),
        ],
    ),
    "a folder of the other codebook": (
        "anden:a",
        "anden:m",
        [
            (31, "guide", "use", "code 'guide' sends to 'anden:m': it is a folder; name one of its codes"),
        ],
    ),
    "a replaced code of the other codebook": (
        "anden:a",
        "anden:gammel",
        [
            (31, "guide", "use", "code 'guide' sends to 'anden:gammel': it is retired; name 'a', which replaced it"),
        ],
    ),
    "a retired code of the other codebook": (
        "anden:a",
        "anden:borte",
        [
            (31, "guide", "use", "code 'guide' sends to 'anden:borte': it is retired"),
        ],
    ),
    "a border that one side says": (
        "{text: adgang, use: plan.system}",
        "{text: adgang, use: guide}",
        [
            (
                24,
                "plan.dobbelt",
                "one-way-border",
                "code 'plan.dobbelt' says nothing of 'plan.system', which sends passages here; "
                "add an exclude with use: plan.system",
            ),
        ],
    ),
    "two codes that mean the same": (
        "definition: Om guiden.",
        "definition: om planen.",
        [
            (29, "guide", "same-definition", "code 'guide' is defined as 'plan' is; say what sets them apart"),
        ],
    ),
    "a retired code that the crosswalk has": (
        "  definition: Om systemet.",
        "  definition: Om systemet.\n    retired: true",
        [
            (
                13,
                "plan.system",
                "retired-in-crosswalk",
                "code 'plan.system' is retired, but the crosswalk from min to anden has it; take it away there",
            ),
            (25, "plan.dobbelt", "use", "code 'plan.dobbelt' sends to 'plan.system': it is retired"),
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rule(case: str) -> None:
    before, after, wanted = CASES[case]
    assert GOOD.count(before) == 1
    assert found(GOOD.replace(before, after)) == wanted


def test_every_rule_has_a_case() -> None:
    assert {rule for _, _, wanted in CASES.values() for _, _, rule, _ in wanted} == RULES.keys()


def test_an_example_in_the_shared_list() -> None:
    assert found(GOOD, no_code=["Han kom ikke!"]) == [
        (
            33,
            "guide",
            "example-twice",
            "the example 'Han kom ikke.' stands in two places, here and at the shared list of passages without a code;"
            " keep one",
        )
    ]


def test_an_area_and_its_sub_code_may_share_a_keyword() -> None:
    assert found(GOOD.replace("[login, logge ind]", "[login, plan*]")) == []


def test_codes_that_border_may_share_a_keyword() -> None:
    assert found(GOOD.replace("[to steder, dobbelt*]", "[to steder, login]")) == []


def test_folders_and_retired_codes_need_nothing() -> None:
    assert [(one.line, one.code, one.rule) for one in lint(parse(OTHER)) if one.code in ("m", "borte", "gammel")] == [
        (6, "gammel", "names"),
        (7, "borte", "names"),
        (8, "m", "names"),
    ]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (
            ", guide: Findes ikke.",
            "",
            (
                4,
                "guide",
                "from min to anden: 'guide' stands neither under map nor under unmapped; put it under one of them",
            ),
        ),
        (
            ", plan.system: [m.a]",
            "",
            (
                4,
                "m.a",
                "from min to anden: no code leads to 'm.a'; map one to it, or put it under unreached with the reason",
            ),
        ),
        ("[a]", "[a, b]", (4, "b", "'b' is no code of anden")),
        (
            "plan.system: [m.a]",
            "plan.system: [m.a, m]",
            (4, "m", "'m' of anden is a folder: passages are coded with its codes, so name those"),
        ),
        ("plan.system: [m.a]", "plan.system: [m.a, borte]", (4, "borte", "'borte' of anden is retired; take it away")),
        (
            "guide: Findes ikke.",
            "guide: Findes ikke., guiden: Findes ikke.",
            (5, "guiden", "'guiden' is no code of min; did you mean 'guide'?"),
        ),
        ("to: anden", "to: tredje", (3, "", "there is no codebook 'tredje' here")),
    ],
)
def test_the_crosswalk(before: str, after: str, wanted: tuple[int, str, str]) -> None:
    around = books(GOOD, OTHER)
    assert lint_crosswalk(parse_crosswalk(WALK), around) == ()
    line, code, text = wanted
    said = [
        one for one in lint_crosswalk(parse_crosswalk(WALK.replace(before, after)), around) if one.code != "plan.system"
    ]
    assert said == [Finding(line, code, text, "crosswalk")]


def test_a_vocabulary() -> None:
    text = """\
id: rejse
version: 0.1.0
kind: journey
name: {da: Rejse, en: Journey}
stages:
- {id: skole, name: {da: Skole, en: School}, definition: Om skolen, keywords: [sk*], examples: [A., B., C.]}
- {id: job, name: {da: Job}, definition: Arbejde., exclude: [{text: før, use: skole}], keywords: [job*, jobbet],
   examples: [C., D.]}
contact_points:
- {id: brev, name: {da: Brev, en: Letter}, definition: Et brev., keywords: [job*], examples: [E., F., Goddag.]}
actors:
- {id: ven, name: {da: Ven, en: Friend}, keywords: [ven*]}
- {id: mor, name: {da: Mor, en: Mother}, keywords: [ven*]}
feelings:
- {id: skam, name: {da: Skam, en: Shame}, value: 0}
feeling_scale:
- {value: 0, name: {da: Hverken eller, en: Neither}}
"""
    assert [(one.line, one.code, one.rule) for one in lint_vocabulary(parse_vocabulary(text), ["Goddag."])] == [
        (6, "skole", "delimited"),
        (6, "skole", "open-ending"),
        (6, "skole", "full-stop"),
        (7, "job", "names"),
        (7, "job", "swallowed-keyword"),
        (8, "job", "examples"),
        (8, "job", "example-twice"),
        (10, "brev", "example-twice"),
        (13, "mor", "keyword-twice"),
        (15, "skam", "delimited"),
    ]
    assert VOCABULARY_RULES.keys() <= RULES.keys()


def test_nothing_is_found_in_what_is_shipped() -> None:
    around = {id: load(id) for id in shipped()}
    for book in around.values():
        assert lint(book, around.values(), crosswalk(), no_code_passages()) == ()
    for id in shipped(Kind.JOURNEY):
        assert lint_vocabulary(load_vocabulary(id), no_code_passages()) == ()
    assert lint_crosswalk(crosswalk(), around) == ()
