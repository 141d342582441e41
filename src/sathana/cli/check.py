"""``sathana check``: do the assessments say what the case files expect?"""

from __future__ import annotations

import json
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from typing import Literal

from sathana.cli.assess import time_loop
from sathana.cli.compare import Difference, compare
from sathana.cli.days import days_of
from sathana.cli.faults import UnusableError
from sathana.cli.files import load
from sathana.cli.progress import Progress
from sathana.cli.terminal import Lang, Speaker, complain
from sathana.facts.casefile import CaseFileError
from sathana.facts.model import CaseFile
from sathana.law import cases
from sathana.status import TimeLoopError, assess

type Outcome = Literal["passed", "failed", "disputed"]


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcome of one file.

    Attributes:
        case: Name of the case; ``""`` where the file cannot be used.
        faults: Why it cannot be used.
        disputed: Why the expectation is held for wrong, if it is.
    """

    file: str
    case: str
    outcome: Outcome
    differences: tuple[Difference, ...] = ()
    faults: tuple[str, ...] = ()
    disputed: str = ""


def run(options: Namespace) -> int:
    """Check the files given, or the library that ships."""
    counted: Counter[Outcome] = Counter()
    files = list(_files(options))
    label = Speaker(options.lang)("ตรวจแฟ้มกรณี", "checking case files")
    with Progress(len(files), label) as bar:
        for file, get in files:
            checked = check(file, get, options.lang)
            counted[checked.outcome] += 1
            if checked.faults or checked.differences or options.json:
                bar.hide()
            (_as_json if options.json else _as_text)(checked)
            bar.step()
    _sum_up(counted, as_json=options.json)
    return 1 if counted["failed"] else 0


def _files(options: Namespace) -> Iterator[tuple[str, Callable[[], CaseFile]]]:
    """Yield each file with the function that reads it."""
    if options.files:
        for file in options.files:
            yield file, partial(load, file, options.lang)
        return
    for name in cases.names():
        yield f"{name}.yaml", partial(cases.case, name)


def check(file: str, get: Callable[[], CaseFile], lang: Lang) -> Checked:
    """Return how one file fares.

    Args:
        file: What to call it.
        get: Reads it.
        lang: Language of faults.
    """
    try:
        case = get()
        as_of, law_at = days_of(case, None, None)
        differences = compare(case, assess(case, as_of=as_of, law_at=law_at))
    except UnusableError as fault:
        return Checked(file, "", "failed", faults=fault.lines)
    except CaseFileError as fault:
        return Checked(file, "", "failed", faults=tuple(fault.lines(lang)))
    except TimeLoopError as loop:
        return Checked(file, "", "failed", faults=(time_loop(file, loop, lang),))
    outcome: Outcome = "passed"
    if differences:
        outcome = "disputed" if case.disputed else "failed"
    return Checked(file, case.case, outcome, tuple(differences), disputed=case.disputed)


def _as_text(checked: Checked) -> None:
    for line in checked.faults:
        complain(line)
    mark = " (disputed)" if checked.outcome == "disputed" else ""
    for difference in checked.differences:
        print(f"{difference}{mark}")


def _as_json(checked: Checked) -> None:
    for line in checked.faults:
        complain(line)
    print(json.dumps(asdict(checked), ensure_ascii=False, separators=(",", ":")))


def _sum_up(counted: Counter[Outcome], *, as_json: bool) -> None:
    """Write the last lines: how many are disputed, passed, failed."""
    if as_json:
        total = {name: counted[name] for name in ("passed", "failed", "disputed")}
        print(json.dumps(total, separators=(",", ":")))
        return
    if counted["disputed"]:
        print(f"{counted['disputed']} disputed")
    print(f"{counted['passed']} passed, {counted['failed']} failed")
