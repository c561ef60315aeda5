"""Whatever fails, wherever: the site is the old one or the new one, whole, and the next run needs no help."""

from __future__ import annotations

import errno
from collections.abc import Callable
from contextlib import suppress
from random import Random

import pytest

from sfwgen.publish import MARKER, EnvironmentFault, publish, rollback
from sfwgen.publish.places import MARKER_BYTES
from tests.conftest import Reached
from tests.support.disk import DiedError, MemoryDisk, Trouble

pytestmark = pytest.mark.no_cover  # what others publish, ended at every step

PROJECT = "/srv/staff/bulletin"
SITE = f"{PROJECT}/site"
OLD = {"index.html": b"old home", "stories/a.html": b"a", "stories/b.html": b"b", "css/site.css": b"css"}
NEW = {"index.html": b"new home", "stories/a.html": b"a", "lines/c.html": b"c", "css/site.css": b"css2"}
LATER = {**NEW, "index.html": b"later home", "stories/d.html": b"d"}

KINDS = pytest.mark.parametrize("exchange", [True, False], ids=["exchange", "pair of renames"])
TROUBLES = pytest.mark.parametrize(
    ("number", "lasting"),
    [(None, False), (errno.ENOSPC, False), (errno.EIO, True), (errno.EACCES, True)],
    ids=["killed", "no space once", "fails from then on", "forbidden from then on"],
)


def whole(files: dict[str, bytes]) -> dict[str, bytes]:
    return {**files, MARKER: MARKER_BYTES}


def project(*, exchange: bool, links: bool = True, history: int = 3) -> MemoryDisk:
    """Returns a disk with a project whose site has been published before."""
    disk = MemoryDisk(can_exchange=exchange, can_link=links)
    disk.put(f"{PROJECT}/config.yaml", b"site: {}\n")
    for step in range(history - 1):
        publish(disk, PROJECT, {**OLD, "index.html": f"home {step}".encode()})
    if history:
        publish(disk, PROJECT, OLD)
    disk.recount()
    return disk


def update(disk: MemoryDisk) -> None:
    publish(disk, PROJECT, NEW)


def go_back(disk: MemoryDisk) -> None:
    rollback(disk, PROJECT)


def interrupted(disk: MemoryDisk, act: Callable[[MemoryDisk], object], trouble: Trouble) -> bool:
    """Does it with trouble ahead; returns whether the trouble came."""
    disk.recount(trouble)
    with suppress(DiedError, EnvironmentFault):
        act(disk)
    came = disk.calls >= trouble.at
    disk.recount()
    return came


def check_visible(disk: MemoryDisk, *, exchange: bool, allowed: list[dict[str, bytes] | None]) -> None:
    seen = disk.files(SITE)
    if seen is None and not exchange and allowed[0] is not None:
        # Between the two renames nothing stands there; both trees are whole and the next start puts one back.
        assert disk.files(f"{SITE}.prev") in allowed
        assert disk.files(f"{SITE}.next") in allowed
        return
    assert seen in allowed


def check_nothing_is_left(disk: MemoryDisk) -> None:
    assert set(disk.node(PROJECT).children) == {".sfwgen", "config.yaml", "site"}
    state = set(disk.node(f"{PROJECT}/.sfwgen").children)
    assert state <= {"generations", "lock", "manifest.json"}
    kept = set(disk.node(f"{PROJECT}/.sfwgen/generations").children) if "generations" in state else set()
    assert len({name.removesuffix(".json") for name in kept}) <= 2


def loop(
    make: Callable[[], MemoryDisk],
    act: Callable[[MemoryDisk], object],
    trouble: Callable[[int], Trouble],
    after: Callable[[MemoryDisk], None],
) -> int:
    """Breaks the n-th writing call for every n; returns how many there are."""
    for at in range(1, 1000):
        disk = make()
        if not interrupted(disk, act, trouble(at)):
            return at - 1
        after(disk)
    raise AssertionError("no end of calls")


@KINDS
@TROUBLES
@pytest.mark.parametrize("links", [True, False], ids=["links", "copies"])
def test_site_is_old_or_new_at_every_broken_call(
    exchange: bool, links: bool, number: int | None, lasting: bool
) -> None:
    def after(disk: MemoryDisk) -> None:
        check_visible(disk, exchange=exchange, allowed=[whole(OLD), whole(NEW)])
        publish(disk, PROJECT, LATER)
        assert disk.files(SITE) == whole(LATER)
        check_nothing_is_left(disk)

    broken = loop(
        lambda: project(exchange=exchange, links=links),
        update,
        lambda at: Trouble(at, number, lasting),
        after,
    )
    assert broken > 30


@KINDS
@TROUBLES
def test_first_site_appears_whole_or_not_at_all(exchange: bool, number: int | None, lasting: bool) -> None:
    def after(disk: MemoryDisk) -> None:
        check_visible(disk, exchange=exchange, allowed=[None, whole(NEW)])
        publish(disk, PROJECT, NEW)
        assert disk.files(SITE) == whole(NEW)

    broken = loop(
        lambda: project(exchange=exchange, history=0), update, lambda at: Trouble(at, number, lasting), after
    )
    assert broken > 10


@KINDS
@TROUBLES
def test_going_back_is_as_safe_as_publishing(exchange: bool, number: int | None, lasting: bool) -> None:
    earlier = {**OLD, "index.html": b"home 1"}

    def after(disk: MemoryDisk) -> None:
        check_visible(disk, exchange=exchange, allowed=[whole(OLD), whole(earlier)])
        publish(disk, PROJECT, NEW)
        assert disk.files(SITE) == whole(NEW)
        check_nothing_is_left(disk)

    loop(lambda: project(exchange=exchange), go_back, lambda at: Trouble(at, number, lasting), after)


@KINDS
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
@pytest.mark.parametrize("history", [0, 3], ids=["first site", "later site"])
def test_refusal_leaves_the_old_site_and_what_comes_after_the_swap_is_told_as_such(
    exchange: bool, number: int, history: int
) -> None:
    """One call is refused: an exception means the old site, a return the new one."""
    told = set()
    for at in range(1, 1000):
        disk = project(exchange=exchange, history=history)
        old = disk.files(SITE)
        disk.recount(Trouble(at, number))
        try:
            done = publish(disk, PROJECT, NEW)
        except EnvironmentFault as refused:
            assert disk.files(SITE) == old
            told.add(refused.diagnostic.code)
        else:
            assert disk.files(SITE) == whole(NEW)
            told |= {each.code for each in done.diagnostics}
            if disk.calls < at:
                break
            assert [each.code for each in done.diagnostics] == ["publish-unfinished"]
            assert errno.errorcode[number] in done.diagnostics[0].message("zh")
            assert done.diagnostics[0].location.file
        disk.recount()
        publish(disk, PROJECT, LATER)
        assert disk.files(SITE) == whole(LATER)
        check_nothing_is_left(disk)
    assert len(told) == 2
    assert "publish-unfinished" in told


def test_version_that_was_just_replaced_is_not_lost_when_the_record_cannot_be_written() -> None:
    def after(disk: MemoryDisk) -> None:
        rollback(disk, PROJECT)
        assert disk.files(SITE) in [whole(OLD), whole({**OLD, "index.html": b"home 1"})]
        rollback(disk, PROJECT)
        assert disk.files(SITE) in [whole(OLD), whole(NEW)]

    loop(lambda: project(exchange=True), update, lambda at: Trouble(at, errno.ENOSPC), after)


@KINDS
def test_recovery_itself_may_be_killed_again_and_again(exchange: bool) -> None:
    total = loop(lambda: project(exchange=exchange), update, lambda at: Trouble(at, None), lambda _: None)
    for first in range(1, total + 1):
        for second in range(1, 40, 3):
            disk = project(exchange=exchange)
            interrupted(disk, update, Trouble(first, None))
            interrupted(disk, lambda disk: publish(disk, PROJECT, LATER), Trouble(second, None))
            check_visible(disk, exchange=exchange, allowed=[whole(OLD), whole(NEW), whole(LATER)])
            publish(disk, PROJECT, NEW)
            assert disk.files(SITE) == whole(NEW)
            check_nothing_is_left(disk)


@KINDS
@pytest.mark.parametrize("every", [1, 2, 3])
def test_site_is_old_or_new_after_a_power_cut(exchange: bool, every: int) -> None:
    def after(disk: MemoryDisk) -> None:
        disk.cut_power(every=every)
        check_visible_after_cut(disk)
        publish(disk, PROJECT, LATER)
        assert disk.files(SITE) == whole(LATER)

    def check_visible_after_cut(disk: MemoryDisk) -> None:
        seen = disk.files(SITE)
        if seen is not None:
            assert seen in [whole(OLD), whole(NEW)]

    loop(lambda: project(exchange=exchange), update, lambda at: Trouble(at, None), after)


@KINDS
def test_site_is_old_or_new_after_a_cut_that_loses_names_and_tears_files(
    exchange: bool, long: bool, reached: Reached
) -> None:
    states = 0
    for seed in range(30 if long else 1):
        chance = Random(seed)

        def after(disk: MemoryDisk, chance: Random = chance) -> None:
            nonlocal states
            disk.lose_power(chance)
            states += 1
            check_visible(disk, exchange=exchange, allowed=[whole(OLD), whole(NEW)])
            publish(disk, PROJECT, LATER)
            assert disk.files(SITE) == whole(LATER)
            check_nothing_is_left(disk)

        loop(lambda: watched(project(exchange=exchange)), update, lambda at: Trouble(at, None), after)
    reached("states after a power cut", states)
    assert states > 30


def watched(disk: MemoryDisk) -> MemoryDisk:
    """A disk that knows from here on which changes of names are not yet safe."""
    disk.history = []
    return disk


def test_a_cut_that_loses_names_would_be_noticed_if_nothing_were_synced(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(MemoryDisk, "sync", lambda disk, folder: disk._count(folder))
    with pytest.raises(AssertionError):
        for seed in range(5):
            chance = Random(seed)

            def after(disk: MemoryDisk, chance: Random = chance) -> None:
                disk.lose_power(chance)
                check_visible(disk, exchange=True, allowed=[whole(OLD), whole(NEW)])

            loop(lambda: watched(project(exchange=True)), update, lambda at: Trouble(at, None), after)


@KINDS
def test_generation_before_can_be_restored_after_any_kill(exchange: bool) -> None:
    def after(disk: MemoryDisk) -> None:
        publish(disk, PROJECT, NEW)
        rollback(disk, PROJECT)
        assert disk.files(SITE) == whole(OLD)

    loop(lambda: project(exchange=exchange), update, lambda at: Trouble(at, None), after)


@pytest.mark.parametrize("damaged", [False, True], ids=["next site whole", "next site damaged"])
def test_site_is_put_back_between_the_two_renames_by_a_run_for_another_folder(damaged: bool) -> None:
    between = []

    def after(disk: MemoryDisk) -> None:
        if disk.files(SITE) is not None:
            return
        between.append(disk.calls)
        if damaged:
            disk.put(f"{SITE}.next/index.html", b"new ho")
        publish(disk, PROJECT, LATER, output="trial")
        assert disk.files(SITE) == whole(OLD if damaged else NEW)
        assert disk.files(f"{PROJECT}/trial") == whole(LATER)

    loop(lambda: project(exchange=False), update, lambda at: Trouble(at, None), after)
    assert between


def test_site_lives_even_if_the_records_are_deleted_between_the_two_renames() -> None:
    def after(disk: MemoryDisk) -> None:
        disk.delete(f"{PROJECT}/.sfwgen")
        publish(disk, PROJECT, NEW)
        assert disk.files(SITE) == whole(NEW)

    loop(lambda: project(exchange=False), update, lambda at: Trouble(at, None), after)


@KINDS
@pytest.mark.parametrize("number", [errno.EIO, errno.EACCES, errno.EMFILE])
def test_fault_while_reading_leaves_the_site_whole_and_names_path_and_cause(
    exchange: bool, number: int
) -> None:
    for at in range(1, 1000):
        disk = project(exchange=exchange)
        disk.counts_reading = True
        disk.recount(Trouble(at, number))
        try:
            publish(disk, PROJECT, NEW)
        except EnvironmentFault as refused:
            diagnostic = refused.diagnostic
            assert errno.errorcode[number] in diagnostic.message("zh")
            assert PROJECT not in diagnostic.message("zh") + diagnostic.location.file
            assert diagnostic.location.file
        came = disk.calls >= at
        disk.counts_reading = False
        disk.recount()
        if not came:
            assert at > 60
            return
        check_visible(disk, exchange=exchange, allowed=[whole(OLD), whole(NEW)])
        publish(disk, PROJECT, LATER)
        assert disk.files(SITE) == whole(LATER)
