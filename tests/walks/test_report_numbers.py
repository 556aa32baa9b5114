"""Every number and quote of the demo's reports, found again the slow way: row by row, from the tables alone.

Nothing here calls what the reports are made with: not the quotes, not the coverage, not the counting.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from workbench.codebook import roles
from workbench.reports import FULL, Document, practice_document, practice_report
from workbench.reports.document import Box, Heading, Quotation, Table, Words
from workbench.reports.figures import Bars, Heatmap
from workbench.store import Store

NAMES = ("Brændlyng", "Gråskær", "Havrevig", "Kvistsund", "Ravnstrøm", "Tjørnefjord")
VALENCES = ("barrier", "enabler", "recommendation", "description")


@dataclass(frozen=True)
class Row:
    """A coding that counts."""

    id: str
    code: str
    area: str
    valence: str
    passage: tuple[str, int]
    source: str
    handle: str
    kind: str
    words: str
    role: str
    person: str
    turn: int
    seconds: float | None

    @property
    def statement(self) -> tuple[object, ...]:
        return (self.passage, self.code, self.valence)


@pytest.fixture(scope="module")
def store(made: Path) -> Iterator[Store]:
    with Store.open(made / "demo", person="Maja") as opened:
        yield opened


@pytest.fixture(scope="module", params=NAMES)
def read(request: pytest.FixtureRequest, store: Store) -> tuple[str, Document, list[Row]]:
    """A municipality's name, its full internal report in English, and its codings."""
    [where] = store.query("SELECT id FROM municipality WHERE name = ?", request.param)
    document = practice_document(practice_report(store, where["id"], language="en", outline=FULL, internal=True))
    return request.param, document, list(rows(store, where["id"]))


def rows(store: Store, municipality: str) -> Iterator[Row]:
    texts = {one["hash"]: one["content"] for one in store.query("SELECT hash, content FROM text")}
    codes = {one["id"]: one for one in store.query("SELECT * FROM code")}
    for source in store.query("SELECT * FROM source WHERE municipality = ?", municipality):
        for revision in store.query("SELECT * FROM revision WHERE source = ?", source["id"]):
            text = texts[revision["text"]]
            turns = store.query("SELECT * FROM turn WHERE revision = ? ORDER BY start", revision["id"])
            passages = store.query("SELECT * FROM passage WHERE revision = ? ORDER BY start", revision["id"])
            for coding in store.query("SELECT * FROM coding WHERE revision = ?", revision["id"]):
                code = codes[coding["code"]]
                if coding["layer"] != source["lead_coder"] or code["codebook"] != "kui-fire-fokusomraader":
                    continue
                turn = [one for one in turns if one["start"] <= coding["start"]][-1]
                passage = [one for one in passages if one["start"] <= coding["start"]][-1]
                [speaker] = store.query("SELECT * FROM speaker WHERE id = ?", turn["speaker"])
                people = store.query("SELECT * FROM participant WHERE id = ?", speaker["participant"])
                yield Row(
                    id=coding["id"],
                    code=code["code"],
                    area=codes[code["parent"]]["code"] if code["parent"] else code["code"],
                    valence=coding["valence"],
                    passage=(revision["id"], passage["number"]),
                    source=source["id"],
                    handle=source["name"],
                    kind=source["kind"],
                    words=text[coding["start"] : coding["end"]],
                    role=people[0]["role"] if people else "",
                    person=speaker["participant"] or speaker["id"],
                    turn=turn["number"],
                    seconds=turn["from_seconds"],
                )


def names(store: Store) -> dict[str, str]:
    """Codes by their English names as a report says them."""
    import yaml

    [book] = store.query("SELECT yaml FROM codebook WHERE current = 1 AND id = 'kui-fire-fokusomraader'")
    told = {}
    for area in yaml.safe_load(book["yaml"])["codes"]:
        told[f"{area['name']['en']}, in general"] = area["id"]
        told.update({code["name"]["en"]: f"{code['id']}" for code in area["codes"]})
    return told


def amount(found: list[Row]) -> int:
    return len({one.statement for one in found})


def balance(found: list[Row]) -> str:
    """`8 barriers, 1 enabler`, of those there are."""
    numbers = [(amount([one for one in found if one.valence == valence]), valence) for valence in VALENCES]
    return ", ".join(f"{n} {valence}{'' if n == 1 else 's'}" for n, valence in numbers if n)


def counted(found: list[Row]) -> tuple[str, str]:
    """How an evidence line begins and ends."""
    n = amount(found)
    return f"{n} statement{'' if n == 1 else 's'}", balance(found)


def areas(document: Document) -> list[tuple[str, tuple[object, ...]]]:
    return [(one.title, one.blocks) for one in document.sections if one.id == "areas"]


def test_every_chapter_and_finding_counts_what_was_coded(read: tuple[str, Document, list[Row]], store: Store) -> None:
    _name, document, found = read
    codes = names(store)
    looked_at = 0
    for title, blocks in areas(document):
        area = codes[f"{title}, in general"]
        own = [one for one in found if one.area == area]
        heading = title
        for before, block in zip((None, *blocks), blocks, strict=False):
            if isinstance(block, Heading):
                heading = block.text
            if isinstance(block, Words) and (before is None or (isinstance(before, Heading) and heading in codes)):
                said = own if before is None else [one for one in own if one.code == codes[heading]]
                begins, ends = counted(said)
                assert block.text.startswith((f"{begins}, ", f"{begins}: "))
                assert block.text.split(" · ")[1] == ends
                looked_at += 1
    assert looked_at >= 8


def test_bars_show_what_was_coded(read: tuple[str, Document, list[Row]], store: Store) -> None:
    _name, document, found = read
    codes = names(store)
    for picture in document.pictures():
        if isinstance(picture.figure, Bars):
            for row in picture.figure.rows:
                whole = picture.id == "bars-areas"
                code = codes[f"{row.label}, in general"] if whole else codes[row.label]
                said = [one for one in found if (one.area if whole else one.code) == code]
                barriers, enablers = (
                    amount([one for one in said if one.valence == valence]) for valence in ("barrier", "enabler")
                )
                assert (row.barriers, row.enablers) == (barriers, enablers)


def test_the_table_of_perspectives_shows_true_numbers_and_no_small_ones(
    read: tuple[str, Document, list[Row]], store: Store
) -> None:
    _name, document, found = read
    codes, known = names(store), roles()
    groups = {group.labels["en"]: group for group in known.groups}
    [heatmap] = [one.figure for one in document.pictures() if isinstance(one.figure, Heatmap)]
    for label, cells in zip(heatmap.rows, heatmap.cells, strict=True):
        for title, cell in zip(heatmap.columns, cells, strict=True):
            area = codes[f"{title}, in general"]
            said = [
                one
                for one in found
                if one.area == area and one.role in known and known.group(one.role).id == groups[label].id
            ]
            people = len({one.person for one in said})
            k = 5 if groups[label].k == "youth" else 3
            if cell.hidden:
                assert cell.text == "·"
            else:
                assert cell.text == (str(amount(said)) if said else "–")
                assert people == 0 or people >= k


def test_every_quote_leads_to_its_place_and_says_what_was_said_there(
    read: tuple[str, Document, list[Row]], store: Store
) -> None:
    name, document, found = read
    known = roles()
    shown = list(printed(document))
    assert len(shown) >= 12
    for quote in shown:
        [coding] = [one for one in found if one.id.startswith(quote.id)]
        assert quote.text == f"“{' '.join(coding.words.split())}”"
        role = known.role(coding.role)
        group = known.group(coding.role)
        assert quote.by in {role.labels["en"], group.labels["en"], "Member of staff", "Participant"}
        assert name not in quote.by
        [source] = store.query("SELECT * FROM source WHERE id = ?", coding.source)
        assert (source["consent_quote"], source["transcription"]) == (1, "verbatim")


def printed(document: Document) -> Iterator[Quotation]:
    for block in document.blocks():
        if isinstance(block, Quotation):
            yield block
        if isinstance(block, Box):
            yield from (item.quote for item in block.items if item.quote)


def test_the_internal_list_names_turn_and_second(read: tuple[str, Document, list[Row]]) -> None:
    _name, document, found = read
    [table] = [
        block for section in document.sections if section.title.endswith("All quotes")
        for block in section.blocks if isinstance(block, Table)
    ]  # fmt: skip
    for row in table.rows:
        said, id = row[0].lines[:2]
        [coding] = [one for one in found if one.id.startswith(id.text)]
        assert said.text == f"“{' '.join(coding.words.split())}”"
        at = [f"{coding.handle}, turn {coding.turn}"]
        if coding.seconds is not None:
            minutes, seconds = divmod(int(coding.seconds), 60)
            at.append(f"{minutes // 60}:{minutes % 60:02}:{seconds:02}" if minutes >= 60 else f"{minutes}:{seconds:02}")
        assert [line.text for line in row[3].lines] == at


def test_the_codebook_the_trail_and_the_method(read: tuple[str, Document, list[Row]], store: Store) -> None:
    name, document, found = read
    by_title = {section.title: section for section in document.sections}
    [codebook] = [one for one in by_title["Appendix A: The codebook"].blocks if isinstance(one, Table)]
    numbers = [row[2].text for row in codebook.rows]
    codes = Counter(code for _p, code, _v in {one.statement for one in found})
    assert Counter(n for n in numbers if n != "–") == Counter(str(n) for n in codes.values())
    [trail] = [one for one in by_title["Appendix C: Trail"].blocks if isinstance(one, Table)]
    told = {row[0].text: row[1].text for row in trail.rows}
    assert told["Codings that count"] == str(len(found))
    assert told["Statements"] == str(amount(found))
    [events] = store.query("SELECT count(*) AS n FROM event")
    assert told["Recorded events in the project"] == str(events["n"])
    decisions = store.query(
        "SELECT d.verdict FROM decision d JOIN revision r ON r.id = d.revision JOIN source s ON s.id = r.source"
        " JOIN municipality m ON m.id = s.municipality JOIN code k ON k.id = d.code"
        " WHERE m.name = ? AND k.codebook = 'kui-fire-fokusomraader'",
        name,
    )
    accepted = sum(one["verdict"] in ("accept", "adjust", "doubt") for one in decisions)
    method = " ".join(block.text for block in by_title["Method"].blocks if isinstance(block, Words))
    assert re.search(rf"\b{accepted} of {len(decisions)} decided suggestions", method)
