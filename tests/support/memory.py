"""What has been worked out in this process for one test and is the same for another, as builds remember it.

That what is remembered changes nothing is shown in tests/build; all others may rest on it.
"""

from __future__ import annotations

from sfwgen.build.memory import Memory

MEMORY = Memory()
