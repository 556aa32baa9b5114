"""Municipalities from a YAML list."""

from pathlib import Path

import pytest

from workbench.errors import InvalidFileError, NotFoundError
from workbench.exchange import read_municipalities


def test_every_key_is_read(tmp_path: Path) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(
        '- {name: Kvistsund, code: "991", region: Nord, size: 38000, organisation_form: netværk,'
        " prioritised_themes: [plan]}\n- name: Brændlyng\n"
    )
    assert read_municipalities(file) == [
        {
            "name": "Kvistsund",
            "code": "991",
            "region": "Nord",
            "organisation_form": "netværk",
            "size": 38000,
            "prioritised_themes": ("plan",),
        },
        {"name": "Brændlyng", "prioritised_themes": ()},
    ]


EXPECTED = "expected a municipality with code, name, organisation_form, prioritised_themes, region, size"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- name: A\n- code: b", f"m.yaml, line 2: {EXPECTED}"),
        ("- name: A\n- {name: B, sise: 3}", f"m.yaml, line 2: {EXPECTED}"),
        ("hej", f"m.yaml, line 1: {EXPECTED}"),
        ("- name: ]", "m.yaml, line 1: column 9: this is no YAML ("),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "m.yaml"
    file.write_text(text)
    with pytest.raises(InvalidFileError) as refused:
        read_municipalities(file)
    assert refused.value.message.startswith(message)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError):
        read_municipalities(tmp_path / "m.yaml")
