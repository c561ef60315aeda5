"""Excel workbooks as small as they come, with whatever is wrong with them put in by hand."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from sfwgen.content.workbooks import letters

Cell = str | int | float | None | tuple[str, str]
"""A text, a number, nothing, or the XML of a cell with the value of its attribute t."""

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_STYLE_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
)
DATE = "1"
"""The style of cells that hold a date."""


def workbook(
    *rows: Sequence[Cell],
    hidden_rows: Sequence[int] = (),
    columns: str = "",
    merged: str = "",
    sheets: Mapping[str, str] | None = None,
    extra: Mapping[str, bytes] | None = None,
) -> bytes:
    """The bytes of a workbook whose first sheet holds these rows; `sheets` gives each sheet's state by name."""
    names = sheets or {"走访": "visible"}
    body = "".join(_row(number, row, hidden=number in hidden_rows) for number, row in enumerate(rows, 1))
    merge = f'<mergeCells><mergeCell ref="{merged}"/></mergeCells>' if merged else ""
    sheet = f'<worksheet xmlns="{_MAIN}">{columns}<sheetData>{body}</sheetData>{merge}</worksheet>'
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", _types(len(names)))
        archive.writestr("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml")]))
        archive.writestr("xl/workbook.xml", _book(names))
        targets = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)]
        archive.writestr("xl/_rels/workbook.xml.rels", _relations([*targets, ("styles", "styles.xml")]))
        archive.writestr("xl/styles.xml", _STYLES)
        for number in range(1, len(names) + 1):
            empty = f'<worksheet xmlns="{_MAIN}"><sheetData/></worksheet>'
            archive.writestr(f"xl/worksheets/sheet{number}.xml", sheet if number == 1 else empty)
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _row(number: int, row: Sequence[Cell], *, hidden: bool) -> str:
    cells = "".join(_cell(f"{letters(at)}{number}", value) for at, value in enumerate(row, 1))
    return f'<row r="{number}"{" hidden=" + chr(34) + "1" + chr(34) if hidden else ""}>{cells}</row>'


def _cell(place: str, value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        kind, inner = value
        return f'<c r="{place}" {kind}>{inner}</c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def _book(names: Mapping[str, str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" state="{state}" r:id="rId{number}"/>'
        for number, (name, state) in enumerate(names.items(), 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}/relationships"><sheets>{sheets}</sheets></workbook>'


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    each = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{each}</Relationships>'


def _types(sheets: int) -> str:
    parts = [("/xl/workbook.xml", _BOOK_TYPE), ("/xl/styles.xml", _STYLE_TYPE)]
    parts += [(f"/xl/worksheets/sheet{number}.xml", _SHEET_TYPE) for number in range(1, sheets + 1)]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
