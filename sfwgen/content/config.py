"""config.yaml: the site's languages, service lines, texts and policies."""

from __future__ import annotations

from dataclasses import dataclass

from sfwgen.content.nodes import MappingNode, Scalar, Sequence, find
from sfwgen.content.official import check_official, decode_official
from sfwgen.content.printing import decode_pdf
from sfwgen.content.reporter import Reporter
from sfwgen.content.scalars import is_language
from sfwgen.content.shapes_config import ConfigShape
from sfwgen.dates import find_zone
from sfwgen.diagnostics import fault
from sfwgen.extensions import normal_name
from sfwgen.languages import LanguageError, offering, writing
from sfwgen.model import Language, Licence, Line, PrivacyOverride, SiteConfig

FILE = "config.yaml"
_MODULE = {
    "missing": "language-module-missing",
    "twice": "language-module-twice",
    "broken": "language-module-broken",
}


@dataclass(frozen=True, slots=True)
class ConfigRead:
    """What config.yaml says; `config` is None where something is wrong with it.

    `languages` is empty where it does not say which there are; `lines` holds None for a faulty service
    line and is itself None where none could be read.
    """

    config: SiteConfig | None
    languages: tuple[Language, ...]
    lines: dict[str, Line | None] | None
    span_chart: tuple[str, ...]
    reporter: Reporter


def decode_config(root: MappingNode) -> ConfigRead:
    """Returns the configuration, or as much of it as the other documents need to be read."""
    reporter = Reporter(FILE, root, ())
    shape = reporter.read(ConfigShape)
    if shape is None:
        return ConfigRead(None, (), None, (), reporter)
    languages = _languages(shape, root)
    _check_repeated(reporter, languages)
    ids = tuple(dict.fromkeys(language.id for language in languages))
    if "languages" in reporter.filled or not ids or len(ids) < len(languages):
        return ConfigRead(None, (), None, (), reporter)
    reporter.languages = ids
    known = [_is_known(reporter, shape, number, id_) for number, id_ in enumerate(ids)]
    if not all(known):
        return ConfigRead(None, (), None, (), reporter)
    _check_official(reporter, shape)
    if find_zone(shape.time_zone) is None:
        reporter.add("time-zone-invalid", "time_zone", value=shape.time_zone)
    config = _config(reporter, shape, languages)
    return ConfigRead(
        config if reporter.sound else None, languages, _lines(config, root), config.span_chart, reporter
    )


def _languages(shape: ConfigShape, root: MappingNode) -> tuple[Language, ...]:
    """The languages, also those whose tag or name is faulty; none where it cannot be told which there are."""
    sound = {each.id: Language(each.id, each.tag, each.name) for each in shape.languages}
    items = root.get("languages")
    ids = [find(item, ("id",)) for item in items.items] if isinstance(items, Sequence) else []
    written = [id_.text.strip() if isinstance(id_, Scalar) else "" for id_ in ids]
    if not all(map(is_language, written)):
        return ()
    return tuple(sound.get(id_, Language(id_, id_, id_)) for id_ in written)


def _config(reporter: Reporter, shape: ConfigShape, languages: tuple[Language, ...]) -> SiteConfig:
    lines = tuple(
        Line(
            id_,
            reporter.texts(line.name, "lines", id_, "name"),
            reporter.texts(line.motto, "lines", id_, "motto"),
            reporter.at("lines", id_),
        )
        for id_, line in shape.lines.items()
    )
    policies = shape.missing_translation
    return SiteConfig(
        title=reporter.texts(shape.title, "title"),
        subtitle=reporter.texts(shape.subtitle, "subtitle"),
        description=reporter.texts(shape.description, "description"),
        url=shape.url,
        languages=languages,
        lines=lines,
        official=shape.official,
        publisher=reporter.texts(shape.publisher, "publisher"),
        source_line=reporter.texts(shape.source_line, "source_line"),
        notice=reporter.texts(shape.notice, "notice"),
        time_zone=shape.time_zone,
        as_of=shape.as_of,
        missing={
            "stories": policies.stories,
            "pages": policies.pages,
            "bulletins": policies.bulletins,
        },
        figures={
            "stories": shape.figures.stories,
            "pages": shape.figures.pages,
            "bulletins": shape.figures.bulletins,
        },
        no_figures=tuple(shape.no_figures),
        span_chart=tuple(shape.span_chart),
        lede=reporter.texts(shape.lede, "lede"),
        keep=tuple(shape.keep),
        location=reporter.at(),
        official_site=decode_official(reporter, shape.official_site, shape.lines),
        contacts=tuple(shape.contacts.public),
        privacy_overrides=tuple(
            PrivacyOverride(
                each.text, each.reason, each.decided_by, each.date, reporter.at("privacy_overrides", number)
            )
            for number, each in enumerate(shape.privacy_overrides)
        ),
        pdf=decode_pdf(reporter, shape.pdf, official=shape.official),
        licence=_licence(reporter, shape),
        reviews={
            "stories": tuple(shape.reviews.stories),
            "pages": tuple(shape.reviews.pages),
            "bulletins": tuple(shape.reviews.bulletins),
        },
        extensions=tuple(
            (name, reporter.at("extensions", number)) for number, name in enumerate(shape.extensions)
        ),
    )


def _licence(reporter: Reporter, shape: ConfigShape) -> Licence | None:
    stated = shape.licence
    if stated is None:
        return None
    return Licence(stated.id, reporter.texts(stated.title, "licence", "title"), stated.url)


def _lines(config: SiteConfig, root: MappingNode) -> dict[str, Line | None] | None:
    """The service lines by id, None for one that is written but faulty; None if none could be read."""
    written = root.get("lines")
    if not isinstance(written, MappingNode):
        return None
    return dict.fromkeys(written) | {line.id: line for line in config.lines}


def _check_repeated(reporter: Reporter, languages: tuple[Language, ...]) -> None:
    for field in ("id", "tag"):
        first: dict[str, int] = {}
        for number, language in enumerate(languages):
            value = getattr(language, field)
            if first.setdefault(value, number) != number:
                path, earlier = ("languages", number, field), ("languages", first[value], field)
                reporter.add_again("value-repeated", path, earlier, value=value)
        if len(first) < len(languages):
            return


def _is_known(reporter: Reporter, shape: ConfigShape, number: int, lang: str) -> bool:
    """Whether a language is built in, or brought by a package that the project names; tells of it if not."""
    # A package that is not named does not run, not even to see what it is.
    packages = offering(lang)
    if len(packages) == 1 and normal_name(packages[0]) not in map(normal_name, shape.extensions):
        reporter.add("language-not-listed", "languages", number, "id", lang=lang, packages=packages[0])
        return False
    try:
        writing(lang)
    except LanguageError as error:
        told = fault(
            _MODULE[error.reason],
            reporter.at("languages", number, "id"),
            lang=lang,
            packages=error.packages,
            problem=error.problem,
        )
        reporter.faults.append(told)
        return False
    return True


def _check_official(reporter: Reporter, shape: ConfigShape) -> None:
    if reporter.lost("official"):
        return
    if shape.publisher is not None and not shape.official:
        reporter.add("config-publisher-unofficial", "publisher", key=True)
    if shape.notice is None and not shape.official and not reporter.lost("notice"):
        reporter.add("config-notice-missing")
    written = frozenset(
        name for name in ("publisher", "notice") if getattr(shape, name) is not None or reporter.lost(name)
    )
    check_official(
        reporter, official=shape.official, url=shape.url, shape=shape.official_site, written=written
    )
