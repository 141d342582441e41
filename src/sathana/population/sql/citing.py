"""Rules as a comment names them: title, section and act, and how well read."""

from __future__ import annotations

from dataclasses import dataclass, field

from sathana.law.load import pack
from sathana.law.model import RuleInfo
from sathana.population.sql.words import Lang
from sathana.vocabulary.codes import VERIFIED_MARKS

_WIDTH = 96


@dataclass
class Citing:
    """Cites rules in one language, in full where each is named first."""

    lang: Lang
    named: set[str] = field(default_factory=set)

    def lines(self, rule: str, *, again: bool = False) -> tuple[str, ...]:
        """Return the lines that name a rule.

        Args:
            rule: Id of the rule, with or without what comes after ``/``.
            again: In full, even if it was named before.
        """
        info = pack().rules.get(rule) or pack().rules.get(rule.partition("/")[0])
        if info is None or (rule in self.named and not again):
            return (rule,)
        self.named.add(rule)
        return broken(f"{rule}: {info.title[self.lang]}. {self._authority(info)}")

    def _authority(self, info: RuleInfo) -> str:
        cites = "; ".join(self._provision(cite) for cite in info.cites)
        mark = VERIFIED_MARKS[info.verified].in_(self.lang)
        return f"{cites} [{mark}]" if cites else f"[{mark}]"

    def _provision(self, cite: str) -> str:
        """Return a provision as section and act; its id where the pack has none."""
        known = pack().provisions.get(cite)
        if known is None:
            return cite
        act = pack().instruments.get(known.instrument)
        title = act.title[self.lang] if act else known.instrument
        return f"{known.section[self.lang]} {title}"


def broken(text: str) -> tuple[str, ...]:
    """Return a text in lines that a page of code can show, broken at spaces."""
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + len(word) >= _WIDTH:
            lines.append(line)
            line = ""
        line = f"{line} {word}" if line else word
    return (*lines, line)
