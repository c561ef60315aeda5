"""The made-up project as a Hugo site of equal pages: the same texts, figures, lists and languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.corpus import MadeUp
from benchmarks.documents import Document, read_story

PER_PAGE = 25

_CONFIG = f"""\
baseURL = "https://made-up.example/"
title = "三服务"
defaultContentLanguage = "zh"
disableKinds = ["404"]
[pagination]
  pagerSize = {PER_PAGE}
[outputs]
  home = ["html", "rss"]
  section = ["html"]
  taxonomy = ["html"]
  term = ["html"]
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
STORY_TEMPLATE = "layouts/_default/single.html"
SETTINGS: Mapping[str, str] = {
    "hugo.toml": _CONFIG,
    "layouts/_default/baseof.html": _BASE,
    "layouts/_default/list.html": _LIST,
    "layouts/_default/taxonomy.html": _LIST,
    "layouts/_default/term.html": _LIST,
    STORY_TEMPLATE: _STORY,
    "layouts/index.html": _HOME,
}


def hugo_files(story: MadeUp) -> Iterator[tuple[str, str]]:
    """Yields the files of a story as Hugo reads them, path and text."""
    for document in read_story(story):
        yield f"content/{document.lang}/stories/{story.name}.md", _page(document)


def _page(document: Document) -> str:
    header: dict[str, Any] = {
        "title": document.title,
        "summary": document.summary,
        "date": f"{document.month}-01",
        "month": document.month,
        "months": [document.month],
        "lines": [document.line],
        "places": list(document.places),
        "figures": [
            {"metric": each.metric, "value": each.value, "number": each.number} for each in document.figures
        ],
    }
    return f"{json.dumps(header, ensure_ascii=False)}\n\n{document.body}"
