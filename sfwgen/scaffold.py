"""What sfwgen writes into a project for its user: a new project, a new story. Nothing is ever overwritten."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from sfwgen.build.placeholders import PLACEHOLDERS
from sfwgen.build.quotes import quote_lines
from sfwgen.content import load_site
from sfwgen.content.quoting import yaml_text
from sfwgen.dates import PartialDate
from sfwgen.diagnostics import Diagnostic, Severity
from sfwgen.languages import family
from sfwgen.model import Language, SiteConfig
from sfwgen.publish import Disk, Kind
from sfwgen.resources import starter_files

STORIES = "content/stories"
_IGNORED = """\
# 由 sfwgen 生成，不入版本库 / made by sfwgen, not kept in git
/site/
/site.next/
/site.prev/
/export/
/.sfwgen/
"""
# Versions of a folder's contents that do not make it a used one.
_UNNOTICED = (".git",)

_HINTS = {
    "zh": {
        "draft": "写好以后删去这一行，案例就会发布",
        "date": "结果的日期，没有则写最早的已知日期；可以只写年或年月",
        "figures": "文中的每个数字都列在 figures 里，照原文写，例如：",
    },
    "en": {
        "draft": "remove this line once the story is finished, and it will be published",
        "date": "that of the result, else of the first known event; the year or month alone will do",
        "figures": "every figure of the text is listed under figures, as it is written there, for example:",
    },
}
_EXAMPLE = "  - {metric: enterprises_supplied, value: 800余家, as_of: 2019-05}"


@dataclass(frozen=True, slots=True)
class FigureDraft:
    """A figure of a story that is to be begun: of a metric, or with a unit and names of its own.

    `dated` is one whose value is a level: it gets the date of the story.
    """

    id: str
    metric: str
    unit: str
    labels: Mapping[str, str]
    value: str
    dated: bool = False


@dataclass(frozen=True, slots=True)
class StoryDraft:
    """What is known of a story that is to be begun.

    Titles, summaries and bodies are by language; those that are not there get a text to replace. `facts` are
    further lines of the header, by language; `remarks` are for whoever goes on writing.
    """

    slug: str
    line: str
    titles: Mapping[str, str] = field(default_factory=dict)
    date: PartialDate | None = None
    places: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    summaries: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[FigureDraft, ...] = ()
    bodies: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()


def project_files() -> Mapping[str, bytes]:
    """Returns the files of a new project: the example, and a list of what git leaves out."""
    return {**starter_files(), ".gitignore": _IGNORED.encode()}


def is_unused(disk: Disk, folder: str) -> bool:
    """Returns whether a project may be begun in the folder: it does not exist, or holds nothing."""
    entry = disk.look(folder)
    if entry is None:
        return True
    return entry.kind is Kind.FOLDER and all(each.name in _UNNOTICED for each in disk.entries(folder))


def story_files(config: SiteConfig, draft: StoryDraft) -> dict[str, bytes]:
    """Returns the files of a new story, one for each language: a draft that passes every check."""
    default, *others = config.languages
    folder = f"{STORIES}/{draft.slug}"
    files = {f"{folder}/index.{default.id}.md": _story(config, draft)}
    files |= {f"{folder}/index.{each.id}.md": _translation(each, draft) for each in others}
    return {path: text.encode() for path, text in files.items()}


def write_files(disk: Disk, root: str, files: Mapping[str, bytes]) -> None:
    """Makes files, and the folders that they need, below the root; where that fails none of them is left.

    Raises FileExistsError for a file that exists, OSError as the system does.
    """
    made: list[tuple[str, Kind]] = []
    try:
        for path, data in files.items():
            _refuse_links(disk, root, path)
            for folder in _missing_folders(disk, f"{root}/{path}"):
                disk.make_folder(folder)
                made.append((folder, Kind.FOLDER))
            _refuse_existing(disk, f"{root}/{path}")
            # Noted before it is written: a write that fails may leave a part of the file.
            made.append((f"{root}/{path}", Kind.FILE))
            disk.write(f"{root}/{path}", data)
    except BaseException:
        for path, kind in reversed(made):
            with suppress(OSError):
                (disk.remove_folder if kind is Kind.FOLDER else disk.remove_file)(path)
        raise


def _refuse_links(disk: Disk, root: str, path: str) -> None:
    """Refuses a path that leads through a link: what stands behind it would not be read as a source."""
    folders = path.split("/")[:-1]
    for end in range(1, len(folders) + 1):
        folder = "/".join((root, *folders[:end]))
        entry = disk.look(folder)
        if entry is not None and entry.kind is not Kind.FOLDER:
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder)


def _refuse_existing(disk: Disk, path: str) -> None:
    if disk.look(path) is not None:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)


def replace_files(disk: Disk, folder: str, files: Mapping[str, bytes]) -> None:
    """Puts files that sfwgen makes into a folder, each in one step; those that exist are replaced."""
    for path, data in files.items():
        _refuse_links(disk, folder, path)
        target = f"{folder}/{path}"
        above, _, name = target.rpartition("/")
        draft = f"{above}/.{name}.next"
        for missing in _missing_folders(disk, target):
            disk.make_folder(missing)
        if disk.look(draft) is not None:
            disk.remove_file(draft)
        disk.write(draft, data)
        disk.rename(draft, target)


def _missing_folders(disk: Disk, path: str) -> list[str]:
    """The folders above a path that do not exist, the uppermost first."""
    missing: list[str] = []
    folder = path.rpartition("/")[0]
    while folder and disk.look(folder) is None:
        missing.append(folder)
        folder = folder.rpartition("/")[0]
    return missing[::-1]


def _story(config: SiteConfig, draft: StoryDraft) -> str:
    lang = config.default.id
    date = f"date: {draft.date}" if draft.date else f"# date: 2019-05    {_hint(lang, 'date')}"
    sources = ", ".join(
        f"{each.id}: {yaml_text(_placeholder(each.id, 'source'))}" for each in config.languages
    )
    lines = [
        *_head(config.default, draft),
        date,
        f"line: {draft.line}",
        *_list("places", draft.places),
        *_list("teams", draft.teams),
        *_figures(lang, draft),
        "sources:",
        f"  - {{{sources}}}",
        *draft.facts.get(lang, ()),
        f"draft: true    # {_hint(lang, 'draft')}",
        *(f"# {remark}" for remark in draft.remarks),
        "---",
        _body(lang, draft),
    ]
    return "".join(f"{line}\n" for line in lines)


def _translation(language: Language, draft: StoryDraft) -> str:
    facts = draft.facts.get(language.id, ())
    lines = [*_head(language, draft), *facts, "---", _body(language.id, draft)]
    return "".join(f"{line}\n" for line in lines)


def _body(lang: str, draft: StoryDraft) -> str:
    return draft.bodies.get(lang, "").strip("\n") or _placeholder(lang, "body")


def _head(language: Language, draft: StoryDraft) -> Iterable[str]:
    title = draft.titles.get(language.id) or _placeholder(language.id, "title")
    summary = draft.summaries.get(language.id) or _placeholder(language.id, "summary")
    return (
        "---",
        f"title: {yaml_text(title)}",
        f"summary: {yaml_text(summary)}",
    )


def _figures(lang: str, draft: StoryDraft) -> Iterable[str]:
    if not draft.figures:
        return (f"# {_hint(lang, 'figures')}", "# figures:", f"# {_EXAMPLE}")
    return ("figures:", *(f"  - {{{', '.join(_figure(each, draft.date))}}}" for each in draft.figures))


def _figure(figure: FigureDraft, date: PartialDate | None) -> Iterable[str]:
    if figure.id != figure.metric:
        yield f"id: {figure.id}"
    if figure.metric:
        yield f"metric: {figure.metric}"
    else:
        labels = ", ".join(f"{lang}: {yaml_text(label)}" for lang, label in figure.labels.items())
        yield from (f"label: {{{labels}}}", f"unit: {figure.unit}")
    yield f"value: {yaml_text(figure.value)}"
    if figure.dated and date is not None:
        yield f"as_of: {date}"


def _list(key: str, values: Sequence[str]) -> Iterable[str]:
    return (f"{key}: [{', '.join(values)}]",) if values else ()


def _hint(lang: str, key: str) -> str:
    return _HINTS[_known(lang)][key]


def _placeholder(lang: str, key: str) -> str:
    return PLACEHOLDERS[_known(lang)][key]


def _known(lang: str) -> str:
    return family(lang)


def is_story_name(slug: str) -> bool:
    """Returns whether a story may have this name, on every system."""
    from sfwgen.content.scalars import is_slug
    from sfwgen.publish.names import name_fault

    return is_slug(slug) and slug == slug.lower() and name_fault(slug) is None


def faults_of(sources: Mapping[str, bytes], files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Returns the errors that new files would have if they stood among the sources."""
    together = {**sources, **files}
    told = load_site({path: data for path, data in together.items() if not path.startswith("templates/")})[1]
    wrong = (each for each in told if each.location.file in files and each.severity is Severity.ERROR)
    return quote_lines(wrong, together)
