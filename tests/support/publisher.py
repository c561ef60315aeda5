"""One publication in a process of its own, so that it can be killed, or refused by the system, at any call.

    python -I -S publisher.py PROJECT ORDER

ORDER is a file of JSON: `outputs` (path to text; without it: go back one generation), `options` of `publish`,
and `pair` for a disk that cannot exchange two folders. Prints the result as JSON. Only the standard library
and sfwgen.publish are loaded, because this is started hundreds of times.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sfwgen.publish import Busy, Published, PublishError, RealDisk, publish, rollback

REFUSED = 5
BUSY = 4


class PairDisk(RealDisk):
    """A disk that takes two renames to replace a folder, as on Windows."""

    def exchange(self, one: str, other: str) -> bool:  # noqa: ARG002 - the names are the protocol's
        return False


def main(project: str, order: str) -> int:
    wanted = json.loads(Path(order).read_text(encoding="utf-8"))
    disk = PairDisk() if wanted["pair"] else RealDisk()
    try:
        if "outputs" in wanted:
            outputs = {path: text.encode() for path, text in wanted["outputs"].items()}
            done: Published = publish(disk, project, outputs, **wanted["options"])
        else:
            done = rollback(disk, project, **wanted["options"])
    except PublishError as refused:
        told = [refused.diagnostic]
        code = BUSY if isinstance(refused, Busy) else REFUSED
    else:
        told = list(done.diagnostics)
        code = REFUSED if any(each.code == "publish-unfinished" for each in told) else 0
    messages = [(each.code, each.location.file, each.message("en"), each.message("zh")) for each in told]
    print(json.dumps({"messages": messages}))
    return code


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
