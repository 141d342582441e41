"""What persons, facts, rules and days of an answer are called."""

from __future__ import annotations

from dataclasses import dataclass

from sathana.calendars.dates import from_text, show
from sathana.cli.terminal import Lang
from sathana.facts.model import CaseFile
from sathana.law.load import pack
from sathana.vocabulary.facts import FACTS, fact_key

_LINKS = {
    "father": ("บิดา", "father"),
    "mother": ("มารดา", "mother"),
    "spouse": ("คู่สมรส", "spouse"),
}


@dataclass(frozen=True, slots=True)
class Namer:
    """Names the things of one family's answer in one language."""

    case: CaseFile
    lang: Lang

    def person(self, who: str) -> str:
        """Return the name of a person; the id, or the kinship, where none is told."""
        known = self.case.persons.get(who)
        if known is not None and known.name:
            other = "en" if self.lang == "th" else "th"
            return known.name.get(self.lang) or known.name.get(other) or who
        owner, dot, link = who.rpartition(".")
        words = _LINKS.get(link.rstrip("0123456789"))
        if not dot or words is None:
            return who
        if self.lang == "th":
            return f"{words[0]}ของ{self.person(owner)}"
        return f"{self.person(owner)}'s {words[1]}"

    def fact(self, path: str) -> str:
        """Return a fact, ``P.born.country``, in words: "country of birth of P"."""
        who, _, key = self._split(path)
        if who == "law":
            unread = (
                "ตัวบทที่ยังไม่ได้ตรวจสอบ" if self.lang == "th" else "a text not verified"
            )
            return f"{unread}: {key}"
        name = FACTS.get(fact_key(key))
        if name is None:
            return path
        if self.lang == "th":
            return f"{name.th} ของ{self.person(who)}"
        return f"{name.en} of {self.person(who)}"

    def _split(self, path: str) -> tuple[str, str, str]:
        """Split a path into person and key; persons without an id hold a dot."""
        for place in range(path.count("."), 0, -1):
            parts = path.split(".")
            who = ".".join(parts[:place])
            key = ".".join(parts[place:])
            if who in self.case.persons and fact_key(key) in FACTS:
                return who, ".", key
        return path.partition(".")


def day(text: object, lang: Lang) -> str:
    """Return a day of an answer as people say it; "" for none."""
    return show(from_text(text), lang) if isinstance(text, str) else ""


def as_ids(value: object) -> list[str]:
    """Return one id, or several, as a list; none for ``None``."""
    if value is None:
        return []
    return [str(v) for v in value] if isinstance(value, list | tuple) else [str(value)]


def rule_title(rule: str, lang: str) -> str:
    """Return the title of a rule; its id where the pack has none."""
    info = pack().rules.get(rule) or pack().rules.get(rule.partition("/")[0])
    return info.title[lang] if info else rule


def citation(provision: str, lang: Lang) -> str:
    """Return a provision as section and act; its id where the pack has none."""
    law = pack()
    known = law.provisions.get(provision)
    if known is None:
        return provision
    act = law.instruments.get(known.instrument)
    return f"{known.section[lang]} {act.title[lang] if act else known.instrument}"
