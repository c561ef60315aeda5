"""The fonts of a printed issue: those that the project names, else the free ones that sfwgen names itself.

A font is never chosen because it happens to be there. They are looked for in the project's folder `fonts`
and, only where one is not in it, among those installed on the machine.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sfwgen.diagnostics import Diagnostic, Location, fault

if TYPE_CHECKING:
    from typst import FontInfo, Fonts

_SERIF, _SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"
DEFAULTS: Mapping[str, tuple[str, ...]] = {
    "body": (_SERIF,),
    "title": (f"{_SERIF} Bold",),
    "heading": (_SANS,),
    "subheading": (f"{_SERIF} Bold",),
    "note": (_SERIF,),
    "latin": ("Libertinus Serif",),
}
"""The fonts by use, of the kinds that GB/T 9704 asks for. That for Latin script comes with the typesetter."""

_WEIGHTS = {
    "Light": 300,
    "Regular": 400,
    "Medium": 500,
    "SemiBold": 600,
    "Bold": 700,
    "Heavy": 800,
    "Black": 900,
}
_REGULAR = 400
_KNOWN_CHINESE = (
    "Noto Serif CJK SC;Noto Sans CJK SC;Source Han Serif SC;Source Han Sans SC;Songti SC;Heiti SC;Kaiti SC;"
    "STSong;STFangsong;STKaiti;STZhongsong;SimSun;SimHei;FangSong;KaiTi;Microsoft YaHei;LXGW WenKai;"
    "仿宋_GB2312;楷体_GB2312;FandolFang;FandolSong;FandolHei;FandolKai;WenQuanYi Zen Hei;AR PL UKai CN"
).split(";")


@dataclass(frozen=True, slots=True)
class Face:
    """A font by its family and weight, as it was named."""

    name: str
    family: str
    weight: int


@dataclass(frozen=True, slots=True)
class Faces:
    """The fonts of a document by use, and where the typesetter finds them."""

    by_use: Mapping[str, tuple[Face, ...]]
    fonts: Fonts
    files: tuple[str, ...]


def find_faces(
    named: Mapping[str, tuple[str, ...]], folder: str, place: Location
) -> tuple[Faces | None, tuple[Diagnostic, ...]]:
    """Returns the fonts for every use, and a fault for each that is nowhere to be found.

    `named` are those of the project, `folder` is where its own files are, `place` where config.yaml names
    them.
    """
    wanted = {use: named.get(use, names) for use, names in DEFAULTS.items()}
    own = [folder] if Path(folder).is_dir() else []
    missing: dict[str, str] = {}
    for with_installed in (False, True):
        fonts, infos = _load(own, installed=with_installed)
        found = {use: tuple(_face(name, infos) for name in names) for use, names in wanted.items()}
        missing = {
            name: use
            for use, names in wanted.items()
            for name, face in zip(names, found[use], strict=True)
            if face is None
        }
        if not missing:
            by_use = {use: tuple(face for face in faces if face) for use, faces in found.items()}
            return Faces(by_use, fonts, _files(by_use, infos)), ()
    known = "、".join(each for each in _KNOWN_CHINESE if any(info.family == each for info in infos))
    return None, tuple(
        fault("pdf-font-missing", place, font=name, use=use, known=known) for name, use in missing.items()
    )


def _load(own: list[str], *, installed: bool) -> tuple[Fonts, list[FontInfo]]:
    from typst import Fonts

    fonts = Fonts(include_system_fonts=installed, include_embedded_fonts=True, font_paths=own)
    return fonts, fonts.fonts()


def _face(name: str, infos: Iterable[FontInfo]) -> Face | None:
    """The font of a name, which may end in a word for its weight; None where that weight is not there."""
    weights = {(info.family.casefold(), info.weight): info.family for info in infos if info.style == "normal"}
    for family, weight in _readings(name):
        if known := weights.get((family.casefold(), weight)):
            return Face(name, known, weight)
    # A font that comes in one weight only is that one, whatever its file calls it.
    only = {(info.family, info.weight) for info in infos if info.family.casefold() == name.casefold()}
    if len(only) == 1:
        family, weight = only.pop()
        return Face(name, family, weight)
    return None


def _readings(name: str) -> Iterator[tuple[str, int]]:
    yield name, _REGULAR
    family, _, last = name.rpartition(" ")
    if family and last in _WEIGHTS:
        yield family, _WEIGHTS[last]


def _files(by_use: Mapping[str, tuple[Face, ...]], infos: Iterable[FontInfo]) -> tuple[str, ...]:
    used = {(face.family, face.weight) for faces in by_use.values() for face in faces}
    return tuple(sorted({info.path for info in infos if info.path and (info.family, info.weight) in used}))
