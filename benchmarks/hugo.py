"""The made-up project as a Hugo site of equal pages: the same texts, figures, lists and languages."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.corpus import MadeUp
from benchmarks.documents import Document, read_story
from benchmarks.furniture import DATELINE, FOOT, HEAD, TOP, fill

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
_WORDS = {
    "TITLE": "{{ .Title }}",
    "ABOUT": "{{ .Params.summary }}",
    "URL": "{{ .Permalink }}",
    "OTHER": "{{ $other.Permalink }}",
    "LANG": "{{ .Site.Language.Lang }}",
    "OTHERLANG": "{{ $other.Language.Lang }}",
    "LINE": "{{ $root }}lines/{{ $line }}/",
    "LINENAME": "{{ $line }}",
    "PLACE": "{{ $place }}",
    "ROOT": "{{ $root }}",
}
_SET = """\
{{ $root := "/" | relLangURL }}{{ $other := . }}{{ range .Translations }}{{ $other = . }}{{ end }}
{{ $line := "" }}{{ with .Params.lines }}{{ $line = index . 0 }}{{ end }}
{{ $place := "" }}{{ with .Params.places }}{{ $place = index . 0 }}{{ end }}
"""
_BASE = (
    _SET
    + """<!doctype html>
<html lang="{{ .Site.Language.Lang }}">
<head>
"""
    # In a script Hugo escapes as JavaScript asks for, in attributes as HTML does.
    + fill(HEAD, _WORDS)
    + "</head>\n<body>\n"
    + fill(TOP, _WORDS)
    + """{{ block "main" . }}{{ end }}
"""
    + fill(FOOT, _WORDS)
    + "</body></html>\n"
)
_CARDS = """\
<ul class="entries">{{ range $pages }}<li class="entry"><p class="meta">{{ index .Params.lines 0 }}</p>
<h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3><p>{{ .Params.summary }}</p>
<p class="meta parts">{{ range .Params.places }}<span>{{ . }}</span>{{ end }}
<time datetime="{{ .Params.month }}">{{ .Params.month }}</time></p>
<dl>{{ range .Params.figures }}<dt>{{ .metric }}</dt>
<dd><data value="{{ .number }}">{{ .value }}</data></dd>{{ end }}</dl></li>
{{ end }}</ul>
"""
_FILTERS = """\
<nav class="filters">{{ range $name, $terms := .Site.Taxonomies }}<div class="filter"><h2>{{ $name }}</h2><ul>
{{ range $terms }}<li><a href="{{ .Page.RelPermalink }}"><span>{{ .Page.Title }}</span>
<span class="count">{{ .Count }}</span></a></li>
{{ end }}</ul></div>{{ end }}</nav>
"""
_LIST = (
    '{{ define "main" }}<h1>{{ .Title }}</h1>{{ $pager := .Paginate .Pages }}{{ $pages := $pager.Pages }}'
    '{{ if not $pager.HasPrev }}{{ partialCached "filters.html" . .Site.Language.Lang }}{{ end }}'
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
{{ range $metric, $sum := $sums.Get "all" }}<dt>{{ $metric }}</dt><dd>{{ int $sum }}</dd>{{ end }}</dl>
{{ $pages := first 10 (where .Site.RegularPages "Section" "stories").ByDate.Reverse }}
"""
    + _CARDS
    + "{{ end }}\n"
)
_STORY = (
    '{{ define "main" }}'
    + _SET
    + """\
<article><header class="head"><p class="meta"><a href="{{ $root }}lines/{{ $line }}/">{{ $line }}</a></p>
<h1>{{ .Title }}</h1><p class="dek">{{ .Params.summary }}</p></header>
"""
    + fill(DATELINE, _WORDS)
    + """\
<section class="panel">{{ range .Params.figures }}<div class="lf"><p class="fig"><data value="{{ .number }}">
<b>{{ .value }}</b></data></p><p class="lf-label">{{ .metric }}</p></div>
{{ end }}<p class="meta"><a href="#_sources">来源</a></p></section>
<div class="grid story"><section class="side"><h2>经过</h2><ol class="steps"><li class="step">
<time datetime="{{ .Params.month }}">{{ .Params.month }}</time><strong>完成</strong><span>路修好了。</span></li></ol>
</section><div class="body"><div class="prose">{{ .Content }}</div>
<section class="sources"><h2 id="_sources">来源与更新</h2><ol><li>虚构。<a href="#_figures">查看数字</a></li>
<li>发布时间未载明，未更正。</li></ol></section>
<section class="evidence"><h2 id="_figures">本文使用的数字</h2>
{{ range .Params.figures }}<div class="ev" id="fig-{{ .metric }}"><h3>{{ .metric }}：{{ .value }}</h3>
<dl class="terms"><div><dt>定义</dt><dd>{{ .metric }}</dd></div>
<div><dt>截至</dt><dd>{{ $.Params.month }}</dd></div><div><dt>来源</dt><dd>虚构</dd></div></dl>
<p class="meta">用在：<a href="{{ $root }}figures.html#{{ .metric }}">{{ .metric }}</a></p></div>
{{ end }}</section></div>
<section class="side"><h2>同类进展</h2><ul class="related">
{{ range first 3 (index .Site.Taxonomies.lines $line).Pages }}
<li><h3><a href="{{ .RelPermalink }}">{{ .Title }}</a></h3>
<p class="meta">{{ range .Params.places }}<span>{{ . }}</span>{{ end }}
<time datetime="{{ .Params.month }}">{{ .Params.month }}</time></p></li>
{{ end }}</ul></section></div></article>
<p>{{ range .Params.places }}<a href="{{ $root }}places/{{ . | urlize }}/">{{ . }}</a>{{ end }}</p>
<nav class="prevnext">
{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}
"""
)
STORY_TEMPLATE = "layouts/_default/single.html"
SETTINGS: Mapping[str, str] = {
    "hugo.toml": _CONFIG,
    "layouts/_default/baseof.html": _BASE,
    "layouts/_default/list.html": _LIST,
    "layouts/_default/taxonomy.html": _LIST,
    "layouts/_default/term.html": _LIST,
    STORY_TEMPLATE: _STORY,
    "layouts/partials/filters.html": _FILTERS,
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
