"""The single stages of a build: pure functions from frozen values to frozen values."""

from __future__ import annotations

from collections.abc import Mapping

from sfwgen.build.results import Progress, Stage
from sfwgen.build.sources import CONTENT, Faults
from sfwgen.content import load_site
from sfwgen.diagnostics import Diagnostic, Severity
from sfwgen.each import Each, one_by_one
from sfwgen.images import ImageError, encode
from sfwgen.model import Site
from sfwgen.plan.outputs import AssetOutput, BuildPlan, DataOutput, ImageOutput, Output
from sfwgen.render import Renderer, RenderError, check_templates
from sfwgen.render.data import render_data
from sfwgen.theme import FOLDER, Theme, check_languages, load_theme

_IMAGE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".gif")


def read_documents(
    sources: Mapping[str, bytes],
    packaged: Mapping[str, bytes],
    unread: Faults = (),
    each: Each = one_by_one,
) -> tuple[Site | None, Theme, Faults]:
    """Returns the site and the theme that the files make, and all that is wrong with single files."""
    site, faults = load_site(
        {path: data for path, data in sources.items() if not path.startswith(f"{FOLDER}/")},
        each=each,
        unread=[each.location.file for each in unread if each.severity is Severity.ERROR],
    )
    theme, theme_faults = load_theme(packaged, own_theme(sources))
    missing = () if site is None else check_languages(theme, tuple(each.id for each in site.config.languages))
    return site, theme, (*faults, *theme_faults, *check_templates(theme), *missing)


def own_theme(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Returns the project's own theme files by their path below templates/."""
    prefix = f"{FOLDER}/"
    return {path.removeprefix(prefix): data for path, data in sources.items() if path.startswith(prefix)}


def theme_sources(packaged: Mapping[str, bytes]) -> dict[str, bytes]:
    """Returns the packaged theme's files by the paths under which diagnostics name them."""
    return {f"{FOLDER}/{path}": data for path, data in packaged.items()}


def images_of(sources: Mapping[str, bytes]) -> dict[str, bytes]:
    """Returns the images that stand beside the documents, by path."""
    return {
        path: data
        for path, data in sources.items()
        if path.startswith(f"{CONTENT}/") and path.lower().endswith(_IMAGE_ENDINGS)
    }


def render_outputs(plan: BuildPlan, theme: Theme, progress: Progress) -> tuple[dict[str, bytes], Faults]:
    """Returns the bytes of every output by path, and what cannot be rendered."""
    renderer = Renderer(theme)
    outputs: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for number, output in enumerate(plan.outputs, 1):
        try:
            outputs[output.path] = render_output(renderer, output)
        except (RenderError, ImageError) as error:
            faults.append(error.diagnostic)
        progress(Stage.RENDERING, number, len(plan.outputs))
    return outputs, tuple(faults)


def render_output(renderer: Renderer, output: Output) -> bytes:
    """Returns the bytes of one output."""
    if isinstance(output, AssetOutput):
        return output.content
    if isinstance(output, ImageOutput):
        return encode(output.content, output.source.file, output.kind, output.size)
    if isinstance(output, DataOutput):
        return render_data(output.data)
    return renderer.render(output.template, output.view).encode()
