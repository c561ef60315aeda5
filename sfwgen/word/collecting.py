"""What is met on the way through a Word file besides its text: pictures, notes, losses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sfwgen.word.document import Loss, Lost, Picture
from sfwgen.word.names import PICTURES, TEXTS, A, Element, R, W, name_of, texts_of

if TYPE_CHECKING:
    from docx.opc.part import Part

_ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "image/gif": "gif", "image/webp": "webp"}


class Collector:
    """Collects in the order of the document."""

    def __init__(self, part: Part) -> None:
        self._document = self._part = part
        self._lost: list[Lost] = []
        self._counts: Counter[Loss] = Counter()
        self._notes: dict[tuple[str, str], int] = {}
        self._by_relation: dict[tuple[str, str], Picture] = {}
        self._told: set[Element] = set()
        self.shown: list[Picture] = []
        """The pictures of the paragraph at hand."""

    def lose(self, loss: Loss, text: str) -> None:
        """Notes something that is lost, with its words."""
        self._lost.append(Lost(loss, " ".join(text.split())))

    def count(self, loss: Loss) -> None:
        """Notes something that is lost of which there may be much."""
        self._counts[loss] += 1

    @contextmanager
    def within(self, part: Part) -> Iterator[None]:
        """Takes links and pictures for those of another part of the file, which numbers them for itself."""
        self._part = part
        try:
            yield
        finally:
            self._part = self._document

    def tell(self, element: Element) -> None:
        """Notes that an element is carried, or told to be lost, with all that is below it."""
        self._told.update(element.iter(*TEXTS, *PICTURES))

    def lose_element(self, loss: Loss, element: Element) -> None:
        """Notes that an element is lost, with the words below it."""
        self.lose(loss, texts_of(element, deleted=loss is Loss.DELETED))
        self._told.update(element.iter(*TEXTS))

    def lose_rest(self, root: Element) -> None:
        """Notes every text and picture that was neither carried nor told to be lost: the net below all."""
        words: dict[Element, str] = {}
        for each in root.iter(*TEXTS, *PICTURES):
            above = [each, *each.iterancestors()]
            # Another form, for older programs, of what has been met already.
            if each in self._told or any(name_of(one.tag) == "Fallback" for one in above):
                continue
            if each.tag in PICTURES:
                self.lose(Loss.PICTURE, each.get(R + "embed") or each.get(R + "id") or "")
            else:
                paragraph = next((one for one in above if one.tag == W + "p"), root)
                words[paragraph] = words.get(paragraph, "") + (each.text or "")
        for text in filter(str.strip, words.values()):
            self.lose(Loss.OTHER, text)

    @property
    def lost(self) -> tuple[Lost, ...]:
        """Everything that is lost, each once, what was counted last."""
        counted = (Lost(loss, str(number)) for loss, number in self._counts.items())
        return tuple(dict.fromkeys((*self._lost, *counted)))

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture once, in the order of the document."""
        return tuple(self._by_relation.values())

    def address(self, relation: str | None) -> str:
        """Returns where a link leads, empty within the file."""
        found = self._part.rels.get(relation) if relation else None
        return str(found.target_ref) if found is not None and found.is_external else ""

    def take_picture(self, relation: str, alt: str) -> None:
        """Takes a picture to be shown after the paragraph at hand."""
        found = self._part.rels.get(relation)
        if found is None or found.is_external:
            self.lose(Loss.PICTURE, alt or relation)
            return
        ending = _ENDINGS.get(found.target_part.content_type)
        if ending is None:
            self.lose(Loss.PICTURE, f"{alt} {found.target_part.partname}")
            return
        key = str(self._part.partname), relation
        if key not in self._by_relation:
            name = f"image-{len(self._by_relation) + 1}.{ending}"
            self._by_relation[key] = Picture(name, bytes(found.target_part.blob), alt)
        self.shown.append(self._by_relation[key])

    def note(self, kind: str, id_: str) -> str:
        """Returns the mark of a footnote or endnote."""
        number = self._notes.setdefault((kind, id_), len(self._notes) + 1)
        return f"[^{number}]"

    def notes(self) -> list[tuple[int, Element, Part]]:
        """Returns the elements of the notes that are referred to, with their numbers and their part."""
        found = []
        for (kind, id_), number in self._notes.items():
            for relation in self._document.rels.values():
                if relation.reltype.endswith(f"/{kind}s"):
                    elements = _parsed(relation.target_part).iter(W + kind)
                    found += [
                        (number, each, relation.target_part) for each in elements if each.get(W + "id") == id_
                    ]
        return found

    def lose_parts(self) -> None:
        """Notes what stands beside the text: comments, heads and feet of pages."""
        for relation in self._part.rels.values():
            kind = relation.reltype.rpartition("/")[2]
            if kind == "comments":
                for comment in _parsed(relation.target_part).iter(W + "comment"):
                    self.lose(Loss.COMMENT, f"{comment.get(W + 'author') or ''}: {texts_of(comment)}")
            elif kind in ("header", "footer"):
                margin = _parsed(relation.target_part)
                words = texts_of(margin)
                if words.strip("0123456789—–- "):
                    self.lose(Loss.MARGIN, words)
                for picture in margin.iter(A + "blip"):
                    found = relation.target_part.rels.get(picture.get(R + "embed"))
                    name = "" if found is None or found.is_external else str(found.target_part.partname)
                    self.lose(Loss.MARGIN, name.rpartition("/")[2])


def _parsed(part: Part) -> Element:
    from docx.oxml.parser import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)
