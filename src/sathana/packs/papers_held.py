"""The papers at hand: what each is called, shows, and which checklist asks for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sathana.documents.pack_values import Exhibit, Witness
from sathana.facts.model import CaseFile, Evidence
from sathana.packs import saying
from sathana.vocabulary.facts import FACTS, fact_key
from sathana.vocabulary.papers import PAPERS, STATEMENTS, names_paper

type Row = Mapping[str, Any]


def paper_words(paper: Evidence) -> str:
    """Return a paper at hand in words: its kind, number, issuer and day."""
    known = PAPERS.get(paper.paper)
    kind = known.name.th if known else paper.kind or paper.id
    number = f"เลขที่ {paper.number}" if paper.number else ""
    issuer = f"ออกโดย {paper.issuer}" if paper.issuer else ""
    day = saying.day(paper.date)
    on = f"{'ลงวันที่' if paper.date.is_exact else 'ทำเมื่อ'} {day}" if day else ""
    return " ".join(filter(None, (kind, number, issuer, on)))


def shown_by(case: CaseFile, who: str, key: str) -> tuple[str, ...]:
    """Return the papers that show a fact, in words."""
    path = f"{who}.{key}"
    told = case.persons[who].told.get(key)
    sources = [told.source] if told and told.source else []
    sources += [e.id for e in case.evidence.values() if path in e.supports]
    return tuple(
        paper_words(case.evidence[source]) if source in case.evidence else source
        for source in dict.fromkeys(sources)
    )


def path_words(case: CaseFile, path: str) -> str:
    """Return a fact of somebody in words: "วันเกิดของสมมติ"."""
    for who in sorted(case.persons, key=len, reverse=True):
        if path.startswith(f"{who}."):
            known = FACTS.get(fact_key(path[len(who) + 1 :]))
            what = known.th if known else path[len(who) + 1 :]
            return f"{what}ของ {saying.name(case, who) or who}"
    return path


def exhibits(
    case: CaseFile, needed: Iterable[Row], hidden: Collection[str] = ()
) -> tuple[Exhibit, ...]:
    """Return the official checklist in its order, with what is at hand for each.

    Args:
        case: The family.
        needed: The checklist.
        hidden: Facts that no paper names.
    """
    return tuple(_exhibit(case, row, hidden) for row in needed)


def _exhibit(case: CaseFile, row: Row, hidden: Collection[str]) -> Exhibit:
    key = str(row.get("paper") or "")
    held = [e for e in case.evidence.values() if asked_for(row, e)]
    name = row.get("name") or {"th": PAPERS[key].name.th if key in PAPERS else key}
    return Exhibit(
        name=str(name["th"]),
        when=row["when"]["th"] if row.get("when") else None,
        form=row.get("form"),
        held=tuple(paper_words(e) for e in held),
        papers=tuple(e.id for e in held),
        proves=tuple(
            path_words(case, p)
            for e in held
            for p in e.supports
            if key_of(case, p) not in hidden
        ),
    )


def asked_for(row: Row, paper: Evidence) -> bool:
    """Say whether a paper is one that a line of a checklist asks for.

    It is, if its kind is the one; or if somebody wrote it down by the words of the
    list, which are what the page of readiness shows as missing.
    """
    key = str(row.get("paper") or "")
    by_name = names_paper(paper.kind, row["name"]) if row.get("name") else False
    return bool(key) and (paper.paper == key or by_name)


def more_held(
    case: CaseFile, needed: Iterable[Row], hidden: Collection[str] = ()
) -> tuple[str, ...]:
    """Return the papers at hand that the checklist does not ask for.

    A passport of another state, or a paper of release from prison, tells as much as
    the fact it shows: it stays out with that fact.
    """
    rows = list(needed)
    return tuple(
        paper_words(e)
        for e in case.evidence.values()
        if _TELLS.get(e.paper) not in hidden
        and not any(asked_for(row, e) for row in rows)
    )


_TELLS = {
    "PASSPORT": "foreign_documents",
    "EMBASSY-LETTER": "foreign_nationality",
    "FOREIGN-LAW": "foreign_nationality",
    "ALIEN-CERTIFICATE": "alien_certificate",
    "ALIEN-REGISTER": "alien_certificate",
    "ENTRY-STAMP": "entered",
    "LENIENCY-RECORD": "stay",
    "CRIMINAL-RECORD-CHECK": "convictions",
    "RELEASE-PAPER": "convictions",
}
"""Kinds of papers, and the fact that each gives away."""


def key_of(case: CaseFile, path: str) -> str:
    """Return which fact a path is about: ``stay`` of ``F.stay``."""
    for who in sorted(case.persons, key=len, reverse=True):
        if path.startswith(f"{who}."):
            return path[len(who) + 1 :]
    return path


def witnesses(case: CaseFile, hidden: Collection[str] = ()) -> tuple[Witness, ...]:
    """Return whoever has made a statement that is at hand: its issuer."""
    return tuple(
        Witness(
            name=paper.issuer or None,
            saw=tuple(
                path_words(case, path)
                for path in paper.supports
                if key_of(case, path) not in hidden
            ),
            statement=paper_words(paper),
        )
        for paper in case.evidence.values()
        if paper.paper in STATEMENTS
    )
