"""What is told where posts of Hugo or Hexo are imported: they lie outside the project."""

from __future__ import annotations

from collections.abc import Iterator

from sfwgen.diagnostics import Diagnostic, Location, fault

_FILE = "old-site/content/news/feifeng.zh.md"
_WORDS: dict[str, tuple[int, int, dict[str, object]]] = {
    "post-header-open": (1, 1, {"fence": "+++"}),
    "post-header-toml": (3, 9, {}),
    "post-header-json": (4, 2, {}),
    "post-too-large": (0, 0, {"limit": 1}),
    "post-format-unread": (0, 0, {"ending": ".org"}),
    "post-page-left": (0, 0, {}),
    "post-language-unknown": (0, 0, {"code": "fr"}),
    "post-language-twice": (0, 0, {"first": "old-site/content/news/feifeng.md"}),
    "post-language-doubtful": (0, 0, {"language": "zh"}),
    "post-recoded": (0, 0, {"encoding": "GBK"}),
    "post-name-made": (0, 0, {"slug": "post-2019-06-27-3f9a2c"}),
    "post-name-taken": (0, 0, {"slug": "feifeng-road"}),
    "post-known": (0, 0, {"slug": "feifeng-road"}),
    "post-changed": (0, 0, {"slug": "feifeng-road"}),
    "post-was-draft": (4, 1, {}),
    "post-line-assumed": (5, 1, {"line": "grassroots"}),
    "post-date-unreadable": (3, 1, {"field": "expiryDate", "value": "完工以后"}),
    "post-fields-kept": (6, 1, {"fields": "weight, author"}),
    "post-terms-kept": (5, 1, {"words": "道路, 民生"}),
    "post-address-unknown": (0, 0, {}),
    "post-alias-lost": (1, 1, {"alias": "/index.php?id=12"}),
    "post-tag-lost": (12, 1, {"tag": "{{% notice tip %}}"}),
    "post-embed-linked": (
        14,
        1,
        {"tag": "{{< youtube w7Ft2ymGmfc >}}", "target": "https://www.youtube.com/watch?v=w7Ft2ymGmfc"},
    ),
    "post-html-lost": (16, 1, {"what": "<script>…</script>"}),
    "post-comment-lost": (17, 1, {"text": "找老王核实"}),
    "post-link-lost": (18, 1, {"target": "/tags/road/"}),
    "post-image-lost": (19, 1, {"target": "整修后的路 road.svg"}),
    "post-image-outside": (20, 1, {"target": "https://example.org/road.jpg"}),
    "post-file-left": (21, 1, {"target": "plan.pdf"}),
    "post-equation-kept": (22, 1, {"text": "V = Sh"}),
    "post-diagram-kept": (24, 1, {"kind": "mermaid"}),
    "post-note-lost": (30, 1, {"text": "[^2]"}),
    "post-format-lost": (31, 1, {"text": "{.lead}"}),
    "post-character-lost": (32, 1, {"character": "U+E123"}),
}


def told_of_posts() -> Iterator[Diagnostic]:
    """Yields an example of each code of posts that are imported."""
    yield fault("post-settings-unread", Location("old-site/hugo.toml", 4, 9))
    for code, (line, column, words) in _WORDS.items():
        yield fault(code, Location(_FILE, line, column), related=(), **words)
