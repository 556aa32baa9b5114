"""XML and HTML from outside, parsed so that a file can neither reach out nor swell."""

import re
from typing import TYPE_CHECKING

from workbench.errors import InvalidFileError
from workbench.i18n import _
from workbench.terminal import safe

if TYPE_CHECKING:
    from lxml.etree import _Element

_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\0!\0(?:D|E)|\0<\0!\0(?:D|E)", re.I)


def xml(raw: bytes, origin: str) -> "_Element":
    """The root of an XML document.

    Raises InvalidFileError when it is not well formed, or when it declares entities: no word processor does, and
    they are how a document reads other files or grows without end.
    """
    from lxml import etree

    refuse_declarations(raw, origin)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InvalidFileError(
            _("{file} is damaged: its text cannot be read ({reason}).").format(
                file=safe(origin), reason=safe(str(error).split("\n")[0])
            ),
            hint=_("Open it in its program, save it anew, and import that."),
        ) from error
    if root.getroottree().docinfo.doctype:  # in an encoding that hid it
        raise _declares(origin)
    return root


def refuse_declarations(raw: bytes, origin: str) -> None:
    """Raise InvalidFileError when XML declares a document type or entities."""
    if _DECLARATION.search(raw):
        raise _declares(origin)


def _declares(origin: str) -> InvalidFileError:
    return InvalidFileError(
        _("{file} declares entities of its own, and was not opened.").format(file=safe(origin)),
        hint=_("No word processor writes that; do not open the file, and ask where it came from."),
    )


def html(text: str) -> "_Element":
    """The root of an HTML page. Whatever stands there, browsers make something of it; so does this."""
    from lxml import html as parsing

    parser = parsing.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    return parsing.document_fromstring(text.encode(), parser=parser)
