"""An address as a QR code, drawn by segno."""

from __future__ import annotations

import io


def draw_qr(address: str) -> bytes:
    """Returns an SVG of the address, black on nothing, without a border."""
    import segno

    buffer = io.BytesIO()
    code = segno.make(address, micro=False, error="m")
    code.save(buffer, kind="svg", border=0, xmldecl=False, nl=False, svgclass=None, lineclass=None)
    return buffer.getvalue()
