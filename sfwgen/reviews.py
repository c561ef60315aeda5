"""Reviews (三审三校): each bound to the digest of what was looked at, so that an edit makes it void."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from posixpath import dirname

from sfwgen.content.nodes import MappingNode, plain
from sfwgen.content.written import Written, digest_files, parse_facts, parse_source
from sfwgen.each import Each, one_by_one
from sfwgen.model import Record, Review

# When a document is public is decided apart from what it says.
_NOT_REVIEWED = frozenset({"draft", "publish_at", "expires_at", "published", "updated", "extra"})
_LETTERS = str.maketrans("0123456789abcdef", "klmnopqrstuvwxyz")
_LENGTH = 24


class RoundState(StrEnum):
    """How a round of review stands. `void`: what was reviewed has been edited since."""

    DONE = "done"
    VOID = "void"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Round:
    """A round that a document needs; `review` is the last one that was recorded for it."""

    number: int
    role: str
    state: RoundState
    review: Review | None


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The rounds that a document needs, in order. `digest` is None where a file of it has faults."""

    document: str
    file: str
    digest: str | None
    rounds: tuple[Round, ...]

    @property
    def open(self) -> tuple[Round, ...]:
        """The rounds that are still to be done."""
        return tuple(each for each in self.rounds if each.state is not RoundState.DONE)


def judge_reviews(
    written: Sequence[Written],
    sources: Mapping[str, bytes],
    needed: Mapping[str, tuple[str, ...]],
    records: Mapping[str, Record],
    each: Each = one_by_one,
) -> tuple[Reviewed, ...]:
    """Returns how the reviews of documents stand; `needed` are the roles by section, in their order."""
    concerned = [document for document in written if needed.get(document.section)]
    files = [document_files(document, sources) for document in concerned]
    keys = [digest_files(sources, names) for names in files]

    def work(number: int) -> str | None:
        return digest_reviewed(concerned[number], sources)

    digests = each("reviewed", keys, work) if concerned else []
    return tuple(
        Reviewed(
            document.name,
            document.file,
            digest,
            tuple(_rounds(needed[document.section], digest, records.get(document.name))),
        )
        for document, digest in zip(concerned, digests, strict=True)
    )


def _rounds(roles: Sequence[str], digest: str | None, record: Record | None) -> Iterator[Round]:
    reviews = {(each.round, each.role): each for each in (record.reviews if record else ())}
    for number, role in enumerate(roles, 1):
        review = reviews.get((number, role))
        if review is None:
            yield Round(number, role, RoundState.MISSING, None)
        else:
            state = RoundState.DONE if review.digest == digest else RoundState.VOID
            yield Round(number, role, state, review)


def document_files(written: Written, sources: Mapping[str, bytes]) -> tuple[str, ...]:
    """Returns the files that a review looks at: the texts in all languages and the images beside them."""
    if not written.texts:
        return written.files
    folder = f"{dirname(written.file)}/"
    beside = (path for path in sources if path.startswith(folder) and path not in written.files)
    return (*written.files, *beside)


def digest_reviewed(written: Written, sources: Mapping[str, bytes]) -> str | None:
    """Returns a digest of what a document says, or None where a file of it is not sound.

    Line ends, a BOM, forms of Unicode, comments, the order of fields and the time of publication are no part
    of it. It is of letters only, as marks of translations are.
    """
    digest = hashlib.sha256()
    for file in document_files(written, sources):
        part = _part(written, file, sources)
        if part is None:
            return None
        digest.update(f"{file.rpartition('/')[2]}\0{hashlib.sha256(part).hexdigest()}\0".encode())
    return digest.hexdigest().translate(_LETTERS)[:_LENGTH]


def _part(written: Written, file: str, sources: Mapping[str, bytes]) -> bytes | None:
    if file not in written.files:
        return sources.get(file, b"")
    header: MappingNode | None
    body = ""
    if written.texts:
        document = parse_source(sources, file)
        header = document.header if document else None
        body = document.body if document else ""
    else:
        header = parse_facts(sources, file)
    if header is None:
        return None
    said = {key: plain(entry.value) for key, entry in header.entries.items() if key not in _NOT_REVIEWED}
    lines = [line.rstrip() for line in body.strip().split("\n")]
    text = json.dumps([said, lines], ensure_ascii=False, sort_keys=True)
    return unicodedata.normalize("NFC", text).encode("utf-8", "surrogatepass")


def with_review(record: Record | None, written: Written, review: Review) -> Record:
    """Returns the record of a document with a review in it, in the place of an earlier one of its round."""
    confirmed = record.confirmed if record else {}
    others = [each for each in (record.reviews if record else ()) if each.round != review.round]
    reviews = sorted((*others, review), key=lambda each: each.round)
    return Record(written.name, confirmed, tuple(reviews), review.location)
