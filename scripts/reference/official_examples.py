"""An official site for the examples of diagnostics: a sound one, and what a slip in it is told as."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sfwgen.resources import theme_files
from tests.bad.cases import read_base
from tests.official.projects import ARTWORK, CODE, HOST, ICP, POLICE, PUBLISHER, SITE

CONFIG = "config.yaml"
STORY = "content/stories/feifeng-road/index.zh.md"

_META = "{% for meta in frame.meta %}\n"
_PUBLISHER = f"publisher: {{zh: {PUBLISHER}, en: Yongkang Test Bureau}}\n"
_NOTICE = "notice: {zh: 演示版，非官方发布, en: Unofficial preview}\n"

_IN_CONFIG: Mapping[str, tuple[str, str]] = {
    "official-site-missing": (SITE, ""),
    "official-publisher-missing": (_PUBLISHER, ""),
    "official-site-unofficial": ("official: true\n", f"official: false\n{_NOTICE}"),
    "official-notice-left": ("official: true\n", f"official: true\n{_NOTICE}"),
    "official-placeholder": (f"code: {CODE}", "code: 待补"),
    "official-domain-form": (f"domain: {HOST}", f"domain: https://{HOST}/"),
    "official-domain-differs": (f"domain: {HOST}", "domain: www.ceshi.example"),
    "official-code-form": (f"code: {CODE}", "code: 990000007"),
    "official-icp-form": (ICP, "ICP备90000008号"),
    "official-police-form": (POLICE, "测公网安备990000号"),
    "official-mark-file": ("file: party.png", "file: 标识.png"),
    "official-mark-missing": ("file: party.png", "file: parti.png"),
    "official-mark-link": ("https://marks.example/party?id=7", "marks.example"),
    "official-mark-home-made": ("https://marks.example/party?id=7", f"https://{HOST}/about.html"),
}
_IN_TEMPLATES: Mapping[str, tuple[str, str, str]] = {
    "official-tag-missing": ("base.html", _META, "{% for meta in () %}\n"),
    "official-tag-empty": ("base.html", 'content="{{ meta.content }}"', 'content=""'),
    "official-tag-twice": (
        "base.html",
        _META,
        f'{_META}<meta name="SiteName" content="{{{{ site.title }}}}">\n',
    ),
    "official-tag-residue": ("base.html", 'content="{{ meta.content }}"', 'content="null"'),
    "official-tag-form": (
        "base.html",
        'content="{{ meta.content }}"',
        """content="{{ meta.content | replace('2019-07-05 ', '2019年7月5日 ') }}\"""",
    ),
    "official-tag-differs": (
        "base.html",
        'content="{{ meta.content }}"',
        f"""content="{{{{ meta.content | replace('{CODE}', '9900000001') }}}}\"""",
    ),
    "official-tag-spelling": ("base.html", '="{{ meta.key }}"', '="{{ meta.key | lower }}"'),
    "official-tag-unofficial": ("base.html", _META, f'<meta name="SiteIDCode" content="{CODE}">\n{_META}'),
    "official-foot-missing": ("_footer.html", "{{ own.code }}", ""),
}


def official_projects() -> Iterator[tuple[str, dict[str, str | bytes]]]:
    """Yields, by code, the files that are put over the sound project."""
    for code, (old, new) in _IN_CONFIG.items():
        yield code, {**_official(), CONFIG: _replaced(_config(), old, new)}
    yield "official-story-undated", {**_official(), STORY: _story("")}
    for code, (name, old, new) in _IN_TEMPLATES.items():
        base = {} if code == "official-tag-unofficial" else _official()
        text = _replaced(theme_files()[name].decode(), old, new)
        yield code, {**base, f"templates/{name}": text}


def _replaced(text: str, old: str, new: str) -> str:
    if old not in text:
        raise ValueError(f"there is no {old!r}")
    return text.replace(old, new)


def _base(path: str) -> str:
    return read_base().read()[0][path].decode()


def _config() -> str:
    text = _replaced(_base(CONFIG), _NOTICE, f"official: true\n{_PUBLISHER}{SITE}")
    return _replaced(text, "https://sfw.example/", f"https://{HOST}/")


def _story(published: str = "published: 2019-07-05 16:30\n") -> str:
    return _replaced(_base(STORY), "line: grassroots\n", f"{published}line: grassroots\n")


def _official() -> dict[str, str | bytes]:
    return {CONFIG: _config(), STORY: _story(), **ARTWORK}
