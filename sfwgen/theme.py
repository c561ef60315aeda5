"""The theme as a value: templates, static files and interface strings, read from bytes.

A project's own `templates/` stands over the packaged theme: a template or a static file replaces the one of
the same name, a strings file replaces the keys that it gives. The packaged template that was replaced is
still there as `theme/NAME`, so that a project's own can extend it and fill single blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from sfwgen.content.nodes import MappingNode, Node, Scalar
from sfwgen.content.text import decode_text
from sfwgen.content.yaml import parse_mapping
from sfwgen.diagnostics import Diagnostic, Location, fault, nearest

CONTRACT = 1
"""The number of the contract with templates: raised where a name that they may rely on goes or changes."""

FOLDER = "templates"
"""The folder of a project's theme; diagnostics name a theme's files below it."""

PACKAGED = "theme/"
"""What the name of a packaged template begins with where a project has replaced it."""

Text = str | Mapping[str, str]
"""An interface string, or its forms by number: `one`, `many`, or a number in digits for a word of its own."""

_STATED = "theme.yaml"
"""The file in which a theme says for which contract it was written."""
_PLACE = re.compile(r"\{([a-z_]+)\}")
_FORM = re.compile(r"one|many|[0-9]{1,3}")
_KEY = re.compile(r"[a-z][a-z0-9_]*")
_CSS_STRING_OR_COMMENT = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/""",
    re.DOTALL,
)
_SHARE_FONT = re.compile(r"share-font\.(?:otf|ttf|ttc)")
_ASIDE = "\0"
_CSS_PARENTHESES = re.compile(r"([()])")


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates by name, static files by name, interface strings by language and key."""

    templates: Mapping[str, str]
    static: Mapping[str, bytes]
    strings: Mapping[str, Mapping[str, Text]]

    def text(self, lang: str, key: str, /, **words: object) -> str:
        """Returns an interface string with its words filled in; `n` chooses among forms by number.

        Raises KeyError where the language, the key or a word does not exist.
        """
        form = _form(self.strings[lang][key], words.get("n"))
        return _PLACE.sub(lambda place: str(words[place[1]]), form)


def load_theme(
    files: Mapping[str, bytes], overrides: Mapping[str, bytes] | None = None
) -> tuple[Theme, tuple[Diagnostic, ...]]:
    """Returns the theme made of `files`, with `overrides` over them, and what is wrong with either.

    Paths are relative to the theme's folder. Strings stand in `strings/<language>.yaml`, static files below
    `static/`, templates beside them. Style sheets come out without comments and needless spaces.
    """
    faults: list[Diagnostic] = []
    merged: dict[str, bytes] = {**files, **(overrides or {})}
    templates = {
        path: _decode(path, data, faults) for path, data in sorted(merged.items()) if path.endswith(".html")
    }
    replaced = [path for path in files if path in (overrides or {}) and path.endswith(".html")]
    templates |= {f"{PACKAGED}{path}": _decode(path, files[path], faults) for path in sorted(replaced)}
    static = {
        path.removeprefix("static/"): _static(path, data, faults)
        for path, data in sorted(merged.items())
        if path.startswith("static/")
    }
    # The font of share pictures stands beside the static files and is not published with them.
    static |= {path: data for path, data in sorted(merged.items()) if _SHARE_FONT.fullmatch(path)}
    strings: dict[str, dict[str, Text]] = {}
    for layer in (files, overrides or {}):
        for lang, path in _string_files(layer):
            strings.setdefault(lang, {}).update(_read_strings(path, layer[path], faults))
    faults.extend(_compare_languages(strings))
    faults.extend(_check_contract((overrides or {}).get(_STATED)))
    return Theme(templates, static, strings), tuple(faults)


def _check_contract(stated: bytes | None) -> Iterator[Diagnostic]:
    """Yields a fault where a project's theme says that it was written for another contract."""
    if stated is None:
        return
    file = f"{FOLDER}/{_STATED}"
    text, faults = decode_text(stated, file)
    root, found = parse_mapping(text, file) if text is not None else (None, ())
    yield from (*faults, *found)
    for name, entry in root.entries.items() if root else ():
        place = Location(file, entry.key.line, entry.key.column)
        value = entry.value.text.strip() if isinstance(entry.value, Scalar) else ""
        if name != "contract":
            yield fault("theme-field-unknown", place, field=name)
        elif value != str(CONTRACT):
            yield fault("theme-contract", place, stated=value or "…", contract=CONTRACT)


def check_languages(theme: Theme, languages: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    """Returns a fault for each language that the theme has no strings for."""
    return tuple(
        fault("theme-language-missing", _location(f"strings/{lang}.yaml"), lang=lang)
        for lang in languages
        if lang not in theme.strings
    )


def check_files(
    packaged: Iterable[str],
    own: Iterable[str],
    closures: Mapping[str, Iterable[str]],
    languages: tuple[str, ...],
) -> tuple[Diagnostic, ...]:
    """Returns a warning for each of a project's own theme files that nothing draws on.

    `closures` are the templates that each template draws on; nothing is told of templates where there are
    none, since some cannot be read then. Static files are always published.
    """
    known = set(packaged)
    used = {name for root in known & closures.keys() for name in closures[root]}
    strings = {f"strings/{lang}.yaml" for lang in languages}
    kept = known | strings | used | {_STATED}
    return tuple(
        fault("theme-file-unused", _location(path), nearest=_nearest_file(path, known | strings))
        for path in sorted(own)
        if path not in kept and _may_be_unused(path) and (closures or not path.endswith(".html"))
    )


def _may_be_unused(path: str) -> bool:
    return not path.startswith("static/") and not _SHARE_FONT.fullmatch(path)


def _nearest_file(path: str, known: set[str]) -> str:
    # Languages are too short to be slips of one another.
    names = (
        {each for each in known if each.partition(".")[0] == path.partition(".")[0]} if "/" in path else known
    )
    return nearest(path, sorted(names), 0.75)


def squeeze_css(text: str) -> str:
    """Returns a style sheet without comments and without spaces that mean nothing; strings stay."""
    # Strings are put aside, so that nothing in them is taken for a comment or for a space to spare.
    strings: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        if found[1] is None:
            return ""
        strings.append(found[1])
        return _ASIDE

    plain = _squeeze_plain_css(_CSS_STRING_OR_COMMENT.sub(put_aside, text.replace(_ASIDE, "")))
    rest = iter(strings)
    return re.sub(_ASIDE, lambda _: next(rest), plain) + "\n"


def _squeeze_plain_css(css: str) -> str:
    css = re.sub(r"\s+", " ", css)
    css = re.sub(r" ?([{};,>]|!important) ?", r"\1", css)
    # A space before a colon may stand between two selectors; one after it never matters.
    css = css.replace(": ", ":").replace(";}", "}")
    return "".join(_join_siblings(css)).strip()


def _join_siblings(css: str) -> Iterator[str]:
    """Yields the parts of a sheet without spaces around `+` and `~`, but in parentheses: sums need them."""
    depth = 0
    for part in _CSS_PARENTHESES.split(css):
        depth += {"(": 1, ")": -1}.get(part, 0)
        yield part if depth > 0 else re.sub(r" ?([+~]) ?", r"\1", part)


def _form(text: Text, n: object) -> str:
    if isinstance(text, str):
        return text
    exact = text.get(str(n))
    if exact is not None:
        return exact
    return text["one"] if n == 1 and "one" in text else text["many"]


def _location(path: str, line: int = 0, column: int = 0) -> Location:
    return Location(f"{FOLDER}/{path}", line, column)


def _decode(path: str, data: bytes, faults: list[Diagnostic]) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        faults.append(fault("theme-encoding", _location(path, line)))
        return ""
    return text.replace("\r\n", "\n")


def _static(path: str, data: bytes, faults: list[Diagnostic]) -> bytes:
    return squeeze_css(_decode(path, data, faults)).encode() if path.endswith(".css") else data


def _string_files(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for path in sorted(files):
        pure = PurePosixPath(path)
        if pure.parent == PurePosixPath("strings") and pure.suffix == ".yaml":
            yield pure.stem, path


def _read_strings(path: str, data: bytes, faults: list[Diagnostic]) -> dict[str, Text]:
    """Returns the strings of one file, read as strictly as any document."""
    file = f"{FOLDER}/{path}"
    text, found = decode_text(data, file)
    faults.extend(found)
    root, found = parse_mapping(text, file) if text is not None else (None, ())
    faults.extend(found)
    strings: dict[str, Text] = {}
    for name, entry in root.entries.items() if root else ():
        form = _string_value(entry.value)
        if form is None or not _KEY.fullmatch(name):
            place = Location(file, entry.key.line, entry.key.column)
            faults.append(fault("theme-string-form", place, key=name))
        else:
            strings[name] = form
    return strings


def _string_value(node: Node) -> Text | None:
    """A node as a string or as forms by number, or None where it is neither."""
    if isinstance(node, Scalar):
        return node.text
    if not isinstance(node, MappingNode):
        return None
    values = {key: entry.value for key, entry in node.entries.items() if _FORM.fullmatch(key)}
    forms = {key: value.text for key, value in values.items() if isinstance(value, Scalar)}
    return forms if len(forms) == len(node.entries) and "many" in forms else None


def _compare_languages(strings: Mapping[str, Mapping[str, Text]]) -> Iterator[Diagnostic]:
    """Yields a fault for each key that a language lacks, or whose words differ from another language's."""
    for key in sorted({key for texts in strings.values() for key in texts}):
        having = {lang: texts[key] for lang, texts in strings.items() if key in texts}
        for lang in strings:
            place = _location(f"strings/{lang}.yaml")
            if lang not in having:
                other = next(iter(having))
                near = nearest(key, sorted(strings[lang]), 0.8)
                yield fault("theme-string-missing", place, key=key, lang=lang, other=other, nearest=near)
            elif _words(having[lang]) != _words(next(iter(having.values()))):
                yield fault("theme-string-words", place, key=key, lang=lang, other=next(iter(having)))


def _words(text: Text) -> frozenset[str]:
    """The words that a string asks for; `n` apart, which a form may do without (`one: one story`)."""
    forms = (text,) if isinstance(text, str) else text.values()
    return frozenset(word for form in forms for word in _PLACE.findall(form)) - {"n"}
