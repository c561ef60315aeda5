"""Images of documents: measured from their headers, and encoded anew without anything but the picture.

Location, camera, comments, thumbnails and colour profiles of a photograph never reach the site. Pillow is an
extra (`pip install sfwgen[images]`), loaded on first use.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sfwgen.diagnostics import Diagnostic, Location, fault

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 50_000_000
MAX_SIDE = 12_000
MAX_FRAMES = 100
WIDTH = 1280
"""The widest that an image is published, in pixels: twice the column of text, for fine screens."""
MOST_BYTES = 120_000
"""What a photograph weighs at most, unless even the lowest quality is not enough."""

_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF"}
_STEPS = (480, 800)
_QUALITIES = (82, 74, 66, 58, 50)
_OPTIONS: Mapping[str, Mapping[str, object]] = {
    "JPEG": {"optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"method": 4},
    "GIF": {"optimize": True},
}
_ORIENTATION = 0x0112


class ImageError(Exception):
    """An image that is not published; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


@dataclass(frozen=True, slots=True)
class Measured:
    """Width and height at which an image is published, upright, in pixels, and what kind of picture it is.

    `kind` is the format of the file as it came, `drawn` whether its colours are exact (PNG, GIF) or may be
    given in fewer bytes, as in a photograph.
    """

    width: int
    height: int
    kind: str
    drawn: bool
    transparent: bool
    moving: bool

    @property
    def plain_kind(self) -> str:
        """The format that every browser knows: JPEG for photographs, PNG for what is drawn or transparent."""
        if self.moving:
            return self.kind
        return "PNG" if self.drawn or self.transparent else "JPEG"

    @property
    def kinds(self) -> tuple[str, ...]:
        """The formats in which it is published, the smallest first, the one that every browser knows last."""
        return (self.kind,) if self.moving else ("WEBP", self.plain_kind)

    @property
    def sizes(self) -> tuple[tuple[int, int], ...]:
        """The sizes in which it is published, the full one last; a step that saves little is left out."""
        steps = () if self.moving else tuple(step for step in _STEPS if step * 5 <= self.width * 4)
        scaled = tuple((step, max(1, round(self.height * step / self.width))) for step in steps)
        return (*scaled, (self.width, self.height))


def measure(data: bytes, path: str) -> Measured | Diagnostic:
    """Returns how an image will be published, or what is wrong with it; only its header is read."""
    expected = _FORMATS.get(f".{path.rpartition('.')[2].lower()}", "")
    try:
        with _opened(data, path) as image:
            if image.format != expected:
                words = {"found": image.format or "?", "expected": expected}
                return fault("image-kind", Location(path), related=(), **words)
            width, height = _published_size(image)
            return Measured(
                width=width,
                height=height,
                kind=expected,
                drawn=expected in ("PNG", "GIF"),
                transparent=_is_transparent(image),
                moving=getattr(image, "n_frames", 1) > 1,
            )
    except ImageError as error:
        return error.diagnostic


def encode(data: bytes, path: str, kind: str, size: tuple[int, int]) -> bytes:
    """Returns the picture in a format and size, upright, without any metadata.

    The same bytes give the same bytes on one machine. Raises ImageError for what is no sound image.
    """
    with _opened(data, path) as image:
        if getattr(image, "n_frames", 1) > 1:
            return _encode_moving(image, kind, size)
        drawn = image.format in ("PNG", "GIF")
        _decode_little(image, size)
        frame = _clean(image, kind, size)
        if kind == "PNG":
            return _saved([frame], kind, {})
        if kind == "WEBP" and drawn:
            return _saved([frame], kind, {"lossless": True})
        return _saved_small(frame, kind)


def _decode_little(image: Image.Image, size: tuple[int, int]) -> None:
    """Has a JPEG decoded at a part of its size where that is enough: it takes a fraction of the time."""
    width, height = size[::-1] if _is_turned(image) else size
    image.draft("RGB", (2 * width, 2 * height))


def _saved_small(frame: Image.Image, kind: str) -> bytes:
    """The picture at the best quality that keeps to the budget."""
    for quality in _QUALITIES:
        data = _saved([frame], kind, {"quality": quality})
        if len(data) <= MOST_BYTES:
            break
    return data


def _encode_moving(image: Image.Image, kind: str, size: tuple[int, int]) -> bytes:
    frames = [_clean(frame, kind, size) for frame in _frames(image)]
    durations = [int(frame.info.get("duration", 100)) for frame in _frames(image)]
    return _saved(frames, kind, {"save_all": True, "duration": durations, "loop": 0})


def _saved(frames: list[Image.Image], kind: str, options: Mapping[str, object]) -> bytes:
    buffer = io.BytesIO()
    more: dict[str, object] = {"append_images": frames[1:]} if len(frames) > 1 else {}
    frames[0].save(buffer, kind, **_OPTIONS[kind], **options, **more)
    return buffer.getvalue()


@contextmanager
def _opened(data: bytes, path: str) -> Iterator[Image.Image]:
    """Opens an image within the limits; every way in which it can be unsound is told as one fault."""
    place = Location(path)
    try:
        from PIL import Image
    except ImportError as error:
        raise ImageError(fault("images-need-pillow", place)) from error
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=tuple(sorted(set(_FORMATS.values()))))
            _refuse_large(image, place)
            yield image
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
        raise ImageError(fault("image-unreadable", place)) from error


def _refuse_large(image: Image.Image, place: Location) -> None:
    width, height = image.size
    frames = getattr(image, "n_frames", 1)
    if width * height > MAX_PIXELS or max(width, height) > MAX_SIDE or frames > MAX_FRAMES:
        size = f"{width} × {height}" + (f" × {frames}" if frames > 1 else "")
        raise ImageError(fault("image-too-large", place, size=size))


def _frames(image: Image.Image) -> Iterator[Image.Image]:
    for number in range(getattr(image, "n_frames", 1)):
        image.seek(number)
        yield image


def _published_size(image: Image.Image) -> tuple[int, int]:
    width, height = image.size[::-1] if _is_turned(image) else image.size
    if width <= WIDTH:
        return width, height
    return WIDTH, max(1, round(height * WIDTH / width))


def _is_turned(image: Image.Image) -> bool:
    """Whether the picture lies on its side in the file."""
    return bool(image.getexif().get(_ORIENTATION, 1) >= 5)


def _is_transparent(image: Image.Image) -> bool:
    return image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info


def _clean(image: Image.Image, kind: str, size: tuple[int, int]) -> Image.Image:
    """The picture alone: pixels copied into a new image, so that nothing that came with it is saved."""
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image)
    mode = "RGBA" if _is_transparent(upright) and kind != "JPEG" else "RGB"
    pixels = _in_common_colours(upright, mode)
    if pixels.size != size:
        pixels = pixels.resize(size, Image.Resampling.LANCZOS)
    clean = Image.new(mode, pixels.size)
    clean.paste(pixels)
    return clean


def _in_common_colours(image: Image.Image, mode: str) -> Image.Image:
    """The pixels in sRGB: the profile that told how to read them is not published with them."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile and image.mode in ("RGB", "CMYK"):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            common = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, own, common, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError):
            converted = None
        if converted is not None:
            return converted.convert(mode)
    return image.convert(mode)
