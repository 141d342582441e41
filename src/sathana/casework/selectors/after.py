"""The pages after an approval: of a case, and the checklist of one person."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sathana.accounts.decide import Group
from sathana.casework import (
    after_days,
    after_rows,
    after_steps,
    after_words,
    clock_rows,
)
from sathana.casework.after_shown import (
    AfterView,
    CaseAfter,
    GrantShown,
    PersonAfter,
    StepShown,
)
from sathana.casework.models import AfterStep, CasePathway
from sathana.casework.selectors import after_help, cases
from sathana.casework.selectors.after_step import Shower
from sathana.casework.services.granting import already
from sathana.casework.shown import CaseView, TrackShown
from sathana.casework.states import State
from sathana.facts.model import Told
from sathana.registry import inside as rows_of
from sathana.registry.errors import NotVisibleError
from sathana.registry.reader import Reader
from sathana.registry.selectors import sight as seeing
from sathana.registry.services import common
from sathana.vocabulary.codes import CODE_LISTS

_LOST = frozenset((State.SUSPENDED, State.REVOKED))


def of_case(reader: Reader, case_id: uuid.UUID) -> CaseAfter:
    """Return everybody of a case of whom something was approved.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    view = cases.one(reader, case_id)
    shown = [track for track in view.tracks if track.state in after_steps.SHOWN]
    rows = list(after_rows.of_tracks([track.id for track in shown]))
    rows_of.unlock(rows)
    people = tuple(
        _line(track, {r.kind: r for r in rows if _of(r, track)}) for track in shown
    )
    return CaseAfter(view.id, view.title, common.thai_day(reader.now), people, view.may)


def _of(row: AfterStep, track: TrackShown) -> bool:
    return row.track_id == track.id and row.round == track.round


def _line(track: TrackShown, mine: Mapping[str, AfterStep]) -> PersonAfter:
    asked = after_steps.steps_of(track.pathway_id)
    done = {kind for kind, row in mine.items() if row.state in ("done", "not_needed")}
    left = [kind for kind in asked if kind not in done]
    following = left[0] if left else None
    row = mine.get(following) if following else None
    return PersonAfter(
        track=track,
        approved=after_steps.is_open(track.state),
        lost=track.state in _LOST,
        done=len(asked) - len(left),
        left=len(left),
        next=after_steps.title_of(following) if following else None,
        due=row.due if row is not None else None,
    )


def one(reader: Reader, track_id: uuid.UUID) -> AfterView:
    """Return the checklist of one person.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
    """
    rows = CasePathway.objects.visible_to(reader).select_related("case", "family")
    track = rows.filter(id=track_id).first()
    if track is None:
        raise NotVisibleError
    view = cases.one(reader, track.case_id)
    rows_of.unlock([track.family, track])
    made = _Made.of(reader, view, track)
    cases.tell(reader, track.family, made.shower.sight, "after.view")
    return made.view()


@dataclass
class _Made:
    """A checklist as it is put together."""

    reader: Reader
    case: CaseView
    track: CasePathway
    shown: TrackShown
    shower: Shower
    mine: dict[str, AfterStep]
    born: Told | None

    @classmethod
    def of(cls, reader: Reader, view: CaseView, track: CasePathway) -> _Made:
        """Read what is recorded of a pathway."""
        found = list(after_rows.steps([track]).filter(round=track.round))
        rows_of.unlock(found, [row.fact for row in found if row.fact is not None])
        sight = seeing.of_family(reader, track.family)
        shower = Shower(
            sight, common.thai_day(reader.now), found, reader.actor.organisation
        )
        return cls(
            reader, view, track, cases.track_in(view, track.id), shower,
            {row.kind: row for row in found},
            after_days.births([track.person_id]).get(track.person_id),
        )  # fmt: skip

    def view(self) -> AfterView:
        """Return the checklist."""
        helps = after_help.asked(
            self.reader, self.track, self.case, self.shower.sight, self._order()
        )
        steps, copies = tuple(self._steps()), tuple(self._copies())
        rights = tuple(self._rights(helps.before, helps.after))
        left = (one for one in (*steps, *copies, *rights) if not one.settled)
        state = self.track.state
        return AfterView(
            track=self.shown,
            case_id=self.case.id,
            family_id=self.case.family_id,
            title=self.case.title,
            open=self.case.state == "open",
            today=self.shower.today,
            approved=after_steps.is_open(state),
            lost=state in _LOST,
            grant=self._grant(),
            steps=steps,
            rights=rights,
            copies=copies,
            card=self._card_age(),
            next=next(left, None),
            helps=helps.people,
            no_help=helps.why_not,
            notes=self.shower.sight.sees(Group.NOTES),
            may=self.case.may,
        )

    def _card_age(self) -> after_steps.CardAge:
        if self.born is None:
            return "unknown"
        return after_steps.age_told(self.born, self.shower.today)

    def _grant(self) -> GrantShown:
        given = after_steps.gives(self.track.pathway)
        words = CODE_LISTS["orders"]
        row = self.mine.get(after_steps.GRANT)
        fact = row.fact if row is not None else None
        told = fact is not None and fact.withdrawn_at is None
        there = not told and any(already(self.track.person_id, one) for one in given)
        return GrantShown(
            gives=tuple((c, {"th": words[c].th, "en": words[c].en}) for c in given),
            told=told,
            withdrawn=row is not None and not told,
            already=there,
            on=row.on if row is not None else "",
        )

    def _order(self) -> dict[str, str] | None:
        """Return the decision as an order, supposed to be of today where not told."""
        given = after_steps.gives(self.track.pathway)
        if not given or self.track.state not in after_steps.SHOWN:
            return None
        row = self.mine.get(after_steps.GRANT)
        kind = given[0]
        if row is not None and row.fact is not None:
            value = row.fact.value
            kinds = [one.get("kind") for one in value] if value else []
            kind = next((one for one in given if one in kinds), kind)
        order = {"kind": kind, "on": self.shower.today.isoformat()}
        rule = after_steps.under(self.track.pathway)
        return {**order, "under": rule} if rule else order

    def _steps(self) -> Iterator[StepShown]:
        pathway = self.track.pathway
        running = after_days.clocks(pathway, self.mine, self.born, self.shower.today)
        for kind in after_steps.steps_of(pathway):
            shown = self.shower.step(kind, self.mine.get(kind))
            yield replace(
                shown,
                said=tuple(after_steps.said(kind, pathway)),
                clocks=tuple(running.get(kind, ())),
            )

    def _copies(self) -> Iterator[StepShown]:
        papers = {r.evidence_id for r in self.mine.values() if r.evidence_id}
        there = after_rows.scanned(papers)
        for name in after_words.COPIES:
            kind = f"copy.{name}"
            row = self.mine.get(kind)
            shown = self.shower.step(kind, row)
            if row is not None and row.state == "done" and row.evidence_id not in there:
                # The paper or its scan was taken away since: it is missing again.
                state = after_words.STATES["copy"]["open"]
                shown = replace(shown, state="open", state_title=state, scanned=False)
            yield shown

    def _rights(
        self, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> Iterator[StepShown]:
        if self.track.state not in after_steps.SHOWN:
            return
        for name in self._names(before, after):
            kind = f"right.{name}"
            shown = self.shower.step(kind, self.mine.get(kind))
            right = after.get(name)
            if right is not None:
                right = {**right, "before": before.get(name, right)["status"]}
            note = after_words.NUMBERS.get(name) or after_words.NO_SOURCE.get(name)
            always = name in (*after_steps.ALWAYS, after_words.MILITARY)
            yield replace(shown, right=right, note=note, always=always)

    def _names(
        self, before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> Iterator[str]:
        """Yield the rights to look at: those that turned, and some always."""
        recorded = {kind.removeprefix("right.") for kind in self.mine}
        for name in after or dict.fromkeys(after_steps.ALWAYS):
            now = after.get(name, {}).get("status")
            was = before.get(name, {}).get("status")
            closed = now == was == "closed" and name != "VOTE"
            wanted = name in after_steps.ALWAYS or now != was
            if name in recorded or (wanted and not closed):
                yield name
        if after_steps.gives_nationality(self.track.pathway) and self._may_serve():
            yield after_words.MILITARY

    def _may_serve(self) -> bool:
        """Say whether somebody is a man, or may be one: unknown is no woman."""
        rows = list(clock_rows.facts_of([self.track.person_id]))
        rows_of.unlock(rows)
        told = {row.value for row in rows if row.path == "sex"}
        return told != {"female"}
