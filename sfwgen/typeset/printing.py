"""The PDFs of a plan: each issue with its pictures, in the fonts of the project."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.images import ImageError, encode
from sfwgen.plan.outputs import ImageOutput, PrintOutput
from sfwgen.typeset.fonts import Faces, find_faces
from sfwgen.typeset.issue import missing_packages, set_issue

Named = Mapping[str, tuple[str, ...]]


def prepare_faces(named: Named, folder: str, place: Location) -> tuple[Faces | None, tuple[Diagnostic, ...]]:
    """Returns the fonts of a project, `folder` being that of its own, or what is missing for setting a PDF.

    `place` is where config.yaml speaks of it.
    """
    if missing := missing_packages():
        return None, (fault("pdf-needs-typst", place, package=" + ".join(missing)),)
    return find_faces(named, folder, place)


def print_issues(
    outputs: Sequence[PrintOutput], faces: Faces
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Returns the PDFs by path, and all that keeps one from being set, told in each language once."""
    made: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for output in outputs:
        try:
            pictures = {each.path: _picture(each) for each in output.pictures}
        except ImageError as error:
            faults.append(error.diagnostic)
            continue
        pdf, found = set_issue(output.document, pictures, faces, output.number, output.source)
        faults += found
        if pdf is not None:
            made[output.path] = pdf
    return made, tuple(dict.fromkeys(faults))


def _picture(image: ImageOutput) -> bytes:
    """An image, encoded anew, within an SVG: the typesetter takes files from memory only if they are text."""
    width, height = image.size
    data = encode(image.content, image.source.file, image.kind, image.size)
    coded = base64.b64encode(data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        f'<image width="{width}" height="{height}" '
        f'href="data:image/{image.kind.lower()};base64,{coded}"/></svg>'
    ).encode()
