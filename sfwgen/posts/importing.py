"""From a folder of posts to stories: every post is either carried, with a list of what it lost, or told."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC

from sfwgen.content.markdown.limits import check_limits
from sfwgen.content.markdown.positions import make_positions
from sfwgen.content.text import decode_text
from sfwgen.dates import find_zone
from sfwgen.diagnostics import Diagnostic, Location, fault
from sfwgen.fixes.recoding import recode
from sfwgen.model import Site
from sfwgen.posts.converting import convert_body, plain_text
from sfwgen.posts.document import Converted, Imported, Post, Settings, StoryOfPost, Text, Tree
from sfwgen.posts.facts import Reader, Terms, is_draft
from sfwgen.posts.headers import Split, split_post
from sfwgen.posts.inline import without_odd_characters
from sfwgen.posts.lines import make_lines
from sfwgen.posts.names import addresses, free_name, name_post
from sfwgen.posts.places import Place, find_places, site_language
from sfwgen.posts.targets import Places, Targets, addresses_of, make_places
from sfwgen.posts.telling import Teller

MAX_POST = 1 << 20
"""The largest post, in bytes."""

_LONGEST_SUMMARY = 300
_LIMITS = frozenset(
    {
        "line-too-long",
        "markdown-block-length",
        "markdown-block-characters",
        "markdown-footnotes",
        "markdown-unmatched-in-all",
    }
)


@dataclass(frozen=True, slots=True)
class Options:
    """What the user says of posts that do not say it themselves, and which stories there are.

    `known` are the stories that posts were imported as, with the digest of the post then; `taken` are the
    names in use. Images without a description get `alt`.
    """

    terms: Terms
    line: str
    language: str
    default: str
    alt: str
    known: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()


def import_posts(tree: Tree, settings: Settings, site: Site, options: Options) -> Imported:
    """Returns the stories that a folder of posts makes, in the order of paths, and all that is told."""
    return _Importer(tree, settings, site, options).run()


class _Importer:
    def __init__(self, tree: Tree, settings: Settings, site: Site, options: Options) -> None:
        self._tree = tree
        self._settings = settings
        self._site = site
        self._options = options
        self._zone = find_zone(site.config.time_zone) or UTC
        self._told: list[Diagnostic] = []
        self._tellers: dict[str, Teller] = {}
        self._order = {language.id: number for number, language in enumerate(site.config.languages)}

    def run(self) -> Imported:
        found, told = find_places(self._tree, self._settings)
        self._told += told
        texts = [text for place in found if (text := self._read(place)) is not None]
        posts = [*self._named(self._grouped(texts))]
        lost = {post.slug: self._addresses(post) for post in posts}
        by_address = {address: post for post in posts for address in addresses_of([*lost[post.slug]])}
        places = make_places(self._tree, self._settings, posts, by_address)
        stories = [self._story(post, places, lost[post.slug]) for post in posts if not self._is_known(post)]
        return Imported(tuple(stories), tuple(self._told))

    def _read(self, place: Place) -> Text | None:
        file = self._tree.place(place.path)
        data = self._tree.texts[place.path]
        if len(data) > MAX_POST:
            self._told.append(fault("post-too-large", Location(file), limit=MAX_POST >> 20))
            return None
        teller = self._tellers[place.path] = Teller(file)
        if recoded := recode(data, file):
            data, encoding = recoded
            teller.tell("post-recoded", 0, encoding=encoding)
        text, faults = decode_text(data, file)
        if text is None and all(each.code.startswith("character-") for each in faults):
            # Such characters are taken out below, each told.
            text = (
                data.decode("utf-8", errors="replace")
                .removeprefix("\ufeff")
                .replace("\r\n", "\n")
                .replace("\r", "\n")
            )
        if text is None:
            self._told += faults
            return None
        text = without_odd_characters(make_lines(text, 1), teller).text
        split, faults = split_post(text, file, self._settings.engine)
        self._told += faults
        if split is None or self._is_too_much(split, file):
            return None
        named = place.code or split.header.text("lang", "language")
        code = named or self._options.language or self._settings.language or self._options.default
        language = site_language(code, self._site.config.languages)
        if language is None:
            self._told.append(fault("post-language-unknown", Location(file), code=code))
            return None
        if not named and _looks_otherwise(f"{split.header.text('title')}{split.body}", language):
            teller.tell("post-language-doubtful", 0, language=language)
        return Text(
            place.path, language, split.header.text("translationKey") or place.key, place.name, place.folder,
            place.section, split.header, split.body, split.body_line, place.draft, code.lower(),
        )  # fmt: skip

    def _is_too_much(self, split: Split, file: str) -> bool:
        """Whether a text passes a limit that its draft would pass as well; told at its place in the post."""
        positions = make_positions(split.body, file=file, line=split.body_line)
        passed = [each for each in check_limits(split.body, positions) if each.code in _LIMITS]
        self._told += passed
        return bool(passed)

    def _grouped(self, texts: Sequence[Text]) -> Iterator[tuple[Text, ...]]:
        groups: dict[str, dict[str, Text]] = {}
        for text in texts:
            group = groups.setdefault(text.key, {})
            if text.language in group:
                first = self._tree.place(group[text.language].path)
                self._tellers[text.path].tell("post-language-twice", 0, first=first)
                self._told += self._tellers[text.path].told
            else:
                group[text.language] = text
        for group in groups.values():
            yield tuple(sorted(group.values(), key=lambda text: self._order[text.language]))

    def _named(self, groups: Iterator[tuple[Text, ...]]) -> Iterator[Post]:
        taken: set[str] = set()
        for texts in groups:
            known = self._options.known.get(texts[0].path) or next(
                (found for text in texts if (found := self._options.known.get(text.path))), None
            )
            name, made_up = name_post(texts, self._zone)
            slug = known[0] if known else free_name(name, texts[0], self._zone, taken)
            taken.add(slug)
            if made_up and not known:
                self._tellers[texts[0].path].tell("post-name-made", 0, slug=slug)
            yield Post(slug, texts)

    def _addresses(self, post: Post) -> list[str]:
        found: list[str] = []
        for text in post.texts:
            own, whole = addresses(text, self._settings, self._zone, self._site.config.default.id)
            found += own
            if not whole and not is_draft(text, self._settings.engine):
                self._tellers[text.path].tell("post-address-unknown", 0)
        return list(dict.fromkeys(found))

    def _is_known(self, post: Post) -> bool:
        """Whether a post was imported before, or another story has its name: then it is left and told."""
        place = Location(self._tree.place(post.texts[0].path))
        known = next((found for path in post.paths if (found := self._options.known.get(path))), None)
        if known is not None:
            same = known[1] == self._digest(post)
            self._told.append(fault("post-known" if same else "post-changed", place, slug=known[0]))
            return True
        if post.slug in self._options.taken:
            self._told.append(fault("post-name-taken", place, slug=post.slug))
            return True
        return False

    def _digest(self, post: Post) -> str:
        digest = hashlib.sha256()
        for path in sorted(post.paths):
            digest.update(self._tree.texts[path] + b"\0")
        return digest.hexdigest()[:16]

    def _story(self, post: Post, places: Places, addresses_: list[str]) -> StoryOfPost:
        pictures: dict[str, str] = {}
        converted: dict[str, Converted] = {}
        for text in post.texts:
            targets = Targets(places, text, pictures)
            teller = self._tellers[text.path]
            if is_draft(text, self._settings.engine):
                teller.tell("post-was-draft", text.header.line("draft", "published", "headless"))
            converted[text.language] = convert_body(
                text, self._settings, targets, teller, alt=self._options.alt
            )
        record = {
            "from": str(self._settings.engine),
            "file": post.texts[0].path,
            "digest": self._digest(post),
        }
        reader = Reader(post, self._settings, self._options.terms, self._zone, self._tellers)
        summaries = {text.language: _summary(text, converted[text.language]) for text in post.texts}
        facts = reader.read(addresses_, summaries, record, line=self._options.line)
        self._tell_files_left(post, pictures)
        titles = {
            text.language: _phrase(text.header.text("title") or converted[text.language].title or text.name)
            for text in post.texts
        }
        return StoryOfPost(
            post=post,
            line=facts.line,
            titles=titles,
            summaries={language: _phrase(each) for language, each in summaries.items()},
            bodies={language: each.body for language, each in converted.items()},
            date=facts.date,
            places=facts.places,
            teams=facts.teams,
            facts=self._facts(post, facts.lines),
            pictures=dict(pictures),
            told=tuple(each for text in post.texts for each in self._tellers[text.path].told),
        )

    def _facts(self, post: Post, lines: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        """The record belongs into the default language's file, whichever text the post has."""
        default, first = self._site.config.default.id, post.texts[0].language
        return dict(lines) if default == first else {**lines, default: lines[first], first: ()}

    def _is_told(self, post: Post, path: str) -> bool:
        told = (
            each for file in post.paths for each in self._tellers[file].told if each.code == "post-file-left"
        )
        return any(path.endswith(dict(each.words)["target"].lstrip("./")) for each in told)

    def _tell_files_left(self, post: Post, pictures: Mapping[str, str]) -> None:
        used = frozenset(pictures.values())
        for text in post.texts:
            alone = text.folder.rpartition("/")[2] == text.name
            beside = sorted(
                path for path in self._tree.others if alone and path.startswith(f"{text.folder}/")
            )
            for path in beside:
                if path not in used and not self._is_told(post, path):
                    self._tellers[post.texts[0].path].tell(
                        "post-file-left", 0, target=path.removeprefix(f"{text.folder}/")
                    )


def _looks_otherwise(text: str, language: str) -> bool:
    """Whether a text in Chinese has no Chinese character, or one in another language many of them."""
    han = sum("\u3400" <= each <= "\u9fff" for each in text)
    if language.partition("-")[0] in ("zh", "ja", "yue"):
        return not han and any(map(str.isalpha, text))
    return han > sum(map(str.isalpha, text)) // 3


def _phrase(text: str) -> str:
    """A title or a summary in which nothing is a mark."""
    plain = "".join(each for each in text if each.isprintable())
    return (
        plain.replace("\\", "\\\\")
        .replace("|", "\\|")
        .replace("{=", "\\{=")
        .replace("{~", "\\{~")
        .replace("~}", "～}")
    )


def _summary(text: Text, converted: Converted) -> str:
    manual = converted.summary if len(converted.summary) <= _LONGEST_SUMMARY else ""
    return manual or plain_text(text.header.text("summary", "excerpt", "description"))
