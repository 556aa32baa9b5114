"""People's own prose in a Word report is found again, whatever a word processor makes of the file."""

import io
import re
import unicodedata

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.paper import (
    CLOSING,
    CONCLUSION,
    HINT,
    MAIN,
    OPENING,
    body,
    bold,
    changed,
    document,
    italic,
    packed,
    report,
    typed,
    without,
)
from workbench.reports import HOUSE, ReadPlace, prose_of
from workbench.reports.document import Place, Prose, Run, Shape
from workbench.reports.package import parts_of
from workbench.reports.places import bookmark, place_elements

EMPTY = ReadPlace()
LIST = tuple(body(text, shape=shape) for text, shape in (
    ("Vi ser:", Shape.BODY), ("ét skema", Shape.BULLET), ("én indgang", Shape.BULLET), ("Dernæst", Shape.HEADING),
    ("spørg", Shape.NUMBER), ("lyt", Shape.NUMBER),
))  # fmt: skip


def read(content: bytes, place: str = CONCLUSION) -> ReadPlace:
    return prose_of(content)[place]


def test_nothing_written_leaves_every_place_empty() -> None:
    assert prose_of(report()) == {OPENING: EMPTY, CONCLUSION: EMPTY, CLOSING: EMPTY}


def test_what_was_written_stands_in_the_next_report() -> None:
    written = {
        OPENING: (
            body("Kvistsund er ", bold("godt"), " på vej, ", italic("næsten"), Run("!", bold=True, italic=True)),
        ),
        CONCLUSION: LIST,
    }

    found = prose_of(report(document(written=written)))

    assert found == {OPENING: ReadPlace(written[OPENING]), CONCLUSION: ReadPlace(LIST), CLOSING: EMPTY}
    assert found[CONCLUSION].words == 9


LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12)
TEXTS = st.lists(LETTERS, min_size=1, max_size=4).map(" ".join)
RUNS = st.builds(Run, TEXTS, st.booleans(), st.booleans())
PROSE = st.lists(
    st.builds(Prose, st.tuples(RUNS) | st.tuples(RUNS, RUNS), st.sampled_from(Shape)), min_size=1, max_size=5
).map(tuple)


@given(PROSE)
def test_any_prose_is_read_as_it_was_written(prose: tuple[Prose, ...]) -> None:
    first = read(placed(prose)).prose

    assert [(composed(one.text), one.shape) for one in first] == [(composed(one.text), one.shape) for one in prose]
    assert read(placed(first)).prose == first


def placed(prose: tuple[Prose, ...]) -> bytes:
    """A file of nothing but this place."""
    word = docx.Document(str(HOUSE))
    for element in place_elements(word, Place(CONCLUSION, HINT, prose)):
        word.element.body.sectPr.addprevious(element)
    saved = io.BytesIO()
    word.save(saved)
    return saved.getvalue()


def composed(text: str) -> str:
    return "".join(unicodedata.normalize("NFC", text).split())


def test_each_numbered_list_begins_with_one() -> None:
    numbered = tuple(body(text, shape=Shape.NUMBER) for text in ("et", "to"))
    made = report(document(written={OPENING: numbered, CONCLUSION: (*numbered, body("Og:"), *numbered)}))
    lists = re.findall(
        r'"ListNumber"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="(\d+)"', parts_of(made)[MAIN].decode()
    )

    assert [lists.count(one) for one in dict.fromkeys(lists)] == [2, 2, 2]


@pytest.mark.parametrize("id", ["plan-x_y.conclusion", "sammenhaengende-indsats-i-hele-landet.conclusion"])
def test_a_bookmark_fits_what_word_allows_and_leads_back_to_its_place(id: str) -> None:
    names = [bookmark(kind, id) for kind in ("wb1_", "wb2_")]
    made = document().changed(
        lambda block: Place(id, HINT) if isinstance(block, Place) and "plan" in block.id else block
    )

    assert all(re.fullmatch(r"\w{1,40}", name) for name in names)
    assert list(prose_of(report(made))) == [OPENING, id, CLOSING]


# What people do in Word, as it writes it.
R = '<w:r w:rsidRPr="00A1">'
GREY = '<w:r><w:rPr><w:rStyle w:val="PlaceHintChar"/></w:rPr>'


def p(inside: str, properties: str = '<w:pStyle w:val="Prose"/>') -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def t(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


AUTHOR = 'w:id="9" w:author="Maja" w:date="2026-03-01T10:00:00Z"'
HINT_LEFT = f"{t('[')}{GREY}<w:t>{HINT}</w:t></w:r>{t(']')}"

EDITS: dict[str, tuple[str, tuple[Prose, ...]]] = {
    "runs parted by a spelling checker and by revisions": (
        p(f'{R}<w:t xml:space="preserve">Planen </w:t></w:r><w:proofErr w:type="spellStart"/>{R}<w:t>vir</w:t></w:r>'
          f'{R}<w:t>ker</w:t></w:r><w:proofErr w:type="spellEnd"/>{R}<w:lastRenderedPageBreak/><w:t>.</w:t></w:r>'),
        (body("Planen virker."),),
    ),
    "quotation marks as Word makes them": (p(t("De siger ”vi” – og „I“ …")), (body("De siger ”vi” – og „I“ …"),)),
    "the hint still standing before": (p(HINT_LEFT + t(" Vi skrev her.")), (body("Vi skrev her."),)),
    "the hint still standing after": (p(t("Vi skrev her. ") + HINT_LEFT), (body("Vi skrev her."),)),
    "the hint in a paragraph of its own": (
        p(t("Før.")) + p(HINT_LEFT) + p(t("Efter.")), (body("Før."), body("Efter."))
    ),
    "the hint without its brackets": (p(t(HINT)), ()),
    "the hint written over inside its brackets": (
        p(f"{t('[')}{GREY}<w:t>Vi skrev.</w:t></w:r></w:p><w:p>{GREY}<w:t>Og mere.</w:t></w:r>{t(']')}"),
        (body("Vi skrev."), body("Og mere.")),
    ),
    "brackets of one's own": (p(t("[Forbehold: få svar.]")), (body("[Forbehold: få svar.]"),)),
    "the hint changed by half": (
        p(f"{t('[')}{GREY}<w:t>Skriv konklusionen om planen her.</w:t></w:r>{t(']')}"),
        (body("Skriv konklusionen om planen her."),),
    ),
    "emptied": ("", ()),
    "only empty paragraphs": (p("") + p(t("  ")), ()),
    "tracked insertions and deletions": (
        p(f"{t('Planen ')}<w:del {AUTHOR}>{R}<w:delText>halter</w:delText></w:r></w:del>"
          f"<w:ins {AUTHOR}>{t('virker')}</w:ins>{t(' nu.')}"),
        (body("Planen virker nu."),),
    ),
    "a paragraph's end deleted with changes tracked": (
        p(t("Planen "), f'<w:pStyle w:val="Prose"/><w:rPr><w:del {AUTHOR}/></w:rPr>') + p(t("virker.")),
        (body("Planen virker."),),
    ),
    "words moved with changes tracked": (
        p(f"<w:moveFrom {AUTHOR}>{t('Væk.')}</w:moveFrom>{t('Står. ')}<w:moveTo {AUTHOR}>{t('Hertil.')}</w:moveTo>"),
        (body("Står. Hertil."),),
    ),
    "bold and italic, by hand and by style": (
        p(t("a ", "<w:b/>") + t("b ", '<w:i w:val="true"/>') + t("c ", '<w:b w:val="0"/>')
          + t("d ", '<w:rStyle w:val="Strong"/>') + t("e", '<w:rStyle w:val="Emphasis"/><w:b/>')),
        (body(bold("a "), italic("b "), "c ", bold("d "), Run("e", bold=True, italic=True)),),
    ),
    "line breaks and tabs": (
        p(f"{R}<w:t>En</w:t><w:br/><w:t>To</w:t><w:tab/><w:t>Tre</w:t></w:r>"), (body("En"), body("To Tre"))
    ),
    "marks that cannot be seen": (
        p(f"{R}<w:t>sam\u00adar\u200bbejde</w:t><w:softHyphen/><w:noBreakHyphen/><w:t>e\u0301n 👩\u200d🏫</w:t></w:r>"),
        (body("samarbejde‑én 👩\u200d🏫"),),
    ),
    "headings of every level": (
        p(t("Et"), '<w:pStyle w:val="Heading1"/>') + p(t("To"), '<w:outlineLvl w:val="3"/>'),
        (body("Et", shape=Shape.HEADING), body("To", shape=Shape.HEADING)),
    ),
    "lists by style, by hand and within lists": (
        p(t("a"), '<w:pStyle w:val="ListBullet"/>')
        + p(t("b"), '<w:pStyle w:val="Prose"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="801"/></w:numPr>')
        + p(t("c"), '<w:pStyle w:val="Prose"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="801"/></w:numPr>')
        + p(t("d"), '<w:pStyle w:val="ListBullet"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        (body("a", shape=Shape.BULLET), body("b", shape=Shape.BULLET), body("c", shape=Shape.NUMBER),
         body("d", shape=Shape.BULLET)),
    ),
    "a content control and a smart tag": (
        p(f"<w:sdt><w:sdtPr/><w:sdtContent>{t('I en ')}</w:sdtContent></w:sdt><w:smartTag>{t('boks.')}</w:smartTag>")
        + f"<w:sdt><w:sdtContent>{p(t('Og to.'))}</w:sdtContent></w:sdt>",
        (body("I en boks."), body("Og to.")),
    ),
    "a field": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
          f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{t("1. maj")}<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        (body("1. maj"),),
    ),
    "an arrow that Word made": (
        p(f'{t("før ")}<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>{t(" nu")}'), (body("før → nu"),)
    ),
}  # fmt: skip
TRACKED = {
    "tracked insertions and deletions",
    "words moved with changes tracked",
    "a paragraph's end deleted with changes tracked",
}
NUMBERING = (
    '<w:abstractNum w:abstractNumId="800"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="801"><w:abstractNumId w:val="800"/></w:num></w:numbering>'
)
LOOKS = (
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>'
    "</w:styles>"
)


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_in_word(name: str) -> None:
    xml, prose = EDITS[name]
    content = changed(report(), lambda part: part.replace("</w:numbering>", NUMBERING), "word/numbering.xml")
    content = changed(content, lambda part: part.replace("</w:styles>", LOOKS), "word/styles.xml")

    found = prose_of(typed(content, xml))

    left = ("tracked changes (taken as accepted)",) if name in TRACKED else ()
    assert found == {OPENING: EMPTY, CONCLUSION: ReadPlace(prose, left), CLOSING: EMPTY}


DRAWING = (
    '<w:r><w:drawing xmlns:wp="urn:wp"><wp:inline><wp:docPr id="1" name="x" descr="et skema"/>{}</wp:inline>'
    "</w:drawing></w:r>"
)
TABLE = (
    f"<w:tbl><w:tr><w:tc>{p(t('Kommune og antal'))}</w:tc><w:tc>{p(t('12 unge i alt nu her'))}</w:tc></w:tr></w:tbl>"
)
LEFT = {
    "a table": (TABLE, "a table that begins “Kommune og antal 12 unge i”"),
    "a table without words": (f"<w:tbl><w:tr><w:tc>{p('')}</w:tc></w:tr></w:tbl>", "an empty table"),
    "a picture": (p(DRAWING.format("")), "1 picture"),
    "pictures": (p(DRAWING.format("") * 2) + p("<w:r><w:pict/></w:r>"), "3 pictures"),
    "a text box": (p(DRAWING.format(f"<w:txbxContent>{p(t('skjult'))}</w:txbxContent>")), "1 text box"),
    "a footnote": (p(t("Se") + '<w:r><w:footnoteReference w:id="2"/></w:r>'), "1 footnote"),
    "a comment": (p(t("Se") + '<w:r><w:commentReference w:id="2"/></w:r>'), "1 comment"),
    "a formula": (p('<m:oMath xmlns:m="urn:m"><m:r><m:t>a</m:t></m:r></m:oMath>'), "1 formula"),
    "a symbol": (p('<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'), "1 symbol"),
    "a link": (
        p(f"<w:hyperlink>{t('Se')}</w:hyperlink>"), "where 1 link leads (its words are kept)"
    ),
    "a spreadsheet": (p("<w:r><w:object/></w:r>"), "1 embedded object"),
}  # fmt: skip


@pytest.mark.parametrize("name", LEFT)
def test_what_cannot_be_carried_over_is_named(name: str) -> None:
    xml, named = LEFT[name]

    assert read(typed(report(), p(t("Før.")) + xml)).left_behind == (named,)


def test_a_picture_in_two_forms_counts_once() -> None:
    drawn = DRAWING.format("").removeprefix("<w:r>").removesuffix("</w:r>")
    both = f"<mc:Choice>{drawn}</mc:Choice><mc:Fallback><w:pict/></mc:Fallback>"
    both = f'<mc:AlternateContent xmlns:mc="urn:mc">{both}</mc:AlternateContent>'

    assert read(typed(report(), p(f"<w:r>{both}</w:r>"))) == ReadPlace((), ("1 picture",))


WRITTEN = p(t("Vores ord.")) + p(t("Mere."), '<w:pStyle w:val="ListBullet"/>')
OURS = ReadPlace((body("Vores ord."), body("Mere.", shape=Shape.BULLET)))


@pytest.mark.parametrize("mark", ["wb1_plan_conclusion", "wb2_plan_conclusion"])
def test_one_end_of_a_place_deleted(mark: str) -> None:
    assert prose_of(without(typed(report(), WRITTEN), mark)) == {OPENING: EMPTY, CONCLUSION: OURS, CLOSING: EMPTY}


@pytest.mark.parametrize("mark", ["wb1_plan_conclusion", "wb2_plan_conclusion"])
def test_one_end_deleted_in_a_file_that_lost_its_stamp(mark: str) -> None:
    parts = parts_of(without(typed(report(), WRITTEN), mark))
    del parts["docProps/custom.xml"]

    assert read(packed(parts)) == OURS


def test_the_end_between_two_neighbours_deleted() -> None:
    neighbours = document(more=(Place("a", HINT, (body("A."),)), Place("b", HINT, (body("B."),))))

    found = prose_of(without(report(neighbours), "wb2_a"))

    assert (found["a"], found["b"]) == (ReadPlace((body("A."),)), ReadPlace((body("B."),)))


def test_an_end_that_somebody_moved_past_another_place() -> None:
    """It would take in the other place, and what the workbench wrote between them."""
    content = typed(typed(report(), p(t("Vores.")), OPENING), p(t("Også.")))
    edge = re.search(r'<w:p>(?:(?!</w:p>).)*w:name="wb2_summary_opening".*?</w:p>', parts_of(content)[MAIN].decode())
    assert edge is not None

    found = prose_of(
        changed(content, lambda text: text.replace(edge[0], "").replace("<w:sectPr", f"{edge[0]}<w:sectPr"))
    )

    assert found == {OPENING: ReadPlace((body("Vores."),)), CONCLUSION: ReadPlace((body("Også."),)), CLOSING: EMPTY}


def test_both_ends_deleted() -> None:
    content = without(without(typed(report(), WRITTEN), "wb1_plan_conclusion"), "wb2_plan_conclusion")

    assert prose_of(content) == {OPENING: EMPTY, CLOSING: EMPTY}


def test_an_end_merged_with_what_was_written() -> None:
    merged = changed(
        typed(report(), ""),
        lambda text: text.replace('<w:bookmarkStart w:id="', f'{t("Vores ord.")}<w:bookmarkStart w:id="'),
    )

    assert {place.prose for place in prose_of(merged).values()} == {(body("Vores ord."), body("Vores ord."))}


def test_a_file_that_lost_its_stamp_tells_the_hint_by_its_style() -> None:
    parts = parts_of(typed(report(), p(HINT_LEFT + t(" Vi skrev."))))
    del parts["docProps/custom.xml"]

    assert prose_of(packed(parts)) == {OPENING: EMPTY, CONCLUSION: ReadPlace((body("Vi skrev."),)), CLOSING: EMPTY}


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report() == report()


def test_endless_brackets_cost_no_time() -> None:
    endless = "[" * 200_000

    assert read(typed(report(), p(t(endless)))) == ReadPlace((body(endless),))
