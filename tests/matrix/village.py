"""The world of the matrix: for each role somebody, and families in every relation.

Every personal text of a family is a canary that tells its family and its group of
fields (``KNR07NAMESX``), so that a page can be asked what it gives away.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from functools import cache
from typing import Any

from django.utils import timezone
from tests import worlds
from tests.documents import packmaking
from tests.registry import truth

from sathana.accounts.models import Account, Invitation, Organisation
from sathana.accounts.roles import Role
from sathana.casework.models import (
    AfterStep,
    Appointment,
    Case,
    CaseMove,
    CasePathway,
    ClassPupil,
    ClassSheet,
    Cost,
    DnaTest,
    Encounter,
    Handover,
    OfferCard,
    Office,
    OfficeNote,
    OfficerName,
    PackComment,
    PaperPack,
    PaperRequest,
    Referral,
    Witness,
)
from sathana.documents.pack_plain import as_plain
from sathana.files import store
from sathana.protection import keys
from sathana.registry import matching, models, packing
from sathana.registry.services.evidence import COPY, ORIGINAL, place_of

HOME, AWAY = 0, 1
TEAM, OTHER_TEAM = 0, 1
LENT = ("outline", "names", "facts")
"""Groups of fields that are shared."""
CANARY = re.compile(r"KNR(\d+)([A-Z]+)X")
RELATIONS = (
    *("own", "team", "other_team", "other_organisation", "shared", "expired"),
    *("blocked", "sealed", "assigned", "named", "glass", "glass_over"),
)


FEW = ("own", "assigned", "named", "shared")
"""Relations to somebody whose role opens no family: enough to see that it does not."""


def relations(role: str) -> tuple[str, ...]:
    """Return the relations in which families are made for a role."""
    return FEW if role in truth.OPEN_NO_FAMILY else RELATIONS


@dataclass
class Stored:
    """A family of the world, as it is stored and as the truth knows it.

    Attributes:
        place: For which role it was made, and in which relation to it.
    """

    number: int
    place: tuple[str, str]
    case: truth.Case
    family: models.Family
    rows: dict[str, Any] = field(default_factory=dict)

    def canary(self, group: str) -> str:
        """Return the canary of one group of fields."""
        return f"KNR{self.number}{group.upper()}X"


@dataclass
class Village:
    """Everybody and everything of the matrix."""

    accounts: dict[str, Account]
    people: dict[str, truth.Someone]
    families: dict[tuple[str, str], Stored]
    offices: dict[str, dict[str, Any]]

    def values(self, role: str, relation: str) -> dict[str, Any]:
        """Return the ids of rows in a relation to a role, by part of an address."""
        stored = self.families.get((role, relation)) or self.families[role, "own"]
        office = self.offices.get(relation) or self.offices["here"]
        return {part: row.pk for part, row in {**stored.rows, **office}.items()}

    def may(self, role: str, stored: Stored, *, fresh: bool = True) -> Any:
        """Return what the truth lets a role do with a family."""
        return truth.may(self.people[role], stored.case, fresh=fresh)

    def shown(self, page: str) -> Iterator[tuple[Stored, str]]:
        """Yield each family and group whose canary stands on a page."""
        by_number = {one.number: one for one in self.families.values()}
        for number, group in set(CANARY.findall(page)):
            yield by_number[int(number)], group.lower()


def build() -> Village:
    """Store the world."""
    offices = {HOME: worlds.organisation("บ้าน"), AWAY: worlds.organisation("อื่น")}
    teams = {n: worlds.team(offices[HOME], f"ทีม {n}") for n in (TEAM, OTHER_TEAM)}
    accounts, people = {}, {}
    for number, role in enumerate(truth.ROLES):
        team = None if role in ("partner", "auditor") else TEAM
        accounts[role] = worlds.account(
            offices[HOME],
            Role(role),
            team=None if team is None else teams[team],
            username=f"matrix-{role}",
        )
        people[role] = truth.Someone(number, HOME, ((role, team),))
    desks = {"here": _office(offices[HOME]), "elsewhere": _office(offices[AWAY])}
    desks["here"].update(_class(offices[HOME], teams[TEAM]))
    desks["elsewhere"].update(_class(offices[AWAY], None))
    village = Village(accounts, people, {}, desks)
    for role in truth.ROLES:
        for relation in relations(role):
            _settle(village, role, relation, offices, teams)
    _offers(village, offices)
    return village


def _offers(village: Village, offices: Any) -> None:
    """Offer a case to a caseworker here and to somebody elsewhere, and to both houses.

    None of those to whom it is offered stands in any relation to the family.
    """
    nearby = village.families["leader", "other_team"]
    far = village.families["leader", "other_organisation"]
    for desk, passing, referred, to in (
        ("here", nearby, far, HOME), ("elsewhere", far, nearby, AWAY),
    ):  # fmt: skip
        mine = village.accounts["caseworker"] if desk == "here" else None
        receiver = mine or village.offices[desk]["account"]
        village.offices[desk] |= {
            "handover": _addressed(passing.rows["passing"], receiver.id),
            "card": _card(referred, offices[to]),
        }


def _passing(one: Stored, receiver: uuid.UUID) -> Any:
    said = one.canary("notes")
    return worlds.row(
        Handover, one.family, case=one.rows["case"], receiver=receiver, reason=said,
        summary=said,
    )  # fmt: skip


def _addressed(row: Any, receiver: uuid.UUID) -> Any:
    """Let what is offered already be offered to somebody who is there."""
    row.receiver = receiver
    row.save()
    return row


def _card(one: Stored, to: Organisation) -> Any:
    """Offer a family's case to an organisation; all words are its canaries."""
    until = timezone.now() + timedelta(days=30)
    referral = worlds.row(
        Referral, one.family, case=one.rows["case"], to=to, until=until,
        groups=list(LENT), purpose=one.canary("notes"),
    )  # fmt: skip
    return worlds.row(
        OfferCard, one.family, key=keys.new_record_key(one.family.organisation_id),
        referral=referral, to=to, until=until, kind="court", urgency="weeks",
        district="", people=2,
    )  # fmt: skip


def _office(of: Organisation) -> dict[str, Any]:
    """Return one row of each kind of an organisation's office."""
    invitation = Invitation(organisation=of, username="invited", shown_name="คนใหม่")
    invitation.role = Role.CASEWORKER
    invitation.save()
    office = Office.objects.create(organisation=of, kind="district", name_th="สมมติ")
    note = OfficeNote.objects.create(
        organisation=of, office=office, on="2026-01-05", about="papers", text="สมมติ",
        source="seen",
    )  # fmt: skip
    return {
        "office": office,
        "note": note,
        "organisation": of,
        "team": worlds.team(of, "ทีมหนึ่ง"),
        "account": worlds.account(of, Role.CASEWORKER),
        "invitation": invitation,
    }


def _class(of: Organisation, team: Any) -> dict[str, Any]:
    """Return a class sheet that somebody of a team opened, and a line of it."""
    key = keys.new_record_key(of.id)
    own = {"organisation": of, "key": key}
    sheet = ClassSheet(
        **own, team=team, title="ชั้นสมมติ", code="AB23", size=3, audit_name="0" * 32
    )
    sheet.save()
    pupil = ClassPupil(**own, sheet=sheet, number=1)
    pupil.save()
    return {"sheet": sheet, "pupil": pupil}


def _settle(
    village: Village, role: str, relation: str, offices: Any, teams: Any
) -> None:
    me, mine = village.accounts[role], village.people[role].name
    away = relation in ("other_organisation", "shared", "expired")
    team = None if away else TEAM if relation == "team" else OTHER_TEAM
    owner = relation in ("own", "blocked", "sealed")
    number = len(village.families)
    case = truth.Case(
        number, AWAY if away else HOME, team, mine if owner else None, False
    )
    family = worlds.family(
        offices[case.organisation],
        None if team is None else teams[team],
        me if owner else None,
        title=f"KNR{number}OUTLINEX",
        notes=f"KNR{number}NOTESX",
        sealed_at=timezone.now() if relation in ("sealed", "named") else None,
    )
    case.sealed = relation in ("sealed", "named")
    stored = Stored(number, (role, relation), case, family)
    _stand(stored, relation, me, mine, offices)
    _fill(stored)
    matching.keep_keys(stored.rows["person"])
    village.families[role, relation] = stored


def _stand(stored: Stored, relation: str, me: Account, mine: int, offices: Any) -> None:
    case, family, now = stored.case, stored.family, timezone.now()
    if relation in ("assigned", "blocked", "sealed"):
        case.assigned.append((mine, False))
        worlds.row(models.Assignment, family, account=me)
    if relation == "blocked":
        case.hidden_from.append((mine, False))
        case.officers.append((mine, False))
        worlds.row(models.Block, family, account=me, reason="KNR0X")
        worlds.row(models.NamedOfficer, family, account=me)
    if relation == "named":
        case.officers.append((mine, False))
        worlds.row(models.NamedOfficer, family, account=me)
    if relation in ("glass", "glass_over"):
        hours = 1 if relation == "glass" else -1
        case.glass.append((mine, hours))
        until = now + timedelta(minutes=50 * hours)
        worlds.row(
            models.BreakGlass, family, account=me, until=until, category="danger"
        )
    if relation in ("shared", "expired"):
        hours = 5 if relation == "shared" else -1
        case.shares.append(truth.Opened(HOME, None, LENT, -9, hours, False))
        worlds.row(
            models.Share,
            family,
            to=offices[HOME],
            groups=list(LENT),
            begin=now - timedelta(hours=9),
            until=now + timedelta(hours=hours),
        )


def _fill(one: Stored) -> None:
    """Give the family rows of every kind, each text a canary of its group."""
    family, said = one.family, one.canary
    consent = worlds.consent(family, "record", "assess", "share", who=said("consent"))
    parent, person = (
        worlds.person(
            family,
            said("names"),
            label=label,
            contact=said("contact"),
            notes=said("notes"),
        )
        for label in ("P1", "P2")
    )
    fact = worlds.told(person, "residence", said("facts"))
    worlds.told(person, "id13", said("number"))
    kinship = worlds.row(
        models.Kinship,
        family,
        key=person.key,
        person=person,
        parent=parent,
        kind="biological",
        role="mother",
        proof="statement",
        said_by=said("kinship"),
    )
    paper = worlds.paper(family, person, issuer=said("evidence"))
    file = worlds.row(
        models.StoredFile,
        family,
        key=paper.key,
        evidence=paper,
        name=said("evidence"),
        media="text/plain",
        copy=uuid.uuid4(),
    )
    for what, blob in ((ORIGINAL, file.original), (COPY, file.copy)):
        place = place_of(file, what)
        store.keep(blob, said("evidence").encode(), keys.of_record(file.key), place)
    household = worlds.row(models.Household, family, house=said("contact"))
    case, track, encounter = _work(one, person)
    _after(one, case, track)
    pack = _pack(one, person, case, track)
    appointment = _day(one, case, track)
    one.rows = {
        "family": family,
        "person": person,
        "fact": fact,
        "kinship": kinship,
        "consent": consent,
        "evidence": paper,
        "file": file,
        "household": household,
        "case": case,
        "track": track,
        "encounter": encounter,
        "pack": pack,
        "appointment": appointment,
        **_plan(one, person, parent, case),
    }
    third = worlds.organisation("ที่สาม")
    one.rows["passing"] = _passing(one, uuid.uuid4())
    one.rows["offer"] = _card(one, third)
    one.rows["cost"] = worlds.row(
        Cost, family, case=case, kind="travel", on="2026-01-05", satang=12_500,
        paid_by="worker", what=said("notes"),
    )  # fmt: skip


def _after(one: Stored, case: Any, track: Any) -> None:
    """Give the family a step after an approval, with a number and notes."""
    worlds.row(
        AfterStep,
        one.family,
        id=uuid.uuid5(track.id, f"{track.round}:entry"),
        key=track.key,
        case=case,
        track=track,
        person=track.person,
        round=track.round,
        kind="entry",
        state="done",
        on="2026-01-05",
        number=one.canary("number"),
        place=one.canary("notes"),
        words=one.canary("notes"),
    )


def _day(one: Stored, case: Any, track: Any) -> Any:
    """Give the family a day at an office."""
    return worlds.row(
        Appointment,
        one.family,
        key=track.key,
        case=case,
        track=track,
        person=track.person,
        on=timezone.localdate(),
        place="อำเภอสมมติ",
        comes=one.canary("notes"),
        permit="needed",
    )


def _work(one: Stored, person: models.Person) -> tuple[Any, Any, Any]:
    """Give the family a case, a pathway in it, and a contact with an office."""
    family, said = one.family, one.canary
    values = {"title": said("outline"), "next_action": said("notes")}
    case = worlds.row(Case, family, **values)
    about = {"key": person.key, "case": case, "person": person}
    track = worlds.row(
        CasePathway,
        family,
        **about,
        state="registered",
        pathway="",
        filed_by="guardian",
        filer_name=said("notes"),
    )
    worlds.row(CaseMove, family, case=case, action="open", reason=said("notes"))
    encounter = worlds.row(
        Encounter,
        family,
        **about,
        track=track,
        on="2026-01-05",
        channel="visit",
        office="อำเภอสมมติ",
        outcome="not_received",
        said=said("notes"),
    )
    apart = {"key": person.key, "encounter": encounter, "person": person}
    worlds.row(OfficerName, family, **apart, name="ชื่อเจ้าหน้าที่สมมติ")
    return case, track, encounter


def _plan(
    one: Stored, person: models.Person, parent: models.Person, case: Any
) -> dict[str, Any]:
    """Give the case an evidence plan: a request, a witness, a DNA test."""
    said = one.canary
    about = {"key": person.key, "case": case, "person": person}
    return {
        "asking": worlds.row(
            PaperRequest,
            one.family,
            **about,
            paper="ID-CARD",
            holder=said("notes"),
        ),
        "witness": worlds.row(
            Witness,
            one.family,
            **about,
            name=said("notes"),
            state="asked",
            role="witness",
        ),
        "test": worlds.row(
            DnaTest,
            one.family,
            **about,
            other=parent,
            result="confirmed",
            place=said("notes"),
        ),
    }


def _pack(one: Stored, person: models.Person, case: Any, track: Any) -> Any:
    """Give the family a pack of papers, with a comment."""
    said, key = one.canary, keys.new_record_key(one.family.organisation_id)
    pack = worlds.row(
        PaperPack, one.family, key=key, case=case, track=track, person=person,
        pathway="S23", state="waiting", law={}, scans={}, signer="",
        choices={"digits": "thai", "tell": [], "filed_by": said("notes")},
        values=packing.pack(as_plain(_facts())), facts=packing.pack(said("facts")),
    )  # fmt: skip
    worlds.row(
        PackComment, one.family, key=key, pack=pack, person=person, text=said("notes")
    )
    return pack


@cache
def _facts() -> Any:
    """Return what the pack of an invented family says: whoever may, may see it."""
    return packmaking.facts()
