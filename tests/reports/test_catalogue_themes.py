"""The catalogue by the themes of another codebook: read through the crosswalk, and nothing stored."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.reports.catalogue_field import KUI, Line, field_phase, lines, wrote
from workbench import config
from workbench.codebook import load
from workbench.errors import NotFoundError
from workbench.model import Valence
from workbench.reports.catalogue import catalogue
from workbench.reports.catalogue.value import Spread
from workbench.store import Store, add_codebook, add_coding, history, passages, quotes, sources, stored_codes

PRAKSIS, KL = "praksiskatalog-temaer", "kl-partnerskab-temaer"


@pytest.fixture
def field(tmp_path: Path) -> Iterator[Store]:
    store = field_phase(tmp_path / "projekt")
    yield store
    store.close()


def bridge(to: str) -> tuple[dict[str, list[str]], dict[str, str]]:
    """The crosswalk as the file has it: what leads where, and the target codes' focus areas."""
    shipped = config.shipped("codebooks")
    whole = yaml.safe_load((shipped / "crosswalk.yaml").read_text())
    leads = next(one["map"] for one in whole["crosswalk"] if (one["from"], one["to"]) == (KUI, to))
    book = yaml.safe_load((shipped / f"{to}.yaml").read_text())
    areas = {code["id"]: area["id"] for area in book["codes"] for code in (area, *area.get("codes", ()))}
    return leads, areas


@pytest.mark.parametrize("to", [PRAKSIS, KL])
def test_every_number_through_the_crosswalk(field: Store, to: str) -> None:
    leads, areas = bridge(to)
    made = catalogue(field, language="en", codebook=to)
    read: dict[str, list[tuple[Line, str]]] = {}
    for line in lines():
        for code in leads.get(line.code, ()):
            read.setdefault(areas[code], []).append((line, code))
    assert {one.code for one in made.themes} == set(read)
    for one in made.themes:
        said = read[one.code]
        assert one.evidence.statements == len(said)
        assert one.valences.barriers == sum(line.valence is Valence.BARRIER for line, _code in said)
        assert one.valences.enablers == sum(line.valence is Valence.ENABLER for line, _code in said)
        here = {line.municipality for line, _code in said}
        assert one.pattern.said in (Spread(len(here), 5), Spread(None, 5))
        assert sorted(sub.evidence.statements for sub in one.sub_themes) == sorted(
            sum(other == code for _line, other in said) for code in {code for _line, code in said}
        )


def test_what_leads_nowhere_is_listed(field: Store) -> None:
    leads, _areas = bridge(PRAKSIS)
    book = load(KUI)
    lost: dict[str, int] = {}
    for line in lines():
        if line.code not in leads:
            lost[line.code] = lost.get(line.code, 0) + 1
    found = catalogue(field, language="en", codebook=PRAKSIS).crosswalk
    assert found is not None
    assert dict(found.unmapped) == {book.code(code).name("en"): number for code, number in lost.items()}
    assert (found.codebook, found.themes) == (PRAKSIS, "Themes of the practice catalogue")
    assert catalogue(field, language="en").crosswalk is None
    assert catalogue(field, language="en", codebook=KUI) == catalogue(field, language="en")


def test_reading_stores_nothing(field: Store) -> None:
    before = (len(history(field)), len(quotes(field)))
    catalogue(field, language="en", codebook=PRAKSIS)
    assert (len(history(field)), len(quotes(field))) == before


def test_findings_go_where_their_code_leads(field: Store) -> None:
    wrote(field, None, "guide.relation", "Den voksne, der bliver")
    wrote(field, None, "plan.dobbelt", "To steder")
    made = catalogue(field, language="en", codebook=PRAKSIS)
    (virker,) = (one for one in made.themes if one.code == "virker")
    assert [one.label for one in virker.written] == ["Den voksne, der bliver"]
    assert [one.label for one in made.written] == ["To steder"]  # no theme has a place for it


def test_what_was_coded_with_the_themes_themselves_counts_once(field: Store) -> None:
    """A passage that leads to a theme, and that somebody has coded with it as well, is one statement."""
    before = {one.code: one.evidence.statements for one in catalogue(field, language="en", codebook=KL).themes}
    with field.command("codebooks add") as command:
        add_codebook(command, load(KL))
    codes = {(one.codebook, one.code): one for one in stored_codes(field)}
    source = next(one for one in sources(field) if one.name == "gruppe-Kvistsund")
    first, *_rest, leading = passages(field, source.revision)
    assert first.text and leading.text
    guide = next(one for one in quotes(field, source=source.id) if one.code == "guide.relation")
    with field.command("code") as command:
        for passage in passages(field, source.revision):
            if passage.number == guide.passage:
                for code, valence in (("koord.kontaktperson", Valence.ENABLER), ("eksterne.erhverv", Valence.BARRIER)):
                    add_coding(
                        command,
                        revision=source.revision,
                        place=passage.place,
                        words=passage.text,
                        code=codes[KL, code],
                        valence=valence,
                    )
    after = {one.code: one.evidence.statements for one in catalogue(field, language="en", codebook=KL).themes}
    assert after == {**before, "eksterne": before.get("eksterne", 0) + 1}


@pytest.mark.parametrize("wanted", ["praksis", "ungerejse", "ingen"])
def test_themes_that_nothing_leads_to(field: Store, wanted: str) -> None:
    with pytest.raises(NotFoundError, match=f"the themes of “{wanted}”: nothing leads there from “{KUI}”"):
        catalogue(field, language="en", codebook=wanted)
