from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from sfwgen.diagnostics import Diagnostic
from sfwgen.images import MAX_SIDE, WIDTH, ImageError, encode, measure

SECRET = b"29.53N 120.02E secret"


def picture(kind: str, size: tuple[int, int] = (40, 30), mode: str = "RGB", **options: object) -> bytes:
    buffer = io.BytesIO()
    image = Image.new(mode, size, "red" if mode != "P" else 3)
    image.paste("blue" if mode != "P" else 5, (0, 0, size[0] // 2, size[1] // 2))
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010E] = SECRET.decode()
    data[0x9286] = SECRET
    gps = data.get_ifd(0x8825)
    gps[2] = (IFDRational(29), IFDRational(53), IFDRational(0))
    return data


@pytest.mark.parametrize(
    ("kind", "ending", "options"),
    [
        ("JPEG", "jpg", {"exif": exif(), "comment": SECRET, "icc_profile": SECRET}),
        ("JPEG", "jpeg", {"exif": exif()}),
        ("PNG", "png", {"exif": exif()}),
        ("WEBP", "webp", {"exif": exif(), "xmp": SECRET}),
        ("GIF", "gif", {"comment": SECRET}),
    ],
)
def test_nothing_that_came_with_a_photograph_is_published(
    kind: str, ending: str, options: dict[str, Any]
) -> None:
    source = picture(kind, **options)
    made = encode(source, f"content/stories/a/b.{ending}")
    assert SECRET not in made
    with Image.open(io.BytesIO(made)) as image:
        assert image.format == kind
        assert not image.getexif()
        assert not {"comment", "icc_profile", "exif", "xmp"} & image.info.keys()


def test_a_picture_taken_sideways_is_published_upright() -> None:
    source = picture("JPEG", (40, 30), exif=exif(6))
    assert measure(source, "a.jpg") == (30, 40)
    with Image.open(io.BytesIO(encode(source, "a.jpg"))) as image:
        assert image.size == (30, 40)


def test_a_large_picture_is_scaled_to_the_published_width() -> None:
    source = picture("JPEG", (4000, 3000))
    assert measure(source, "a.jpg") == (WIDTH, 1200)
    with Image.open(io.BytesIO(encode(source, "a.jpg"))) as image:
        assert image.size == (WIDTH, 1200)


def test_a_transparent_picture_stays_transparent() -> None:
    source = picture("PNG", mode="RGBA")
    with Image.open(io.BytesIO(encode(source, "a.png"))) as image:
        assert image.mode == "RGBA"


def test_a_moving_picture_keeps_its_frames() -> None:
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "green", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:], duration=[50, 60, 70])
    with Image.open(io.BytesIO(encode(buffer.getvalue(), "a.gif"))) as image:
        assert getattr(image, "n_frames", 1) == 3


def test_the_same_picture_gives_the_same_bytes() -> None:
    source = picture("JPEG", exif=exif())
    assert encode(source, "a.jpg") == encode(source, "a.jpg")


def bomb() -> bytes:
    """The header of a picture of 60,000 × 60,000 pixels, with hardly any data."""
    return picture("PNG").replace(
        (40).to_bytes(4, "big") + (30).to_bytes(4, "big"), (60_000).to_bytes(4, "big") * 2
    )


@pytest.mark.parametrize(
    ("data", "path", "code"),
    [
        (picture("PNG"), "a.jpg", "image-kind"),
        (b"", "a.jpg", "image-unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "a.png", "image-unreadable"),
        (picture("JPEG")[:100], "a.jpg", "image-unreadable"),
        (b"GIF89a<script>alert(1)</script>", "a.gif", "image-unreadable"),
        (bomb(), "a.png", "image-unreadable"),
        (picture("PNG", (MAX_SIDE + 1, 1)), "a.png", "image-too-large"),
    ],
)
def test_what_is_no_sound_picture_is_told(data: bytes, path: str, code: str) -> None:
    found = measure(data, path)
    if not isinstance(found, Diagnostic):
        with pytest.raises(ImageError) as refused:
            encode(data, path)
        found = refused.value.diagnostic
    assert (found.code, found.location.file) == (code, path)


def test_a_picture_cut_short_is_told_when_it_is_encoded() -> None:
    source = picture("JPEG", (400, 300))
    with pytest.raises(ImageError) as refused:
        encode(source[: len(source) - 200], "a.jpg")
    assert refused.value.diagnostic.code == "image-unreadable"
