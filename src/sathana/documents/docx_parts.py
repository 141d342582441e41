"""The parts of a Word file that are the same for every paper."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FONT = "TH SarabunPSK"
"""The face of Thai offices; where it is missing, a word processor takes another."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_TYPES = f"""{_HEAD}<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels"
 ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_KIND}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/>
<Override PartName="/word/header1.xml" ContentType="{_KIND}.header+xml"/>
<Override PartName="/word/footer1.xml" ContentType="{_KIND}.footer+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""

_RELS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties"
 Target="docProps/core.xml"/>
</Relationships>"""

_DOCUMENT_RELS = f"""{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_OFFICE}/header" Target="header1.xml"/>
<Relationship Id="rId3" Type="{_OFFICE}/footer" Target="footer1.xml"/>
</Relationships>"""


def _style(kind: str, key: str, name: str, shape: str, more: str = "") -> str:
    based = "" if key == "Normal" else '<w:basedOn w:val="Normal"/>'
    default = ' w:default="1"' if key == "Normal" else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{key}"><w:name w:val="{name}"/>'
        f"{based}{more}{shape}</w:style>"
    )


def _letters(half_points: int, *, bold: bool = False) -> str:
    weight = "<w:b/><w:bCs/>" if bold else ""
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'
    return f"<w:rPr>{weight}{size}</w:rPr>"


def _heading(level: int, align: str) -> str:
    return (
        f'<w:pPr><w:keepNext/><w:spacing w:before="120"/>{align}'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr>'
    )


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="7F7460"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_STYLES = (
    f'{_HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
    '<w:sz w:val="32"/><w:szCs w:val="32"/>'
    '<w:lang w:val="th-TH" w:eastAsia="th-TH" w:bidi="th-TH"/>'
    "</w:rPr></w:rPrDefault></w:docDefaults>"
    + _style("paragraph", "Normal", "Normal", "")
    + _style(
        "paragraph",
        "Heading1",
        "heading 1",
        _heading(1, '<w:jc w:val="center"/>') + _letters(40, bold=True),
    )
    + _style(
        "paragraph", "Heading2", "heading 2", _heading(2, "") + _letters(34, bold=True)
    )
    + _style("paragraph", "Small", "small", _letters(22))
    + '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/>'
    f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders></w:tblPr></w:style>"
    "</w:styles>"
)

PARTS: Mapping[str, bytes] = {
    "[Content_Types].xml": _TYPES.encode(),
    "_rels/.rels": _RELS.encode(),
    "word/_rels/document.xml.rels": _DOCUMENT_RELS.encode(),
    "word/styles.xml": _STYLES.encode(),
}
"""Parts by name, in the order in which they are written."""


def core_properties(title: str, dated: str) -> bytes:
    """Return what the file says about itself: its title, its language, its day."""
    day = f"{dated}T00:00:00Z"
    text = (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>Sathana</dc:creator>"
        "<dc:language>th-TH</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        "</cp:coreProperties>"
    )
    return text.encode()
