"""The made-up project as a Pelican site of equal pages, one site for each language in one process."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from benchmarks.corpus import MadeUp
from benchmarks.documents import Document, read_story
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
    stories = generator.articles
    for place, story in enumerate(stories):
        story.newer = stories[place - 1] if place else None
        story.older = stories[place + 1] if place + 1 < len(stories) else None


signals.article_generator_finalized.connect(neighbours)
logging.disable(logging.WARNING)
for lang in ("zh", "en"):
    Pelican(read_settings(f"pelicanconf_{lang}.py")).run()
'''
_BASE = """\
<!doctype html>
<html lang="{{ DEFAULT_LANG }}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{% block title %}{% endblock %} — {{ SITENAME }}</title>
<meta name="description" content="{% block about %}{% endblock %}">
<link rel="canonical" href="{{ SITEURL }}/{{ output_file }}">
<link rel="alternate" hreflang="{{ OTHER }}" href="/{{ "en/" if OTHER == "en" }}{{ output_file }}"></head>
<body><header><nav><a href="{{ SITEURL }}/">{{ SITENAME }}</a>
{% for category, _ in categories %}<a href="{{ SITEURL }}/{{ category.url }}">{{ category }}</a>
{% endfor %}</nav>
<a lang="{{ OTHER }}" href="/{{ "en/" if OTHER == "en" }}{{ output_file }}">{{ OTHER }}</a></header>
<main>{% block main %}{% endblock %}</main>
<footer><p>{{ SITENAME }}</p></footer></body></html>
"""
_CARDS = """\
{% macro cards(stories) %}
<ul>{% for story in stories %}<li><a href="{{ SITEURL }}/{{ story.url }}">{{ story.title }}</a>
<p>{{ story.about }}</p><p>{{ story.month }}{% for tag in story.tags %} {{ tag }}{% endfor %}</p>
<dl>{% for metric in METRICS %}<dt>{{ metric }}</dt><dd>{{ story[metric] }}</dd>{% endfor %}</dl></li>
{% endfor %}</ul>
{% endmacro %}
{% macro go(rel, page, text="") %}
{% if page %}<a rel="{{ rel }}" href="{{ SITEURL }}/{{ page.url }}">{{ text or page.title }}</a>{% endif %}
{% endmacro %}
"""
_LIST = """\
{% extends "base.html" %}{% from "cards.html" import cards, go with context %}
{% block title %}{{ NAME }}{% endblock %}
{% block main %}<h1>{{ NAME }}</h1>{{ cards(articles_page.object_list) }}
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
_STORY = """\
{% extends "base.html" %}{% from "cards.html" import go with context %}
{% block title %}{{ article.title }}{% endblock %}{% block about %}{{ article.about }}{% endblock %}
{% block main %}<article><h1>{{ article.title }}</h1><p>{{ article.about }}</p>
<table>{% for metric in METRICS %}<tr><th>{{ metric }}</th>
<td><data value="{{ article[metric ~ "_number"] }}">{{ article[metric] }}</data></td></tr>
{% endfor %}</table>
{{ article.content }}
<p>{% for tag in article.tags %}<a href="{{ SITEURL }}/{{ tag.url }}">{{ tag }}</a>{% endfor %}</p>
{{ go("prev", article.older) }}{{ go("next", article.newer) }}
</article>{% endblock %}
"""
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
