"""`sfwgen export wechat`: a story as an article for a WeChat Official Account."""

from __future__ import annotations

from sfwgen.build import Checked
from sfwgen.build.quotes import quote_lines
from sfwgen.checks.privacy import scan_outputs
from sfwgen.cli import exits
from sfwgen.cli.commands.export import chosen_languages, failed, output_folder, unknown
from sfwgen.cli.commands.export_words import tell
from sfwgen.cli.console import Console, shown
from sfwgen.cli.parsing import Arguments, RefusedFault, UsageFault
from sfwgen.diagnostics import Location, has_errors
from sfwgen.export.project import make_export_context
from sfwgen.export.wechat import MOST_CHARACTERS, article_files, make_article
from sfwgen.model import Site, Story
from sfwgen.plan.outputs import BuildPlan
from sfwgen.publish import RealDisk
from sfwgen.scaffold import replace_files


def export_wechat(arguments: Arguments, console: Console, checked: Checked, site: Site) -> int:
    """Writes the article of a story in one language into a folder of its own."""
    story = _story(arguments, console.lang, site)
    (language,) = chosen_languages(arguments, console.lang, site, (site.config.default,))
    if language.id not in story.texts:
        words = {"slug": story.slug, "language": language.name}
        raise RefusedFault(tell(console.lang, "wechat-untranslated", **words), arguments.command)
    context = make_export_context(checked)
    article = make_article(context, story, language)
    made = article_files(context, article, Location(story.texts[language.id].file))
    # The page to copy from only repeats the others.
    texts = {path: data for path, data in made.files.items() if path.startswith(("article", "meta"))}
    told = (*made.diagnostics, *scan_outputs(BuildPlan(()), texts, site.config, frozenset()))
    console.report(quote_lines(told, checked.sources))
    if has_errors(told):
        return failed(console, told)
    name = story.slug if language is site.config.default else f"{story.slug}-{language.id}"
    folder = output_folder(arguments, f"export/wechat/{name}")
    disk = RealDisk()
    for path, data in made.files.items():
        below, _, file = path.rpartition("/")
        replace_files(disk, f"{folder}/{below}" if below else folder, {file: data})
    counts = {"count": len(article.html), "limit": MOST_CHARACTERS, "images": made.images}
    console.write(tell(console.lang, "wechat-written", folder=shown(folder), **counts) + "\n")
    if made.images:
        console.write(tell(console.lang, "wechat-paste-images") + "\n")
    return exits.FINE


def _story(arguments: Arguments, lang: str, site: Site) -> Story:
    given = arguments.text("name").rstrip("/").rpartition("/")[2]
    for story in site.stories:
        if story.slug == given:
            return story
    slugs = [story.slug for story in site.stories]
    raise UsageFault(unknown("NAME", given, slugs, lang), arguments.command)
