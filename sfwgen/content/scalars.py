"""What a scalar's text may mean: how each kind is read, and what JSON Schema says of it.

Editors that check documents against the schema see YAML's own types (2019 is a number there, true a boolean),
so the schema accepts those where the text of such a value is sound.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any
from unicodedata import normalize

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from sfwgen.dates import PartialDate, Period, parse_date, parse_period
from sfwgen.diagnostics import nearest

Schema = Mapping[str, Any]


class RefusedError(Exception):
    """A value that is not what its field wants; carries a code of the table and the words for its message."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words = words


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """Marks a field's type: its value is the scalar's text as `read` returns it."""

    read: Callable[[str], object]
    schema: Schema

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.validate)

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return dict(self.schema)

    def validate(self, value: object) -> object:
        """Returns what the text of a scalar means; pydantic turns the error into one with its place."""
        if not isinstance(value, str):
            raise PydanticCustomError("value-not-text", "", {})
        try:
            return self.read(value.strip())
        except RefusedError as refused:
            raise PydanticCustomError(refused.code, "", refused.words) from None


# --- text ---------------------------------------------------------------------------------------------------


def _read_line(text: str) -> str:
    if not text:
        raise RefusedError("value-empty")
    if "\n" in text:
        raise RefusedError("text-several-lines")
    return text


def _matching(pattern: str, code: str) -> Callable[[str], str]:
    compiled = re.compile(pattern)

    def read(text: str) -> str:
        if not compiled.fullmatch(text):
            raise RefusedError("value-empty" if not text else code, value=text)
        return text

    return read


# Other tools would read `true` as a yes and not as a name.
ID_PATTERN = r"(?!(?:true|false)\s*$)[a-z][a-z0-9]*(?:[_-][a-z0-9]+)*"
_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LANGUAGE = r"[a-z]{2,3}(?:-[a-z]{2,8})?"
_TAG = r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
_REFERENCE = rf"{_SLUG}#{ID_PATTERN}"
_PATH = r"/?(?!\.{1,2}(?:/|\s*$))[^\s\\/:*?\"<>|#%]+(?:/(?!\.{1,2}(?:/|\s*$))[^\s\\/:*?\"<>|#%]+)*/?"
_IMAGE = r"[^\s\\/:*?\"<>|#%]+\.(?:jpe?g|png|webp|gif|JPE?G|PNG|WEBP|GIF)"
_SITE_URL = r"https?://[a-z0-9.-]+(?::[0-9]+)?/(?:[A-Za-z0-9._~-]+/)*"
_URL = r"https?://[A-Za-z0-9._\u3400-\u9fff-]+(?::[0-9]{1,5})?(?:[/?#][^\s]*)?"
_DATE = r"[12][0-9]{3}(?:-(?:mid|(?:0[1-9]|1[0-2])(?:-(?:early|mid|late|0[1-9]|[12][0-9]|3[01]))?))?~?"
_TIME = r"[12][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9]"
_ZONE = r"UTC|[A-Z][A-Za-z]+(?:/[A-Z][A-Za-z_+-]+)+"
_DECIMAL = r"-?[0-9]{1,20}(?:\.[0-9]{1,10})?"
_FACTOR = r"(?=[0.]*[1-9])[0-9]{1,20}(?:\.[0-9]{1,10})?"
_COUNT = r"[1-9][0-9]{0,3}"


def is_id(text: str) -> bool:
    """Returns whether a text is an id: lower-case letters, digits, `_` and `-`, beginning with a letter."""
    return re.fullmatch(ID_PATTERN, text) is not None


def is_language(text: str) -> bool:
    """Returns whether a text may name a language: `zh`, `en`, `zh-hant`."""
    return re.fullmatch(_LANGUAGE, text) is not None


def is_slug(text: str) -> bool:
    """Returns whether a text is a slug: lower-case letters, digits and hyphens."""
    return re.fullmatch(_SLUG, text) is not None


def is_alias(text: str) -> bool:
    """Returns whether a text may be a path that a page had: `old/gas.html`, `old/gas/`."""
    return re.fullmatch(_PATH, text) is not None and text.endswith((".html", "/"))


def _pattern(pattern: str, *others: Schema) -> Schema:
    text = {"type": "string", "pattern": f"^\\s*(?:{pattern})\\s*$"}
    return {"anyOf": [text, *others]} if others else text


ANY_TEXT: Schema = {"type": ["string", "number", "boolean"], "pattern": r"^\s*\S[^\n]*?\s*$"}

Text = Annotated[str, Read(_read_line, ANY_TEXT)]
"""Text on one line."""
Id = Annotated[str, Read(_matching(ID_PATTERN, "id-invalid"), _pattern(ID_PATTERN))]
IdReference = Annotated[str, Read(_read_line, _pattern(ID_PATTERN))]
"""An id that is defined elsewhere: what is wrong about it is told where it is looked up."""
SlugReference = Annotated[str, Read(_read_line, _pattern(_SLUG, {"type": "integer", "minimum": 0}))]
LanguageId = Annotated[str, Read(_matching(_LANGUAGE, "language-invalid"), _pattern(_LANGUAGE))]
Tag = Annotated[str, Read(_matching(_TAG, "language-invalid"), _pattern(_TAG))]
FigureReference = Annotated[str, Read(_matching(_REFERENCE, "reference-invalid"), _pattern(_REFERENCE))]
SiteUrl = Annotated[str, Read(_matching(_SITE_URL, "site-url-invalid"), _pattern(_SITE_URL))]
Url = Annotated[str, Read(_matching(_URL, "url-invalid"), _pattern(_URL))]
TimeZone = Annotated[str, Read(_matching(_ZONE, "time-zone-invalid"), _pattern(_ZONE))]
ImageName = Annotated[str, Read(_matching(_IMAGE, "image-name-invalid"), _pattern(_IMAGE))]
Path = Annotated[
    str, Read(_matching(_PATH, "path-invalid"), _pattern(_PATH, {"type": ["number", "boolean"]}))
]


def _read_alias(text: str) -> str:
    """A path that a page may have had: those of files and of folders without their slash lead nowhere."""
    _matching(_PATH, "path-invalid")(text)
    if not text.endswith((".html", "/")):
        raise RefusedError("alias-outside", alias=text)
    return text


Alias = Annotated[str, Read(_read_alias, _pattern(rf"(?=.*(?:\.html|/)\s*$){_PATH}"))]


# --- numbers, flags, choices --------------------------------------------------------------------------------


def _read_flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise RefusedError("value-not-boolean" if text else "value-empty", value=text)
    return text == "true"


def _read_decimal(text: str) -> Decimal:
    if not re.fullmatch(_DECIMAL, text):
        raise RefusedError("value-not-number" if text else "value-empty", value=text)
    return Decimal(text)


def _read_factor(text: str) -> str:
    if not re.fullmatch(_FACTOR, text):
        raise RefusedError(
            "value-not-positive" if re.fullmatch(_DECIMAL, text) else "value-not-number", value=text
        )
    return text


def _read_count(text: str) -> int:
    if not re.fullmatch(_COUNT, text):
        raise RefusedError("value-not-whole-number" if text else "value-empty", value=text)
    return int(text)


def choice(names: Iterable[str]) -> Read:
    """Returns the mark of a field whose value is one of these words."""
    known = tuple(names)
    return Read(_choosing(known), {"enum": list(known)})


def _choosing(names: Iterable[str]) -> Callable[[str], str]:
    known = tuple(str(name) for name in names)

    def read(text: str) -> str:
        if text not in known:
            code = "value-not-allowed" if text else "value-empty"
            raise RefusedError(code, value=text, allowed=" / ".join(known), nearest=nearest(text, known))
        return text

    return read


def enumeration(kind: type[StrEnum]) -> Read:
    """Returns the mark of a field whose value is a member of an enumeration."""
    read, schema = _choosing(kind), {"enum": [str(member) for member in kind]}
    return Read(lambda text: kind(read(text)), schema)


Flag = Annotated[bool, Read(_read_flag, {"enum": [True, False, "true", "false"]})]
Number = Annotated[Decimal, Read(_read_decimal, _pattern(_DECIMAL, {"type": "number"}))]
Factor = Annotated[str, Read(_read_factor, _pattern(_FACTOR, {"type": "number", "exclusiveMinimum": 0}))]
Count = Annotated[
    int, Read(_read_count, _pattern(_COUNT, {"type": "integer", "minimum": 1, "maximum": 9999}))
]


# --- dates and times ----------------------------------------------------------------------------------------

_WRITTEN_DATE = re.compile(
    r"(?P<year>[12]\d{3})(?:\s*[年/.\-]\s*(?:(?P<month>\d{1,2})(?:\s*[月/.\-]\s*(?:(?P<day>\d{1,2})[日号]?|"
    r"(?P<part>上旬|中旬|下旬))?)?)?)?(?P<half>年中|中)?(?P<around>前后|左右|~)?"
)
_EIGHT_DIGITS = re.compile(r"^(\d{4})(\d\d)(\d\d)$")
_TIME_OF_DAY = re.compile(r"(?<=\d)[ T]\d{1,2}:\d\d.*$")
_PARTS = {"上旬": "early", "中旬": "mid", "下旬": "late"}


def _read_date(text: str) -> PartialDate:
    date = parse_date(text)
    if date is not None:
        return date
    if not text:
        raise RefusedError("value-empty")
    code = "date-impossible" if re.fullmatch(_DATE, text) or _well_formed(text) else "date-invalid"
    raise RefusedError(code, value=text, suggestion=_suggested_date(text))


def _well_formed(text: str) -> bool:
    return re.fullmatch(r"[12]\d{3}-\d{2}(?:-(?:\d{2}|early|mid|late))?~?", text) is not None


def _suggested_date(text: str) -> str:
    # Full-width digits, 20190627, and a time of day behind the date.
    written = _EIGHT_DIGITS.sub(r"\1-\2-\3", normalize("NFKC", text))
    match = _WRITTEN_DATE.fullmatch(_TIME_OF_DAY.sub("", written))
    if match is None:
        return ""
    parts = [match["year"]]
    if match["month"]:
        parts.append(f"{int(match['month']):02}")
    elif match["half"]:
        parts.append("mid")
    if match["day"]:
        parts.append(f"{int(match['day']):02}")
    elif match["part"]:
        parts.append(_PARTS[match["part"]])
    suggestion = "-".join(parts) + ("~" if match["around"] else "")
    return suggestion if parse_date(suggestion) else ""


def _read_period(text: str) -> Period:
    period = parse_period(text)
    if period is not None:
        return period
    first, slash, last = text.partition("/")
    if slash and parse_date(first) and parse_date(last):
        raise RefusedError("period-reversed", value=text)
    raise RefusedError("period-invalid" if text else "value-empty", value=text)


def _read_time(text: str) -> str:
    try:
        if re.fullmatch(_TIME, text):
            datetime.strptime(text, "%Y-%m-%d %H:%M")  # noqa: DTZ007 (the zone is the site's)
            return text
    except ValueError:
        raise RefusedError("date-impossible", value=text) from None
    raise RefusedError("time-invalid" if text else "value-empty", value=text)


_DATE_SCHEMA = _pattern(_DATE, {"type": "integer", "minimum": 1000, "maximum": 2999})

Date = Annotated[PartialDate, Read(_read_date, _DATE_SCHEMA)]
Span = Annotated[Period, Read(_read_period, _pattern(f"{_DATE}/{_DATE}"))]
Time = Annotated[str, Read(_read_time, _pattern(_TIME))]
