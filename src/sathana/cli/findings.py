"""Findings of a check, on the terminal: one line each, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sathana.cli.terminal import Speaker, wrap

if TYPE_CHECKING:
    from sathana.registry.keeping.checking import Finding


def tell(findings: Iterable[Finding], say: Speaker) -> bool:
    """Print findings as they come; return whether all are good."""
    good = True
    for finding in findings:
        mark = say("ดี   ", "good ") if finding.good else say("ผิด  ", "BAD  ")
        lines = wrap(say(finding.th, finding.en), first=mark, rest=" " * 5)
        fix = say(finding.fix_th, finding.fix_en)
        if fix and not finding.good:
            lines += wrap(fix, first="  -> ", rest=" " * 5)
        print("\n".join(lines), flush=True)
        good = good and finding.good
    return good
