"""A printed issue as the bytes of a PDF. The same document and the same fonts give the same bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Final, cast

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.plan.prints.documents import IssueDocument
from sfwgen.typeset.fonts import Face, Faces
from sfwgen.typeset.qr import draw_qr

if TYPE_CHECKING:
    from typst import TypstError

_STANDARD: Final = "ua-1"
"""PDF/UA-1: tagged, with its title, language and order of reading; no character may lack a glyph."""

_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed with font `"(.*?)"`')
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}")
_BOLD = 700
_PACKAGES = ("typst", "segno")


def missing_packages() -> tuple[str, ...]:
    """Returns the packages that setting a PDF needs and that are not installed."""
    return tuple(name for name in _PACKAGES if find_spec(name) is None)


def set_issue(
    document: IssueDocument, pictures: Mapping[str, bytes], faces: Faces, number: int, place: Location
) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """Returns the PDF of an issue, or what is wrong: above all each character that its font lacks.

    `pictures` are its images as SVG by their paths. Nothing else is read, no network and no clock.
    """
    import typst

    sources = {
        "main.typ": (files("sfwgen.typeset") / "issue.typ").read_bytes(),
        "document.json": json.dumps(asdict(document), ensure_ascii=False).encode(),
        "faces.json": json.dumps(_faces_data(faces, latin=not document.cjk)).encode(),
        "qr.svg": draw_qr(document.imprint.address),
        **{f"{path}.svg": data for path, data in pictures.items()},
    }
    try:
        made = typst.compile(
            # The typesetter takes several files by name, which its type information does not say.
            cast("bytes", sources),
            format="pdf",
            font_paths=faces.fonts,
            pdf_standards=_STANDARD,
            timestamp=0,
        )
    except typst.TypstError as error:
        return None, tuple(_faults(error, number, place))
    return made, ()


def _faces_data(faces: Faces, *, latin: bool) -> dict[str, object]:
    """The fonts as the template takes them; `latin` puts that for Latin script before each."""
    first = faces.by_use["latin"] if latin else ()
    # Chinese headings differ by their face, those in Latin script by their weight.
    data: dict[str, object] = {
        use: {"font": _families((*first, *found)), "weight": _BOLD if latin else found[0].weight}
        for use, found in faces.by_use.items()
    }
    # Body and note are always set in their own weight.
    return data | {use: _families((*first, *faces.by_use[use])) for use in ("body", "note")}


def _families(faces: tuple[Face, ...]) -> list[str]:
    return list(dict.fromkeys(face.family for face in faces))


def _faults(error: TypstError, number: int, place: Location) -> Iterator[Diagnostic]:
    lacking = dict.fromkeys(_GLYPH.findall(error.diagnostic))
    for quoted, font in lacking:
        text = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), quoted)
        codes = " ".join(f"U+{ord(character):04X}" for character in text)
        yield fault("pdf-glyph-missing", place, text=text, code=codes, font=font)
    if not lacking:
        yield fault("pdf-failed", place, number=number, cause=error.message)
