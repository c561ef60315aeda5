"""The drawing of share pictures, with a font that the project brings along."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from sfwgen.diagnostics import Location, fault
from sfwgen.images import ImageError
from sfwgen.languages import family
from sfwgen.plan.outputs import ShareOutput
from sfwgen.plan.share import SIZE

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

_PAPER, _INK, _SOFT, _RED = (255, 255, 255), (21, 24, 27), (67, 74, 82), (176, 21, 27)
_MARGIN, _WIDTH = 72, SIZE[0] - 2 * 72
_LINES = 3
_NEVER_FIRST = frozenset("，。、；：？！”’）》」』】…—,.;:?!)")
_UNWRITTEN = "\U0010ffff"
"""No font has a picture of it: what is drawn for it is what a font draws where it has none."""
_FONT_FILE = "templates/share-font"


def draw_share(output: ShareOutput) -> bytes:
    """Returns the picture as PNG, the same bytes for the same texts, font and version of Pillow.

    Raises ImageError where Pillow is missing, the font cannot be read, or it lacks a character.
    """
    try:
        from PIL import Image, ImageDraw
    except ImportError as error:
        raise ImageError(fault("images-need-pillow", Location(_FONT_FILE))) from error
    _check_glyphs(output)
    image = Image.new("RGB", SIZE, _PAPER)
    pen = _Pen(ImageDraw.Draw(image), output.font, output.lang)
    pen.write(_MARGIN, 84, output.site, 38, _RED)
    pen.draw.rectangle((_MARGIN, 112, SIZE[0] - _MARGIN, 116), _RED)
    pen.draw.rectangle((_MARGIN, 121, SIZE[0] - _MARGIN, 122), _RED)
    bottom = _write_title(pen, output)
    if output.figure:
        _write_figure(pen, output, bottom)
    pen.write(_MARGIN, 592, output.foot, 24, _SOFT)
    buffer = io.BytesIO()
    image.quantize(32, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class _Pen:
    """Where to draw, and the font to draw with. `write` returns where the text ends; `y` is its baseline."""

    draw: ImageDraw
    font: bytes
    lang: str

    def write(self, x: float, y: float, text: str, size: int, colour: tuple[int, int, int]) -> float:
        self.draw.text((x, y), text, colour, _sized(self.font, size, self.lang), anchor="ls")
        return x + self.width(text, size)

    def width(self, text: str, size: int) -> float:
        return _sized(self.font, size, self.lang).getlength(text)


def _write_title(pen: _Pen, output: ShareOutput) -> float:
    """Writes the title as large as three lines allow; returns the baseline of the last one."""
    for size in (68, 58, 50, 42):
        lines = list(_lines(pen, output.title, size))
        if len(lines) <= _LINES:
            break
    y = 150.0
    for line in lines[:_LINES]:
        y += size * 1.3
        pen.write(_MARGIN, y, line, size, _INK)
    return y


def _lines(pen: _Pen, pieces: Sequence[str], size: int) -> Iterator[str]:
    """The title in lines: broken between its pieces where that can be, else between characters or words."""
    line = ""
    for piece in pieces:
        if line and pen.width(line + piece.rstrip(), size) > _WIDTH and pen.width(piece, size) <= _WIDTH:
            yield line.rstrip()
            line = ""
        for part in _parts(piece):
            if line and pen.width(line + part.rstrip(), size) > _WIDTH and part not in _NEVER_FIRST:
                yield line.rstrip()
                line = ""
            line += part
    yield line.rstrip()


def _parts(text: str) -> Iterator[str]:
    """What must not be broken: a word with the space after it, a single Han character."""
    word = ""
    for char in text:
        if char >= "\u2e80":
            if word:
                yield word
            word = ""
            yield char
        else:
            word += char
            if char == " " and word != "No. ":
                yield word
                word = ""
    if word:
        yield word


def _write_figure(pen: _Pen, output: ShareOutput, above: float) -> None:
    size = 120 if above < 360 else 88
    y = 500.0
    x: float = _MARGIN
    for kind, text in output.figure:
        large = kind == "n"
        colour = _RED if kind == "q" else _INK if kind in ("n", "x") else _SOFT
        x = pen.write(x, y, text, size if large else round(size * 0.4), colour) + (size * 0.06)
    pen.write(_MARGIN, y + 46, output.label, 30, _SOFT)


def _check_glyphs(output: ShareOutput) -> None:
    """Raises for characters that the font has no picture of: they would be boxes."""
    text = "".join(
        (output.site, *output.title, *(text for _, text in output.figure), output.label, output.foot)
    )
    missing = [
        char for char in dict.fromkeys(text) if not char.isspace() and _lacks(output.font, char, output.lang)
    ]
    if missing:
        raise ImageError(fault("share-glyph-missing", output.source, characters="".join(missing[:20])))


@lru_cache(maxsize=8192)
def _lacks(font: bytes, char: str, lang: str) -> bool:
    probe = _sized(font, 20, lang)
    return bytes(probe.getmask(char)) == bytes(probe.getmask(_UNWRITTEN))


@lru_cache(maxsize=32)
def _sized(font: bytes, size: int, lang: str) -> FreeTypeFont:
    from PIL import ImageFont

    try:
        # A collection holds the faces of several countries: Chinese is set in the simplified one, other
        # languages in the Korean one, whose quotation marks and apostrophes are those of Latin text.
        wanted = "SC" if lang == "zh" else "TC" if family(lang) == "zh" else "KR"
        for index in range(16):
            face = ImageFont.truetype(io.BytesIO(font), size, index=index)
            if wanted in (face.getname()[0] or "").split():
                return face
    except OSError:
        pass
    try:
        return ImageFont.truetype(io.BytesIO(font), size)
    except OSError as error:
        raise ImageError(fault("share-font-unreadable", Location(_FONT_FILE))) from error
