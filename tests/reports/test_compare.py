"""What differs between a report somebody worked in and a new one: by hand, underneath, and in the quotes."""

import re
from dataclasses import replace

import pytest

from tests.reports.paper import (
    CLOSING,
    CONCLUSION,
    MAIN,
    OPENING,
    body,
    changed,
    document,
    packed,
    report,
    typed,
    without,
)
from workbench.reports import Comparison, compare
from workbench.reports.comparison import (
    Fate,
    HandChange,
    LineChange,
    Piece,
    QuoteChange,
    QuoteLine,
    WrittenPlace,
    word_pieces,
)
from workbench.reports.document import Picture, Quotation, Tone, Words
from workbench.reports.figures import BarRow, Bars
from workbench.reports.package import parts_of

EMPTY = (OPENING, CONCLUSION, CLOSING)
NOTHING = Comparison(fingerprinted=True, empty=EMPTY)
QUOTE = "Vi skriver det to steder."
UNDER_QUOTES = ("Én plan", "Hovedpointer")
P = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t>{}</w:t></w:r></w:p>'


def edited(before: str, after: str, content: bytes | None = None) -> bytes:
    """The report with words changed as somebody would in Word."""

    def change(text: str) -> str:
        assert before in text
        return text.replace(before, after)

    return changed(content or report(), change)


def test_the_same_report_does_not_differ() -> None:
    found = compare(report(), report())

    assert found == NOTHING
    assert found.same


def test_people_s_prose_is_counted_and_never_a_difference() -> None:
    written = {OPENING: (body("Det går godt."), body("Og mere."))}

    found = compare(report(document(written=written)), report())

    assert found == Comparison(
        fingerprinted=True, places=(WrittenPlace(OPENING, 5, ()),), empty=(CONCLUSION, CLOSING)
    )  # fmt: skip
    assert found.same


def test_what_cannot_be_carried_over_is_told_with_its_place() -> None:
    table = f"<w:tbl><w:tr><w:tc>{P.format('Tal')}</w:tc></w:tr></w:tbl>"

    found = compare(typed(report(), table), report())

    assert found.places == (WrittenPlace(CONCLUSION, 0, ("a table that begins “Tal”",)),)


def test_what_changed_underneath() -> None:
    now = report(document(n=5, rows=(("Sammenhæng", "1 udsagn"),)))

    found = compare(report(), now)

    assert found == Comparison(
        fingerprinted=True,
        lines=(
            LineChange(("Resumé", "Én plan", "Bygger på"), "3 udsagn", "5 udsagn"),
            LineChange(("Resumé",), "", "Sammenhæng | 1 udsagn"),
            LineChange(("Én plan",), "3 udsagn, 1 kilde", "5 udsagn, 1 kilde"),
            LineChange((*UNDER_QUOTES, "Ét skema"), "Bygger på: 3 udsagn", "Bygger på: 5 udsagn"),
        ),
        empty=EMPTY,
    )
    assert not found.same
    assert compare(now, report()).lines == tuple(
        LineChange(one.path, one.now, one.earlier)
        for one in (found.lines[0], found.lines[2], found.lines[3], found.lines[1])
    )


def test_lines_that_only_moved_do_not_differ() -> None:
    one, two = Words("Tallene er små.", Tone.NOTE), Words("Ingen leder er hørt.", Tone.NOTE)

    assert compare(report(document(more=(one, two))), report(document(more=(two, one)))) == NOTHING


def test_lines_somebody_only_moved_do_not_differ() -> None:
    one, two = (Words(text, Tone.NOTE) for text in ("Tallene er små.", "Ingen leder er hørt."))
    content = report(document(more=(one, two)))
    swapped = edited(
        "@",
        "Ingen leder er hørt.",
        edited("Ingen leder er hørt.", "Tallene er små.", edited("Tallene er små.", "@", content)),
    )

    assert compare(swapped, content) == NOTHING


def test_a_cell_is_the_same_cell_however_different_it_reads() -> None:
    earlier, now = (report(document(rows=(("Sammenhæng", text),))) for text in ("for få til at vise", "34"))

    assert compare(earlier, now).lines == (
        LineChange(("Resumé", "Sammenhæng", "Bygger på"), "for få til at vise", "34"),
    )  # fmt: skip


def test_a_quote_with_other_words() -> None:
    found = compare(report(), report(document(quote="Vi skriver det samme to steder.")))

    assert found == Comparison(
        fingerprinted=True,
        quotes=(QuoteChange("aaaa1111", QUOTE, "Vi skriver det samme to steder.", by_hand=False),),
        empty=EMPTY,
    )
    assert found.quotes[0].pieces == (
        Piece(Fate.SAME, "Vi skriver det"), Piece(Fate.NEW, "samme"), Piece(Fate.SAME, "to steder."),
    )  # fmt: skip


def test_a_quote_changed_by_hand_is_held_against_the_approved_words() -> None:
    approved = {"aaaa1111": "Vi skriver det […] to steder.", "bbbb2222": "Jeg har aldrig set den."}

    found = compare(edited(QUOTE, "Vi skriver alt to steder."), report(), approved)

    assert found == Comparison(
        fingerprinted=True,
        quotes=(QuoteChange("aaaa1111", "Vi skriver alt to steder.", approved["aaaa1111"], by_hand=True),),
        empty=EMPTY,
    )


def test_a_quote_in_a_box_changed_by_hand() -> None:
    found = compare(edited("“Lad os få ét.”", "“Lad os nu få ét!”"), report())

    assert found == Comparison(
        fingerprinted=True,
        quotes=(QuoteChange("cccc3333", "Lad os nu få ét!", "Lad os få ét.", by_hand=True),),
        empty=EMPTY,
    )


def test_a_quote_parted_into_paragraphs_is_one_quote() -> None:
    parted = edited(
        "det to steder.", 'det</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr><w:r><w:t>to steder.'
    )

    assert compare(parted, report()) == NOTHING


def test_quotation_marks_and_dashes_that_word_changes_are_no_difference() -> None:
    assert compare(edited("“Lad os få ét.” – Leder", "”Lad os få ét.” — Leder"), report()) == NOTHING


def test_quotes_gone_and_new() -> None:
    one, two = Quotation("“Et.”", "Ung", "dddd4444"), Quotation("“To.”", "Leder", "eeee5555")

    found = compare(report(document(more=(one,))), report(document(more=(two,))))

    assert (found.quotes_gone, found.quotes_new) == ((QuoteLine("dddd4444", "Et."),), (QuoteLine("eeee5555", "To."),))
    assert (found.quotes, found.by_hand) == ((), ())


def test_whom_a_quote_is_by_written_by_hand() -> None:
    found = compare(edited("– Sagsbehandler · ", "– Lone, sagsbehandler · "), report())

    assert found == Comparison(
        fingerprinted=True,
        by_hand=(
            HandChange(UNDER_QUOTES, "– Lone, sagsbehandler · aaaa1111", "– Sagsbehandler · aaaa1111"),
        ),
        empty=EMPTY,
    )  # fmt: skip


def test_whom_a_quote_is_by_changed_underneath() -> None:
    found = compare(report(), report(document(by="Medarbejder")))

    assert found.lines == (LineChange(UNDER_QUOTES, "– Sagsbehandler", "– Medarbejder"),)
    assert (found.by_hand, found.quotes) == ((), ())


def test_lines_somebody_changed_wrote_and_deleted() -> None:
    content = edited("3 udsagn, 1 kilde", "3 udsagn fra 1 kilde, se bilag")
    content = edited(
        "Tallene tæller udsagn.</w:t></w:r></w:p>",
        "Tallene tæller udsagn.</w:t></w:r></w:p>" + P.format("Vores note."),
        content,
    )
    content = edited(">2 udsagn<", "><", content)

    found = compare(content, report())

    assert found == Comparison(
        fingerprinted=True,
        by_hand=(
            HandChange(("Resumé", "Én ungeguide", "Bygger på"), "", "2 udsagn"),
            HandChange(("Én plan",), "3 udsagn fra 1 kilde, se bilag", "3 udsagn, 1 kilde"),
            HandChange(("Metode",), "Vores note.", ""),
        ),
        empty=EMPTY,
    )


def test_a_line_changed_by_hand_that_changed_underneath_too() -> None:
    found = compare(edited("3 udsagn, 1 kilde", "Se bilaget"), report(document(n=5)))

    assert found.by_hand == (HandChange(("Én plan",), "Se bilaget", ""),)
    assert LineChange(("Én plan",), "", "5 udsagn, 1 kilde") in found.lines


def test_a_quote_somebody_took_out_is_no_new_quote() -> None:
    gone = edited("“Jeg har aldrig set den.”", "", edited("– Ung · Én plan · ", "", edited("bbbb2222", "")))

    found = compare(gone, report())

    assert found.quotes_new == ()
    assert [one.instead_of for one in found.by_hand] == ["“Jeg har aldrig set den.”", "– Ung · Én plan · bbbb2222"]


def test_an_empty_cell_somebody_filled() -> None:
    found = compare(
        edited(
            ">2 udsagn<",
            ">2 udsagn</w:t></w:r></w:p>" + P.format("Lone følger op").removesuffix("</w:t></w:r></w:p>") + "<",
        ),
        report(),
    )

    assert found.by_hand == (HandChange(("Resumé", "Én ungeguide", "Bygger på"), "Lone følger op", ""),)


def picture(barriers: int) -> Picture:
    alt = f"Én plan: {barriers} barrierer"
    return Picture(
        "bars-plan", Bars((BarRow("Én plan", barriers, 1),), "Barriere", "Fremmer", "udsagn"), "Udsagn.", alt
    )


def test_pictures_are_compared_by_what_they_say() -> None:
    earlier, now = (report(document(more=(picture(number),)).numbered()) for number in (2, 4))

    assert compare(earlier, now).lines == (
        LineChange(UNDER_QUOTES, "Én plan: 2 barrierer", "Én plan: 4 barrierer", picture=True),
    )


@pytest.mark.parametrize(("described", "told"), [("Vores foto", "Vores foto"), ("", "a picture")])
def test_a_picture_somebody_put_in(described: str, told: str) -> None:
    drawing = re.search(r"<w:drawing.*?</w:drawing>", parts_of(report(document(more=(picture(2),))))[MAIN].decode())
    assert drawing is not None
    own = re.sub('descr="[^"]*"', f'descr="{described}"', drawing[0])

    found = compare(edited("3 udsagn, 1 kilde</w:t></w:r>", f"3 udsagn, 1 kilde</w:t></w:r><w:r>{own}</w:r>"), report())

    assert found == Comparison(
        fingerprinted=True, by_hand=(HandChange(("Én plan",), told, "", picture=True),), empty=EMPTY
    )  # fmt: skip


def test_figures_that_are_only_numbered_anew_do_not_differ() -> None:
    one, two = picture(2), replace(picture(3), id="bars-guide", caption="Andet.")
    both = compare(report(document(more=(one, two)).numbered()), report(document(more=(two, one)).numbered()))

    assert both == NOTHING


def test_a_file_without_a_stamp_is_compared_all_the_same() -> None:
    parts = parts_of(edited("3 udsagn, 1 kilde", "3 udsagn, 2 kilder"))
    del parts["docProps/custom.xml"]

    assert compare(packed(parts), report()) == Comparison(
        fingerprinted=False,
        lines=(LineChange(("Én plan",), "3 udsagn, 2 kilder", "3 udsagn, 1 kilde"),),
        empty=EMPTY,
    )


def test_a_stamp_that_lost_a_part_is_none() -> None:
    content = report(document(more=tuple(Words(f"Linje {number}") for number in range(80))))
    assert "Workbench lines 3" in parts_of(content)["docProps/custom.xml"].decode()

    cut = changed(content, lambda text: text.replace("Workbench lines 3", "Andet"), "docProps/custom.xml")

    assert compare(cut, content) == Comparison(fingerprinted=False, empty=EMPTY)


def test_a_place_whose_marks_were_deleted_is_told_and_so_is_what_stood_there() -> None:
    content = typed(report(), P.format("Vores ord."))
    for number in (1, 2):
        content = without(content, f"wb{number}_plan_conclusion")

    assert compare(content, report()) == Comparison(
        fingerprinted=True,
        by_hand=(HandChange(("Én plan",), "Vores ord.", ""),),
        empty=(OPENING, CLOSING),
        lost=(CONCLUSION,),
    )


def test_a_table_of_contents_that_word_filled_is_nobody_s_words() -> None:
    contents = P.format("Metode 7").replace('"Normal"', '"TOC1"')
    style = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style></w:styles>'
    content = changed(report(), lambda text: text.replace("</w:styles>", style), "word/styles.xml")

    assert compare(edited("<w:body>", f"<w:body>{contents}", content), report()) == NOTHING


@pytest.mark.parametrize(
    ("earlier", "now", "pieces"),
    [
        ("", "", ()),
        ("a b", "a b", (Piece(Fate.SAME, "a b"),)),
        ("a b", "a c", (Piece(Fate.SAME, "a"), Piece(Fate.GONE, "b"), Piece(Fate.NEW, "c"))),
        ("a", "", (Piece(Fate.GONE, "a"),)),
    ],
)
def test_a_difference_word_by_word(earlier: str, now: str, pieces: tuple[Piece, ...]) -> None:
    assert word_pieces(earlier, now) == pieces
