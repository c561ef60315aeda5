"""Makes the site of the documents: `python -m scripts.docs_site [FOLDER]`, by default `.docs-site/`.

MkDocs builds it from the documents in docs/ and those at the top of the repository, side by side in a folder
of their own, with links that fit there. Where a link leads to a file that is no document, its words stay.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).resolve().parent.parent
TOP = {
    "README.md": "project/README.md",
    "README.zh-CN.md": "project/README.zh.md",
    "ARCHITECTURE.md": "project/ARCHITECTURE.md",
    "CONTRIBUTING.md": "project/CONTRIBUTING.md",
    "SECURITY.md": "project/SECURITY.md",
    "CHANGELOG.md": "project/CHANGELOG.md",
}
"""The documents at the top of the repository, and what they are called beside the others."""
_FENCE = re.compile(r"(?m)^(\s*`{3,})(\w+) +(\S.*)$")
_LINK = re.compile(r"(!?)\[((?:[^\]\[]|\[[^\]]*\])*)\]\(([^)\s#:]+)((?:#[^)\s]*)?)\)")


def gather(folder: Path) -> None:
    """Puts every document and picture into a folder, by the names under which the site has them."""
    shutil.copytree(ROOT / "docs", folder, ignore=shutil.ignore_patterns("schema"))
    pages = {
        f"docs/{each.relative_to(folder).as_posix()}": each for each in folder.rglob("*") if each.is_file()
    }
    for name, called in TOP.items():
        pages[name] = folder / called
        pages[name].parent.mkdir(exist_ok=True)
        shutil.copyfile(ROOT / name, pages[name])
    names = {path: page.relative_to(folder).as_posix() for path, page in pages.items()}
    for path, page in pages.items():
        if page.suffix == ".md":
            page.write_text(_fit(page.read_text(encoding="utf-8"), path, names), encoding="utf-8")


def _fit(text: str, path: str, names: dict[str, str]) -> str:
    def fitted(link: re.Match[str]) -> str:
        image, words, target, anchor = link.groups()
        page = names.get(normpath(join(dirname(path), target)))
        if page is None:
            return str(words)
        # Each reader gets the version in their language: links name a page without one.
        plain = page.replace(".zh.md", ".md") if page.replace(".zh.md", ".md") in names.values() else page
        return f"{image}[{words}]({relpath(plain, dirname(names[path]) or '.')}{anchor})"

    # What our documents write behind the language of an example is its file: the tests put it there.
    titled = _FENCE.sub(lambda fence: f'{fence[1]}{fence[2]} title="{_title(fence[3])}"', text)
    return _LINK.sub(fitted, titled)


def _title(words: str) -> str:
    return words.rpartition(" ")[2].rpartition(":")[2]


def make_site(target: Path) -> None:
    """Builds the site into a folder; raises mkdocs' Abort where a link leads nowhere."""
    with tempfile.TemporaryDirectory() as name:
        source = Path(name) / "docs"
        gather(source)
        config = load_config(
            str(ROOT / "mkdocs.yml"), docs_dir=str(source), site_dir=str(target.resolve()), strict=True
        )
        config.plugins.on_startup(command="build", dirty=False)
        build(config)


if __name__ == "__main__":
    make_site(Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / ".docs-site"))
