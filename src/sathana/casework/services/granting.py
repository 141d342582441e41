"""The decision told as a fact of the family: only when a worker confirms it."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction

from sathana.accounts.decide import Group
from sathana.casework import after_rows, after_steps
from sathana.casework.models import AfterStep, CasePathway
from sathana.casework.services import after
from sathana.registry import inside as rows_of
from sathana.registry.errors import UnusableValueError
from sathana.registry.models import Fact
from sathana.registry.reader import Reader
from sathana.registry.services import checks, common, facts
from sathana.vocabulary import codes

BY = tuple(codes.ORDER_MAKERS)


@transaction.atomic
def confirm(
    *, reader: Reader, track_id: uuid.UUID, values: Mapping[str, Any]
) -> AfterStep:
    """Tell the family what the state has given, as a fact of the person.

    Where the person’s facts tell it already, that fact is taken and none is made.

    Args:
        reader: Who confirms.
        track_id: Of which pathway.
        values: ``kind`` (of order), ``on`` as a case file writes a day (``""``: not
            known), ``by``, ``evidence_id``; ``seen``: that the decision was seen.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        ConsentMissingError: No consent to record holds.
        UnusableValueError: It is not confirmed, nothing was approved, or a value
            cannot be kept.
    """
    track = after.approved(reader, track_id)
    order = _order(track, values)
    paper = facts.paper_of(track.family, values.get("evidence_id"))
    row = after_rows.step(track, after_steps.GRANT)
    if row is not None:
        rows_of.unlock([row])
        if row.fact is not None and row.fact.withdrawn_at is None:
            return row
    fact = already(track.person_id, order["kind"]) or facts.tell(
        reader=reader,
        person_id=track.person_id,
        path="orders",
        value=[order],
        grade="documented" if paper else "claimed",
        source_id=paper,
    )
    told = {"state": "done", "on": order.get("on", ""), "evidence_id": paper}
    return _kept(reader, track, row, fact, told)


def already(person_id: uuid.UUID, kind: str) -> Fact | None:
    """Return the fact that tells an order of this kind of a person, if one does."""
    rows = list(after_rows.orders_of(person_id))
    rows_of.unlock(rows)
    for row in rows:
        told = row.value if row.path == "orders" else None
        if isinstance(told, list) and any(
            isinstance(one, dict) and one.get("kind") == kind for one in told
        ):
            return row
    return None


def _order(track: CasePathway, values: Mapping[str, Any]) -> dict[str, str]:
    given = after_steps.gives(track.pathway)
    if not given:
        raise UnusableValueError(
            "kind",
            "ช่องทางนี้ไม่ได้ให้สัญชาติหรือถิ่นที่อยู่ จึงไม่มีคำสั่งให้บันทึกเป็นข้อเท็จจริง "
            "บันทึกรายการทะเบียนที่หน้าของบุคคล",
            "This pathway gives neither nationality nor residence: there is no order "
            "to tell. Record the entry in the register on the person’s page.",
        )
    if not values.get("seen"):
        raise UnusableValueError(
            "seen",
            "ติ๊กเมื่อได้เห็นคำอนุมัติเอง เพราะคำตอบของทั้งครอบครัวจะเปลี่ยนตามข้อเท็จจริงนี้",
            "Tick this once you have seen the decision: the answers of the whole "
            "family change with this fact.",
        )
    order = {
        "kind": common.one_of("kind", str(values.get("kind") or ""), given),
        "by": common.one_of("by", str(values.get("by") or "unknown"), BY),
    }
    on = checks.told_date("on", str(values.get("on") or ""))
    if on:
        order["on"] = on
    if rule := after_steps.under(track.pathway):
        order["under"] = rule
    return order


def _kept(
    reader: Reader,
    track: CasePathway,
    row: AfterStep | None,
    fact: Fact,
    told: Mapping[str, Any],
) -> AfterStep:
    if row is None:
        row = AfterStep(
            id=after_rows.id_of(track, after_steps.GRANT),
            family_id=track.family_id,
            organisation_id=track.organisation_id,
            key=track.person.key,
            case=track.case,
            track=track,
            person=track.person,
            round=track.round,
            kind=after_steps.GRANT,
            fact=fact,
            **told,
        )
        common.keep_new(row, reader)
    else:
        after.keep_before(reader, row, {"on": row.on, "fact_id": row.fact_id}, "")
        common.change(row, reader, row.version, {**told, "fact_id": fact.id})
    after.tell(reader, track, "after.grant", Group.FACTS)
    return row
