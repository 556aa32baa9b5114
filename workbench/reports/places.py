"""Marked places for people's own prose in a Word file, written so that they are found again after any editing.

A place is what stands between two paragraphs too thin to be seen, each with a bookmark of its own. Measured in
LibreOffice: a content control around several paragraphs runs them together and loses what is bold, one within a
paragraph turns new paragraphs into line breaks, and a bookmark around text does not grow when somebody types at its
end. The hint stands in square brackets that look as prose does: typing over it, before it or after it is prose.
"""

from copy import deepcopy
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from workbench.reports.document import Place, Prose, Shape

if TYPE_CHECKING:
    from docx.document import Document as WordFile

STYLES = {Shape.BODY: "Prose", Shape.BULLET: "List Bullet", Shape.NUMBER: "List Number", Shape.HEADING: "Heading 2"}
HINT = "Place Hint"
EDGES = ("wb1_", "wb2_")
"""What the names of a place's two bookmarks begin with."""
_SIGNS = {ord("."): "_", ord("-"): "H", ord("_"): "U"}
"""Ids are in lower case, so that capitals are free."""
_LONGEST = 40


def place_elements(document: "WordFile", place: Place) -> list[Any]:
    """The place as elements for the document's body: what is written there, or its hint."""
    first, last = (_edge(document, kind, place.id) for kind in EDGES)
    if not place.prose:
        return [first, _hint(document, place.hint), last]
    written, list_id = [], ""
    for before, prose in zip((None, *place.prose), place.prose, strict=False):
        if prose.shape is Shape.NUMBER and (before is None or before.shape is not Shape.NUMBER):
            list_id = _new_list(document)
        written.append(_written(document, prose, list_id))
    return [first, *written, last]


def bookmark(kind: str, id: str) -> str:
    """The name of one of a place's bookmarks: Word allows forty letters, digits and underscores."""
    name = kind + id.translate(_SIGNS)
    return name if len(name) <= _LONGEST else f"{name[:31]}_{sha256(id.encode()).hexdigest()[:8]}"


def place_of(name: str) -> str:
    """The id of the place whose bookmark has this name; for a name that was cut, no place has it."""
    return name[len(EDGES[0]) :].translate({ord(sign): chr(one) for one, sign in _SIGNS.items()})


def _edge(document: "WordFile", kind: str, id: str) -> Any:
    paragraph = _paragraph(document, STYLES[Shape.BODY])
    properties, look = paragraph.get_or_add_pPr(), _element("rPr")
    look.append(_element("sz", val="2"))
    if kind == EDGES[0]:
        properties.append(_element("keepNext"))
    properties.extend([_element("spacing", before="0", after="0", line="20", lineRule="exact"), look])
    name = bookmark(kind, id)
    # Unlike that of any other bookmark in the file, and the same every time.
    number = str(int(sha256(name.encode()).hexdigest()[:7], 16))
    paragraph.extend([_element("bookmarkStart", id=number, name=name), _element("bookmarkEnd", id=number)])
    return paragraph


def _written(document: "WordFile", prose: Prose, list_id: str) -> Any:
    paragraph = _paragraph(document, STYLES[prose.shape])
    if prose.shape is Shape.NUMBER and list_id:
        numbered = _element("numPr")
        numbered.extend([_element("ilvl", val="0"), _element("numId", val=list_id)])
        paragraph.get_or_add_pPr().append(numbered)
    for run in prose.runs:
        made = _run(run.text)
        for name, wanted in (("b", run.bold), ("i", run.italic)):
            if wanted:
                made.get_or_add_rPr().append(_element(name))
        paragraph.append(made)
    return paragraph


def _hint(document: "WordFile", hint: str) -> Any:
    paragraph = _paragraph(document, STYLES[Shape.BODY])
    words = _run(hint)
    words.get_or_add_rPr().append(_element("rStyle", val=_hint_style(document)))
    paragraph.extend([_run("["), words, _run("]")])
    return paragraph


def _hint_style(document: "WordFile") -> str:
    """The character style that looks as the paragraph style `Place Hint` does; made when it is not there."""
    from docx.enum.style import WD_STYLE_TYPE

    name = f"{HINT} Char"
    if name not in {style.name for style in document.styles}:
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        look = document.styles[HINT].element.rPr
        if look is not None:
            style.element.append(deepcopy(look))
    return str(document.styles[name].style_id)


def _new_list(document: "WordFile") -> str:
    """A list of its own in the look of `List Number`, which begins with 1; empty where that style has no numbers."""
    from docx.oxml.ns import qn

    used = document.styles[STYLES[Shape.NUMBER]].element.find(f"{qn('w:pPr')}/{qn('w:numPr')}/{qn('w:numId')}")
    if used is None:
        return ""
    every = document.part.numbering_part.element
    look = next((one for one in every.num_lst if str(one.numId) == used.get(qn("w:val"))), None)
    if look is None:
        return ""
    made = every.add_num(look.abstractNumId.val)
    made.add_lvlOverride(0).add_startOverride(1)
    return str(made.numId)


def _paragraph(document: "WordFile", style: str) -> Any:
    paragraph, properties = _element("p"), _element("pPr")
    properties.append(_element("pStyle", val=document.styles[style].style_id))
    paragraph.append(properties)
    return paragraph


def _run(text: str) -> Any:
    run, words = _element("r"), _element("t")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    run.append(words)
    return run


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{tag}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
