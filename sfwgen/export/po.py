"""Entries for translators as PO files, which Poedit, OmegaT, Weblate and most others read."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime

from sfwgen.translations.exchange import Entry

_WHEN = datetime(1970, 1, 1, tzinfo=UTC)
_TIMES = re.compile(rb'"(?:POT-Creation|PO-Revision)-Date: [^"]*"\n')
"""Left out: a time of export would make every file differ, and none is known."""
_HEAD = """\
 {title}
 由 sfwgen translations export 导出。msgctxt 请勿改动。
 Made by sfwgen translations export. Please leave msgctxt as it is.
"""


class NoBabel(Exception):
    """Babel, which reads and writes PO files, is not installed."""


class UnreadablePo(Exception):
    """The bytes are no PO file; the text says why."""


class ForeignPo(Exception):
    """The PO file was not made here."""


def write_po(entries: Sequence[Entry], *, title: str, lang: str) -> bytes:
    """Returns a PO file with the entries. Raises NoBabel."""
    try:
        from babel.core import Locale, UnknownLocaleError
        from babel.messages.catalog import Catalog
        from babel.messages.pofile import write_po as write
    except ImportError as error:
        raise NoBabel from error
    try:
        locale = Locale.parse(lang)
    except (UnknownLocaleError, ValueError):
        locale = None
    catalogue = Catalog(
        locale=locale,
        project="sfwgen",
        version="1",
        header_comment="".join(f"#{line}\n" for line in _HEAD.format(title=title).splitlines()).rstrip(),
        creation_date=_WHEN,
        revision_date=_WHEN,
        fuzzy=False,
    )
    for entry in entries:
        catalogue.add(
            entry.original,
            entry.translated,
            locations=[(entry.file, entry.line)],
            flags=["fuzzy"] if entry.fuzzy else [],
            context=f"{entry.document} {entry.name} {entry.mark}",
        )
    stream = io.BytesIO()
    write(stream, catalogue, width=0)
    return _TIMES.sub(b"", stream.getvalue())


def read_po(data: bytes) -> tuple[Entry, ...]:
    """Returns the entries of a PO file. Raises NoBabel, UnreadablePo, ForeignPo."""
    try:
        from babel.messages.pofile import PoFileError
        from babel.messages.pofile import read_po as read
    except ImportError as error:
        raise NoBabel from error
    try:
        catalogue = read(io.BytesIO(data), abort_invalid=True, charset="utf-8")
    except (PoFileError, ValueError, LookupError) as error:
        raise UnreadablePo(str(error).partition("\n")[0]) from error
    found = []
    for message in catalogue:
        if not message.id:
            continue
        parts = (message.context or "").split(" ")
        if len(parts) != 3 or not isinstance(message.id, str) or not isinstance(message.string, str):
            raise ForeignPo
        document, name, mark = parts
        found.append(Entry(document, name, mark, message.id, message.string, "", 0, message.fuzzy))
    if not found:
        raise ForeignPo
    return tuple(found)
