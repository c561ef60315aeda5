"""The file: the stories of each language as plain text, for a circular or a chat group."""

from collections.abc import Iterator

from sfwgen.hooks import File, Pages
from sfwgen.plan.views import StoryView


def list_stories(pages: Pages) -> Iterator[File]:
    """Yields a list of titles and addresses for each language."""
    lines: dict[str, list[str]] = {}
    for page in pages:
        if isinstance(page.view, StoryView):
            lines.setdefault(page.lang, []).append(f"{page.view.title.text}\n{page.view.frame.url}\n")
    for lang, stories in lines.items():
        yield File(f"lists/stories.{lang}.txt", "\n".join(stories))
