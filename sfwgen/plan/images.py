"""Images of documents: their published names and sizes. They are encoded anew when they are rendered."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from posixpath import basename, dirname, splitext

from sfwgen.diagnostics import Diagnostic
from sfwgen.images import measure
from sfwgen.model import ImageSlot
from sfwgen.plan.context import Context, Image
from sfwgen.plan.outputs import ImageOutput

_FOLDER = "images/"


def measure_images(sources: Mapping[str, bytes]) -> tuple[dict[str, Image], tuple[Diagnostic, ...]]:
    """Returns the images by source path, and a fault for each that is none or too large."""
    images: dict[str, Image] = {}
    faults: list[Diagnostic] = []
    for path, data in sorted(sources.items()):
        size = measure(data, path)
        if isinstance(size, Diagnostic):
            faults.append(size)
        else:
            images[path] = Image(_published(path, data), *size, data)
    return images, tuple(faults)


def image_outputs(context: Context) -> list[ImageOutput]:
    """Returns the images that a text of the site shows; others are not published."""
    outputs: dict[str, ImageOutput] = {}
    for _, document in context.documents.values():
        for text in document.texts.values():
            for part in text.body.parts:
                if isinstance(part, ImageSlot):
                    image = context.images[part.target]
                    outputs[image.path] = ImageOutput(image.path, image.source, part.location)
    return list(outputs.values())


def _published(path: str, data: bytes) -> str:
    stem, ending = splitext(basename(path))
    digest = hashlib.sha256(data).hexdigest()[:8]
    return f"{_FOLDER}{basename(dirname(path))}/{stem}.{digest}{ending.lower()}"
