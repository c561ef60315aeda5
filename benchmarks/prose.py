"""What it costs to find the figures of a made-up project's texts and to bind them, in processor seconds.

    python -m benchmarks.prose [--stories 1000] [--rounds 3]

One process on one core, set up as for a command; with what was remembered of the texts, once more. The limit
that is set is two seconds for 1,000 stories in two languages, and less than rendering them takes
(`sfwgen build --profile`).
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from time import process_time

from benchmarks.corpus import write_corpus
from sfwgen.build import load
from sfwgen.build.memory import Memory
from sfwgen.cli.processes import collect_seldom
from sfwgen.counters import aggregate
from sfwgen.prose import check_prose, read_prose
from sfwgen.publish import RealDisk


def main() -> None:
    """Prints a line for each round."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    collect_seldom()
    with tempfile.TemporaryDirectory() as name:
        write_corpus(Path(name), options.stories)
        loaded = load(RealDisk(), name)
    assert loaded.site is not None, loaded.diagnostics
    site, sources = loaded.site, loaded.sources
    counters, _ = aggregate(site)
    scale = 1000 / options.stories
    print("processor seconds for 1,000 bilingual stories")
    for _ in range(options.rounds):
        memory = Memory()
        start = process_time()
        prose = read_prose(site, counters, memory.each)
        assert not check_prose(site, prose, sources)
        bound = process_time()
        read_prose(site, counters, Memory(memory.entries).each)
        known = process_time()
        print(f"found and bound {(bound - start) * scale:.2f}, texts known {(known - bound) * scale:.2f}")


if __name__ == "__main__":
    main()
