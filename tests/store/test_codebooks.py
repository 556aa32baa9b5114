"""A project's codebooks: whole per version, codes kept for the codings that point to them."""

from dataclasses import replace

from tests.store.test_undo import accept
from workbench.codebook import Codebook, parse
from workbench.store import Source, Store, StoredCode, add_codebook, check, current_codebooks, quotes, stored_codes


def test_the_codes_of_the_current_version(store: Store, codebook: Codebook) -> None:
    assert current_codebooks(store) == [codebook]
    assert stored_codes(store) == [
        StoredCode(codebook.uuid(code), "proeve", "0.1.0", code, area, {"da": da, "en": en})
        for code, area, da, en in (
            ("plan", "plan", "Én plan", "One plan"),
            ("plan.dobbelt", "plan", "Dobbeltdokumentation", "Double documentation"),
            ("guide", "guide", "Én ungeguide", "One youth guide"),
        )
    ]


def test_a_new_version_retires_what_it_drops(store: Store, talk: Source, codebook: Codebook) -> None:
    accept(store, talk, 2, "guide")
    newer = parse(codebook.yaml.replace("version: 0.1.0", "version: 0.2.0").replace("id: guide", "id: vejleder"))
    with store.command("codebooks add") as command:
        add_codebook(command, newer)
    assert [(one.code, one.version) for one in stored_codes(store)] == [
        ("plan", "0.2.0"),
        ("plan.dobbelt", "0.2.0"),
        ("vejleder", "0.2.0"),
    ]
    assert [quote.code for quote in quotes(store)] == ["guide"], "its coding stays"
    assert store.query("SELECT version, current FROM codebook ORDER BY version") == [
        {"version": "0.1.0", "current": 0},
        {"version": "0.2.0", "current": 1},
    ]
    assert check(store).faults == ()


def test_the_same_version_again_changes_nothing(store: Store, codebook: Codebook) -> None:
    with store.command("codebooks add") as command:
        add_codebook(command, replace(codebook))
        assert command.events == 0
