"""What a release says of itself, out of the changelog."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from scripts.release.building import Commit, Failed

NOTES = """\
# sfwgen {version}

```sh
pip install sfwgen-{version}-py3-none-any.whl            # {python} or newer
pip install "sfwgen-{version}-py3-none-any.whl[images,pdf]"    # with photographs and bulletins as PDF
```

校验：`sha256sum -c SHA256SUMS`。哪些内容在各版本间保持不变：docs/stability.zh.md。
Check the files with `sha256sum -c SHA256SUMS`. What stays from version to version: docs/stability.md.

Made from commit {commit}. The packages are the same bytes wherever that commit is built (`make release`).

## What has changed

{changes}

## Tried with

| Python | dependencies | tests passed |
| --- | --- | --- |
{tried}
{missing}
"""


def changes_of(changelog: str, version: str) -> tuple[str, bool]:
    """What the changelog says of a version, and whether it names it; else what is not yet released."""
    sections = dict(re.findall(r"(?ms)^## (.+?)\n(.*?)(?=^## |\Z)", changelog))
    for title, text in sections.items():
        if title.strip("[]").split(" ")[0].strip("[]") == version:
            return text.strip(), True
    if "Unreleased" not in sections:
        raise Failed(f"CHANGELOG.md has neither a section {version} nor “Unreleased”")
    return sections["Unreleased"].strip(), False


def render_notes(
    commit: Commit, changes: str, tried: Iterable[tuple[str, str, str]], missing: Iterable[str]
) -> str:
    """The text of the notes."""
    absent = ", ".join(missing)
    return (
        NOTES.format(
            version=commit.version,
            python="Python 3.11",
            commit=commit.digest[:12],
            changes=changes,
            tried="\n".join(f"| {' | '.join(row)} |" for row in tried),
            missing=f"\nNot tried, because it was not there: Python {absent}." if absent else "",
        ).rstrip()
        + "\n"
    )


def render_sums(digest_by_name: Mapping[str, str]) -> str:
    """The digests of the files of a release, as `sha256sum -c` reads them."""
    return "".join(f"{value}  {name}\n" for name, value in sorted(digest_by_name.items()))
