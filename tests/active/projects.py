"""A site in which hostile texts stand wherever an author can write one."""

from __future__ import annotations

import csv
import io
import json
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import cycle

import yaml

from sfwgen.build import Checked, make_site
from sfwgen.diagnostics import Location, Severity
from sfwgen.publish import make_sources
from sfwgen.resources import theme_files
from tests.active.corpus import BODIES, LINES, TEXTS
from tests.build.projects import small_project
from tests.content.markdown.reading import html_of, read

EACH = 30
"""How many texts stand in the body of one story."""
STORY = """\
---
title: {title}
summary: {summary}
name: {{zh: {name}, en: {name}}}
line: grassroots
date: 2019-05
places: [feifeng]
figures:
  - id: length
    unit: metre
    value: 三米
    label: {{zh: {label}, en: {label}}}
    scope: {{zh: {scope}, en: {scope}}}
    note: {{zh: {note}, en: {note}}}
panel:
  - {{heading: {{zh: {heading}, en: {heading}}}, figures: [length]}}
panel_note: {{zh: {panel}, en: {panel}}}
timeline:
  - {{date: 2019-05, state: done, name: {{zh: {step}, en: {step}}}, zh: {happened}, en: {happened}}}
unknown:
  - {{zh: {unknown}, en: {unknown}}}
corrections:
  - {{date: 2019-08-01, wrong: {{zh: {wrong}, en: {wrong}}}, right: {{zh: {right}, en: {right}}}, figure: length}}
sources:
  - {{zh: {source}, en: {source}}}
extra: {{note: {extra}}}
---
"""
TRANSLATION = """\
---
title: {title}
summary: {summary}
---
"""
FIELDS = (
    "title summary name label scope note heading panel step happened unknown wrong right source extra".split()
)
BULLETIN = """\
number: 1
as_of: 2019-mid
title: {{zh: {title}, en: {title}}}
lede: {{zh: {lede}, en: {lede}}}
stories: [{stories}]
"""
REGISTER = """\
title: {{zh: {title}, en: {title}}}
metric: road_length
columns:
  - {{name: {remark}, field: note}}
  - {{name: count, field: count}}
  - {{name: private, field: private}}
"""
NOTES = '"><img src=x onerror=alert()>'
"""The head of the column of notes."""
PRIVATE = "only for the office"
TALLY = """\
as_of: 2019-mid
sources:
  - {{zh: {source}, en: {source}}}
figures:
  - {{id: households, label: {{zh: {label}, en: {label}}}, unit: household, value: 二十户}}
"""
VOCABULARY = {
    "places.yaml": "feifeng: {{name: {{zh: {a}, en: {a}}}, kind: community}}\n",
    "units.yaml": (
        "metre:\n  zh: 米\n  en: {{one: metre, many: metres}}\n  dimension: length\n  amount: true\n"
        "household: {{zh: 户, en: {{one: household, many: households}}, dimension: household}}\n"
    ),
    "metrics.yaml": (
        "road_length:\n  label: {{zh: {a}, en: {a}}}\n  description: {{zh: {b}, en: {b}}}\n"
        "  unit: metre\n  kind: flow\n  total: sum\n"
    ),
    "counters.yaml": (
        "roads:\n  metric: road_length\n  from: stories\n  label: {{zh: {a}, en: {a}}}\n"
        "  counted: {{zh: {b}, en: {b}}}\n  home: true\n"
    ),
    "teams.yaml": "crew: {{name: {{zh: {a}, en: {a}}}}}\n",
}


@dataclass(frozen=True, slots=True)
class Hostile:
    """The site of the texts that were let in, and those that were refused with an error at their place."""

    checked: Checked
    let_in: frozenset[str]
    refused: frozenset[str]

    @property
    def pages(self) -> dict[str, bytes]:
        """Every page by its path."""
        return {path: data for path, data in self.checked.outputs.items() if path.endswith(".html")}


@cache
def hostile_site() -> Hostile:
    """Returns the site of all texts of the corpus but those that are refused, each with an error at its place."""
    refused = {text for text in BODIES if _has_errors(text)}
    single: set[str] = set()
    while True:
        stories = dict(enumerate(_stories(refused, single)))
        checked, wrong = _build(stories)
        if not wrong:
            let_in = {text for story in stories.values() for text in (*story.lines, *story.bodies)}
            return Hostile(checked, frozenset(let_in), frozenset(refused - let_in))
        # Which of the texts in a story it was is found out by building each of them alone.
        alone = dict(enumerate(each for number in wrong for each in stories[number].apart()))
        found = {
            text for number in _build(alone)[1] for text in (*alone[number].lines, *alone[number].bodies)
        }
        refused |= found
        if not found:
            # Two notes of one name, or a heading too far below the one before: fine alone.
            single |= {stories[number].text_at(place) for number, places in wrong.items() for place in places}


def _build(stories: Mapping[int, _Story]) -> tuple[Checked, dict[int, list[Location]]]:
    """The site of some stories, and where those are wrong that are refused, by their numbers."""
    checked = make_site(make_sources(_project(stories)), theme_files())
    wrong: dict[int, list[Location]] = {}
    for each in checked.diagnostics:
        if each.severity is Severity.ERROR:
            wrong.setdefault(_story_of(each.location.file), []).append(each.location)
    assert wrong.keys() <= stories.keys(), checked.diagnostics
    return checked, wrong


@dataclass(frozen=True, slots=True)
class _Story:
    """What stands in one story: texts of the corpus in its header, and in its body."""

    lines: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()

    def apart(self) -> list[_Story]:
        """A story for each of the texts."""
        lines = (_Story(lines=(each,)) for each in self.lines)
        return [*lines, *(_Story(bodies=(each,)) for each in self.bodies)]

    def text_at(self, place: Location) -> str:
        """The text of the body that stands at a place."""
        line = (TRANSLATION if place.file.endswith(".en.md") else STORY).count("\n")
        for text in self.bodies:
            line += text.count("\n") + 2
            if line >= place.line:
                return text
        raise AssertionError(place)

    def files(self, name: str) -> dict[str, str]:
        """The files of the story."""
        words = cycle(map(json.dumps, self.lines or ("甲",)))
        fields = {field: next(words) for field in FIELDS}
        body = "\n\n".join(self.bodies or ("乙",)) + "\n"
        folder = f"content/stories/{name}"
        return {
            f"{folder}/index.zh.md": STORY.format(**fields) + body,
            f"{folder}/index.en.md": TRANSLATION.format(**fields) + body,
        }


def _story_of(file: str) -> int:
    name = posixpath.basename(posixpath.dirname(file))
    return int(name[1:]) if name[1:].isdecimal() else -1


def _stories(refused: set[str], single: set[str]) -> Iterator[_Story]:
    """The texts as they are laid into stories: one that swallows what comes after it stands alone."""
    sound = [text for text in BODIES if text not in refused and text not in single]
    quiet = [text for text in sound if _leaves_alone(text)]
    lines = [line for line in LINES if line not in refused]
    last = [text for text in sound if text not in quiet]
    for number, text in enumerate(last):
        yield _Story(tuple(lines[number :: len(last)]), (text,))
    for first in range(0, len(quiet), EACH):
        yield _Story(bodies=tuple(quiet[first : first + EACH]))
    for text in sorted(single - refused):
        yield _Story(bodies=(text,))


def _has_errors(text: str) -> bool:
    return any(each.severity is Severity.ERROR for each in read(text)[1])


def _leaves_alone(text: str) -> bool:
    return "<p>乙乙</p>" in html_of(f"{text}\n\n乙乙")


def _project(stories: Mapping[int, _Story]) -> dict[str, bytes]:
    files = {path: text for path, text in small_project().items() if "/stories/" not in path}
    for number, story in stories.items():
        files |= story.files(f"s{number}")
    words = cycle(map(json.dumps, TEXTS))
    for name, text in VOCABULARY.items():
        files[f"content/vocabulary/{name}"] = text.format(a=next(words), b=next(words))
    files["content/bulletins/issue-001.yaml"] = BULLETIN.format(
        title=next(words), lede=next(words), stories=", ".join(f"s{number}" for number in stories)
    )
    files["content/tallies/2019-mid.yaml"] = TALLY.format(source=next(words), label=next(words))
    files["content/registers/visits.yaml"] = REGISTER.format(
        title=json.dumps(TEXTS[1]), remark=json.dumps(NOTES)
    )
    files["content/registers/visits.csv"] = _register()
    files["config.yaml"] = _config(files["config.yaml"], words)
    for lang in ("zh", "en"):
        files[f"content/pages/about/index.{lang}.md"] = f"---\ntitle: {json.dumps(TEXTS[0])}\n---\n乙\n"
    return {path: text.encode("utf-8", "surrogatepass") for path, text in files.items()}


def _register() -> str:
    """A register whose cells are texts of the corpus; what is private in it says so."""
    described = yaml.safe_load(REGISTER.format(title="甲", remark=json.dumps(NOTES)))
    table = io.StringIO()
    rows = csv.writer(table)
    rows.writerow(column["name"] for column in described["columns"])
    rows.writerows((text, "1", f"{PRIVATE} {text}") for text in LINES)
    return table.getvalue()


def _config(text: str, words: Iterator[str]) -> str:
    """config.yaml with other words; its address, its languages and the chart stay out."""
    kept = [line for line in text.splitlines() if line.startswith(("url:", "languages:", "  - {id"))]
    keys = "title subtitle description lede source_line notice".split()
    kept += [f"{key}: {{zh: {next(words)}, en: {next(words)}}}" for key in keys]
    kept.append("contacts: {public: [a@b.cn]}")
    line = f"name: {{zh: {next(words)}, en: {next(words)}}}, motto: {{zh: {next(words)}, en: {next(words)}}}"
    return "\n".join((*kept, f"lines: {{grassroots: {{{line}}}}}", ""))
