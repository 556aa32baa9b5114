"""A codebook file becomes a value, whole."""

from pathlib import Path

import pytest

from workbench.codebook import Code, Codebook, Exclusion, Kind, axes, find, kind_of, load, parse, parse_stored, shipped
from workbench.errors import InvalidFileError, NotFoundError

SMALL = """\
id: min-kodebog
version: 1.0
language: da
status: draft
name: {da: Min kodebog, en: My codebook}
sources: [Et notat]
axes:
  strength:
    name: {da: Styrke, en: Strength}
    definition: Hvor meget der lægges i det.
    values:
    - {id: 1, name: {da: Nævnt}, cues: [lige, no]}
    - {id: 2, name: {da: Udfoldet}, definition: Med ord på.}
codes:
- id: plan
  name: {da: Én plan, en: One plan}
  definition: >-
    Planen som
    samlende redskab.
  include: [handleplan]
  exclude:
  - {text: den faste voksne, use: "anden-bog:guide"}
  - {text: noget helt andet}
  keywords: [plan*, 18, no]
  examples:
  - Der findes fire planer,
    og ingen af dem taler sammen.
  codes:
  - id: plan.dobbelt
    name: {da: Dobbelt}
    definition: Samme oplysning flere steder.
    exclude: [{text: hele planen, use: plan}]
  - id: plan.gammel
    name: {da: Gammel}
    definition: Ikke i brug.
    retired: true
    replaced_by: plan.dobbelt
- id: mappe
  name: {da: Mappe}
  definition: Uden underkoder.
no_code_examples:
- Skal vi lige vente på kaffen?
"""

WANTED = Codebook(
    id="min-kodebog",
    version="1.0",
    names={"da": "Min kodebog", "en": "My codebook"},
    codes=(
        Code(
            id="plan",
            names={"da": "Én plan", "en": "One plan"},
            definition="Planen som samlende redskab.",
            include=("handleplan",),
            exclude=(Exclusion("den faste voksne", "anden-bog:guide"), Exclusion("noget helt andet")),
            keywords=("plan*", "18", "no"),
            examples=("Der findes fire planer, og ingen af dem taler sammen.",),
        ),
        Code(
            id="plan.dobbelt",
            names={"da": "Dobbelt"},
            definition="Samme oplysning flere steder.",
            parent="plan",
            exclude=(Exclusion("hele planen", "plan"),),
        ),
        Code(
            id="plan.gammel",
            names={"da": "Gammel"},
            definition="Ikke i brug.",
            parent="plan",
            retired=True,
            replaced_by="plan.dobbelt",
        ),
        Code(id="mappe", names={"da": "Mappe"}, definition="Uden underkoder."),
    ),
    no_code_examples=("Skal vi lige vente på kaffen?",),
    yaml=SMALL,
)


def test_parse_whole() -> None:
    assert parse(SMALL) == WANTED
    assert parse_stored(SMALL) == WANTED


def test_windows_line_ends_and_byte_order_mark_change_only_the_kept_text(tmp_path: Path) -> None:
    file = tmp_path / "min-kodebog.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode())
    read = load(file)
    assert read.codes == WANTED.codes
    assert read.yaml == SMALL.replace("\n", "\r\n")
    assert parse("\ufeff" + SMALL).codes == WANTED.codes


def test_decomposed_letters_are_composed() -> None:
    assert parse(SMALL.replace("Én plan", "E\u0301n plan")).codes == WANTED.codes


def test_small_anchors_are_allowed() -> None:
    text = "id: a\nversion: 1\nname: &n {da: A}\ncodes:\n- {id: b, name: *n, definition: Om b.}\n"
    assert parse(text).codes == (Code(id="b", names={"da": "A"}, definition="Om b."),)


def test_axes() -> None:
    strength = axes(parse(SMALL))["strength"]
    assert strength.names == {"da": "Styrke", "en": "Strength"}
    assert strength.definition == "Hvor meget der lægges i det."
    assert [(v.id, dict(v.names), v.definition, v.cues) for v in strength.values] == [
        ("1", {"da": "Nævnt"}, "", ("lige", "no")),
        ("2", {"da": "Udfoldet"}, "Med ord på.", ()),
    ]
    assert strength.value("2") is strength.values[1]
    with pytest.raises(KeyError):
        strength.value("4")
    assert axes(parse("id: a\nversion: 1\nname: {da: A}\ncodes:\n- {id: b, name: {da: B}, definition: B.}\n")) == {}


FOLDERS = """\
id: a
version: 1
name: {da: A}
axes:
  niveau: {name: {da: Niveau}, definition: Hvor godt., applies_to: [org.kultur, plan], values: [{id: a, name: {da: A}}]}
  enhed: {name: {da: Enhed}, definition: Hvem., free_text: true, values: []}
codes:
- id: org
  name: {da: Organisering}
  definition: Rammer.
  folder: true
  codes:
  - {id: org.kultur, name: {da: Kultur}, definition: Tankegang., recommendation_types: [værdier, vidensdeling]}
  - {id: org.form, name: {da: Form}, definition: Former.}
- id: plan
  name: {da: Plan}
  definition: Planen.
  codes: [{id: plan.maal, name: {da: Mål}, definition: Målene.}]
"""


def test_folders_and_kinds_of_recommendation() -> None:
    org, culture, form, *_ = parse(FOLDERS).codes
    assert org == Code("org", {"da": "Organisering"}, "Rammer.", folder=True)
    assert culture == Code(
        "org.kultur", {"da": "Kultur"}, "Tankegang.", "org", recommendation_types=("værdier", "vidensdeling")
    )
    assert [code.usable for code in (org, culture, form)] == [False, True, True]


def test_an_axis_for_some_codes_and_one_in_free_words() -> None:
    book = parse(FOLDERS)
    level, unit = axes(book).values()
    assert (level.applies_to, level.free_text, unit.applies_to, unit.free_text, unit.values) == (
        ("org.kultur", "plan"),
        False,
        (),
        True,
        (),
    )
    assert [code.id for code in book.codes if level.fits(code)] == ["org.kultur", "plan", "plan.maal"]
    assert all(unit.fits(code) for code in book.codes)


def test_a_stored_codebook_that_was_damaged_is_refused_like_any_other() -> None:
    with pytest.raises(InvalidFileError) as refused:
        parse_stored("id: a\nversion: 1\n")
    assert refused.value.message == (
        "codebook.yaml, line 1: the file has no codes\ncodebook.yaml, line 1: the file has no name"
    )


def test_a_project_s_own_codebook_goes_before_a_shipped_one(tmp_path: Path) -> None:
    own = tmp_path / "kui-fire-fokusomraader.yml"
    own.write_text(SMALL, encoding="utf-8")
    assert find("kui-fire-fokusomraader", tmp_path) == own
    assert load("kui-fire-fokusomraader", tmp_path) == WANTED
    assert load(str(own)) == WANTED
    assert load("kui-fire-fokusomraader").version != WANTED.version


def test_an_unknown_id_names_the_nearest() -> None:
    with pytest.raises(NotFoundError) as refused:
        load("kui-fire-fokusområder")
    assert refused.value.message == "There is no codebook kui-fire-fokusområder."
    assert refused.value.hint == "Known: kui-fire-fokusomraader. A file of your own is named by its path."


@pytest.mark.parametrize("id", ["roles", "crosswalk", "no-code"])
def test_what_stands_beside_codebooks_is_none(id: str) -> None:
    with pytest.raises(NotFoundError) as refused:
        find(id)
    assert refused.value.message == f"There is no codebook {id}."


def test_a_vocabulary_for_journeys_is_no_codebook() -> None:
    with pytest.raises(NotFoundError) as refused:
        load("ungerejse")
    assert (refused.value.message, refused.value.hint) == (
        "ungerejse is a vocabulary for youth journeys, not a codebook of themes.",
        "Known: kl-partnerskab-temaer, kui-fire-fokusomraader, praksiskatalog-temaer.",
    )
    assert [
        kind_of(ref)
        for ref in ("ungerejse", "kui-fire-fokusomraader", "nej", str(find("ungerejse", kind=Kind.JOURNEY)))
    ] == [
        Kind.JOURNEY,
        Kind.CODEBOOK,
        Kind.CODEBOOK,
        Kind.JOURNEY,
    ]


def test_a_project_s_vocabulary_does_not_hide_a_codebook_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "kui-fire-fokusomraader.yaml").write_text("kind: journey\n", encoding="utf-8")
    assert find("kui-fire-fokusomraader", tmp_path) == find("kui-fire-fokusomraader")


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError) as missing:
        load(tmp_path / "nej.yaml")
    assert missing.value.message == f"There is no file {tmp_path / 'nej.yaml'}."
    with pytest.raises(InvalidFileError) as folder:
        load(tmp_path)
    assert folder.value.message == f"{tmp_path.name} cannot be read: Is a directory"


def test_what_is_shipped() -> None:
    assert shipped() == ["kl-partnerskab-temaer", "kui-fire-fokusomraader", "praksiskatalog-temaer"]
    assert shipped(Kind.JOURNEY) == ["ungerejse"]
