"""What is kept of a build so that the next one can say why it makes each file: digests only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sfwgen.build.explaining import BuildRecord, Explanation, InputChanges, explain
from sfwgen.build.recipes import key_of
from sfwgen.build.results import Built, Checked
from sfwgen.build.state import read_state, write_state
from sfwgen.publish import Disk, Published
from sfwgen.values import UnreadableValue, freeze, thaw

if TYPE_CHECKING:
    from sfwgen.build.memory import Memory
    from sfwgen.build.rendering import Outputs

NAME = "reasons"
_FORM = 1
"""The form of the record: another one counts as none."""
_SHORT = 16
"""How many of a digest's hexadecimal digits are kept."""


def make_record(engine: Mapping[str, str], options: str, checked: Checked) -> BuildRecord:
    """Returns what is to be kept of a build whose outputs were published."""
    sources, outputs = checked.sources, _outputs(checked)
    return BuildRecord(
        dict(engine),
        options,
        {path: _short(sources.digest(path)) for path in sources},
        {path: (recipe.key, recipe.parts) for path, recipe in outputs.recipes.items()},
    )


def read_record(disk: Disk, root: str) -> BuildRecord | None:
    """Returns what was kept of the last build, or None where there is no sound record."""
    data = read_state(disk, root, NAME)
    try:
        found = None if data is None else thaw(data)
    except UnreadableValue:
        return None
    form, record = found if isinstance(found, tuple) and len(found) == 2 else (None, None)
    return record if form == _FORM and isinstance(record, BuildRecord) else None


def write_record(disk: Disk, root: str, record: BuildRecord) -> None:
    """Keeps a record for the next build. A disk that refuses it costs an explanation, not the build."""
    write_state(disk, root, NAME, (freeze((_FORM, record)),))


def explain_build(
    earlier: BuildRecord | None,
    record: BuildRecord,
    built: Built,
    memory: Memory,
) -> Explanation:
    """Returns why each file of a published site was made."""
    plan, published = built.checked.plan, built.published
    assert plan is not None
    assert published is not None
    worked_out = {key_of(key) for key in memory.made.get("page", ())}
    return explain(
        earlier, record, plan.outputs, _outputs(built.checked).recipes, published.written, worked_out
    )


def explain_standing(published: Published) -> Explanation:
    """Returns what is to be said where nothing has changed: every file is kept."""
    return Explanation(InputChanges(), (), tuple(sorted(published.written.unchanged)))


def _outputs(checked: Checked) -> Outputs:
    from sfwgen.build.rendering import Outputs

    assert isinstance(checked.outputs, Outputs)
    return checked.outputs


def _short(digest: str) -> bytes:
    return bytes.fromhex(digest[:_SHORT])
