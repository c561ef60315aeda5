"""What `sfwgen links` says, in Chinese and English."""

from __future__ import annotations

from sfwgen.sentences import Sentences, teller

_WORDS: Sentences = {
    "no-site": (
        "还没有生成网站。先运行 sfwgen build。",
        "There is no finished site yet. Run sfwgen build first.",
    ),
    "dead": (
        "打不开：{address}（{why}），见 {pages}",
        "dead: {address} ({why}), on {pages}",
    ),
    "shut": (
        "请用浏览器看一眼：{address}（{why}，可能只是不让程序访问），见 {pages}",
        "to be looked at in a browser: {address} ({why}, perhaps for programs only), on {pages}",
    ),
    "separator": ("、", ", "),
    "counts": (
        "站外链接 {n} 个：打不开 {dead} 个，要用浏览器看的 {shut} 个。",
        "{n} links outside the site: {dead} dead, {shut} to be looked at in a browser.",
    ),
}

tell = teller(_WORDS)
