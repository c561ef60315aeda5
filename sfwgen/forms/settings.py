"""The configuration of the forms: which documents there are, where they lie, what each may say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sfwgen.content import document_schemas
from sfwgen.forms.fields import Field, Form, document_fields
from sfwgen.model import Localized, Site

STORIES = "content/stories"
_TITLES = {
    "zh": {"stories": "案例", "pages": "页面", "bulletins": "简报", "tallies": "汇总", "site": "内容"},
    "en": {
        "stories": "Stories",
        "pages": "Pages",
        "bulletins": "Bulletins",
        "tallies": "Tallies",
        "site": "content",
    },
}
_BODY = {
    "zh": ("正文", "Markdown。{=编号} 处印出该数字，{\\~文字\\~} 表示不是数字。"),
    "en": ("Text", "Markdown. {=id} prints that figure, {\\~text\\~} says that something is none."),
}
_SLUG = {
    "zh": (
        "网址里的名称，也是文件夹名：小写英文、数字和连字符，例如 gas-pipeline",
        "只能用小写英文字母、数字和连字符，以字母开头",
    ),
    "en": (
        "Its name in addresses, and that of its folder, such as gas-pipeline",
        "Small letters, digits and hyphens only, a letter first",
    ),
}
_SLUG_PATTERN = "^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"


def make_settings(site: Site, paths: Iterable[str], lang: str) -> dict[str, Any]:
    """Returns Sveltia's configuration for a project that has these files, with its words in a language."""
    languages = {each.id: each.name for each in site.config.languages}
    form = Form(lang, languages, _choices(site, lang))
    schemas = document_schemas(tuple(languages))
    names = _TITLES[lang]
    collections = [
        *(_story_collection(folder, schemas, form) for folder in _story_folders(paths)),
        _pages(schemas, form),
        _records("bulletins", names["bulletins"], schemas["bulletin"], form, "issue-{{number}}"),
        _records("tallies", names["tallies"], schemas["tally"], form, "{{as_of}}"),
    ]
    return {
        "load_config_file": False,
        # It is never signed in to: the folder on this machine is all there is.
        "backend": {
            "name": "gitea",
            "repo": "local/sfwgen",
            "base_url": "http://127.0.0.1",
            "auth_methods": ["token"],
        },
        "app_title": f"sfwgen · {_text(site.config.title, lang)}",
        "media_folder": "content",
        "public_folder": "",
        "i18n": {
            "structure": "multiple_files",
            "locales": list(languages),
            "default_locale": site.config.default.id,
            "initial_locales": "all",
        },
        # Images come from cameras and chats under names that an address cannot have.
        "slug": {"encoding": "unicode"},
        "media_libraries": {"default": {"config": {"slugify_filename": True}}},
        "editor": {"preview": False},
        "output": {"omit_empty_optional_fields": False, "encode_file_path": False},
        "collections": collections,
    }


def form_of(file: str) -> str:
    """Returns the place within the forms where a file is edited; the start where there is none."""
    folder, _, name = file.rpartition("/")
    if folder.startswith(f"{STORIES}/"):
        above, _, slug = folder.rpartition("/")
        return f"#/collections/{_story_name(above)}/entries/{slug}/index"
    parts = folder.split("/")
    if len(parts) == 3 and parts[1] == "pages":
        return f"#/collections/pages/entries/{parts[2]}/index"
    if parts[1:] in (["bulletins"], ["tallies"]):
        return f"#/collections/{parts[1]}/entries/{name.removesuffix('.yaml')}"
    return ""


def _story_name(folder: str) -> str:
    below = folder.removeprefix(STORIES).strip("/")
    return "-".join(["stories", *below.split("/")] if below else ["stories"])


def _story_folders(paths: Iterable[str]) -> list[str]:
    """The folders that hold stories, the uppermost first."""
    stories = (
        path.split("/")[:-2] for path in paths if path.startswith(f"{STORIES}/") and path.endswith(".md")
    )
    return sorted({STORIES, *("/".join(parts) for parts in stories if len(parts) >= 2)})


def _story_collection(folder: str, schemas: Mapping[str, Any], form: Form) -> dict[str, Any]:
    below = folder.removeprefix(STORIES).strip("/")
    title = _TITLES[form.lang]["stories"]
    return _texts(
        _story_name(folder),
        f"{title} {below}".strip(),
        folder,
        document_fields(schemas["story"], form, translated=("title", "summary")),
        form,
        image_folder=True,
    )


def _pages(schemas: Mapping[str, Any], form: Form) -> dict[str, Any]:
    fields = document_fields(schemas["page"], form, translated=("title", "summary"))
    return _texts("pages", _TITLES[form.lang]["pages"], "content/pages", fields, form, image_folder=False)


def _texts(
    name: str, label: str, folder: str, fields: Sequence[Field], form: Form, *, image_folder: bool
) -> dict[str, Any]:
    """A collection of documents with a text in each language, each in a folder of its own."""
    title, hint = _BODY[form.lang]
    body = {"name": "body", "label": title, "hint": hint, "widget": "text", "required": False, "i18n": True}
    slug_hint, slug_wrong = _SLUG[form.lang]
    hidden = {"name": "original", "widget": "hidden", "i18n": True}
    ahead = [each for each in fields if each["name"] in ("title", "summary")]
    rest = [each for each in fields if each not in ahead]
    return {
        "name": name,
        "label": label,
        "label_singular": label,
        "folder": folder,
        "path": "{{slug}}/index",
        "slug": {"editable": ["create"], "hint": slug_hint, "pattern": [_SLUG_PATTERN, slug_wrong]},
        "extension": "md",
        "format": f"sfwgen-{name}-frontmatter",
        "i18n": True,
        "create": True,
        "summary": "{{title}}",
        **({"media_folder": "", "public_folder": ""} if image_folder else {}),
        "fields": [*ahead, body, *rest, hidden],
    }


def _records(name: str, label: str, schema: Mapping[str, Any], form: Form, slug: str) -> dict[str, Any]:
    """A collection of documents that hold all languages in one file."""
    fields = document_fields(schema, form)
    hidden = {"name": "original", "widget": "hidden"}
    first = next(each["name"] for each in fields if each["widget"] == "string")
    return {
        "name": name,
        "label": label,
        "label_singular": label,
        "folder": f"content/{name}",
        "slug": {"template": slug, "editable": ["create"]},
        "extension": "yaml",
        "format": f"sfwgen-{name}",
        "create": True,
        "identifier_field": first,
        "summary": "{{filename}}",
        "fields": [*fields, hidden],
    }


def _choices(site: Site, lang: str) -> dict[str, list[tuple[str, str]]]:
    """What can be chosen from, by the name of the field that takes it."""
    words = site.vocabulary
    return {
        "line": [(each.id, _text(each.name, lang)) for each in site.config.lines],
        "places": [(each.id, _text(each.name, lang)) for each in words.places.values()],
        "teams": [(each.id, _text(each.name, lang)) for each in words.teams.values()],
        "metric": [
            (each.id, _with_id(_text(each.label, lang), each.id, lang)) for each in words.metrics.values()
        ],
        "unit": [
            (each.id, _with_id((each.zh if lang == "zh" else each.en[0]) or each.id, each.id, lang))
            for each in words.units.values()
        ],
        "stories": [
            (each.slug, each.texts[site.config.default.id].title.source.replace("|", ""))
            for each in site.stories
        ],
    }


def _text(texts: Localized, lang: str) -> str:
    return texts.get(lang) or next(iter(texts.values()))


def _with_id(name: str, id_: str, lang: str) -> str:
    return f"{name}（{id_}）" if lang == "zh" else f"{name} ({id_})"
