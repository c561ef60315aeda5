"""The made-up project as a Pelican site of equal pages, one site for each language in one process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from benchmarks.corpus import MadeUp
from benchmarks.documents import Document, read_story
from benchmarks.furniture import DATELINE, FOOT, HEAD, TOP, fill
from benchmarks.hugo import PER_PAGE

_CONFIG = f"""\
SITENAME = "三服务"
SITEURL = "https://made-up.example@@PREFIX@@"
AUTHOR = "made up"
TIMEZONE = "UTC"
DEFAULT_LANG = "@@LANG@@"
PATH = "content/@@LANG@@"
OUTPUT_PATH = "output@@PREFIX@@"
CACHE_PATH = "cache/@@LANG@@"
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "mtime"
THEME = "theme"
ARTICLE_URL = ARTICLE_SAVE_AS = ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = "stories/{{slug}}.html"
CATEGORY_URL = CATEGORY_SAVE_AS = "lines/{{slug}}.html"
TAG_URL = TAG_SAVE_AS = "tags/{{slug}}.html"
AUTHOR_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "stories"]
PAGINATION_PATTERNS = [
    (1, "{{name}}{{extension}}", "{{name}}{{extension}}"),
    (2, "{{name}}.p{{number}}{{extension}}", "{{name}}.p{{number}}{{extension}}"),
]
PAGINATED_TEMPLATES = {{"stories": {PER_PAGE}, "tag": {PER_PAGE}, "category": {PER_PAGE}}}
FEED_ALL_ATOM = "feed.xml"
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 25
MARKDOWN = {{
    "extensions": ["markdown.extensions.extra", "markdown.extensions.toc", "markdown.extensions.meta"],
    "output_format": "html5",
}}
OTHER = "@@OTHER@@"
METRICS = ["visits", "households", "money"]
"""
_BUILD = '''\
"""Builds both languages, with each story between its neighbours."""

import logging

from pelican import Pelican, signals
from pelican.settings import read_settings


def neighbours(generator):
    stories, newest = generator.articles, {}
    for place, story in enumerate(stories):
        story.newer = stories[place - 1] if place else None
        story.older = stories[place + 1] if place + 1 < len(stories) else None
        story.related = newest.setdefault(story.category, [])
        if len(story.related) < 3:
            story.related.append(story)


signals.article_generator_finalized.connect(neighbours)
logging.disable(logging.WARNING)
for lang in ("zh", "en"):
    Pelican(read_settings(f"pelicanconf_{lang}.py")).run()
'''
_WORDS = {
    "TITLE": "{{ self.title() }}",
    "ABOUT": "{{ self.about() }}",
    "URL": "{{ SITEURL }}/{{ output_file }}",
    "OTHER": """/{{ "en/" if OTHER == "en" }}{{ output_file }}""",
    "LANG": "{{ DEFAULT_LANG }}",
    "OTHERLANG": "{{ OTHER }}",
    "LINE": "{{ SITEURL }}/{{ article.category.url if article }}",
    "LINENAME": "{{ article.category if article }}",
    "PLACE": "{{ article.tags[0] if article }}",
    "ROOT": "{{ SITEURL }}/",
}
_BASE = (
    """\
<!doctype html>
<html lang="{{ DEFAULT_LANG }}">
<head>
"""
    "{% set _ %}{% block title %}{% endblock %}{% block about %}{% endblock %}{% endset %}"
    + fill(HEAD, _WORDS)
    + "</head>\n<body>\n"
    + fill(TOP, _WORDS)
    + "{% block main %}{% endblock %}\n"
    + fill(FOOT, _WORDS)
    + "</body></html>\n"
)
_CARDS = """\
{% macro cards(stories) %}
<ul class="entries">{% for story in stories %}<li class="entry"><p class="meta">{{ story.category }}</p>
<h3><a href="{{ SITEURL }}/{{ story.url }}">{{ story.title }}</a></h3><p>{{ story.about }}</p>
<p class="meta parts">{% for tag in story.tags %}<span>{{ tag }}</span>{% endfor %}
<time datetime="{{ story.month }}">{{ story.month }}</time></p>
<dl>{% for metric in METRICS %}<dt>{{ metric }}</dt>
<dd><data value="{{ story[metric ~ "_number"] }}">{{ story[metric] }}</data></dd>{% endfor %}</dl></li>
{% endfor %}</ul>
{% endmacro %}
{% macro filters() %}
<nav class="filters">{% for name, terms in [("lines", categories), ("tags", tags)] %}<div class="filter">
<h2>{{ name }}</h2><ul>{% for term, stories in terms %}<li><a href="{{ SITEURL }}/{{ term.url }}">
<span>{{ term }}</span> <span class="count">{{ stories | length }}</span></a></li>
{% endfor %}</ul></div>{% endfor %}</nav>
{% endmacro %}
{% macro go(rel, page, text="") %}
{% if page %}<a rel="{{ rel }}" href="{{ SITEURL }}/{{ page.url }}">{{ text or page.title }}</a>{% endif %}
{% endmacro %}
"""
_LIST = """\
{% extends "base.html" %}{% from "cards.html" import cards, filters, go with context %}
{% block title %}{{ NAME }}{% endblock %}
{% block main %}<h1>{{ NAME }}</h1>{% if not articles_page.has_previous() %}{{ filters() }}{% endif %}
{{ cards(articles_page.object_list) }}
{{ go("prev", articles_page.has_previous() and articles_previous_page, "‹") }}
{{ go("next", articles_page.has_next() and articles_next_page, "›") }}
{% endblock %}
"""
_HOME = """\
{% extends "base.html" %}{% from "cards.html" import cards, go with context %}
{% block title %}{{ SITENAME }}{% endblock %}
{% block main %}<h1>{{ SITENAME }}</h1><dl>
{% for metric in METRICS %}<dt>{{ metric }}</dt>
<dd>{{ articles | map(attribute=metric ~ "_number") | map("int") | sum }}</dd>{% endfor %}</dl>
{{ cards(articles[:10]) }}{% endblock %}
"""
_STORY = (
    """\
{% extends "base.html" %}{% from "cards.html" import go with context %}
{% block title %}{{ article.title }}{% endblock %}{% block about %}{{ article.about }}{% endblock %}
{% block main %}<article><header class="head">
<p class="meta"><a href="{{ SITEURL }}/{{ article.category.url }}">{{ article.category }}</a></p>
<h1>{{ article.title }}</h1><p class="dek">{{ article.about }}</p></header>
"""
    + fill(DATELINE, _WORDS)
    + """\
<section class="panel">{% for metric in METRICS %}<div class="lf"><p class="fig">
<data value="{{ article[metric ~ "_number"] }}"><b>{{ article[metric] }}</b></data></p><p>{{ metric }}</p></div>
{% endfor %}<p class="meta"><a href="#_sources">来源</a></p></section>
<div class="grid story"><section class="side"><h2>经过</h2><ol class="steps"><li class="step">
<time datetime="{{ article.month }}">{{ article.month }}</time><strong>完成</strong><span>路修好了。</span></li></ol>
</section><div class="body"><div class="prose">{{ article.content }}</div>
<section class="sources"><h2 id="_sources">来源与更新</h2><ol><li>虚构。<a href="#_figures">查看数字</a></li>
<li>发布时间未载明，未更正。</li></ol></section>
<section class="evidence"><h2 id="_figures">本文使用的数字</h2>
{% for metric in METRICS %}<div class="ev" id="fig-{{ metric }}"><h3>{{ metric }}：{{ article[metric] }}</h3>
<dl class="terms"><div><dt>定义</dt><dd>{{ metric }}</dd></div><div><dt>截至</dt><dd>{{ article.month }}</dd></div>
<div><dt>来源</dt><dd>虚构</dd></div></dl>
<p class="meta">用在：<a href="{{ SITEURL }}/figures.html#{{ metric }}">{{ metric }}</a></p></div>
{% endfor %}</section></div>
<section class="side"><h2>同类进展</h2><ul class="related">
{% for each in article.related %}<li><h3><a href="{{ SITEURL }}/{{ each.url }}">{{ each.title }}</a></h3>
<p class="meta">{% for tag in each.tags %}<span>{{ tag }}</span>{% endfor %}
<time datetime="{{ each.month }}">{{ each.month }}</time></p></li>
{% endfor %}</ul></section></div></article>
<p>{% for tag in article.tags %}<a href="{{ SITEURL }}/{{ tag.url }}">{{ tag }}</a>{% endfor %}</p>
<nav class="prevnext">{{ go("prev", article.older) }}{{ go("next", article.newer) }}</nav>{% endblock %}
"""
)
STORY_TEMPLATE = "theme/templates/article.html"


def _config(lang: str, other: str, prefix: str) -> str:
    return _CONFIG.replace("@@LANG@@", lang).replace("@@OTHER@@", other).replace("@@PREFIX@@", prefix)


SETTINGS: Mapping[str, str] = {
    "build.py": _BUILD,
    "pelicanconf_zh.py": _config("zh", "en", ""),
    "pelicanconf_en.py": _config("en", "zh", "/en"),
    "theme/static/.keep": "",
    "theme/templates/base.html": _BASE,
    "theme/templates/cards.html": _CARDS,
    "theme/templates/index.html": _HOME,
    "theme/templates/stories.html": _LIST.replace("NAME", "SITENAME"),
    "theme/templates/tag.html": _LIST.replace("NAME", "tag"),
    "theme/templates/category.html": _LIST.replace("NAME", "category"),
    STORY_TEMPLATE: _STORY,
}


def pelican_files(story: MadeUp) -> Iterator[tuple[str, str]]:
    """Yields the files of a story as Pelican reads them, path and text."""
    for document in read_story(story):
        yield f"content/{document.lang}/{story.name}.md", _page(document, story.name)


def _page(document: Document, slug: str) -> str:
    lines = {
        "Title": document.title,
        "Date": f"{document.month}-01",
        "Slug": slug,
        "Category": document.line,
        "Tags": ", ".join((*document.places, document.month)),
        "About": document.summary,
        "Month": document.month,
        **{each.metric: each.value for each in document.figures},
        **{f"{each.metric}_number": str(each.number) for each in document.figures},
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items()) + f"\n{document.body}"
