"""Which stories of a project were made from which posts."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.content.frontmatter import parse_document
from sfwgen.content.nodes import find, plain
from sfwgen.content.text import decode_text
from sfwgen.scaffold import STORIES


def known_stories(sources: Mapping[str, bytes], default: str) -> Mapping[str, tuple[str, str]]:
    """Returns the story of each post by the post's path, with the digest that the post had then."""
    found: dict[str, tuple[str, str]] = {}
    for path, data in sources.items():
        if not (
            path.startswith(f"{STORIES}/") and path.endswith(f"/index.{default}.md") and b"imported" in data
        ):
            continue
        text, _ = decode_text(data, path)
        document = parse_document(text, path)[0] if text is not None else None
        record = find(document.header, ("extra", "imported")) if document is not None else None
        values = plain(record) if record is not None else None
        if isinstance(values, dict) and isinstance(file := values.get("file"), str):
            found[file] = (path.split("/")[-2], str(values.get("digest") or ""))
    return found


def names_in_use(sources: Mapping[str, bytes]) -> frozenset[str]:
    """Returns the names of the stories' folders."""
    inside = (path.split("/")[2:-1] for path in sources if path.startswith(f"{STORIES}/"))
    return frozenset(each.lower() for folders in inside for each in folders)
