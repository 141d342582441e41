"""Costs of a case: four eyes, nothing edited, money that was demanded kept out."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests import worlds
from tests.casework.conftest import Work
from tests.casework.test_pages import browser, contact, typed
from tests.registry.house import new_id, yesterday

from sathana.accounts.roles import Role
from sathana.audit.models import Entry
from sathana.casework import cost_words
from sathana.casework.models import Cost
from sathana.casework.selectors import costs as selectors
from sathana.casework.services import cases, costs
from sathana.notices.models import Notice
from sathana.registry.errors import (
    ConflictError,
    NotAllowedError,
    NotVisibleError,
    RegistryError,
    UnusableValueError,
)
from sathana.registry.models import Evidence
from sathana.registry.reader import Reader
from sathana.registry.services import access

pytestmark = pytest.mark.django_db
WHAT = "ค่ารถไปอำเภอกับพยาน"
WRONG = "พิมพ์จำนวนผิด จริง ๆ คือแปดสิบ"


def ask(work: Work, amount: str = "1,250", **more: Any) -> Cost:
    reader, given_ = more.pop("reader", work.at.worker), more.pop("id", new_id())
    files = {key: more.pop(key) for key in ("upload", "file_name") if key in more}
    values = {
        "kind": "travel", "on": yesterday(), "amount": amount, "paid_by": "worker",
        "what": WHAT, **more,
    }  # fmt: skip
    return costs.ask(
        reader=reader, case_id=work.case.id, values=values, id=given_, **files
    )


def decide(work: Work, row: Cost, *, approve: bool = True, **more: Any) -> Cost:
    values = {"reader": work.at.supervisor, "version": row.version, **more}
    return costs.decide(cost_id=row.id, approve=approve, **values)


def approved(work: Work, amount: str = "1,250", **more: Any) -> Cost:
    return decide(work, ask(work, amount, **more))


def book(work: Work) -> selectors.CostsView:
    return selectors.of_case(work.at.worker, work.case.id)


def picture() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "white").save(made, "PNG")
    return made.getvalue()


# --- amounts --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "satang"),
    [
        ("80", 8_000), ("80.5", 8_050), ("80.05", 8_005), ("1,250", 125_000),
        ("1250.75", 125_075), ("๑,๒๕๐", 125_000), ("฿ 30", 3_000), ("30 บาท", 3_000),
        ("0.01", 1), ("0", None), ("-5", None), ("", None), ("1,5", None),
        ("12,34", None), ("1.234", None), ("1e3", None), ("สิบ", None),
        ("99999999999999999999", None), ("100,000,000", 10_000_000_000),
        ("100,000,000.01", None),
    ],
)  # fmt: skip
def test_baht_are_read_as_whole_satang_or_not_at_all(
    told: str, satang: int | None
) -> None:
    assert cost_words.satang_of(told) == satang


@given(st.integers(1, cost_words.MOST))
def test_an_amount_that_is_shown_is_read_as_the_same(satang: int) -> None:
    assert cost_words.satang_of(cost_words.baht(satang)) == satang
    assert cost_words.baht(-satang) == "−" + cost_words.baht(satang)


# --- asked and decided ----------------------------------------------------------------


def test_an_approved_cost_counts_and_one_that_waits_does_not(work: Work) -> None:
    decide(work, ask(work, "1,250"))
    decide(work, ask(work, "300.50", kind="dna"))
    ask(work, "99")
    decide(work, ask(work, "7"), approve=False, reason=WRONG)
    view = book(work)
    assert [(kind["en"], n) for kind, n in view.sums] == [
        ("Travel", "1,250.00"), ("DNA test", "300.50"),
    ]  # fmt: skip
    assert (view.total, view.waits) == ("1,550.50", "99.00")
    row = Cost.rows.filter(state="approved").first()
    assert row.decided_by == work.at.supervisor.actor.id
    deeds = set(Entry.objects.values_list("action", flat=True))
    assert {"cost.ask", "cost.approve", "cost.refuse"} <= deeds
    kinds = list(Notice.objects.values_list("kind", flat=True))
    assert (kinds.count("cost_waits"), kinds.count("cost_decided")) == (4, 3)


def test_who_asks_does_not_decide_and_the_database_says_so_too(work: Work) -> None:
    row = ask(work, reader=work.at.supervisor)
    with pytest.raises(UnusableValueError):
        decide(work, row)
    with pytest.raises(IntegrityError), transaction.atomic():
        Cost.rows.filter(id=row.id).update(decided_by=work.at.supervisor.actor.id)
    second = worlds.reader_of(
        worlds.account(work.at.organisation, Role.SUPERVISOR, team=work.at.team)
    )
    assert decide(work, row, reader=second).state == "approved"


def test_a_refusal_has_a_reason_and_no_line_is_decided_twice(work: Work) -> None:
    row = ask(work)
    with pytest.raises(UnusableValueError):
        decide(work, row, approve=False)
    with pytest.raises(ConflictError):
        decide(work, row, version=7)
    now = decide(work, row, approve=False, reason=WRONG)
    for approve in (True, False):
        with pytest.raises(UnusableValueError):
            decide(work, now, approve=approve, reason=WRONG)
    assert Cost.rows.get().state == "refused"


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"amount": "1,5"}, "amount"), ({"amount": "-3"}, "amount"),
        ({"kind": "tea"}, "kind"), ({"kind": ""}, "kind"), ({"paid_by": ""}, "paid_by"),
        ({"on": None}, "on"), ({"what": "รถ"}, "what"), ({"kind": "demanded"}, "kind"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_says_which_field(
    work: Work, more: dict[str, Any], field: str
) -> None:
    with pytest.raises(UnusableValueError) as refused:
        ask(work, **more)
    assert refused.value.field == field
    assert not Cost.rows.exists()


def test_the_same_form_twice_is_one_line(work: Work) -> None:
    key = new_id()
    assert ask(work, id=key).id == ask(work, id=key).id
    assert Cost.rows.count() == 1


def test_nothing_is_added_to_a_closed_case(work: Work) -> None:
    version = work.case.version
    cases.close_case(
        reader=work.at.worker, case_id=work.case.id, version=version, reason=WRONG
    )
    with pytest.raises(UnusableValueError):
        ask(work)


# --- taken back by a line -------------------------------------------------------------


def test_a_wrong_line_is_taken_back_by_another_and_stays(work: Work) -> None:
    old = approved(work, "800")
    back = costs.reverse(reader=work.at.worker, cost_id=old.id, reason=WRONG)
    assert (back.satang, back.kind, back.reverses_id) == (-80_000, "travel", old.id)
    assert book(work).total == "800.00"  # until somebody else approves
    decide(work, back)
    approved(work, "80")
    view = book(work)
    assert view.total == "80.00"
    assert len(view.lines) == 3
    kept = Cost.rows.get(id=old.id)
    assert (kept.satang, kept.what, kept.state) == (80_000, WHAT, "approved")


def test_a_line_is_taken_back_once_and_what_takes_back_never(work: Work) -> None:
    old, key = approved(work), new_id()
    back = costs.reverse(reader=work.at.worker, cost_id=old.id, reason=WRONG, id=key)
    again = costs.reverse(reader=work.at.worker, cost_id=old.id, reason=WRONG, id=key)
    assert again.id == back.id
    with pytest.raises(UnusableValueError):
        costs.reverse(reader=work.at.worker, cost_id=old.id, reason=WRONG)
    decide(work, back)
    with pytest.raises(UnusableValueError):
        costs.reverse(reader=work.at.worker, cost_id=back.id, reason=WRONG)
    assert book(work).total == "0.00"


def test_a_refused_reversal_may_be_asked_for_again(work: Work) -> None:
    old = approved(work)
    back = costs.reverse(reader=work.at.worker, cost_id=old.id, reason=WRONG)
    decide(work, back, approve=False, reason=WRONG)
    costs.reverse(reader=work.at.worker, cost_id=old.id, reason=WRONG)
    assert Cost.rows.filter(reverses=old.id).count() == 2


def test_only_what_is_approved_is_taken_back_and_with_a_reason(work: Work) -> None:
    row = ask(work)
    with pytest.raises(UnusableValueError):
        costs.reverse(reader=work.at.worker, cost_id=row.id, reason=WRONG)
    decide(work, row)
    with pytest.raises(UnusableValueError):
        costs.reverse(reader=work.at.worker, cost_id=row.id, reason="ผิด")


# --- receipts, and what is none -------------------------------------------------------


def test_a_receipt_is_a_paper_of_the_family(work: Work) -> None:
    key = new_id()
    for _ in range(2):
        row = ask(work, id=key, upload=picture(), file_name="receipt.png")
    paper = Evidence.rows.get()
    assert (row.receipt_id, paper.kind) == (paper.id, "receipt")
    assert paper.files.count() == 1
    assert paper.supports == []


def test_a_file_that_is_no_picture_leaves_nothing(work: Work) -> None:
    with pytest.raises(UnusableValueError) as refused:
        ask(work, upload=b"no picture", file_name="receipt.png")
    assert refused.value.field == "upload"
    assert not Cost.rows.exists()
    assert not Evidence.rows.exists()


def test_money_that_was_demanded_is_in_no_sum(work: Work) -> None:
    contact(work, money_amount="3000", money_by="เจ้าหน้าที่", money_words="ค่าน้ำชา")
    approved(work, "40")
    assert book(work).total == "40.00"
    with pytest.raises(UnusableValueError) as refused:
        ask(work, "3,000", kind=cost_words.DEMANDED)
    assert "contact with an office" in refused.value.text["en"]
    assert book(work).total == "40.00"
    assert cost_words.DEMANDED not in cost_words.KINDS


# --- who may, in which state ----------------------------------------------------------


def people(work: Work) -> dict[str, Reader]:
    """Return one of each kind of those who may come near the book."""
    at = work.at
    made = {
        "second": worlds.account(at.organisation, Role.SUPERVISOR, team=at.team),
        "elsewhere": worlds.account(
            at.organisation, Role.SUPERVISOR, team=worlds.team(at.organisation)
        ),
        "assigned": worlds.account(at.organisation, Role.LAWYER),
        "leader": worlds.account(at.organisation, Role.LEADER),
        "admin": worlds.account(at.organisation, Role.ORGANISATION_ADMIN),
    }
    access.assign(
        reader=at.supervisor, family_id=work.family.id, account_id=made["assigned"].id
    )
    return {
        "worker": at.worker, "supervisor": at.supervisor, "steward": at.steward,
        "stranger": at.stranger,
        **{name: worlds.reader_of(account) for name, account in made.items()},
    }  # fmt: skip


MAY_ASK = {"worker", "supervisor", "second", "assigned"}
MAY_DECIDE = {"supervisor", "second"}
STATES = ("asked", "approved", "refused", "reversed")


def in_state(work: Work, state: str) -> Cost:
    row = ask(work)
    if state == "refused":
        return decide(work, row, approve=False, reason=WRONG)
    if state == "asked":
        return row
    row = decide(work, row)
    if state == "reversed":
        costs.reverse(reader=work.at.worker, cost_id=row.id, reason=WRONG)
    return row


def tried(deed: Any) -> str:
    """Do something and take it back; return what was answered."""
    try:
        with transaction.atomic():
            deed()
            transaction.set_rollback(True)
    except NotVisibleError:
        return "not there"
    except NotAllowedError:
        return "not allowed"
    except RegistryError:
        return "not now"
    return "done"


@pytest.mark.parametrize("state", STATES)
def test_each_role_in_each_state_may_what_was_agreed(work: Work, state: str) -> None:
    everybody, row = people(work), in_state(work, state)
    for name, reader in everybody.items():
        found = {
            "ask": tried(lambda reader=reader: ask(work, reader=reader)),
            "approve": tried(lambda reader=reader: decide(work, row, reader=reader)),
            "refuse": tried(
                lambda reader=reader: decide(
                    work, row, approve=False, reason=WRONG, reader=reader
                )
            ),
            "reverse": tried(
                lambda reader=reader: costs.reverse(
                    reader=reader, cost_id=row.id, reason=WRONG
                )
            ),
            "look": tried(
                lambda reader=reader: selectors.of_case(reader, work.case.id)
            ),
        }
        assert found == expected(name, state), f"{name} {state}"


def expected(name: str, state: str) -> dict[str, str]:
    """Return what was agreed: those who neither ask nor decide see nothing of it."""
    if name == "steward":
        # Sees outline, names and kinship of all families: no fact, and no book.
        hidden = dict.fromkeys(("ask", "approve", "refuse", "reverse"), "not allowed")
        return {**hidden, "look": "not there"}
    if name not in MAY_ASK:
        return dict.fromkeys(
            ("ask", "approve", "refuse", "reverse", "look"), "not there"
        )
    decided = "done" if state == "asked" else "not now"
    decides = decided if name in MAY_DECIDE else "not allowed"
    turns = "done" if state == "approved" else "not now"
    return {
        "ask": "done", "approve": decides, "refuse": decides, "reverse": turns,
        "look": "done",
    }  # fmt: skip


# --- pages ----------------------------------------------------------------------------


def test_a_page_refuses_demanded_money_keeps_what_was_typed_and_leads_on(
    work: Work,
) -> None:
    client = browser(work.at.worker)
    address = reverse("case-cost-new", args=[work.case.id])
    told = typed(
        kind="demanded", amount="3,000", on=yesterday().isoformat(),
        paid_by="family", what=WHAT,
    )  # fmt: skip
    page = client.post(address, told)
    text = page.content.decode()
    assert page.status_code == 422
    assert "เงินที่ถูกเรียกไม่ใช่ค่าใช้จ่ายของกรณี" in text
    assert 'value="3,000"' in text
    assert reverse("contact-new", args=[work.family.id]) in text
    assert not Cost.rows.exists()


def test_pages_carry_a_cost_from_request_to_reversal(work: Work) -> None:
    client, chief = browser(work.at.worker), browser(work.at.supervisor)
    home = reverse("case-costs", args=[work.case.id])
    told = typed(
        kind="copies", amount="80.50", on=yesterday().isoformat(), paid_by="worker",
        what=WHAT, upload=SimpleUploadedFile("r.png", picture(), "image/png"),
    )  # fmt: skip
    assert client.post(reverse("case-cost-new", args=[work.case.id]), told).url == home
    row = Cost.rows.get()
    decide_at = reverse("case-cost-decide", args=[row.id])
    assert client.get(decide_at).status_code == 403
    assert decide_at in chief.get(home).content.decode()
    assert decide_at not in client.get(home).content.decode()
    assert chief.post(decide_at, typed(version=1, approve="yes")).url == home
    back = reverse("case-cost-reverse", args=[row.id])
    assert client.post(back, typed(reason=WRONG)).url == home
    text = client.get(home).content.decode()
    assert "80.50" in text
    assert "−80.50" in text
    assert reverse("evidence", args=[row.receipt_id]) in text
