"""Everything that touches files: reading a project's sources, publishing a site as a whole, going back."""

from sfwgen.publish.disk import Disk, Entry, Kind
from sfwgen.publish.faults import Busy, EnvironmentFault, InputsChanged, OutputShrinks, PublishError
from sfwgen.publish.places import MARKER
from sfwgen.publish.publishing import (
    Finished,
    Generation,
    Published,
    Written,
    earlier_generations,
    find_standing,
    publish,
    read_finished,
    recover,
    rollback,
)
from sfwgen.publish.real_disk import RealDisk
from sfwgen.publish.record import FileRecord, record_file
from sfwgen.publish.sources import Sources, make_sources, read_tree

__all__ = [
    "MARKER",
    "Busy",
    "Disk",
    "Entry",
    "EnvironmentFault",
    "FileRecord",
    "Finished",
    "Generation",
    "InputsChanged",
    "Kind",
    "OutputShrinks",
    "PublishError",
    "Published",
    "RealDisk",
    "Sources",
    "Written",
    "earlier_generations",
    "find_standing",
    "make_sources",
    "publish",
    "read_finished",
    "read_tree",
    "record_file",
    "recover",
    "rollback",
]
