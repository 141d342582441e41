"""Instruments and provisions as their pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sathana.law.load import pack
from sathana.law.model import ContestedPoint, Instrument, LawEvent, Provision, RuleInfo
from sathana.library import lawbook, lawrelations
from sathana.web.languages import Text

KINDS: dict[str, Text] = {
    "constitution": {"th": "รัฐธรรมนูญ", "en": "Constitution"},
    "act": {"th": "พระราชบัญญัติ", "en": "Acts"},
    "code": {"th": "ประมวลกฎหมาย", "en": "Codes"},
    "decree": {"th": "พระราชกฤษฎีกาและพระราชกำหนด", "en": "Decrees"},
    "regulation": {"th": "กฎกระทรวงและระเบียบ", "en": "Regulations"},
    "announcement": {"th": "ประกาศ", "en": "Announcements"},
    "resolution": {"th": "มติคณะรัฐมนตรี", "en": "Cabinet resolutions"},
    "custom": {"th": "จารีตประเพณี", "en": "Custom"},
}
"""Kinds of instruments, from the highest to the oldest."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One text of a section.

    Attributes:
        made_by: Instrument that made this text.
        changes: Changes of the law by which it began.
        here: Whether the page is about this one.
    """

    provision: Provision
    in_force: str
    made_by: Instrument
    changes: tuple[LawEvent, ...]
    here: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section with its texts, the oldest first."""

    title: Text
    wordings: tuple[Wording, ...]

    @property
    def latest(self) -> Wording:
        """The newest text."""
        return self.wordings[-1]


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """One instrument in the list of its kind."""

    instrument: Instrument
    in_force: str
    count: int


def kind_words(kind: str) -> Text:
    """Return what a kind of instrument is called; a new kind shows as it is."""
    return KINDS.get(kind, {"th": kind, "en": kind})


def by_kind() -> tuple[tuple[Text, tuple[InstrumentRow, ...]], ...]:
    """Return all instruments, grouped by kind, the newest first."""
    found: dict[str, list[Instrument]] = {kind: [] for kind in KINDS}
    for instrument in pack().instruments.values():
        found.setdefault(instrument.kind, []).append(instrument)
    return tuple(
        (kind_words(kind), tuple(map(_row, sorted(group, key=_newest))))
        for kind, group in found.items()
        if group
    )


def _newest(instrument: Instrument) -> int:
    return -instrument.in_force.earliest if instrument.in_force else 0


def _row(instrument: Instrument) -> InstrumentRow:
    sections = lawrelations.sections_in(instrument.id)
    others = lawrelations.reworded_by(instrument.id)
    count = sum(map(len, sections)) + len(tuple(others))
    return InstrumentRow(instrument, in_force(instrument), count)


def in_force(instrument: Instrument) -> str:
    """Say when an instrument is in force; empty where nobody knows."""
    if instrument.in_force is None and instrument.until is None:
        return ""
    return lawbook.window(instrument.in_force, instrument.until)


def sections(instrument: str) -> tuple[Section, ...]:
    """Return the sections of an instrument with every text of theirs."""
    return tuple(map(_section, lawrelations.sections_in(instrument)))


def _section(ids: Iterable[str]) -> Section:
    law = pack()
    provisions = [law.provisions[key] for key in ids]
    title = lawrelations.section_title(provisions[-1])
    return Section(title, tuple(wording(provision) for provision in provisions))


def reworded(instrument: str) -> tuple[Wording, ...]:
    """Return what an instrument wrote into others."""
    law = pack()
    ids = lawrelations.reworded_by(instrument)
    keys = sorted(ids, key=lawrelations.in_order)
    return tuple(wording(law.provisions[key]) for key in keys)


def wording(provision: Provision, here: str = "") -> Wording:
    """Return one text as its section shows it."""
    law = pack()
    events = lawrelations.relations().events.get(provision.id, ())
    return Wording(
        provision,
        lawbook.window(provision.in_force_from, provision.in_force_until),
        law.instruments[provision.instrument],
        tuple(
            event
            for event in map(law.events.__getitem__, events)
            if event.date == provision.in_force_from
        ),
        provision.id == here,
    )


def wordings(provision: str) -> tuple[Wording, ...]:
    """Return all texts of the section of which a provision is one."""
    law = pack()
    section = lawrelations.section_of(provision)
    ids = lawrelations.relations().wordings[section]
    return tuple(wording(law.provisions[key], provision) for key in ids)


def citing(provision: str) -> tuple[RuleInfo, ...]:
    """Return the rules that rest on a provision."""
    law = pack()
    ids = lawrelations.relations().rules.get(provision, ())
    return tuple(law.rules[key] for key in ids)


def contested(rules: Iterable[RuleInfo]) -> tuple[ContestedPoint, ...]:
    """Return the contested points that bear on any of the rules, each once."""
    points = (point for rule in rules for point in lawbook.contested(rule))
    return tuple({point.id: point for point in points}.values())
