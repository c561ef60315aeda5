"""The template engine, set up so that a page depends on its view, its templates and the strings alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING, Protocol

from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.render.faults import RenderError, TemplateKeyError, diagnose, render_error
from sfwgen.render.filters import NO_FILTERS, Filters
from sfwgen.render.watchdog import StuckError, bounded_range, join_parts, watched
from sfwgen.theme import FOLDER, Theme

if TYPE_CHECKING:
    from types import CodeType

    from jinja2 import BytecodeCache, Environment, nodes
    from jinja2.bccache import Bucket

# Left out of Jinja's own filters: what is random or may be (`random`, `pprint`), and what makes markup of a
# text (`safe`, `urlize`, `xmlattr`): only the plan makes markup, as `Html`.
_FILTERS = (
    *("abs", "batch", "capitalize", "count", "default", "e", "escape", "first", "groupby", "indent", "int"),
    *("items", "join", "last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr"),
    *("replace", "reverse", "round", "select", "selectattr", "slice", "sort", "string", "striptags", "sum"),
    *("title", "trim", "truncate", "unique", "upper", "urlencode", "wordcount"),
)
OWN_FILTERS = ("first_sentence", "json_script", "safe_url", "unbroken")
_KEPT = 256
"""How many templates a process keeps compiled or parsed: several times what a theme has."""
_GLOBALS = ("namespace",)
_URL = re.compile(r"(?:https?://|mailto:|tel:)[^\s]+|(?![a-z][a-z0-9+.-]*:)[^\s]*", re.IGNORECASE)
_HAN, _BEFORE, _AFTER = r"[\u3400-\u9fff0-9]", "[“‘（《「『]", "[，。；：！？、”’）》」』]"
_SENTENCE_END = re.compile(r"[。！？][”’」』）]*|[.!?][”’)]*(?=\s+[“‘(]?[A-Z])")
_TOGETHER = re.compile(
    r"([0-9][0-9,.]*-[A-Za-z]+|\b[A-Za-z]+-[0-9]{4}\b|\bNo\. [0-9]+"
    rf"|{_BEFORE}*{_HAN}{_AFTER}+|{_BEFORE}+{_HAN})"
)
_MARKED = re.compile(r"(<[^<>]*>)")
_JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


class _Frame(Protocol):
    @property
    def lang(self) -> str: ...

    @property
    def path(self) -> str: ...


class _View(Protocol):
    @property
    def frame(self) -> _Frame: ...


class Renderer:
    """Renders views with the templates of one theme. Each template is compiled once."""

    def __init__(self, theme: Theme, filters: Filters = NO_FILTERS) -> None:
        self._theme = theme
        self._filters = filters
        self._environment = make_environment(theme.templates, filters)
        self._stuck: RenderError | None = None

    def __reduce__(self) -> tuple[type[Renderer], tuple[Theme, Filters]]:
        """Travels to other processes as its theme and filters, and compiles the templates there."""
        return Renderer, (self._theme, dict(self._filters))

    def render(self, template: str, view: _View) -> str:
        """Returns the page that a template makes of a view.

        Templates see `view`, `frame` (the view's) and `t(key, **words)`, an interface string in the page's
        language. Raises RenderError, which carries a diagnostic, for every fault of a template. Once a page
        has got stuck, the others would in the same place: the same error is raised for them at once.
        """
        if self._stuck is not None:
            raise self._stuck
        frame, t = view.frame, self._strings(view.frame.lang)
        try:
            loaded = self._environment.get_template(template)
            return watched(lambda: loaded.render(view=view, frame=frame, t=t))
        except Exception as error:
            told = render_error(error, template, frame.path)
            self._stuck = told if isinstance(error, StuckError) else None
            raise told from error

    def _strings(self, page_lang: str) -> Callable[..., str]:
        def t(key: str, /, *, lang: str = page_lang, **words: object) -> str:
            try:
                return self._theme.text(lang, key, **words)
            except KeyError as error:
                raise TemplateKeyError(f"{key} ({lang}): {error.args[0]}") from error

        return t


def check_templates(theme: Theme, filters: Filters = NO_FILTERS) -> tuple[Diagnostic, ...]:
    """Returns what can be known to be wrong with the theme's templates before any page is rendered.

    That is their syntax, filters that do not exist, and interface strings that do not exist.
    """
    environment = make_environment(theme.templates, filters)
    faults: list[Diagnostic] = []
    for name, text in theme.templates.items():
        try:
            environment.get_template(name)
            faults.extend(_unknown_strings(theme, name, text))
        except Exception as error:  # Whatever compiling meets is the template's fault.
            faults.append(diagnose(error, name))
    return tuple(faults)


def _unknown_strings(theme: Theme, name: str, text: str) -> Iterator[Diagnostic]:
    """Yields a fault for each `t("key")` whose key no strings file has."""
    from jinja2 import nodes

    known = {key for strings in theme.strings.values() for key in strings}
    for call in parse_template(name, text).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "t" and call.args:
            key = call.args[0]
            if isinstance(key, nodes.Const) and key.value not in known:
                place = Location(f"{FOLDER}/{name}", call.lineno)
                yield fault("template-string-unknown", place, problem=key.value)


@lru_cache(maxsize=_KEPT)
def parse_template(name: str, text: str) -> nodes.Template:
    """Returns the tree of a template, to be looked at only; a text is parsed once in a process."""
    return make_environment({}).parse(text, name)


@cache
def _compiled(_filters: frozenset[str]) -> BytecodeCache:
    """Returns the place in which this process keeps templates compiled for these filters: each text once."""
    from jinja2 import BytecodeCache

    class Compiled(BytecodeCache):
        def __init__(self) -> None:
            self._codes: dict[tuple[str, str], CodeType] = {}

        def load_bytecode(self, bucket: Bucket) -> None:
            bucket.code = self._codes.get((bucket.key, bucket.checksum))

        def dump_bytecode(self, bucket: Bucket) -> None:
            if bucket.code is not None:
                self._codes[bucket.key, bucket.checksum] = bucket.code
            while len(self._codes) > _KEPT:
                del self._codes[next(iter(self._codes))]

    return Compiled()


def make_environment(templates: Mapping[str, str], filters: Filters = NO_FILTERS) -> Environment:
    """Returns Jinja set up strictly: escaping on, no silent blanks, nothing random, no cache on disk."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        # The file name is what tracebacks show: a fault is reported with the template it stands in.
        return (templates[name], f"{FOLDER}/{name}", lambda: True) if name in templates else None

    class Bounded(Environment):
        concat = staticmethod(join_parts)

    environment = Bounded(
        loader=FunctionLoader(load),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_compiled(frozenset(filters)),
    )
    environment.filters = {name: environment.filters[name] for name in _FILTERS}
    own = dict(zip(OWN_FILTERS, (first_sentence, json_script, safe_url, unbroken), strict=True))
    environment.filters |= {**own, **filters}
    environment.globals = {name: environment.globals[name] for name in _GLOBALS} | {"range": bounded_range}
    return environment


def first_sentence(text: str) -> str:
    """Returns the first sentence of a text, with its marks; all of the text where it has but one."""
    from markupsafe import Markup

    for found in _SENTENCE_END.finditer(text):
        head = text[: found.end()]
        if not hasattr(text, "__html__"):
            return head
        # Not within a tag, and not within what is marked.
        if head.count("<") == head.count(">") == 2 * head.count("</"):
            return Markup(head)
    return text


def safe_url(url: str) -> str:
    """Returns an address as it is if it is relative or begins with http, https, mailto or tel.

    Raises ValueError for any other scheme: such an address never reaches a page.
    """
    if not _URL.fullmatch(url):
        raise ValueError(url)
    return url


def unbroken(text: str) -> str:
    """Returns a text as markup in which a number stays with what it belongs to: 200-metre, mid-2019, No. 2.

    A Chinese mark stays with its character, also where a phrase that is kept whole is too long for its line:
    browsers then break before any character. Chinese numbers are seen to by style sheets and `<data>`.
    """
    from markupsafe import Markup, escape

    if hasattr(text, "__html__"):
        # What is marked already is kept; between its tags stands text.
        runs = enumerate(_MARKED.split(text))
        return Markup("").join(Markup(run) if number % 2 else unbroken(unescape(run)) for number, run in runs)
    parts = _TOGETHER.split(text)
    kept = (
        Markup('<span class="n">{}</span>').format(part) if number % 2 else escape(part)
        for number, part in enumerate(parts)
    )
    return Markup("").join(kept)


def json_script(json: str) -> str:
    """Returns JSON as markup that cannot end the `<script>` element it is printed in."""
    from markupsafe import Markup

    for character, escape in _JSON_ESCAPES.items():
        json = json.replace(character, escape)
    return Markup(json)
