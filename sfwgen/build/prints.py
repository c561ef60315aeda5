"""The PDFs of a site, set from their documents before the rest is rendered: all is published together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sfwgen.diagnostics import Diagnostic
from sfwgen.model import SiteConfig
from sfwgen.plan.outputs import AssetOutput, BuildPlan


def set_prints(
    plan: BuildPlan, config: SiteConfig, fonts: str, sources: Mapping[str, bytes]
) -> tuple[BuildPlan, tuple[Diagnostic, ...]]:
    """Returns the plan with each PDF as a file, or what keeps one from it; `fonts` is a folder."""
    if not plan.prints:
        return plan, ()
    from sfwgen.typeset import prepare_faces, print_issues
    from sfwgen.typeset.places import place_glyphs

    faces, missing = prepare_faces(config.pdf.faces, fonts, config.pdf.location)
    if faces is None:
        return plan, missing
    made, faults = print_issues(plan.prints, faces)
    files = [AssetOutput(path, data) for path, data in made.items()]
    outputs = tuple(sorted((*plan.outputs, *files), key=lambda each: each.path))
    return replace(plan, outputs=outputs), place_glyphs(faults, sources)
