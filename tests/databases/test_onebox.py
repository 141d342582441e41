"""One process on SQLite: a second one is refused, and told what to do."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from sathana.project.sqlite.line import Line
from sathana.registry.keeping import onebox

HOLDER = """
import sys, time
from pathlib import Path
from sathana.registry.keeping import onebox
held = onebox.{how}(Path(sys.argv[1]), "sathana start")
print("held", flush=True)
time.sleep(60)
"""


def hold(folder: Path, how: str) -> subprocess.Popen[str]:
    """Start a process that holds a lock."""
    started = subprocess.Popen(
        [sys.executable, "-c", HOLDER.format(how=how), str(folder)],
        stdout=subprocess.PIPE,
        text=True,
        env={"PYTHONPATH": str(Path(onebox.__file__).parents[3])},
    )
    assert started.stdout
    assert started.stdout.readline() == "held\n"
    return started


@pytest.mark.parametrize("how", ["to_start", "to_write", "for_command"])
def test_a_second_process_is_refused_until_the_first_dies(
    how: str, tmp_path: Path
) -> None:
    first = hold(tmp_path, how)
    try:
        with pytest.raises(onebox.TakenError) as caught:
            onebox.for_command(tmp_path, "sathana migrate")
        assert f"pid {first.pid}" in caught.value.by
        for text in caught.value.text.values():
            assert "PostgreSQL" in text
            assert "DATABASE_URL" in text
            assert "sathana start" in text
        assert onebox.is_running(tmp_path)
    finally:
        first.send_signal(signal.SIGKILL)
        first.communicate()
    with onebox.for_command(tmp_path, "sathana migrate"):
        pass
    assert not onebox.is_running(tmp_path)


def test_the_site_and_its_own_process_stand_side_by_side(tmp_path: Path) -> None:
    with (
        onebox.to_start(tmp_path, "sathana start"),
        onebox.to_write(tmp_path, "site"),
        pytest.raises(onebox.TakenError),
    ):
        onebox.for_command(tmp_path, "sathana restore")


def test_an_orphan_of_the_site_still_keeps_others_away(tmp_path: Path) -> None:
    with onebox.to_write(tmp_path, "site"), pytest.raises(onebox.TakenError):
        onebox.to_start(tmp_path, "sathana start")
    with onebox.to_start(tmp_path, "sathana start"):
        pass


def test_the_line_is_fair() -> None:
    line, order = Line(), []
    assert line.enter(1)

    def wait(number: int) -> None:
        assert line.enter(10)
        order.append(number)
        line.leave()

    threads = [threading.Thread(target=wait, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
        time.sleep(0.01)
    line.leave()
    for thread in threads:
        thread.join()
    assert order == list(range(12))


def test_who_waits_too_long_leaves_the_line() -> None:
    line = Line()
    assert line.enter(1)
    assert not line.enter(0.01)
    line.leave()
    assert line.enter(0.01)
