"""What stands around every page of the site in its theme, for the programs that it is compared with.

Words between @ stand for what each program writes in their place: TITLE, ABOUT, URL, OTHER (the address in the
other language), LANG, OTHERLANG, LINE (the address of its line), LINENAME, PLACE, ROOT (the site's address).
"""

from __future__ import annotations

from collections.abc import Mapping

HEAD = """\
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; script-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>@TITLE@ — 测量用的虚构项目</title>
<meta name="description" content="@ABOUT@">
<meta name="theme-color" content="#F3F5F6" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1C2125" media="(prefers-color-scheme: dark)">
<meta name="color-scheme" content="light dark">
<meta name="ColumnName" content="@LINENAME@">
<meta name="ColumnDescription" content="虚构">
<meta name="ColumnKeywords" content="测量用的虚构项目,@LINENAME@">
<meta name="ColumnType" content="工作动态">
<meta name="ArticleTitle" content="@TITLE@">
<meta name="ContentSource" content="虚构">
<meta name="Keywords" content="@LINENAME@,@PLACE@">
<meta name="Url" content="@URL@">
<meta name="twitter:card" content="summary">
<meta property="og:type" content="article">
<meta property="og:title" content="@TITLE@">
<meta property="og:description" content="@ABOUT@">
<meta property="og:url" content="@URL@">
<meta property="og:site_name" content="测量用的虚构项目">
<meta property="og:locale" content="@LANG@">
<meta property="article:section" content="@LINENAME@">
<link rel="canonical" href="@URL@">
<link rel="alternate" hreflang="@LANG@" href="@URL@">
<link rel="alternate" hreflang="@OTHERLANG@" href="@OTHER@">
<link rel="alternate" hreflang="x-default" href="@URL@">
<link rel="alternate" type="application/atom+xml" title="测量用的虚构项目 · Atom" href="@ROOT@feed.xml">
<link rel="stylesheet" href="@ROOT@static/style.css">
<script src="@ROOT@static/site.js" defer></script>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","@id":"@URL@",\
"headline":"@TITLE@","description":"@ABOUT@","inLanguage":"@LANG@","url":"@URL@",\
"mainEntityOfPage":{"@type":"WebPage","@id":"@URL@","breadcrumb":{"@type":"BreadcrumbList","itemListElement":[\
{"@type":"ListItem","position":1,"name":"首页","item":"@ROOT@"},\
{"@type":"ListItem","position":2,"name":"进展","item":"@ROOT@stories/"},\
{"@type":"ListItem","position":3,"name":"@LINENAME@","item":"@LINE@"},\
{"@type":"ListItem","position":4,"name":"@TITLE@","item":"@URL@"}]}},"articleSection":"@LINENAME@",\
"contentLocation":[{"@type":"Place","name":"@PLACE@"}],"citation":["虚构"],"workTranslation":[\
{"@type":"NewsArticle","@id":"@OTHER@","url":"@OTHER@","inLanguage":"@OTHERLANG@"}],\
"isPartOf":{"@type":"WebSite","name":"测量用的虚构项目","url":"@ROOT@"}}</script>
"""
TOP = """\
<a class="skip" href="#_main">跳到正文</a>
<header class="top"><div class="strip"><div class="wrap"><p class="preview">演示版，非官方发布</p>
<p class="strip-whose">内容来源：虚构</p><fieldset class="sizes"><legend>字号</legend>
<span><input type="radio" name="fs" id="fs1" checked><label for="fs1">标准</label></span>
<span><input type="radio" name="fs" id="fs2"><label for="fs2">大</label></span>
<span><input type="radio" name="fs" id="fs3"><label for="fs3">特大</label></span></fieldset>
<ul class="langs"><li><a href="@OTHER@" lang="@OTHERLANG@">@OTHERLANG@</a></li></ul></div></div>
<div class="wrap"><div class="mast"><p class="site-title"><a href="@ROOT@">测量用的虚构项目</a></p>
<p class="mast-sub">内容来源：虚构</p></div><hr class="double"></div>
<div class="navbar"><div class="wrap menu"><nav aria-label="主导航"><ul class="nav">
<li><a href="@ROOT@">首页</a></li><li><a href="@ROOT@stories/">进展</a></li>
<li><a href="@ROOT@figures.html">数据</a></li><li><a href="@ROOT@about.html">关于</a></li></ul></nav>
<form class="search" role="search" action="@ROOT@search.html"><label for="_q">搜索本站</label>
<input id="_q" name="q" maxlength="100" placeholder="地名、小区、企业…"><button>搜索</button></form></div></div></header>
<main id="_main" class="wrap"><nav class="crumbs"><ul class="crumb-list"><li><a href="@ROOT@">首页</a></li>
<li><a href="@ROOT@stories/">进展</a></li><li><a href="@LINE@">@LINENAME@</a></li></ul></nav>
"""
FOOT = """\
</main><footer class="foot"><div class="wrap grid"><div class="foot-who"><p>内容来源：虚构</p></div>
<div class="foot-what"><p>虚构内容</p></div><nav class="foot-links"><ul class="inline">
<li><a href="@ROOT@search.html">搜索</a></li><li><a href="@ROOT@sitemap.html">站点地图</a></li>
<li><a href="@ROOT@corrections.html">更正记录</a></li><li><a href="@ROOT@feed.xml">订阅RSS</a></li>
</ul></nav></div></footer>
"""
DATELINE = """\
<div class="dateline"><dl><div><dt>地点</dt><dd>@PLACE@</dd></div><div><dt>来源</dt><dd>虚构</dd></div>
<div><dt>发布</dt><dd>未载明</dd></div></dl><div class="tools"><a href="@OTHER@">@OTHERLANG@</a>
<details class="share"><summary>分享</summary><p class="meta address">@URL@</p></details></div></div>
"""


def fill(text: str, words: Mapping[str, str]) -> str:
    """Returns a text with what a program writes for each of the words."""
    for name, expression in words.items():
        text = text.replace(f"@{name}@", expression)
    return text
