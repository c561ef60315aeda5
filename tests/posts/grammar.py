"""Posts as Hugo and Hexo document them, made up from a seed: every feature of the two manuals in ever new company.

Each piece of a post carries words of its own, so that a test can ask where every one of them has gone.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6364f8cf500f"
    "00038601805a3457da0000000049454e44ae426082"
)
_NAMES = (
    "daolu",
    "gas-line",
    "housing-2019",
    "新路",
    "走访 记录",
    "Visit_Report",
    "2019-06-01-xiulu",
    "a.b.c",
)
_DATES = (
    "2019-06-27", "2019/6/27 8:05:00", "2019-06-27 08:05:00", "2019-06-27T08:05:00+08:00", "2019-06-27T00:05:00Z",
    "2019-06-27 08:05:00 +0800", "2019-06-27T08:05:00.123-05:00", "27 Jun 2019 08:05 UTC", "June 27, 2019", "2019-06",
)  # fmt: skip
_SECTIONS = ("posts", "news", "news/2019", "blog")


@dataclass
class Made:
    """A folder of posts, with the words that stand in each post and are all to be found again."""

    files: dict[str, bytes] = field(default_factory=dict)
    words: dict[str, list[str]] = field(default_factory=dict)
    posts: int = 0


class Writer:
    """Writes one post; `links` are other posts as one would refer to them."""

    def __init__(self, tool: str, rng: random.Random, number: int, links: list[str]) -> None:
        self.tool = tool
        self.rng = rng
        self.links = links
        self.words: list[str] = []
        self.beside: dict[str, bytes] = {}
        self.everywhere: dict[str, bytes] = {}
        self._number = number * 1000

    def word(self) -> str:
        """Returns a word that occurs nowhere else."""
        self._number += 1
        self.words.append(f"zq{self._number}q")
        return self.words[-1]

    def body(self, blocks: int) -> str:
        """Returns some blocks of all kinds, one after the other."""
        makers = (*_BLOCKS, *(_HUGO if self.tool == "hugo" else _HEXO))
        return "\n\n".join(self.rng.choice(makers)(self) for _ in range(blocks)) + "\n"

    def text(self) -> str:
        """Returns a few words with something among them."""
        inner = self.rng.choice(_INLINES)(self)
        return f"飞凤社区{self.word()}，{inner}，见{self.word()}。"

    def image(self) -> str:
        """Returns the address of an image that exists."""
        name = f"img-{self._number}.{self.rng.choice(('png', 'PNG', 'jpg'))}"
        if self.rng.random() < 0.5:
            self.everywhere[f"images/{name}"] = PNG
            return f"/images/{name}"
        self.beside[name] = PNG
        return name


# --- within lines -------------------------------------------------------------------------------------------

_INLINES: tuple[Callable[[Writer], str], ...] = (
    lambda w: f"**{w.word()}**和*{w.word()}*",
    lambda w: f"`{w.word()} {{{{< x >}}}}`" if w.tool == "hexo" else f"`{w.word()} {{{{</* {w.word()} */>}}}}`",
    lambda w: f"~~{w.word()}~~",
    lambda w: f"[{w.word()}](https://example.org/{w.word()})",
    lambda w: f"[{w.word()}](https://example.org/a_(b) \"{w.word()}\")",
    lambda w: f"[{w.word()}](/nowhere/{w.word()}/)",
    lambda w: f"[{w.word()}]({w.rng.choice(w.links)})" if w.links else w.word(),
    lambda w: f"[{w.word()}](javascript:{w.word()})",
    lambda w: f"https://example.org/{w.word()}，{w.word()}",
    lambda w: f"<https://example.org/{w.word()}>",
    lambda w: f"![{w.word()}]({w.image()})",
    lambda w: f"![]({w.image()} \"{w.word()}\")",
    lambda w: f"![{w.word()}](https://example.org/{w.word()}.png)",
    lambda w: f"![{w.word()}](gone-{w.word()}.png)",
    lambda w: f"[![{w.word()}]({w.image()})](https://example.org/{w.word()})",
    lambda w: f"$x_{{{w.word()}}}^2$",
    lambda w: f"\\\\({w.word()}\\\\)",
    lambda w: f"价格$5到$6{w.word()}",
    lambda w: f":smile: :{w.word()}: :+1:",
    lambda w: f"{{={w.word()}}} {{~{w.word()}~}} \\*{w.word()}\\*",
    lambda w: f"a < b > c & d &lt;{w.word()}&gt;",
    lambda w: f'<span style="color:red">{w.word()}</span><br/><kbd>{w.word()}</kbd>',
    lambda w: f'<font color="red">{w.word()}</font>',
    lambda w: f'<a href="https://example.org/{w.word()}" target="_blank">{w.word()}</a>',
    lambda w: f'<img src="{w.image()}" alt="{w.word()}" width="300">',
    lambda w: f"<!-- {w.word()} -->{w.word()}",
    lambda w: f"\u200b{w.word()}\u00a0{w.word()}\ue123",
    lambda w: "x^2^ H~2~O ==" + w.word() + "==",
    lambda w: f"[{w.word()}][ref{w._number}]\n\n[ref{w._number}]: https://example.org/{w.word()} '{w.word()}'",
)  # fmt: skip


def _note(w: Writer) -> str:
    label = w.word()
    return w.rng.choice(
        (
            f"{w.word()}[^{label}]\n\n[^{label}]: {w.word()}",
            f"{w.word()}[^{label}]",
            f"[^{label}]: {w.word()}",
        )
    )


def _list(w: Writer) -> str:
    step = w.rng.choice((2, 3, 4))
    mark = w.rng.choice(("-", "*", "+", "1.", "1)"))
    task = w.rng.choice(("", "[ ] ", "[x] "))
    pad = " " * step
    return (
        f"{mark} {task}{w.text()}\n{pad}- {w.word()}\n{pad}  {w.word()}\n{pad}{pad}* {w.word()}\n{mark} {w.word()}\n\n"
        f"{' ' * (len(mark) + 1)}{w.word()}\n{mark} {w.word()}"
    )


def _table(w: Writer) -> str:
    before = w.rng.choice(("", f"{w.word()}：\n"))
    return (
        f"{before}| {w.word()} | 数量 |\n|:--|--:|\n| {w.word()} | `{w.word()}` |\n| **{w.word()}** | 200米 |"
    )


def _fence(w: Writer) -> str:
    mark = w.rng.choice(("```", "~~~", "````"))
    info = w.rng.choice(("", "go", "js", "mermaid", "go {linenos=table}", "text title.txt"))
    return f"{mark}{info}\n# {w.word()}\n  <b>{w.word()}</b> $x$ [a](b)\n\n- {w.word()}\n{mark}"


def _heading(w: Writer) -> str:
    level = w.rng.randint(1, 5)
    marks = w.rng.choice(("", " #", f" {{#{w.word()}}}", " {.red}")) if w.tool == "hugo" else ""
    return w.rng.choice((f"{'#' * level} {w.word()}{marks}", f"{w.word()}\n===", f"{w.word()}\n---"))


_BLOCKS: tuple[Callable[[Writer], str], ...] = (
    Writer.text,
    Writer.text,
    lambda w: f"{w.text()}\n{w.text()}  \n{w.word()}",
    _heading,
    _heading,
    _list,
    lambda w: f"{w.word()}：\n- {w.word()}\n- {w.word()}",
    lambda w: f"- {w.word()}\n\n  ```sh\n  {w.word()}\n  ```\n- {w.word()}",
    _table,
    _fence,
    lambda w: f"    {w.word()} = 1\n    {w.word()}",
    lambda w: f"> {w.text()}\n> {w.word()}\n>\n> > {w.word()}",
    lambda w: f"> ```\n> {w.word()}\n> ```\n> {w.word()}",
    lambda w: f"> [!NOTE] {w.word()}\n> {w.word()}",
    lambda w: f"{w.word()}\n: {w.word()}",
    _note,
    _note,
    lambda w: f"$$\n{w.word()} = \\frac{{1}}{{2}}\n$$",
    lambda w: f"<div class=\"box\" align=\"center\">\n\n{w.word()} **{w.word()}**\n\n</div>",
    lambda w: f"<details><summary>{w.word()}</summary>\n{w.word()}\n</details>",
    lambda w: f"<iframe src=\"//example.org/{w.word()}\"></iframe>",
    lambda w: f"<script>alert('{w.word()}')</script>",
    lambda w: f"<table><tr><td width=\"1\">{w.word()}</td></tr></table>",
    lambda w: f"<pre><code class=\"x\">{w.word()} &lt;b&gt;</code></pre>",
    lambda w: f"<h2 id=\"x\">{w.word()}</h2>\n{w.word()}",
    lambda w: f"<center><img src=\"{w.image()}\"></center>\n{w.word()}",
    lambda w: f"***\n{w.word()}\n\n---\n\n{w.word()}",
    lambda w: f"[TOC]\n\n{w.word()}",
)  # fmt: skip
_HUGO: tuple[Callable[[Writer], str], ...] = (
    lambda w: f'{{{{< figure src="{w.image()}" alt="{w.word()}" title="{w.word()}" caption="{w.word()}" >}}}}',
    lambda w: f"{{{{< youtube {w.word()} >}}}}",
    lambda w: f'{{{{< vimeo id="{w.word()}" >}}}} {{{{< gist {w.word()} {w.word()} >}}}}',
    lambda w: f"{{{{< highlight go \"linenos=table\" >}}}}\n{w.word()} {{{{ .Title }}}}\n{{{{< /highlight >}}}}",
    lambda w: f"{{{{% notice tip \"{w.word()}\" %}}}}\n**{w.word()}**\n{{{{% /notice %}}}}",
    lambda w: f'{{{{< details summary="{w.word()}" >}}}}\n{w.word()}\n{{{{< /details >}}}}',
    lambda w: f"{{{{< param {w.word()} >}}}}{w.word()}",
    lambda w: f"{{{{< my/own `raw\n{w.word()}` >}}}}{w.word()}",
    lambda w: f"[{w.word()}]({{{{< ref \"{w.rng.choice(w.links) if w.links else 'x.md'}\" >}}}})",
    lambda w: f"[{w.word()}]({{{{% relref \"nowhere-{w.word()}.md#x\" %}}}})",
    lambda w: f"{w.word()}\n{{.{w.word()} #x}}",
    lambda w: f"![{w.word()}]({w.image()}){{.{w.word()}}}",
    lambda w: f"{w.word()}\\\n{w.word()}",
)  # fmt: skip
_HEXO: tuple[Callable[[Writer], str], ...] = (
    lambda w: f"{{% blockquote {w.word()}, 书 https://example.org/{w.word()} %}}\n{w.word()}\n{{% endblockquote %}}",
    lambda w: f"{{% pullquote left %}}\n{w.word()}\n{{% endpullquote %}}",
    lambda w: f"{{% codeblock {w.word()} lang:js https://example.org %}}\nlet {w.word()} = {{{{ x }}}};\n{{% endcodeblock %}}",
    lambda w: f"{{% img left {w.image()} 300 200 \"题\" \"{w.word()}\" %}}",
    lambda w: f"{{% asset_img {w.image().removeprefix('/')} {w.word()} %}}",
    lambda w: f"{{% asset_link gone.zip {w.word()} %}}",
    lambda w: f"{{% link {w.word()} https://example.org/{w.word()} true 题 %}}",
    lambda w: f"{{% youtube {w.word()} %}}\n{{% vimeo {w.word()} %}}",
    lambda w: f"{{% iframe https://example.org/{w.word()} 100 100 %}}",
    lambda w: f"{{% jsfiddle {w.word()} %}} {{% gist {w.word()} %}}",
    lambda w: f"{{% raw %}}{{{{ {w.word()} }}}}{{% endraw %}}",
    lambda w: f"{{{{ page.{w.word()} }}}}{w.word()}",
    lambda w: f"{{% note info %}}\n{w.word()}\n{{% endnote %}}",
    lambda w: f"{{% tabs {w.word()} %}}\n<!-- tab -->\n{w.word()}\n<!-- endtab -->\n{{% endtabs %}}",
    lambda w: f"{{% include_code lang:py {w.word()}.py %}}",
    lambda w: f"{{% post_link {w.rng.choice(w.links) if w.links else 'gone'} {w.word()} %}}",
    lambda w: f"{{# {w.word()} #}}{w.word()}",
    lambda w: f"##{w.word()}\n{w.word()}\n{w.word()}",
)  # fmt: skip


# --- headers ------------------------------------------------------------------------------------------------


def _fields(w: Writer, *, lang: str) -> dict[str, object]:
    rng = w.rng
    fields: dict[str, object] = {
        "title": rng.choice((f"{w.word()}通车", f"老街|{w.word()}：“开工”", f"No. 1 {w.word()} #2"))
    }
    if rng.random() < 0.9:
        fields["date"] = rng.choice(_DATES)
    optional: dict[str, Callable[[], object]] = {
        "tags": lambda: [w.word(), "道路"],
        "categories": lambda: rng.choice((["服务基层"], [["新闻", w.word()], "服务群众"], w.word())),
        "description": lambda: f"{w.word()}一句话",
        "weight": lambda: rng.randint(1, 99),
        "aliases": lambda: [f"/old/{w.word()}/", f"old-{w.word()}.html", f"old path {w.word()}"],
        "cover": lambda: f"/images/{w.word()}.png",
        "lastmod" if w.tool == "hugo" else "updated": lambda: rng.choice(_DATES),
        "author": lambda: {"name": w.word(), "list": [1, 2.5, True, w.word()]},
    }
    if w.tool == "hugo":
        optional |= {
            "draft": lambda: rng.choice((True, False)),
            "slug": lambda: f"s-{w.word()}",
            "url": lambda: f"/u/{w.word()}/",
            "publishDate": lambda: rng.choice(("2019-07-01T08:00:00+08:00", "2018-01-01")),
            "expiryDate": lambda: rng.choice(("2030-01-01", "2030-01-01T00:00:00Z", f"{w.word()}以后")),
            "math": lambda: True,
        }
    else:
        optional |= {
            "published": lambda: rng.choice((True, False)),
            "permalink": lambda: f"p/{w.word()}/",
            "comments": lambda: False,
            "layout": lambda: "post",
            "excerpt": lambda: w.word(),
            "disableNunjucks": lambda: False,
        }
    for name in rng.sample(sorted(optional), k=rng.randint(0, len(optional))):
        fields[name] = optional[name]()
    return fields


def _yaml(fields: dict[str, object]) -> str:
    return "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items())


def _toml_value(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml_value(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml_value, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def _header(w: Writer, fields: dict[str, object]) -> str:
    toml = "".join(f"{key} = {_toml_value(value)}\n" for key, value in fields.items())
    if w.tool == "hugo":
        dated = toml.replace('"2019-06-27T08:05:00+08:00"', "2019-06-27T08:05:00+08:00")
        return w.rng.choice(
            (
                f"---\n{_yaml(fields)}---\n",
                f"+++\n{dated}+++\n",
                json.dumps(fields, ensure_ascii=False, indent=1) + "\n\n",
            )
        )
    inner = json.dumps(fields, ensure_ascii=False, indent=1)[1:-1].strip("\n")
    return w.rng.choice((f"---\n{_yaml(fields)}---\n", f"{_yaml(fields)}---\n", f"{inner}\n;;;\n"))


# --- folders ------------------------------------------------------------------------------------------------


def make_hugo(seed: int, count: int) -> Made:
    """Returns a Hugo site with posts as single files and as bundles, in Chinese and English."""
    rng, made, links = random.Random(seed), Made(), list[str]()
    made.files["hugo.toml"] = (
        b'baseURL = "https://www.county.example/"\ndefaultContentLanguage = "zh"\n[languages.zh]\n[languages.en]\n'
    )
    for number in range(count):
        section, name = rng.choice(_SECTIONS), f"{rng.choice(_NAMES)}-{number}"
        bundle = rng.random() < 0.4
        folder = f"content/{section}/{name}" if bundle else f"content/{section}"
        stem = "index" if bundle else name
        suffixes = rng.choice((("",), (".zh",), (".zh-cn", ".en"), ("", ".en"), (".en",)))
        for at, suffix in enumerate(suffixes):
            writer = Writer("hugo", rng, number * 2 + at, links[-5:])
            _add(
                made,
                writer,
                f"{folder}/{stem}{suffix}.md",
                folder,
                "static",
                lang="en" if suffix == ".en" else "zh",
            )
        links += [f"/{section}/{name}", f"{section}/{name}{'/index' if bundle else ''}{suffixes[0]}.md"]
        made.posts += 1
    return made


def make_hexo(seed: int, count: int) -> Made:
    """Returns a Hexo site with posts, drafts and asset folders, in Chinese and English."""
    rng, made, links = random.Random(seed), Made(), list[str]()
    made.files["_config.yml"] = (
        b"language: [zh-CN, en]\nurl: http://www.county.example/blog\npermalink: :year/:month/:day/:title/\n"
        b"post_asset_folder: true\n"
    )
    for number in range(count):
        name = f"{rng.choice(_NAMES)}-{number}"
        top = "source/_drafts" if rng.random() < 0.1 else "source/_posts"
        folder = top if rng.random() < 0.7 else f"{top}/2019"
        writer = Writer("hexo", rng, number, links[-5:])
        _add(made, writer, f"{folder}/{name}.md", f"{folder}/{name}", "source", lang="zh")
        links.append(name.replace(" ", "-"))
        made.posts += 1
    return made


def _add(made: Made, writer: Writer, path: str, beside: str, everywhere: str, *, lang: str) -> None:
    header = _header(writer, _fields(writer, lang=lang))
    more = f"\n<!-- more -->\n\n{writer.body(2)}" if writer.rng.random() < 0.5 else ""
    text = f"{header}\n{writer.body(writer.rng.randint(1, 8))}{more}"
    ends = writer.rng.choice(("\n", "\n", "\r\n"))
    made.files[path] = text.replace("\n", ends).encode(writer.rng.choice(("utf-8", "utf-8", "utf-8-sig")))
    made.files |= {f"{beside}/{name}": data for name, data in writer.beside.items()}
    made.files |= {f"{everywhere}/{name}": data for name, data in writer.everywhere.items()}
    made.words[path] = writer.words
