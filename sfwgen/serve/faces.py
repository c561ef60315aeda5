"""What a page looks like, so that only those pages are loaded anew that look otherwise than before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

from sfwgen.serve.pages import answer, is_desk
from sfwgen.serve.preview import Preview


@dataclass(frozen=True, slots=True)
class Face:
    """A digest of a page and all that lies over it but the notes, and one with them, if they are known."""

    without_notes: str
    with_notes: str | None

    def is_like(self, other: Face | None) -> bool:
        """Whether a page that was sent as the other one need not be loaded anew.

        One that was sent before all notes were known asks for them itself.
        """
        if other is None or self.without_notes != other.without_notes:
            return False
        return None in (self.with_notes, other.with_notes) or self.with_notes == other.with_notes


def face_of(preview: Preview, address: str, *, lang: str, port: int) -> Face:
    """Returns what is at an address (path and query)."""
    known = preview.known
    if known is not None and is_desk(address):
        # It shows the texts themselves, and what was decided about them.
        sources = known.material.sources.digests
        shown = "\n".join(f"{path} {of}" for path, of in sources.items()) + preview.trouble
        digest = hashlib.sha256(shown.encode()).hexdigest()
        return Face(digest, digest)
    if known is None:
        digest = _digest(preview, address, lang=lang, port=port)
        return Face(digest, digest)
    unnoted = replace(preview, known=replace(known, told=()))
    noted = None if known.told is None else _digest(preview, address, lang=lang, port=port)
    return Face(_digest(unnoted, address, lang=lang, port=port), noted)


def _digest(preview: Preview, address: str, *, lang: str, port: int) -> str:
    made = answer(preview, address, lang=lang, port=port)
    return hashlib.sha256(str(made.status).encode() + made.body).hexdigest()
