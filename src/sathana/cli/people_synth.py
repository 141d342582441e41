"""``sathana people synth``: make people who are nobody."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sathana.cli.faults import UnusableError, refused
from sathana.cli.progress import Progress
from sathana.cli.terminal import Speaker


def run(options: Namespace) -> int:
    """Make the people and write them; broken off, it leaves no file behind."""
    from sathana.population.people import writing
    from sathana.population.people.shares import DataError

    say, path = Speaker(options.lang), Path(options.out)
    with Progress(options.persons, say("สร้างผู้คนสมมติ", "making people")) as bar:
        try:
            writing.write(
                path,
                persons=options.persons,
                seed=options.seed,
                area=options.area,
                progress=lambda done, whole: bar.reach(done),
            )
        except DataError as fault:
            raise refused(say, fault.th, fault.en) from None
        except OSError as fault:
            raise _cannot(path, fault, say) from None
    print(
        say(
            f"เขียนผู้คนสมมติ {options.persons:,} แถวลง {path} ทุกคนเป็นคนสมมติ ไม่ใช่ใครจริง",
            f"{options.persons:,} rows of synthetic people written to {path}; "
            "they are nobody",
        )
    )
    return 0


def _cannot(path: Path, fault: OSError, say: Speaker) -> UnusableError:
    return refused(
        say,
        f"เขียนแฟ้ม {path} ไม่ได้: {fault.strerror} ตรวจดูว่ามีโฟลเดอร์นี้และเขียนได้",
        f"The file {path} cannot be written: {fault.strerror}. See that the folder "
        "exists and can be written to.",
    )
