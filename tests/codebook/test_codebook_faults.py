"""What a colleague's broken codebook file is told: file, line, place, what was found and what was expected."""

from pathlib import Path

import pytest

from workbench.codebook import load, parse
from workbench.errors import InvalidFileError

HEAD = "id: min\nversion: 0.1.0\nname: {da: Min}\ncodes:\n"
PLAN = "- id: plan\n  name: {da: Plan}\n  definition: Om planen.\n"
"""Lines 5 to 7 of a file that starts with HEAD."""


def message(text: str) -> str:
    with pytest.raises(InvalidFileError) as refused:
        parse(text, origin="min.yaml")
    return refused.value.message


CASES = {
    "a missing definition": (
        HEAD + "- id: plan\n  name: {da: Plan}\n",
        "min.yaml, line 5: code 'plan' has no definition",
    ),
    "a code with neither name nor id": (
        HEAD + PLAN + "- definition: Om noget.\n",
        "min.yaml, line 8: codes 2 has no id\nmin.yaml, line 8: codes 2 has no name",
    ),
    "a text where a list belongs": (
        HEAD + PLAN + "  keywords: plan, mål\n",
        "min.yaml, line 8: codes 1 'plan' > keywords: found 'plan, mål', expected a list",
    ),
    "a list where a text belongs": (
        HEAD + "- id: plan\n  name: {da: Plan}\n  definition: [Om, planen]\n",
        "min.yaml, line 7: codes 1 'plan' > definition: found a list, expected a text",
    ),
    "an empty keyword": (
        HEAD + PLAN + "  keywords:\n  - plan\n  - ' '\n",
        "min.yaml, line 10: codes 1 'plan' > keywords 2: found an empty text, expected a text",
    ),
    "nothing after a dash": (
        HEAD + PLAN + "  keywords:\n  - plan\n  -\n",
        "min.yaml, line 10: codes 1 'plan' > keywords 2: found nothing, expected a text",
    ),
    "a colon in an example": (
        HEAD + PLAN + "  examples:\n  - Så sagde hun: kom igen.\n",
        "min.yaml, line 9: codes 1 'plan' > examples 1: found a section of keys, "
        "expected a text (one with a colon in it needs quotation marks)",
    ),
    "two colons in a definition": (
        HEAD + "- id: plan\n  name: {da: Plan}\n  definition: Om planen: hele\n",
        "min.yaml, line 7: column 24: a colon inside a text; put the text in quotation marks",
    ),
    "a misspelt key": (
        HEAD + PLAN + "  keyword: [plan]\n",
        "min.yaml, line 8: codes 1 'plan': unknown key 'keyword'; did you mean 'keywords'?",
    ),
    "an unknown key in the file": (
        HEAD + PLAN + "xyz: 1\n",
        "min.yaml, line 8: unknown key 'xyz'",
    ),
    "a third level": (
        HEAD + PLAN + "  codes:\n  - {id: plan.a, name: {da: A}, definition: A., codes: []}\n",
        "min.yaml, line 9: codes 1 'plan' > codes 1 'plan.a': "
        "a codebook has two levels, so a sub-code has no codes of its own",
    ),
    "a status nobody knows": (
        HEAD + PLAN + "status: færdig\n",
        "min.yaml, line 8: status: found 'færdig', expected one of draft, active, retired",
    ),
    "a version in words": (
        HEAD.replace("0.1.0", "første") + PLAN,
        "min.yaml, line 2: version: found 'første', expected a version such as 0.1.0",
    ),
    "an id with a space": (
        HEAD + PLAN.replace("id: plan", "id: Én plan"),
        "min.yaml, line 5: codes 1 'Én plan' > id: found 'Én plan', "
        "expected an id of small letters a-z, digits, - and _, beginning with a letter",
    ),
    "a name in no language": (
        HEAD + PLAN.replace("{da: Plan}", "{}"),
        "min.yaml, line 6: codes 1 'plan' > name: found a section of keys, expected a name in da or en",
    ),
    "no codes": (
        "id: min\nversion: 1\nname: {da: Min}\ncodes: []\n",
        "min.yaml, line 4: codes: found an empty list, expected at least one entry",
    ),
    "retired in Danish": (
        HEAD + PLAN + "  retired: ja\n",
        "min.yaml, line 8: codes 1 'plan' > retired: found 'ja', expected true or false",
    ),
    "a keyword given twice": (
        HEAD + PLAN + "  keywords:\n  - plan\n  - mål\n  - plan\n",
        "min.yaml, line 11: codes 1 'plan' > keywords: 'plan' is given twice",
    ),
    "a key given twice": (
        HEAD + PLAN + "  definition: Om planen igen.\n",
        "min.yaml, line 8: codes 1 'plan' > definition: this key is given twice",
    ),
    "a reference in capitals": (
        HEAD + PLAN + "  exclude:\n  - {text: guiden, use: Guide}\n",
        "min.yaml, line 9: codes 1 'plan' > exclude 1 > use: found 'Guide', expected a code id, or codebook:code",
    ),
    "a list instead of a codebook": (
        "- id: plan\n",
        "min.yaml, line 1: the file: found a list, expected a section of keys",
    ),
    "an id given twice": (
        HEAD + PLAN + PLAN,
        "min.yaml, line 8: the id 'plan' is given twice, first on line 5",
    ),
    "a sub-code of another area": (
        HEAD + PLAN + "  codes:\n  - {id: guide.a, name: {da: A}, definition: A.}\n",
        "min.yaml, line 9: code 'guide.a': a sub-code's id begins with its focus area's, 'plan.'",
    ),
    "a reference that leads nowhere": (
        HEAD + PLAN + "  exclude:\n  - text: andre planer\n    use: plam\n",
        "min.yaml, line 10: code 'plan' points to 'plam', which is not here; did you mean 'plan'?",
    ),
    "a reference to itself": (
        HEAD + PLAN + "  exclude: [{text: andre planer, use: plan}]\n",
        "min.yaml, line 8: code 'plan' points to itself",
    ),
    "replaced without being retired": (
        HEAD + PLAN + "  replaced_by: ny\n- {id: ny, name: {da: Ny}, definition: Ny.}\n",
        "min.yaml, line 8: code 'plan' is replaced by another, but is not retired",
    ),
    "replaced by nothing here": (
        HEAD + PLAN + "  retired: true\n  replaced_by: xyz\n",
        "min.yaml, line 9: code 'plan' is replaced by 'xyz', which is not here",
    ),
    "replaced by itself": (
        HEAD + PLAN + "  retired: true\n  replaced_by: plan\n",
        "min.yaml, line 9: code 'plan' is replaced by 'plan', which is itself retired",
    ),
    "replaced by a folder": (
        HEAD
        + PLAN
        + "  retired: true\n  replaced_by: ny\n"
        + "- {id: ny, name: {da: Ny}, definition: Ny., folder: true, "
        + "codes: [{id: ny.a, name: {da: A}, definition: A.}]}\n",
        "min.yaml, line 9: code 'plan' is replaced by 'ny', which is a folder; name one of its codes",
    ),
    "a folder that holds nothing": (
        HEAD + PLAN + "  folder: true\n",
        "min.yaml, line 8: code 'plan' is a folder, but holds no codes; give it some, or take 'folder' away",
    ),
    "a folder with keywords and examples": (
        HEAD
        + PLAN
        + "  folder: true\n  keywords: [plan]\n  examples: [Hej.]\n"
        + "  codes: [{id: plan.a, name: {da: A}, definition: A.}]\n",
        "min.yaml, line 9: code 'plan' is a folder and never suggested: move its keywords to its codes\n"
        "min.yaml, line 10: code 'plan' is a folder and never suggested: move its examples to its codes",
    ),
    "a folder among sub-codes": (
        HEAD + PLAN + "  codes:\n  - {id: plan.a, name: {da: A}, definition: A., folder: true}\n",
        "min.yaml, line 9: codes 1 'plan' > codes 1 'plan.a': unknown key 'folder'",
    ),
    "an axis for a code that is not here": (
        HEAD
        + PLAN
        + "axes:\n  niveau: {name: {da: N}, definition: N., applies_to: [plan, plam], "
        + "values: [{id: a, name: {da: A}}]}\n",
        "min.yaml, line 9: axis 'niveau' applies to 'plam', which is not here; did you mean 'plan'?",
    ),
    "an axis without values": (
        HEAD + PLAN + "axes:\n  niveau: {name: {da: N}, definition: N., values: []}\n",
        "min.yaml, line 9: axes > niveau > values: found an empty list, expected at least one entry",
    ),
    "an axis that is no free text and has no values": (
        HEAD + PLAN + "axes:\n  niveau: {name: {da: N}, definition: N., free_text: false}\n",
        "min.yaml, line 9: axes > niveau has no values",
    ),
    "a number in words": (
        HEAD + PLAN + "examples_wanted: {area: mange}\n",
        "min.yaml, line 8: examples_wanted > area: found 'mange', expected a whole number",
    ),
    "a change without its version": (
        HEAD + PLAN + "changes:\n- text: Nyt.\n",
        "min.yaml, line 9: changes 1 has no version",
    ),
    "a vocabulary for journeys": (
        "id: rejse\nkind: journey\n",
        "min.yaml, line 2: this is a vocabulary for youth journeys, not a codebook of themes",
    ),
    "empty": ("", "min.yaml, line 1: the file is empty"),
    "only blanks": ("\n  \n", "min.yaml, line 1: the file is empty"),
    "only comments": ("# kodebog\n", "min.yaml, line 1: the file holds nothing but comments"),
    "an open bracket": (
        HEAD + "- id: [plan\n  name: x\n",
        "min.yaml, line 6: column 7: this is no YAML (did not find expected ',' or ']')",
    ),
    "a tab": (
        HEAD + "- id: plan\n\tname: {da: Plan}\n",
        "min.yaml, line 6: a tab at the start of the line; indent with spaces",
    ),
    "a control character": (
        HEAD + PLAN + "# \x1b[31m\n",
        "min.yaml, line 8: a control character; this is no text file",
    ),
    "half a surrogate pair": (
        HEAD + PLAN + "# \ud800\n",
        "min.yaml, line 8: a control character; this is no text file",
    ),
    "two documents": (
        HEAD + PLAN + "---\nid: to\n",
        "min.yaml, line 8: a second document; one file holds one",
    ),
    "a Python object": (
        "id: !!python/object/apply:os.system [ls]\n",
        "min.yaml, line 1: the tag tag:yaml.org,2002:python/object/apply:os.system; only plain values are read",
    ),
    "an alias to nothing": (
        "id: *plan\n",
        "min.yaml, line 1: *plan stands for nothing written before it",
    ),
    "an alias to what it stands in": (
        "id: &a [*a]\n",
        "min.yaml, line 1: *a stands for nothing written before it",
    ),
    "a list as a key": (
        "? [a]\n: b\n",
        "min.yaml, line 1: a list or section stands where a key was expected",
    ),
    "nested without end": (
        "id: " + "[" * 5000,
        "min.yaml, line 1: nested more than 20 levels deep",
    ),
    "escapes in what is quoted": (
        HEAD + PLAN.replace("id: plan", 'id: "\\e[31mplan"'),
        "min.yaml, line 5: codes 1 '␛[31mplan' > id: found '␛[31mplan', "
        "expected an id of small letters a-z, digits, - and _, beginning with a letter",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_fault(case: str) -> None:
    text, wanted = CASES[case]
    assert message(text) == wanted


def test_a_bomb_of_aliases_is_refused_in_no_time() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert message("\n".join(lines)) == "min.yaml, line 5: more than 100000 values"


def test_all_faults_are_listed_by_line_and_the_eleventh_is_counted() -> None:
    every = message(HEAD + PLAN.replace("definition: Om planen.", "keywords: nej"))
    assert every == (
        "min.yaml, line 5: code 'plan' has no definition\n"
        "min.yaml, line 7: codes 1 'plan' > keywords: found 'nej', expected a list"
    )
    twelve = message(HEAD + "".join(f"- {{id: a{n}, name: {{da: A}}}}\n" for n in range(12)))
    assert twelve.split("\n")[-2:] == [
        "min.yaml, line 14: code 'a9' has no definition",
        "… and 2 more faults",
    ]
    assert message(HEAD + "".join(f"- {{id: a{n}, name: {{da: A}}}}\n" for n in range(11))).endswith(
        "… and 1 more fault"
    )


def test_a_too_large_file() -> None:
    assert message("# " + "x" * 4_000_000) == "min.yaml, line 1: the file is too large (4000002 characters)"


def test_files_that_are_no_text(tmp_path: Path) -> None:
    file = tmp_path / "min.yaml"
    for content, wanted in (
        (b"\x89PNG\r\n\x1a\n\x00\x00", "min.yaml, line 3: this is no text file"),
        (
            (HEAD + "- id: plan\n  name: {da: Åbning}\n").encode("latin-1"),
            "min.yaml, line 6: a character that is not UTF-8; save the file as UTF-8",
        ),
    ):
        file.write_bytes(content)
        with pytest.raises(InvalidFileError) as refused:
            load(file)
        assert refused.value.message == wanted
        assert refused.value.hint == "Mend the file in a text editor and try again; nothing was changed."
