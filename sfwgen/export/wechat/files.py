"""The files of an article: HTML, words, what the platform asks for, images, and a page to copy from."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files as packaged

from jinja2 import Environment, StrictUndefined

from sfwgen.diagnostics import Diagnostic, Location, fault, sort_diagnostics
from sfwgen.export.wechat.article import Article
from sfwgen.export.wechat.limits import MOST_BYTES, MOST_CHARACTERS, check_limits
from sfwgen.export.wechat.words import page_words
from sfwgen.images import ImageError, encode
from sfwgen.plan.context import Context, Image
from sfwgen.plan.prints.documents import Picture

_TAKEN = {"JPEG": "jpg", "PNG": "png"}
"""The formats of images that the platform takes, with the endings of their names."""


@dataclass(frozen=True, slots=True)
class Files:
    """The files of an article by their paths, how many images there are, and what is wrong."""

    files: Mapping[str, bytes]
    images: int
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Encoded:
    """An image as it is to be uploaded."""

    file: str
    data: bytes
    width: int
    height: int
    alt: str


def article_files(context: Context, article: Article, place: Location) -> Files:
    """Returns the files of an article; `place` is the story's file, which its faults are told of."""
    faults = list(check_limits(article.html, article.title, place))
    images: list[_Encoded] = []
    for number, picture in enumerate(article.pictures, 1):
        found = _image(context, picture, number)
        if isinstance(found, Diagnostic):
            faults.append(found)
        else:
            images.append(found)
    made = {
        "article.html": article.html.encode(),
        "article.txt": article.text.encode(),
        "meta.json": _json(_meta(article, images)),
        "images.json": _json([_manifest(each, place) for place, each in enumerate(images, 1)]),
        "copy.html": _copy_page(article, images).encode(),
        **{each.file: each.data for each in images},
    }
    return Files(made, len(images), sort_diagnostics(faults))


def _image(context: Context, picture: Picture, number: int) -> _Encoded | Diagnostic:
    """An image in the largest size that the platform takes, without its metadata."""
    source, image = next(
        (source, image) for source, image in context.images.items() if image.path == picture.path
    )
    smallest = 0
    for kind, size in _forms(image):
        try:
            data = encode(image.source, source, kind, size)
        except ImageError as error:
            return error.diagnostic
        if len(data) <= MOST_BYTES:
            return _Encoded(f"images/{number:02}.{_TAKEN[kind]}", data, *size, picture.alt)
        smallest = len(data)
    return fault("wechat-image-too-heavy", Location(source), size=smallest >> 10, limit=MOST_BYTES >> 10)


def _forms(image: Image) -> Iterator[tuple[str, tuple[int, int]]]:
    """Formats and sizes to try, the best first; other kinds of images become a PNG, else a JPEG."""
    kinds = [kind for kind in _TAKEN if any(file.kind == kind for file in image.files)] or ["PNG", "JPEG"]
    sizes = sorted({(file.width, file.height) for file in image.files}, reverse=True)
    return ((kind, size) for kind in kinds for size in sizes)


def _meta(article: Article, images: list[_Encoded]) -> dict[str, object]:
    return {
        "title": article.title,
        "author": article.author,
        "digest": article.digest,
        "content_source_url": article.url,
        "cover": images[0].file if images else None,
        "language": article.tag,
        "characters": len(article.html),
        "characters_limit": MOST_CHARACTERS,
        "bytes": len(article.html.encode()),
        "bytes_limit": MOST_BYTES,
    }


def _manifest(image: _Encoded, place: int) -> dict[str, object]:
    return {
        "file": image.file,
        "sha256": hashlib.sha256(image.data).hexdigest(),
        "width": image.width,
        "height": image.height,
        "bytes": len(image.data),
        "alt": image.alt,
        "place": place,
    }


def _copy_page(article: Article, images: list[_Encoded]) -> str:
    folder = packaged("sfwgen.export.wechat")
    script = (folder / "copy.js").read_text(encoding="utf-8")
    environment = Environment(autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)
    template = environment.from_string((folder / "copy.html").read_text(encoding="utf-8"))
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return template.render(
        tag=article.tag,
        article=article,
        images=images,
        words=page_words(article.lang, len(article.html), MOST_CHARACTERS),
        script=script,
        script_digest=digest,
    )


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
