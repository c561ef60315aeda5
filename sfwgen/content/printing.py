"""config.yaml on the printed bulletin."""

from __future__ import annotations

from sfwgen.content.reporter import Reporter
from sfwgen.content.shapes_pdf import FontsShape, PdfShape
from sfwgen.model import PdfSettings

_OFFICIAL_ONLY = ("report_to", "send_to", "copies")


def decode_pdf(reporter: Reporter, shape: PdfShape, *, official: bool) -> PdfSettings:
    """Returns how bulletins are printed; receivers on a site that is not official are faults."""
    if not official:
        for name in _OFFICIAL_ONLY:
            if getattr(shape, name) is not None:
                reporter.add("config-imprint-unofficial", "pdf", name, key=True, field=name)
    faces = {name: getattr(shape.fonts, name) for name in FontsShape.model_fields}
    return PdfSettings(
        bulletins=shape.bulletins,
        faces={name: names for name, names in faces.items() if names},
        report_to=reporter.texts(shape.report_to, "pdf", "report_to"),
        send_to=reporter.texts(shape.send_to, "pdf", "send_to"),
        copies=shape.copies,
        location=reporter.at("pdf"),
    )
