"""The look of the house's Word template: calm colours, one typeface, room to write in the margin."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

FONT = "Calibri"
INK = "22303A"
ACCENT = "1F5F6B"
MUTED = "52616B"
SHADE = "EDF4F3"
LINE = "C5D3D3"


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style: sizes and spacing in points, indent in centimetres."""

    name: str
    size: float = 10.5
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 6
    line: float = 1.15
    indent: float = 0
    keep_next: bool = False
    centred: bool = False
    bar: str = ""
    """Colour of a line down the left side."""
    based_on: str = "Normal"


LOOKS = (
    Look("Normal", 10, based_on=""),
    Look("Title", 30, ACCENT, bold=True, before=0, after=2, line=1.0),
    Look("Subtitle", 18, INK, before=0, after=14, line=1.0),
    Look("Cover Line", 10.5, MUTED, before=6, after=6),
    Look("Fact Label", 10, MUTED, after=2),
    Look("Fact", 10.5, INK, after=2),
    Look("Note", 9.5, MUTED, italic=True, before=4, after=6),
    Look("Heading 1", 17, ACCENT, bold=True, before=20, after=5, line=1.0, keep_next=True),
    Look("Heading 2", 12, ACCENT, bold=True, before=10, after=3, line=1.0, keep_next=True),
    Look("Heading 3", 10.5, INK, bold=True, before=6, after=0, line=1.0, keep_next=True),
    Look("Finding", 10.5, INK, bold=True, before=4, after=1),
    Look("Evidence", 9, MUTED, after=3),
    Look("Prose", 10, after=6),
    Look("Place Hint", 10, MUTED, italic=True, after=6),
    Look("Quote", 10, INK, italic=True, before=2, after=0, indent=0.6, bar=ACCENT),
    Look("Quote Source", 8.5, MUTED, after=5, indent=0.6, bar=ACCENT),
    Look("Picture", 10, before=4, after=0, line=1.0, keep_next=True),
    Look("Caption", 8.5, MUTED, before=2, after=6),
    Look("Table Caption", 9, INK, bold=True, before=8, after=3, keep_next=True),
    Look("After Table", 4, before=0, after=2, line=1.0),
    Look("List Bullet", after=2),
    Look("List Number", after=2),
    Look("Small Print", 9, after=4, line=1.1),
    Look("Cell", 9.5, after=2, line=1.05),
    Look("Cell Strong", 9.5, bold=True, after=2, line=1.05),
    Look("Cell Small", 8.5, MUTED, after=2, line=1.05),
    Look("Cell Head", 9, ACCENT, bold=True, after=2, line=1.0, keep_next=True),
    Look("Cell Number", 9.5, after=2, line=1.05, centred=True),
    Look("Box Heading", 12, ACCENT, bold=True, after=4),
    Look("Box Label", 10.5, bold=True, before=4, after=1),
    Look("Box Text", 9.5, after=1),
    Look("Box Evidence", 9, MUTED, after=3),
    Look("Tag", 8, "999999", after=0),
    Look("Header", 8.5, MUTED, after=0),
    Look("Footer", 8.5, MUTED, after=0),
)  # fmt: skip


def apply_styles(document: "Document") -> None:
    """Give the document these styles, and no other table styles."""
    from docx.enum.style import WD_STYLE_TYPE

    styles = document.styles
    for style in list(styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name != "Normal Table":
            style.delete()
    for look in LOOKS:
        _paragraph_style(styles, look)
    quote_id = styles.add_style("Quote Id", WD_STYLE_TYPE.CHARACTER)
    _font(quote_id, 7.5, MUTED, bold=False, italic=False)
    for xml in (_HOUSE_TABLE, _FACTS, _BOX):
        styles.element.append(_parsed(xml))
    _language(styles.element)


def _paragraph_style(styles: Any, look: Look) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    known = {style.name for style in styles}
    style = styles[look.name] if look.name in known else styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    if look.based_on:
        style.base_style = styles[look.based_on]
    style.quick_style = look.name != "Tag"
    _font(style, look.size, look.colour, bold=look.bold, italic=look.italic)
    paragraph = style.paragraph_format
    for old in style.element.pPr.findall(f"{_W}pBdr") if style.element.pPr is not None else ():
        style.element.pPr.remove(old)
    paragraph.space_before, paragraph.space_after = Pt(look.before), Pt(look.after)
    paragraph.line_spacing = look.line
    if look.indent:
        paragraph.left_indent = Cm(look.indent)
    paragraph.keep_with_next = look.keep_next
    if look.centred:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.widow_control = True
    if look.bar:
        _left_line(style.element.get_or_add_pPr(), look.bar)


def _font(style: Any, size: float, colour: str, *, bold: bool, italic: bool) -> None:
    from docx.oxml import OxmlElement
    from docx.shared import Pt, RGBColor

    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor.from_string(colour)
    style.font.bold, style.font.italic = bold, italic
    properties = style.element.get_or_add_rPr()
    # The library's headings name a theme's typeface, which wins over a typeface named beside it.
    for name in ("rFonts", "spacing", "kern"):
        for old in properties.findall(f"{_W}{name}"):
            properties.remove(old)
    fonts = OxmlElement("w:rFonts")
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(f"{_W}{script}", FONT)
    properties.insert(0, fonts)


def _left_line(properties: Any, colour: str) -> None:
    border = _parsed(f'<w:pBdr {_NS}><w:left w:val="single" w:sz="12" w:space="8" w:color="{colour}"/></w:pBdr>')
    # The schema wants borders before spacing and indents.
    after = next((child for child in properties if child.tag in (f"{_W}spacing", f"{_W}ind", f"{_W}shd")), None)
    if after is None:
        properties.append(border)
    else:
        after.addprevious(border)


def _language(styles: Any) -> None:
    """Danish for the spelling checker, wherever the library's template says otherwise."""
    for spoken in styles.iter(f"{_W}lang"):
        spoken.set(f"{_W}val", "da-DK")


def _parsed(xml: str) -> Any:
    from docx.oxml import parse_xml

    return parse_xml(xml)


_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_MARGINS = (
    '<w:tblCellMar><w:top w:w="{y}" w:type="dxa"/><w:left w:w="{x}" w:type="dxa"/>'
    '<w:bottom w:w="{y}" w:type="dxa"/><w:right w:w="{x}" w:type="dxa"/></w:tblCellMar>'
)
_HOUSE_TABLE = (
    f'<w:style {_NS} w:type="table" w:customStyle="1" w:styleId="HouseTable"><w:name w:val="House Table"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
    f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/>'
    f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{LINE}"/></w:tblBorders>'
    f"{_MARGINS.format(x=90, y=60)}</w:tblPr>"
    f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr>'
    "</w:tblStylePr></w:style>"
)
_FACTS = (
    f'<w:style {_NS} w:type="table" w:customStyle="1" w:styleId="Facts"><w:name w:val="Facts"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"/></w:tblBorders>'
    f"{_MARGINS.format(x=0, y=40)}</w:tblPr></w:style>"
)
_BOX = (
    f'<w:style {_NS} w:type="table" w:customStyle="1" w:styleId="Box"><w:name w:val="Box"/>'
    '<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    f'<w:left w:val="single" w:sz="36" w:space="0" w:color="{ACCENT}"/></w:tblBorders>'
    f"{_MARGINS.format(x=200, y=70)}</w:tblPr>"
    f'<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:style>'
)
