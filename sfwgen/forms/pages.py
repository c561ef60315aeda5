"""Every address below /admin/ to its bytes: the page, our scripts, the configuration, the packages' files."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from sfwgen.forms.packages import ENTRY, FONT_SERVICE, FONTS, version_file
from sfwgen.forms.settings import make_settings
from sfwgen.forms.words import LOCALE, merged, say
from sfwgen.model import Site

ADMIN = "admin/"
# Sveltia writes its styles into the page while it runs, hence the word for those.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "media-src blob:; font-src 'self'; connect-src 'self' blob: data:; manifest-src blob: data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""What the page of the forms may load: nothing that is not this preview's own."""

_KINDS = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "json": "application/json",
    "woff2": "font/woff2",
    "txt": "text/plain; charset=utf-8",
}
_OWN = ("forms.js", "format.js", "told.js", "forms.css")
_PACKAGED = re.compile(r"(?:cms|yaml)/(?:[\w-][\w.-]*/)*[\w-][\w.-]*")
_TAGS = {"zh": "zh-Hans", "en": "en"}
_COMMAND = "sfwgen forms"


@dataclass(frozen=True, slots=True)
class FormFile:
    """What is sent for an address: its kind and its bytes."""

    kind: str
    body: bytes


def form_file(
    path: str, *, lang: str, packaged: Callable[[str], bytes | None], site: Callable[[], Project | None]
) -> FormFile | None:
    """Returns what stands at a path below /admin/, or None.

    `packaged` gives the bytes of a file that was fetched, `site` the project as it is now.
    """
    if path in ("", "index.html"):
        versions, meant = version_file()
        return FormFile(_KINDS["html"], _page(lang, there=packaged(versions) == meant).encode())
    if path in _OWN:
        return FormFile(_KINDS[path.rpartition(".")[2]], (files(__package__) / "static" / path).read_bytes())
    if path == "settings.json":
        return FormFile(_KINDS["json"], _settings(site(), lang))
    path = FONTS.get(path, path)
    if not _PACKAGED.fullmatch(path):
        return None
    data = packaged(path)
    return None if data is None else _packaged(path, data)


@dataclass(frozen=True, slots=True)
class Project:
    """A project as the forms need it: its site, and the paths of its files; `config` is config.yaml."""

    site: Site
    paths: tuple[str, ...]
    config: bytes


def _packaged(path: str, data: bytes) -> FormFile:
    kind = path.rpartition(".")[2]
    if path == ENTRY:
        data = data.replace(FONT_SERVICE, f"/{ADMIN}fonts".encode())
    if path.startswith("cms/locales/"):
        # Imported as a module, which a browser refuses of plain JSON.
        texts = merged(json.loads(data), LOCALE)
        return FormFile(_KINDS["js"], f"export default {json.dumps(texts, ensure_ascii=False)};\n".encode())
    return FormFile(_KINDS.get(kind, _KINDS["txt"]), data)


def _settings(project: Project | None, lang: str) -> bytes:
    """The configuration, and by what config.yaml is known to be this project's; empty where there is none."""
    if project is None:
        return b"{}\n"
    settings = make_settings(project.site, project.paths, lang)
    known = hashlib.sha256(project.config.replace(b"\r\n", b"\n")).hexdigest()
    document = {
        "config": settings,
        "known": known,
        "locale": {"zh": "zh-CN"}.get(lang, "en-US"),
        "words": {"foreign": say(lang, "foreign")},
    }
    return (json.dumps(document, ensure_ascii=False) + "\n").encode()


def told_file(title: str, faults: Sequence[str]) -> FormFile:
    """Returns what is shown beside the form: a title, and what is wrong with the documents as they are."""
    return FormFile(
        _KINDS["json"], json.dumps({"title": title, "faults": list(faults)}, ensure_ascii=False).encode()
    )


def _page(lang: str, *, there: bool) -> str:
    """The page, with what is to be said in both languages where the forms cannot work."""
    notes = ("unsupported", "no-project") if there else ("absent",)
    said = "".join(_note(note, lang, hidden=there) for note in notes)
    script = f'<script type="module" src="/{ADMIN}forms.js"></script>' if there else ""
    return (
        f'<!doctype html><html lang="{_TAGS[lang]}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="robots" content="noindex">'
        f'<title>{escape(say(lang, "title"))}</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="/{ADMIN}forms.css">{script}</head>'
        f"<body><noscript>{escape(say('zh', 'script'))} {escape(say('en', 'script'))}</noscript>{said}"
        '<div id="nc-root"></div><aside id="sfwgen-told" role="status" hidden><details open>'
        "<summary></summary><div></div></details></aside></body></html>\n"
    )


def _note(note: str, lang: str, *, hidden: bool) -> str:
    """A note in both languages, that of the preview first."""
    texts = "".join(
        f'<div lang="{_TAGS[each]}"><h1>{escape(say(each, f"{note}-title"))}</h1>'
        f"<p>{escape(say(each, note))}</p></div>"
        for each in sorted(_TAGS, key=lambda each: each != lang)
    )
    command = f"<pre>{_COMMAND}</pre>" if note == "absent" else ""
    back = f'<p><a href="/">{escape(say(lang, "back"))}</a></p>'
    return f'<section id="{note}"{" hidden" if hidden else ""}>{texts}{command}{back}</section>'
