"""Images of documents: their published names, sizes and markup. They are encoded when they are rendered."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from posixpath import basename, dirname, splitext

from sfwgen.diagnostics import Diagnostic, Location
from sfwgen.images import Measured, measure
from sfwgen.model import ImageSlot, Site
from sfwgen.plan.context import Context, Image, ImageFile, relative
from sfwgen.plan.outputs import ImageOutput
from sfwgen.plan.views import Html

_FOLDER = "images/"
_ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp", "GIF": "gif"}
_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
COLUMN = "(min-width: 64rem) 40.5rem, 92vw"
"""How wide an image in a text is shown, as `sizes` says it."""
HALF = "(min-width: 64rem) 19.5rem, (min-width: 44rem) 46vw, 92vw"
"""How wide one of a pair is shown."""
_PLAIN = re.compile(r"[A-Za-z0-9_-]+")
_QUOTE = '"'
_TAG = re.compile(r"<[^>]*>")
_REST_OF_TAG = re.compile(r'"(?:[^">]|"[^"]*")*>')


def measure_images(sources: Mapping[str, bytes]) -> tuple[dict[str, Image], tuple[Diagnostic, ...]]:
    """Returns the images by source path, and a fault for each that is none or too large."""
    images: dict[str, Image] = {}
    faults: list[Diagnostic] = []
    for path, data in sorted(sources.items()):
        measured = measure(data, path)
        if isinstance(measured, Diagnostic):
            faults.append(measured)
        else:
            files = tuple(_files(path, data, measured))
            images[path] = Image(files[-1].path, measured.width, measured.height, data, files)
    return images, tuple(faults)


def image_outputs(context: Context) -> list[ImageOutput]:
    """Returns the images that a text of the site shows; others are not published."""
    outputs: dict[str, ImageOutput] = {}
    for target in _shown(context.site):
        image, place = context.images[target], Location(target)
        for file in image.files:
            size = (file.width, file.height)
            outputs[file.path] = ImageOutput(file.path, image.source, place, file.kind, size)
    return list(outputs.values())


def _shown(site: Site) -> Iterator[str]:
    pairs = [pair for story in site.stories for pair in story.pairs]
    yield from (side.image.target for pair in pairs for side in pair.sides if side.image)
    bodies = [text.body for story in site.stories for text in story.texts.values()]
    bodies += [text.body for page in site.pages for text in page.texts.values()]
    for body in bodies:
        for part in body.parts:
            if isinstance(part, ImageSlot):
                yield part.target


def frame_image(image: Image, before: str, after: str, path: str, *, opens: bool) -> tuple[str, str, str]:
    """Returns an image of a text in all its formats: what stands before it, its markup, what follows it.

    `before` ends within the start tag of the image, where its address belongs; `after` is the rest of it.
    With `opens`, `before` begins the text: an image that stands first is fetched at once, others when they
    are about to be seen.
    """
    kept, _, opening = before.rpartition("<img")
    end = _REST_OF_TAG.match(after)
    if end is None:
        raise ValueError(f"no start tag goes on with {after[:40]!r}")
    attributes = (
        f"{opening.removesuffix('src=' + _QUOTE).strip()} {after[1 : end.end() - 1].strip(' /')}".strip()
    )
    lazy = not opens or bool(_TAG.sub("", kept).strip())
    return kept, picture(image, path, attributes, COLUMN, lazy=lazy), after[end.end() :]


def picture(image: Image, path: str, attributes: str, sizes: str, *, lazy: bool = True) -> Html:
    """Returns an image for the page at `path`; `attributes` are its own as HTML, the alt among them."""
    *modern, plain = (
        tuple(file for file in image.files if file.kind == kind)
        for kind in dict.fromkeys(file.kind for file in image.files)
    )
    address = escape(relative(path, image.path))
    choice = f' srcset="{_srcset(plain, path)}" sizes="{sizes}"' if len(plain) > 1 else ""
    when = ' loading="lazy" decoding="async"' if lazy else ' fetchpriority="high"'
    size = f' width="{image.width}" height="{image.height}"'
    img = f'<img src="{address}"{choice}{size}{when} {attributes}>'
    if not modern:
        return Html(img)
    sources = "".join(
        f'<source type="{_TYPES[files[0].kind]}" srcset="{_srcset(files, path)}" sizes="{sizes}">'
        for files in modern
    )
    return Html(f"<picture>{sources}{img}</picture>")


def _srcset(files: Iterable[ImageFile], path: str) -> str:
    return ", ".join(f"{escape(relative(path, file.path))} {file.width}w" for file in files)


def _files(path: str, data: bytes, measured: Measured) -> Iterator[ImageFile]:
    stem = splitext(basename(path))[0]
    digest = hashlib.sha256(data).hexdigest()[:8]
    # Other characters would have to be written in another way in each kind of address.
    name = f"{_FOLDER}{basename(dirname(path))}/{f'{stem}.{digest}' if _PLAIN.fullmatch(stem) else digest}"
    for kind in measured.kinds:
        for width, height in measured.sizes:
            step = "" if width == measured.width else f"-{width}"
            yield ImageFile(f"{name}{step}.{_ENDINGS[kind]}", kind, width, height)
