"""Packs of papers for their pages, and as files that are handed out."""

from __future__ import annotations

import uuid
from datetime import timedelta
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Action, Group
from sathana.calendars.show import show_day
from sathana.casework import (
    inside,
    outdated,
    packmaking,
    paper_files,
    showing,
    supervising,
)
from sathana.casework.models import PaperPack
from sathana.casework.papers_shown import (
    CasePapers,
    CommentShown,
    MakingView,
    PackLine,
    PackView,
    PaperLine,
    TrackPapers,
)
from sathana.casework.selectors import cases
from sathana.casework.shown import CaseView, TrackShown
from sathana.documents.pack_values import PackFacts
from sathana.registry import inside as rows_of
from sathana.registry import visibility
from sathana.registry.changed import about
from sathana.registry.errors import NotAllowedError, NotVisibleError
from sathana.registry.evidence_shown import Served
from sathana.registry.familytree import pathway_name
from sathana.registry.models import Family
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.selectors.sight import Sight
from sathana.registry.services import common

_THAILAND = timedelta(hours=7)


def of_case(reader: Reader, case_id: uuid.UUID) -> CasePapers:
    """Return the packs of a case, person by person.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    view = cases.one(reader, case_id)
    family = visibility.visible_family(reader, view.family_id)
    names = _names(reader, family)
    lines = _lines(inside.packs_in(case_id), names)
    return CasePapers(
        view,
        tuple(TrackPapers(one, lines.get(one.id, ())) for one in view.tracks),
    )


def of_track(
    reader: Reader, family_id: uuid.UUID, case_id: uuid.UUID, track_id: uuid.UUID
) -> tuple[PackLine, ...]:
    """Return the packs of one pathway, for pages that lead to them."""
    family = visibility.visible_family(reader, family_id)
    return _lines(inside.packs_in(case_id), _names(reader, family)).get(track_id, ())


def making(reader: Reader, track_id: uuid.UUID) -> MakingView:
    """Return what the form of a new pack shows.

    Raises:
        NotVisibleError: The pathway is not there, or not for this reader.
        NotAllowedError: The reader may not make packs, or sees less than they tell.
    """
    view = cases.one(reader, cases.case_of(reader, track_id))
    family, sight = _open(reader, view)
    if Action.ADD not in sight.may:
        raise NotAllowedError("no_line")
    packmaking.must_see_all(sight)
    found = cases.track_in(view, track_id)
    lines = _lines(inside.packs_in(view.id), _names(reader, family))
    told = packmaking.told_of(family)
    cases.tell(reader, family, sight, "papers.choose")
    return MakingView(
        case=view,
        papers=TrackPapers(found, lines.get(found.id, ())),
        kept_back=tuple(packmaking.kept_back(told, found.person_id)),
        filed_by=_files(found),
    )


def one(reader: Reader, pack_id: uuid.UUID) -> PackView:
    """Return a pack for its page.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    pack, sight = _opened(reader, pack_id)
    family = pack.family
    names = _names(reader, family)
    facts = _facts(pack) if packmaking.whole_sight(sight) else None
    comments = list(inside.comments(pack))
    rows_of.unlock(comments)
    told = _told_of(pack, family, facts)
    steps = supervising.open_to(pack.state, sight.may)
    view = PackView(
        id=pack.id,
        version=pack.version,
        number=pack.number,
        state=pack.state,
        state_title=supervising.STATES[pack.state],
        made_at=pack.made_at,
        made_by=names.worker(pack.made_by),
        decided_at=pack.decided_at,
        signer=pack.signer,
        own=bool(pack.signer) and pack.decided_by == pack.made_by,
        called=names.person(pack.person_id),
        pathway=pathway_name(pack.pathway),
        case_id=pack.case_id,
        case_title=pack.case.title if sight.sees(Group.OUTLINE) else "",
        track_id=pack.track_id,
        comments=tuple(_comment(row, names) for row in comments),
        # What is outdated is not signed off: the step is not offered.
        steps=tuple(s for s in steps if not (s.does == "approve" and told["changes"])),
        may=sight.may,
        **told,
    )
    cases.tell(reader, family, sight, "papers.view")
    return view


def file_of(reader: Reader, pack_id: uuid.UUID, paper: str, kind: str) -> Served | None:
    """Return a pack, or one paper of it, to take along (action EXPORT).

    Args:
        reader: Who takes it.
        pack_id: Which pack.
        paper: Name of a paper, ``all``, or ``""``: nothing yet.
        kind: ``pdf``, ``docx`` or ``zip``.

    Returns:
        The file; ``None`` where none is named.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not take it along, or sees less than it tells.
        StepUpError: The second factor is not fresh.
    """
    pack, sight = _opened(reader, pack_id)
    visibility.require(reader, pack.family, Action.EXPORT, Group.EVIDENCE)
    packmaking.must_see_all(sight)
    if not paper:
        return None
    tell_export(reader, pack.family, "papers.export")
    return _served(reader, pack, paper, kind)


def _served(reader: Reader, pack: PaperPack, paper: str, kind: str) -> Served:
    facts, name = _facts(pack), f"pack-{pack.id.hex[:8]}"
    needs = kind == "zip" or paper == "all" or paper.endswith("-exhibits")
    found = (
        paper_files.attached(reader, pack.family, pack.scans.values()) if needs else {}
    )
    asked_for = {
        key for e in facts.exhibits for p in e.papers if (key := pack.scans.get(p))
    }
    found = {key: value for key, value in found.items() if key in asked_for}
    papers = paper_files.papers_of(paper_files.with_pictures(facts, pack.scans, found))
    if kind == "zip":
        return paper_files.zipped(papers, found, name)
    served = paper_files.served(papers, paper, kind, name)
    if served is None:
        raise NotVisibleError
    return served


def _told_of(
    pack: PaperPack, family: Family, facts: PackFacts | None
) -> dict[str, Any]:
    """Return what stands in a pack, for somebody to whom it is open."""
    choices = pack.choices
    if facts is None:
        return {
            "digits": "", "filed_by": "", "tell": (), "papers": None, "changes": None,
            "pictures": 0, "law_version": "", "facts_hash": "",
        }  # fmt: skip
    return {
        "digits": choices["digits"],
        "filed_by": choices["filed_by"],
        "tell": tuple(about(key) for key in choices["tell"]),
        "papers": tuple(
            PaperLine(
                one.name,
                {"th": one.paper.title, "en": one.paper.title_en},
                one.paper.editable,
            )
            for one in paper_files.papers_of(facts)
        ),
        "changes": outdated.since(family, pack),
        "pictures": sum(len(one.papers) for one in facts.exhibits),
        "law_version": facts.law_version,
        "facts_hash": facts.facts_hash[:16],
    }


def _facts(pack: PaperPack) -> PackFacts:
    signed = pack.signer and pack.decided_at
    day = (
        show_day((pack.decided_at + _THAILAND).date().toordinal(), "th")
        if signed and pack.decided_at
        else ""
    )
    return paper_files.values_of(pack.values, pack.signer, day)


def _opened(reader: Reader, pack_id: uuid.UUID) -> tuple[PaperPack, Sight]:
    rows = PaperPack.objects.visible_to(reader).select_related("family", "case")
    pack = rows.filter(id=pack_id).first()
    if pack is None:
        raise NotVisibleError
    sight = seeing.of_family(reader, pack.family)
    if not sight.sees(Group.NOTES):
        raise NotVisibleError
    rows_of.unlock([pack.family, pack, pack.case])
    return pack, sight


def _open(reader: Reader, view: CaseView) -> tuple[Family, Sight]:
    family = visibility.visible_family(reader, view.family_id)
    sight = seeing.of_family(reader, family)
    if not sight.sees(Group.NOTES):
        raise NotVisibleError
    rows_of.unlock([family])
    return family, sight


def _names(reader: Reader, family: Family) -> showing.Names:
    sight = seeing.of_family(reader, family)
    if not sight.sees(Group.NOTES):
        raise NotVisibleError
    return showing.names_of({family: sight}, reader.actor.organisation)


def _lines(rows: Any, names: showing.Names) -> dict[uuid.UUID, tuple[PackLine, ...]]:
    found: dict[uuid.UUID, list[PackLine]] = {}
    for row in rows:
        some = found.setdefault(row.track_id, [])
        some.append(
            PackLine(
                id=row.id,
                number=row.number,
                state=row.state,
                state_title=supervising.STATES[row.state],
                made_at=row.made_at,
                made_by=names.worker(row.made_by),
                newest=not some,
            )
        )
    return {key: tuple(some) for key, some in found.items()}


def _comment(row: Any, names: showing.Names) -> CommentShown:
    what = supervising.STEPS[row.does].done
    return CommentShown(row.made_at, names.worker(row.made_by), what, row.text)


def _files(track: TrackShown) -> str:
    """Return who files, where it is not the person."""
    return "" if track.filed_by == "self" else (track.filer or "")


def tell_export(reader: Reader, family: Family, action: str) -> None:
    """Write that papers left, and of whom: everybody of the family stands in them."""
    persons = list(rows_of.persons(family))
    rows_of.unlock([family], persons)
    subjects = [common.person_subject(one, family) for one in persons]
    with transaction.atomic():
        common.tell_chain(
            reader,
            action,
            [common.family_subject(family), *subjects],
            *sorted(packmaking.TOLD_IN_A_CASE_FILE),
        )
