"""An SVG made fit for a page: it can stand inline in HTML beside others, and says what it shows to who cannot see."""

from workbench.reports.figures.lettering import FAMILY
from workbench.reports.plain import plain

_SVG = "{http://www.w3.org/2000/svg}"
_FONT = f"font-family: '{FAMILY}'"
_FONTS = f"font-family: Calibri, Carlito, '{FAMILY}', Verdana, Arial, sans-serif"
"""On a page: the report's own typeface where there is one. None is wider than the one that was measured."""
_XML = "{http://www.w3.org/XML/1998/namespace}"


def for_the_page(drawn: bytes, *, id: str, alt: str, language: str) -> bytes:
    """Matplotlib's SVG without what is for files only, and without styles and ids that reach the page around it."""
    from lxml import etree

    root = etree.fromstring(drawn, etree.XMLParser(resolve_entities=False, no_network=True, remove_blank_text=True))
    for unneeded in root.xpath("//svg:metadata | //svg:defs", namespaces={"svg": _SVG[1:-1]}):
        unneeded.getparent().remove(unneeded)
    for element in root.iter():
        element.attrib.pop("id", None)
        if (style := element.get("style")) and _FONT in style:
            element.set("style", style.replace(_FONT, _FONTS))
    # What matplotlib says in a style sheet for every element, which would be every element of the page.
    for name, value in {
        "id": id,
        "role": "img",
        "aria-labelledby": f"{id}-alt",
        "lang": language,
        f"{_XML}lang": language,
        "stroke-linejoin": "round",
        "stroke-linecap": "butt",
    }.items():
        root.set(name, value)
    told = plain(alt)
    title, description = etree.Element(f"{_SVG}title"), etree.Element(f"{_SVG}desc", id=f"{id}-alt")
    title.text, description.text = told.split(". ")[0], told
    root[:0] = [title, description]
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="utf-8")
