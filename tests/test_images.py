from __future__ import annotations

import io
import random
import re
from typing import Any

import pytest
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from sfwgen.diagnostics import Diagnostic
from sfwgen.images import MAX_SIDE, MOST_BYTES, WIDTH, ImageError, Measured, encode, measure

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


def measured(data: bytes, path: str) -> Measured:
    found = measure(data, path)
    assert isinstance(found, Measured), found
    return found


def published(data: bytes, path: str) -> dict[tuple[str, int], bytes]:
    """Every file that an image is published in, by format and width."""
    found = measured(data, path)
    return {(kind, size[0]): encode(data, path, kind, size) for kind in found.kinds for size in found.sizes}


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
    source = picture(kind, (600, 400), **options)
    assert SECRET in source
    made = published(source, f"content/stories/a/b.{ending}")
    assert {size for _, size in made} == {480, 600}
    for (form, width), data in made.items():
        assert SECRET not in data
        assert not re.search(rb"Exif|GPS|http://ns.adobe.com|ICC_PROFILE|iCCP|eXIf|tEXt|tIME|EXIF|XMP ", data)
        with Image.open(io.BytesIO(data)) as image:
            assert (image.format, image.width) == (form, width)
            assert not image.getexif()
            assert not {"comment", "icc_profile", "exif", "xmp"} & image.info.keys()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_is_published_upright_however_the_camera_was_held(orientation: int) -> None:
    # The top left quarter is blue; EXIF says how the pixels have to be turned to be seen as they were taken.
    source = picture("JPEG", (1000, 700), exif=exif(orientation))
    turned = orientation >= 5
    found = measured(source, "a.jpg")
    assert (found.width, found.height) == ((700, 1000) if turned else (1000, 700))
    corners = {1: (0, 0), 2: (1, 0), 3: (1, 1), 4: (0, 1), 5: (0, 0), 6: (1, 0), 7: (1, 1), 8: (0, 1)}
    for (_, width), data in published(source, "a.jpg").items():
        with Image.open(io.BytesIO(data)) as image:
            height = round(found.height * width / found.width)
            assert image.size == (width, height)
            # The corner that was at the top left of the pixels is blue where it now is.
            right, bottom = corners[orientation]
            at = (width - 9 if right else 8, height - 9 if bottom else 8)
            pixel = image.convert("RGB").getpixel(at)
            assert isinstance(pixel, tuple) and pixel[2] > 200 > 60 > pixel[0]


def test_a_large_photograph_comes_in_two_formats_and_three_widths() -> None:
    source = picture("JPEG", (4000, 3000))
    assert published(source, "a.jpg").keys() == {
        (kind, width) for kind in ("WEBP", "JPEG") for width in (480, 800, WIDTH)
    }
    assert measured(source, "a.jpg").sizes[-1] == (WIDTH, 960)


def test_a_photograph_full_of_detail_keeps_to_its_budget() -> None:
    grains = Image.frombytes("RGB", (120, 82), random.Random(1).randbytes(120 * 82 * 3))
    noise = grains.resize((2400, 1650))
    buffer = io.BytesIO()
    noise.save(buffer, "JPEG", quality=95)
    source = buffer.getvalue()
    found = measured(source, "a.jpg")
    at_best = io.BytesIO()
    noise.resize(found.sizes[-1]).save(at_best, "WEBP", quality=82, method=4)
    assert len(at_best.getvalue()) > MOST_BYTES
    assert len(encode(source, "a.jpg", "WEBP", found.sizes[-1])) <= MOST_BYTES


def test_the_colours_of_a_wide_profile_come_out_as_they_were_seen() -> None:
    from PIL import ImageCms

    # A profile in which the same numbers mean other colours.
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    source = picture("JPEG", (40, 30), icc_profile=lab.tobytes(), quality=100)
    for data in published(source, "a.jpg").values():
        with Image.open(io.BytesIO(data)) as image:
            pixel = image.convert("RGB").getpixel((35, 15))
            assert isinstance(pixel, tuple) and pixel[0] > 245 and pixel[1] < 12


@pytest.mark.parametrize(("kind", "path"), [("PNG", "a.png"), ("WEBP", "a.webp")], ids=["PNG", "WebP"])
def test_a_transparent_picture_stays_transparent(kind: str, path: str) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", (40, 30), (255, 0, 0, 100)).save(buffer, kind)
    made = published(buffer.getvalue(), path)
    assert {form for form, _ in made} == {"WEBP", "PNG"}
    for data in made.values():
        with Image.open(io.BytesIO(data)) as image:
            assert image.mode == "RGBA"


def test_what_is_drawn_keeps_its_exact_colours() -> None:
    for data in published(picture("PNG", (300, 200)), "a.png").values():
        with Image.open(io.BytesIO(data)) as image:
            assert image.convert("RGB").getcolors() == [(45000, (255, 0, 0)), (15000, (0, 0, 255))]


def test_a_moving_picture_keeps_its_frames_and_its_format() -> None:
    frames = [Image.new("RGB", (900, 10), colour) for colour in ("red", "green", "blue")]
    buffer = io.BytesIO()
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:], duration=[50, 60, 70])
    ((form, data),) = published(buffer.getvalue(), "a.gif").items()
    assert form == ("GIF", 900)
    with Image.open(io.BytesIO(data)) as image:
        assert getattr(image, "n_frames", 1) == 3


def test_the_same_picture_gives_the_same_bytes() -> None:
    source = picture("JPEG", exif=exif())
    assert published(source, "a.jpg") == published(source, "a.jpg")


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
            encode(data, path, found.plain_kind, found.sizes[-1])
        found = refused.value.diagnostic
    assert (found.code, found.location.file) == (code, path)


def test_a_picture_cut_short_is_told_when_it_is_encoded() -> None:
    source = picture("JPEG", (400, 300))
    with pytest.raises(ImageError) as refused:
        encode(source[: len(source) - 200], "a.jpg", "JPEG", (400, 300))
    assert refused.value.diagnostic.code == "image-unreadable"
