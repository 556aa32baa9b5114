"""Documents from word processors: what would be read aloud from them, and nothing else."""

import zipfile
from pathlib import Path

from tests.exchange.files import said, timed
from tests.exchange.writers.documents import odt, zipped

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(body: str) -> bytes:
    """A Word document with this body."""
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})


def runs(*inside: str) -> str:
    """A paragraph of Word."""
    return f"<w:p>{''.join(inside)}</w:p>"


def run(text: str) -> str:
    """Words in Word."""
    return f"<w:r><w:t>{text}</w:t></w:r>"


def cell(*blocks: str) -> str:
    """A cell of a table in Word."""
    return f"<w:tc>{''.join(blocks)}</w:tc>"


def table(*rows: tuple[str, ...]) -> str:
    """A table in Word."""
    return "<w:tbl>" + "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows) + "</w:tbl>"


def test_rich_text_as_other_programs_write_it(tmp_path: Path) -> None:
    raw = (
        r"{\rtf1\ansi\ansicpg1252\cocoartf2639{\fonttbl\f0\fswiss\fcharset0 Helvetica;}{\*\expandedcolortbl;;}"
        r"{\info{\author Lis}}\uc0 Ung: Bl\u229 b\'e6rgr\'f8d \u8211  ja.\par Leder: \{nej\} \\ {\b s\uc1\u248?}.\par "
        r'Ung: {\field{\*\fldinst{HYPERLINK "http://x.dk"}}{\fldrslt{her}}} {\uc1\u-10179?\u-8704?}\line og.\par '
        r"Leder: Ja.}"
    )
    assert said(tmp_path, "a.rtf", raw) == [
        ("Ung", "Blåbærgrød – ja."),
        ("Leder", "{nej} \\ sø."),
        ("Ung", "her 😀 og."),
        ("Leder", "Ja."),
    ]


def test_word_reads_what_would_be_read_aloud(tmp_path: Path) -> None:
    deleted = f"<w:del><w:r><w:delText>slettede</w:delText></w:r>{run('x')}</w:del>"
    box = "<w:r><w:txbxContent><w:p><w:r><w:t>Ung: Boks.</w:t></w:r></w:p></w:txbxContent></w:r>"
    signs = "<w:r><w:tab/><w:t>Leder:</w:t><w:tab/><w:t>Ja</w:t><w:noBreakHyphen/><w:t>ja.</w:t></w:r>"
    field = "<w:r><w:instrText>PAGE</w:instrText></w:r>"
    raw = word(
        runs(run("Ung: Vi "), deleted, f"<w:ins>{run('indsatte')}</w:ins>", run(" det."))
        + runs(box, signs)
        + f"<w:sdt><w:sdtContent>{runs(run('Ung: Nå.'), field)}</w:sdtContent></w:sdt>"
        + f"<w:moveFrom>{runs(run('Ung: Flyttet.'))}</w:moveFrom>"
        + runs("<w:smartTag>", run("Leder: "), "</w:smartTag>", f"<w:hyperlink>{run('Nej.')}</w:hyperlink>")
    )
    assert said(tmp_path, "a.docx", raw) == [
        ("Ung", "Vi indsatte det."),
        ("Leder", "Ja-ja."),
        ("Ung", "Nå."),
        ("Leder", "Nej."),
    ]


def test_word_tables_without_headings(tmp_path: Path) -> None:
    inner = table((cell(runs(run("indre"))), cell(runs(run("tabel")))))
    raw = word(
        table(
            (cell(runs(run("Lis [0:05]"))), cell(runs(run("Ja, det")), runs(run("var sådan.")))),
            (cell(runs()), cell(runs(run("Og mere.")), inner)),
            (cell(runs(run("Per: 0:09"))), cell(runs(run("Nå.")))),
            (cell(runs(run("Lis"))), cell(runs(run("Nej.")))),
            (cell(runs(run("Per"))), cell(runs(run("Jo.")))),
        )
    )
    assert timed(tmp_path, "a.docx", raw) == [
        ("Lis", "Ja, det var sådan.", 5.0, None),
        ("Lis", "Og mere. indre tabel", None, None),
        ("Per", "Nå.", 9.0, None),
        ("Lis", "Nej.", None, None),
        ("Per", "Jo.", None, None),
    ]


def test_a_table_with_names_among_the_words(tmp_path: Path) -> None:
    rows = [("00:00:05", "Ung: Ja."), ("00:00:09", "Leder: Nå."), ("00:00:12", "Ung: Nej."), ("00:00:15", "Leder: Jo.")]
    raw = word(table(*((cell(runs(run(time))), cell(runs(run(words)))) for time, words in rows)))
    assert timed(tmp_path, "a.docx", raw) == [
        ("Ung", "Ja.", 5.0, None),
        ("Leder", "Nå.", 9.0, None),
        ("Ung", "Nej.", 12.0, None),
        ("Leder", "Jo.", 15.0, None),
    ]


def odt_with(folder: Path, text: str, before: str, after: str) -> bytes:
    """An OpenDocument text in which a piece of content.xml is replaced."""
    file = folder / "whole.odt"
    file.write_bytes(odt(text))
    with zipfile.ZipFile(file) as archive:
        parts: dict[str, str | bytes] = {one: archive.read(one) for one in archive.namelist()}
    return zipped(parts | {"content.xml": archive_text(parts).replace(before, after)})


def archive_text(parts: dict[str, str | bytes]) -> str:
    """The content of an OpenDocument text."""
    content = parts["content.xml"]
    return content if isinstance(content, str) else content.decode()


def test_opendocument_notes_and_deletions_are_not_said(tmp_path: Path) -> None:
    note = "<text:note><text:note-body><text:p>Ung: Note.</text:p></text:note-body></text:note>"
    gone = "<text:tracked-changes><text:p>Ung: Slettet.</text:p></text:tracked-changes>"
    talk = f'Ung: J<text:span>a</text:span>{note}<text:s text:c="2"/>ja<text:line-break/>og.'
    raw = odt_with(
        tmp_path,
        "STED\nLeder: Nå\tog.\nUng: Nej   da.\nLeder: Jo.",
        '<text:p text:style-name="Standard">STED</text:p>',
        f"<text:section>{gone}<text:p>{talk}</text:p></text:section>",
    )
    assert said(tmp_path, "a.odt", raw) == [
        ("Ung", "Ja ja og."),
        ("Leder", "Nå og."),
        ("Ung", "Nej da."),
        ("Leder", "Jo."),
    ]


def test_an_opendocument_table(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        inside = "".join(f"<table:table-cell><text:p>{one}</text:p></table:table-cell>" for one in cells)
        return f"<table:table-row>{inside}</table:table-row>"

    rows = row("0:05", "Lis", "Ja, det var.") + row("0:09", "Per", "Nå, var det?") + row("0:12", "Lis", "Det var det.")
    headed = f"<table:table-header-rows>{row('Tid', 'Hvem', 'Tekst')}</table:table-header-rows>"
    raw = odt_with(
        tmp_path,
        "STED",
        '<text:p text:style-name="Standard">STED</text:p>',
        f"<table:table>{headed}{rows}</table:table>",
    )
    assert timed(tmp_path, "a.odt", raw) == [
        ("Lis", "Ja, det var.", 5.0, None),
        ("Per", "Nå, var det?", 9.0, None),
        ("Lis", "Det var det.", 12.0, None),
    ]
