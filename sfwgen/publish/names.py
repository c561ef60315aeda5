"""Names of files: which are passed over, which are copies, and which do not work on every machine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

NAME_LIMIT_BYTES = 200
PATH_LIMIT_CHARACTERS = 180

_JUNK = re.compile(
    r"""
    \..* | ~\$.* | .*~ | \#.*\# | ~wrl\d+\.tmp | .*\.(tmp|temp|sw[a-p]|part|crdownload) |
    (eh)?thumbs(_vista)?\.db | desktop\.ini | icon\r | __macosx | \$recycle\.bin |
    system\ volume\ information | __pycache__ | @eadir | lost\+found
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_COPY = re.compile(
    r"""
    # "x - 副本.md", "x - 副本 (2).md", "x 副本.md", "x - Copy.md", "x copy 2.md", "Copy of x.md"
    .+ [ ]-[ ](副本|複製|copy) ([ ]?[(（]\d+[)）])? (\.\w+)? |
    .+ [ ](副本|copy) ([ ]\d+)? (\.\w+)? |
    copy[ ]of[ ].+ | 复件[ ].+ |
    # what file synchronisers leave behind
    .+ (冲突(副本|文件|版本) | 的冲突 | [ ._(（\[]冲突) .* |
    .+ [ ._(（\[] (sync-)?conflict(ed)? ([ ._)）\]-].*)? |
    # what editors and version control leave behind; a name that Windows hid the end of
    .+ \.(bak|old|orig|rej) | .+ \.(md|ya?ml|csv)\.(txt|bak) |
    # "x (1).md": of texts only, since cameras and phones number their photos so
    .+ [ ]? [(（]\d{1,2}[)）] \.(md|ya?ml|csv|xlsx)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_RESERVED = re.compile(
    r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])[ ]*(\..*)?", re.IGNORECASE
)
_PLAIN = re.compile(r"[0-9A-Za-z_-]+(\.[0-9A-Za-z_-]+)*")
_LEADING_OUT = re.compile(r"[\0\\:]")
_FORBIDDEN = re.compile(r'[<>:"|?*\\]')
_INVISIBLE_CATEGORIES = {"Cc", "Cf", "Co", "Zl", "Zp"}
# Full-width forms of ASCII, and the ideographic space.
_NARROW = {0xFF01 + offset: 0x21 + offset for offset in range(94)} | {0x3000: 0x20}


@dataclass(frozen=True, slots=True)
class NameFault:
    """What is wrong with a name: a code of the table and the words for its message."""

    code: str
    words: tuple[tuple[str, str], ...] = ()


def is_junk(name: str) -> bool:
    """Returns whether the name is hidden or known to be left behind by a system or an editor."""
    return _JUNK.fullmatch(name) is not None


def is_copy(name: str) -> bool:
    """Returns whether the name looks like a copy, a backup or the remains of a sync conflict."""
    return _COPY.fullmatch(name) is not None


def folded(name: str) -> str:
    """Returns the form in which two names are the same to some machine: no case, composed, half width."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).translate(_NARROW).casefold())


def printable(path: str) -> str:
    r"""Returns the path for a message: bytes outside UTF-8 as `\xNN`, invisible characters as `\uNNNN`."""
    return "".join(_shown(character) for character in path)


def name_fault(name: str) -> NameFault | None:
    """Returns the first thing that keeps the name of a file or folder from working on every machine."""
    # Nearly every name of a published file is plain, and there are many of them.
    faults = _plain_name_faults(name) if _PLAIN.fullmatch(name) else _name_faults(name)
    return next(faults, None)


def path_fault(path: str) -> NameFault | None:
    """Returns the fault of a path, relative to the project, that is too long for Windows."""
    if len(path) <= PATH_LIMIT_CHARACTERS:
        return None
    return _too_long("file-path-too-long", len(path), PATH_LIMIT_CHARACTERS)


def is_safe(path: str) -> bool:
    """Returns whether a `/` path stays below its folder and works on every machine."""
    parts = path.split("/")
    return not any(part in {"", ".", ".."} or "\0" in part or name_fault(part) for part in parts)


def stays_below(path: str) -> bool:
    """Returns whether a `/` path can only name something below its folder."""
    return not any(part in {"", ".", ".."} for part in path.split("/")) and not _LEADING_OUT.search(path)


def _name_faults(name: str) -> Iterator[NameFault]:
    if any(_is_raw_byte(character) for character in name):
        yield NameFault("file-name-encoding")
    for character in name:
        if unicodedata.category(character) in _INVISIBLE_CATEGORIES:
            yield NameFault("file-name-invisible", (("character", f"U+{ord(character):04X}"),))
    composed = unicodedata.normalize("NFC", name)
    if composed != name:
        yield NameFault("file-name-form", (("name", composed),))
    if forbidden := _FORBIDDEN.search(name):
        yield NameFault("file-name-characters", (("character", forbidden[0]),))
    if name.endswith((".", " ")):
        yield NameFault("file-name-ending")
    yield from _plain_name_faults(name)


def _plain_name_faults(name: str) -> Iterator[NameFault]:
    if _RESERVED.fullmatch(name):
        yield NameFault("file-name-reserved", (("name", name),))
    length = len(name.encode("utf-8", "surrogatepass"))
    if length > NAME_LIMIT_BYTES:
        yield _too_long("file-name-too-long", length, NAME_LIMIT_BYTES)


def _too_long(code: str, length: int, limit: int) -> NameFault:
    return NameFault(code, (("length", str(length)), ("limit", str(limit))))


def _is_raw_byte(character: str) -> bool:
    # How Python carries a byte of a name that is not UTF-8; on Windows, half of a pair of UTF-16.
    return 0xD800 <= ord(character) <= 0xDFFF


def _shown(character: str) -> str:
    if 0xDC80 <= ord(character) <= 0xDCFF:
        return f"\\x{ord(character) - 0xDC00:02x}"
    if _is_raw_byte(character) or unicodedata.category(character) in _INVISIBLE_CATEGORIES:
        return f"\\u{ord(character):04x}"
    return character
