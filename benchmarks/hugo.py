"""The made-up project as a Hugo site of equal pages: the same texts, figures, lists and languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from benchmarks.corpus import make_corpus

PER_PAGE = 20

_CONFIG = f"""\
baseURL = "https://example.gov.cn/"
title = "三服务"
defaultContentLanguage = "zh"
disableKinds = ["404"]
[pagination]
  pagerSize = {PER_PAGE}
[taxonomies]
  line = "lines"
  place = "places"
  month = "months"
[languages.zh]
  label = "中文"
  contentDir = "content/zh"
  weight = 1
[languages.en]
  label = "English"
  contentDir = "content/en"
  weight = 2
"""
_BASE = """\
<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }} — {{ .Site.Title }}</title><meta name="description" content="{{ .Params.summary }}">
<link rel="canonical" href="{{ .Permalink }}">
{{ range .AllTranslations }}<link rel="alternate" hreflang="{{ .Language.Lang }}" href="{{ .Permalink }}">
{{ end }}</head>
<body><header><nav><a href="{{ "/" | relLangURL }}">{{ .Site.Title }}</a>
{{ range .Site.Taxonomies.lines }}<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a>
{{ end }}</nav>
{{ range .Translations }}<a lang="{{ .Language.Lang }}" href="{{ .RelPermalink }}">{{ .Language.Label }}</a>
{{ end }}</header>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>{{ .Site.Title }}</p></footer></body></html>
"""
_CARDS = """\
<ul>{{ range $pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Params.summary }}</p>
<p>{{ .Params.month }}{{ range .Params.places }} {{ . }}{{ end }}</p>
<dl>{{ range .Params.figures }}<dt>{{ .metric }}</dt><dd>{{ .value }}</dd>{{ end }}</dl></li>
{{ end }}</ul>
"""
_LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ $pager := .Paginate .Pages }}{{ $pages := $pager.Pages }}'
    + _CARDS
    + '{{ if $pager.HasPrev }}<a rel="prev" href="{{ $pager.Prev.URL }}">‹</a>{{ end }}'
    + '{{ if $pager.HasNext }}<a rel="next" href="{{ $pager.Next.URL }}">›</a>{{ end }}{{ end }}\n'
)
_HOME = (
    """\
{{ define "main" }}<h1>{{ .Site.Title }}</h1>{{ $sums := newScratch }}
{{ range where .Site.RegularPages "Section" "stories" }}{{ range .Params.figures }}
{{ $sums.SetInMap "all" .metric (add (index ($sums.Get "all" | default dict) .metric | default 0) .number) }}
{{ end }}{{ end }}<dl>
{{ range $metric, $sum := $sums.Get "all" }}<dt>{{ $metric }}</dt><dd>{{ $sum }}</dd>{{ end }}</dl>
{{ $pages := first 10 (where .Site.RegularPages "Section" "stories").ByDate.Reverse }}
"""
    + _CARDS
    + "{{ end }}\n"
)
_STORY = """\
{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>
<table>{{ range .Params.figures }}<tr><th>{{ .metric }}</th>
<td><data value="{{ .number }}">{{ .value }}</data></td></tr>
{{ end }}</table>
{{ .Content }}
<p>{{ range .Params.places }}<a href="{{ "/places/" | relLangURL }}{{ . | urlize }}/">{{ . }}</a>{{ end }}</p>
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
</article>{{ end }}
"""
_LAYOUTS = {
    "_default/baseof.html": _BASE,
    "_default/list.html": _LIST,
    "_default/taxonomy.html": _LIST,
    "_default/term.html": _LIST,
    "_default/single.html": _STORY,
    "index.html": _HOME,
}


def write_hugo(folder: Path, stories: int, seed: int = 1) -> None:
    """Writes the site into an empty or new folder."""
    files = {"hugo.toml": _CONFIG, **{f"layouts/{name}": text for name, text in _LAYOUTS.items()}}
    for path, text in (*files.items(), *_stories(stories, seed)):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _stories(stories: int, seed: int) -> Iterator[tuple[str, str]]:
    facts: dict[str, Mapping[str, Any]] = {}
    for path, text in make_corpus(stories, seed):
        if not path.startswith("content/stories/"):
            continue
        folder, _, name = path.rpartition("/")
        language = name.removeprefix("index.").removesuffix(".md")
        _, header, body = text.split("---\n", 2)
        said = yaml.safe_load(header)
        stated = facts.setdefault(folder, said)
        yield f"content/{language}/stories/{folder.rpartition('/')[2]}.md", _page(said, stated, body)


def _page(said: Mapping[str, Any], facts: Mapping[str, Any], body: str) -> str:
    month = str(facts["date"])
    header = {
        "title": said["title"],
        "summary": said["summary"],
        "date": f"{month}-01",
        "month": month,
        "months": [month],
        "lines": [facts["line"]],
        "places": facts["places"],
        "figures": [
            {**each, "number": int("".join(filter(str.isdigit, each["value"])))} for each in facts["figures"]
        ],
    }
    return f"{json.dumps(header, ensure_ascii=False)}\n\n{body}"
