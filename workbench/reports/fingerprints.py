"""Writes into a fresh Word report which lines are the workbench's own, so that later changes to them can be told."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain

from workbench.reports.document import Place
from workbench.reports.lines import lines
from workbench.reports.package import parts_of, repacked
from workbench.reports.prose import regions
from workbench.reports.read_word import opened
from workbench.reports.stamp import Stamp, fingerprint, is_own

_PART = "docProps/custom.xml"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""Says that a property is an ordinary one; the same in every Word file."""
_EMPTY = f'<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_VALUES}"/>'


def fingerprinted(content: bytes, places: Iterable[Place]) -> bytes:
    """The same Word file with its stamp among its properties; the same content gives the same bytes.

    `places` are the marked places that were written into it.
    """
    parts = parts_of(content)
    hints = Stamp(hints={place.id: fingerprint(place.hint) for place in places})
    word = opened(content)
    marked = regions(word, hints).values()
    stamp = replace(hints, lines=tuple(one.print for one in lines(word, chain.from_iterable(marked))))
    parts[_PART] = _with_properties(parts.get(_PART, _EMPTY.encode()), stamp.properties())
    parts["[Content_Types].xml"] = _with(
        parts["[Content_Types].xml"], "Override", {"PartName": f"/{_PART}", "ContentType": _TYPE}
    )
    parts["_rels/.rels"] = _with(
        parts["_rels/.rels"], "Relationship", {"Id": "rIdWorkbench", "Type": _RELATION, "Target": _PART}
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)
    return repacked(packed.getvalue())


def _with_properties(part: bytes, properties: dict[str, str]) -> bytes:
    from lxml import etree

    root = etree.fromstring(part)
    for one in list(root):
        if is_own(one.get("name", "")):
            root.remove(one)
    first = max((int(one.get("pid", "1")) for one in root), default=1) + 1
    for number, (name, value) in enumerate(properties.items(), start=first):
        one = etree.SubElement(root, f"{{{_PROPERTIES}}}property", {"fmtid": _FORMAT, "pid": str(number), "name": name})
        etree.SubElement(one, f"{{{_VALUES}}}lpwstr").text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _with(part: bytes, name: str, attributes: dict[str, str]) -> bytes:
    """The part with this entry, unless it has one for the same file."""
    from lxml import etree

    root = etree.fromstring(part)
    file = next(iter({"PartName", "Target"} & attributes.keys()))
    if not any((one.get(file) or "").lstrip("/") == attributes[file].lstrip("/") for one in root):
        etree.SubElement(root, etree.QName(etree.QName(root).namespace, name), attributes)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
