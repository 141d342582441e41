"""The binder of a family: one file with all that whoever takes over must know."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date

from sathana.accounts.decide import Action, Group
from sathana.calendars.show import show_day
from sathana.casework import inside, packmaking, paper_files, showing
from sathana.casework.models import Case, CaseMove, CasePathway
from sathana.casework.packmaking import Choices, Told
from sathana.casework.selectors.papers import tell_export
from sathana.casework.states import MOVES, TITLES, State
from sathana.documents.blocks import Run
from sathana.documents.bundle import Binder, Petitioner, Shelved, binder
from sathana.documents.glyphs import LacksSignError
from sathana.documents.pack_values import PackFacts
from sathana.documents.paper_pdf import pdf
from sathana.law.load import pack as law_pack
from sathana.packs.making import facts_hash
from sathana.packs.papers_held import paper_words, path_words
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.errors import NotVisibleError, UnusableValueError
from sathana.registry.evidence_shown import Served
from sathana.registry.familytree import pathway_name
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.services import common


def of_case(reader: Reader, case_id: uuid.UUID, digits: str) -> Served:
    """Return the binder of a case's family as a PDF (action EXPORT).

    Args:
        reader: Who takes it along.
        case_id: Of which case.
        digits: ``thai`` or ``arabic``.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not take it along, or sees less than it tells.
        StepUpError: The second factor is not fresh.
        UnusableValueError: A text holds a letter that papers cannot show.
    """
    rows = Case.objects.visible_to(reader).select_related("family")
    case = rows.filter(id=case_id).first()
    if case is None:
        raise NotVisibleError
    family, sight = case.family, seeing.of_family(reader, case.family)
    if not sight.sees(Group.NOTES):
        raise NotVisibleError
    visibility.require(reader, family, Action.EXPORT, Group.EVIDENCE)
    packmaking.must_see_all(sight)
    rows_of.unlock([family, case])
    names = showing.names_of({family: sight}, reader.actor.organisation)
    made = _binder(reader, case, names, digits)
    tell_export(reader, family, "papers.binder")
    try:
        data = pdf(binder(made))
    except LacksSignError as fault:
        raise UnusableValueError("sign", fault.th, fault.en) from None
    return Served(data, paper_files.PDF, f"binder-{case.id.hex[:8]}.pdf")


def _binder(reader: Reader, case: Case, names: showing.Names, digits: str) -> Binder:
    family, today = case.family, common.thai_day(reader.now)
    told = packmaking.told_of(family)
    tracks = list(inside.pathways([case]))
    contacts = list(inside.encounters(family).filter(withdrawn_at=None))
    rows_of.unlock(tracks)
    return Binder(
        title=family.title,
        people=tuple(_petitioner(family, one, names, digits, today) for one in tracks),
        papers=tuple(_shelved(reader, family, told, names)),
        history=tuple(_history(case, names)),
        contacts=packmaking.of_rows(contacts),
        foot=(
            Run("กฎหมาย "),
            Run(law_pack().version, exact=True),
            Run(" · ข้อเท็จจริง "),
            Run(facts_hash(told.case)[:16], exact=True),
            Run(f" · ทำเมื่อ {show_day(today.toordinal(), 'th')}"),
        ),
        dated=today.isoformat(),
        digits="arabic" if digits == "arabic" else "thai",
    )


def _petitioner(
    family: Family,
    track: CasePathway,
    names: showing.Names,
    digits: str,
    today: date,
) -> Petitioner:
    title = pathway_name(track.pathway)
    filer = names.person(track.filer_id) or track.filer_name
    return Petitioner(
        name=names.person(track.person_id),
        pathway=title["th"] if title else None,
        stage=TITLES[State(track.state)]["th"],
        filer=filer or None,
        facts=_facts(family, track, digits, today),
    )


def _facts(
    family: Family, track: CasePathway, digits: str, today: date
) -> PackFacts | None:
    """Return what a pack would say; ``None`` where there is no procedure for it."""
    if not track.pathway:
        return None
    try:
        return packmaking.made(family, track, Choices(digits), today).facts
    except UnusableValueError as fault:
        if fault.field == "pathway":
            return None
        raise


def _shelved(
    reader: Reader, family: Family, told: Told, names: showing.Names
) -> Iterator[Shelved]:
    whose = dict(rows_of.evidence(family).values_list("id", "person_id"))
    owners = {label: names.person(whose[key]) for key, label in told.papers.items()}
    ids = {label: str(key) for key, label in told.papers.items()}
    found = paper_files.attached(reader, family, ids.values())
    for paper in told.case.evidence.values():
        copies = found.get(ids[paper.id], paper_files.Attached())
        yield Shelved(
            what=paper_words(paper),
            whose=owners[paper.id] or None,
            proves=tuple(path_words(told.case, path) for path in paper.supports),
            scans=copies.scans,
            beside=copies.names,
        )


def _history(case: Case, names: showing.Names) -> Iterator[tuple[str, str, str, str]]:
    rows: list[CaseMove] = list(inside.history(case))
    rows_of.unlock(rows)
    for row in reversed(rows):
        found = MOVES.get(row.action) if row.track_id else None
        what = found.title if found else showing.OF_A_CASE.get(row.action)
        day = common.thai_day(row.made_at).toordinal()
        yield (
            show_day(day, "th"),
            names.person(row.person_id),
            what["th"] if what else row.action,
            row.reason,
        )
