"""Images of documents: measured from their headers, and encoded anew without anything but the picture.

Location, camera, comments, thumbnails and colour profiles of a photograph never reach the site. Pillow is an
extra (`pip install sfwgen[images]`), loaded on first use.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sfwgen.diagnostics import Diagnostic, Location, fault

if TYPE_CHECKING:
    from PIL import Image

MAX_PIXELS = 50_000_000
MAX_SIDE = 12_000
MAX_FRAMES = 100
WIDTH = 1600
"""The widest that an image is published, in pixels."""

_FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF"}
_QUALITY = 82
_OPTIONS: Mapping[str, Mapping[str, object]] = {
    "JPEG": {"quality": _QUALITY, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": _QUALITY, "method": 4},
    "GIF": {"optimize": True},
}


class ImageError(Exception):
    """An image that is not published; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def measure(data: bytes, path: str) -> tuple[int, int] | Diagnostic:
    """Returns width and height, in pixels, that an image will be published at, or what is wrong with it."""
    try:
        with _opened(data, path) as image:
            return _published_size(image)
    except ImageError as error:
        return error.diagnostic


def encode(data: bytes, path: str) -> bytes:
    """Returns the image in the format of its name, upright, at its published size, without any metadata.

    The same bytes give the same bytes on one machine. Raises ImageError for what is no sound image.
    """
    with _opened(data, path) as image:
        kind = image.format or ""
        frames = [_clean(frame, kind) for frame in _frames(image)]
        buffer = io.BytesIO()
        options = dict(_OPTIONS[kind])
        if len(frames) > 1:
            durations = [int(frame.info.get("duration", 100)) for frame in _frames(image)]
            options |= {"save_all": True, "append_images": frames[1:], "duration": durations, "loop": 0}
        frames[0].save(buffer, kind, **options)
        return buffer.getvalue()


@contextmanager
def _opened(data: bytes, path: str) -> Iterator[Image.Image]:
    """Opens an image within the limits; every way in which it can be unsound is told as one fault."""
    place = Location(path)
    try:
        from PIL import Image
    except ImportError as error:
        raise ImageError(fault("images-need-pillow", place)) from error
    expected = _FORMATS.get(f".{path.rpartition('.')[2].lower()}", "")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=tuple(sorted(set(_FORMATS.values()))))
            if image.format != expected:
                raise ImageError(fault("image-kind", place, found=image.format or "?", expected=expected))
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
    width, height = image.size
    if image.getexif().get(0x0112, 1) >= 5:
        width, height = height, width
    if width <= WIDTH:
        return width, height
    return WIDTH, max(1, round(height * WIDTH / width))


def _clean(image: Image.Image, kind: str) -> Image.Image:
    """The picture alone: pixels copied into a new image, so that nothing that came with it is saved."""
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(image)
    has_alpha = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    mode = "RGBA" if has_alpha and kind != "JPEG" else "RGB"
    pixels = upright.convert(mode)
    size = _published_size(image)
    if pixels.size != size:
        pixels = pixels.resize(size, Image.Resampling.LANCZOS)
    clean = Image.new(mode, pixels.size)
    clean.paste(pixels)
    return clean
