"""Papers and their files: what is recorded, who sees it, what the chain says of it."""

from __future__ import annotations

import dataclasses
import io
from uuid import uuid4

import pytest
from django.db import connection
from PIL import Image
from tests import worlds

from sathana.audit.models import Entry
from sathana.files import clean, store
from sathana.registry import models
from sathana.registry.errors import (
    ConflictError,
    ConsentMissingError,
    NotAllowedError,
    NotVisibleError,
    StepUpError,
    UnusableValueError,
)
from sathana.registry.selectors import evidence as reading
from sathana.registry.services import evidence as papers

KIND = {"kind": "สูติบัตร"}


def photo(colour: str = "navy") -> bytes:
    """A small photo that says where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "CANARY-CAMERA"
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (60, 40), colour).save(out, "JPEG", exif=exif)
    return out.getvalue()


def entries() -> list[tuple[str, str]]:
    return list(Entry.objects.order_by("seq").values_list("action", "kind"))


def blobs() -> set[str]:
    return {one.name for one in store.root().glob("??/*")}


def attached(house, **values):
    return papers.attach(
        reader=house.reader,
        family_id=house.family.id,
        values={**KIND, **values},
        upload=photo(),
        file_name="../../บ้าน\u202egpj.exe\0.jpg",
    )


def test_a_paper_with_its_photo(house) -> None:
    values = {
        "person_id": house.child.id,
        "issuer": "อำเภอแม่จัน",
        "number": "12/2551",
        "date": "2008-05-01",
        "original": "อยู่กับแม่",
        "supports": [(str(house.child.id), "born.date")],
        "contradicts": [[str(house.child.id), "born.country"]],
    }
    row = attached(house, **values)
    view = reading.paper(house.reader, row.id)
    paper, (file,) = view.shown.paper, view.shown.files
    assert (paper.kind, paper.issuer, paper.number) == (
        "สูติบัตร", "อำเภอแม่จัน", "12/2551",
    )  # fmt: skip
    assert paper.supports == ((str(house.child.id), "born.date"),)
    assert paper.contradicts == ((str(house.child.id), "born.country"),)
    assert view.shown.whose == "น้อย สมมติ"
    assert file.name == "บ้าน gpj.exe .jpg"
    assert file.size == len(photo())
    served = reading.copy_of(house.reader, row.id, file.id)
    assert served.media == "image/jpeg"
    assert served.name == f"paper-{file.id.hex[:8]}.jpg"
    assert b"CANARY" not in served.data
    original = reading.original_of(house.reader, row.id, file.id)
    assert original.data == photo()
    assert original.media == "application/octet-stream"
    assert not original.name.endswith((".jpg", ".pdf"))
    assert entries() == [
        ("evidence.attach", "evidence"), ("evidence.attach", "person"),
        ("evidence.view", "evidence"), ("evidence.view", "person"),
        ("evidence.copy", "evidence"), ("evidence.copy", "person"),
        ("evidence.copy", "file"),
        ("evidence.original", "evidence"), ("evidence.original", "person"),
        ("evidence.original", "file"),
    ]  # fmt: skip


def test_nothing_of_it_stands_plain_in_folder_or_database(house) -> None:
    attached(house, number="CANARY-NUMBER", notes="CANARY-NOTES")
    for file in store.root().rglob("*"):
        assert not file.is_file() or b"CANARY" not in file.read_bytes()
    with connection.cursor() as cursor:
        for table in ("registry_evidence", "registry_storedfile"):
            cursor.execute(f"SELECT * FROM {table}")
            assert (
                b"CANARY"
                not in repr(
                    [
                        bytes(v) if isinstance(v, memoryview) else v
                        for v in cursor.fetchone()
                    ]
                ).encode()
            )


def test_a_paper_without_a_file_and_one_added_later(house) -> None:
    row = papers.attach(reader=house.reader, family_id=house.family.id, values=KIND)
    first = papers.add_file(reader=house.reader, evidence_id=row.id, upload=photo())
    again = papers.add_file(reader=house.reader, evidence_id=row.id, upload=photo())
    other = papers.add_file(
        reader=house.reader, evidence_id=row.id, upload=photo("red")
    )
    assert first.id == again.id != other.id
    assert len(blobs()) == 4
    view = reading.papers_of(house.reader, house.family.id)
    assert view.files == 2
    assert [one.id for one in view.papers[0].files] == [first.id, other.id]


def test_a_double_submit_is_one_paper_with_one_file(house) -> None:
    form = uuid4()
    for _ in range(2):
        papers.attach(
            reader=house.reader, family_id=house.family.id, values=KIND,
            upload=photo(), id=form,
        )  # fmt: skip
    assert models.Evidence.rows.count() == 1
    assert models.StoredFile.rows.count() == 1
    assert len(blobs()) == 2


def test_a_file_attached_by_mistake(house, django_capture_on_commit_callbacks) -> None:
    row = attached(house)
    (file,) = reading.paper(house.reader, row.id).shown.files
    for _ in range(2):
        with django_capture_on_commit_callbacks(execute=True):
            papers.withdraw_file(
                reader=house.reader, evidence_id=row.id, file_id=file.id
            )
    (shown,) = reading.paper(house.reader, row.id).shown.files
    assert not shown.has_copy
    assert not shown.is_picture
    with pytest.raises(NotVisibleError):
        reading.copy_of(house.reader, row.id, file.id)
    assert reading.original_of(house.reader, row.id, file.id).data == photo()
    assert len(blobs()) == 1
    assert entries().count(("evidence.withdraw", "evidence")) == 1
    again = papers.add_file(reader=house.reader, evidence_id=row.id, upload=photo())
    assert again.id != file.id
    with pytest.raises(NotVisibleError):
        papers.withdraw_file(reader=house.reader, evidence_id=uuid4(), file_id=again.id)


def test_a_refused_file_leaves_nothing(house) -> None:
    with pytest.raises(UnusableValueError) as refused:
        papers.attach(
            reader=house.reader, family_id=house.family.id, values=KIND,
            upload=b"<html><script>alert(1)</script>",
        )  # fmt: skip
    assert refused.value.field == "upload"
    assert "PDF" in refused.value.text["th"]
    assert not models.Evidence.rows.exists()
    assert not blobs()
    assert entries() == []


def test_a_failed_transaction_takes_its_blobs_along(house, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the database went away")

    monkeypatch.setattr(papers.common, "tell_chain", broken)
    with pytest.raises(RuntimeError):
        attached(house)
    assert not models.StoredFile.rows.exists()
    assert not blobs()


def test_the_file_is_on_the_disk_before_the_row_is_there(house, monkeypatch) -> None:
    order: list[str] = []
    keep, new = store.keep, papers.common.keep_new
    monkeypatch.setattr(
        papers.store, "keep", lambda *a: (order.append("blob"), keep(*a))
    )
    monkeypatch.setattr(
        papers.common,
        "keep_new",
        lambda row, reader: (order.append(type(row).__name__), new(row, reader)),
    )
    attached(house)
    assert order == ["Evidence", "blob", "blob", "StoredFile"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"kind": "  "}, "kind"),
        ({"date": "วันก่อน"}, "date"),
        ({"number": "1" * 401}, "number"),
        ({"notes": "a\0b"}, "notes"),
        ({"person_id": uuid4()}, "person_id"),
        ({"supports": [(str(uuid4()), "born.date")]}, "supports"),
        ({"contradicts": [("", "")]}, "contradicts"),
    ],
)
def test_values_that_cannot_be_kept(house, values, field) -> None:
    with pytest.raises(UnusableValueError) as refused:
        attached(house, **values)
    assert refused.value.field == field
    assert not blobs()


def test_a_fact_cannot_be_shown_and_contradicted_by_one_paper(house) -> None:
    pair = [(str(house.child.id), "born.date")]
    with pytest.raises(UnusableValueError):
        attached(house, supports=pair, contradicts=pair)
    row = attached(house, supports=pair)
    with pytest.raises(UnusableValueError):
        papers.change(
            reader=house.reader, evidence_id=row.id, version=1,
            values={"contradicts": pair},
        )  # fmt: skip


def test_a_change_and_one_that_came_second(house) -> None:
    row = attached(house, issuer="หนึ่ง")
    one = papers.change(
        reader=house.reader, evidence_id=row.id, version=1, values={"issuer": "สอง"}
    )
    assert (one.issuer, one.version, one.kind) == ("สอง", 2, "สูติบัตร")
    with pytest.raises(ConflictError) as conflict:
        papers.change(
            reader=house.reader, evidence_id=row.id, version=1, values={"issuer": "สาม"}
        )
    assert conflict.value.mine == {"issuer": "สาม"}
    assert conflict.value.theirs == {"issuer": "สอง"}


def test_facts_that_name_the_paper_as_their_source(house) -> None:
    row = attached(house)
    fact = worlds.told(house.mother, "died", "2019")
    models.Fact.rows.filter(id=fact.id).update(source=row.id)
    view = reading.paper(house.reader, row.id)
    assert [one.path for one in view.sourced] == ["died"]
    assert ("evidence.view", "person") in entries()


def test_without_consent_nothing_is_recorded(house) -> None:
    models.Consent.rows.all().delete()
    with pytest.raises(ConsentMissingError):
        attached(house)
    assert not blobs()


def test_to_a_stranger_it_does_not_exist(house) -> None:
    row = attached(house)
    (file,) = reading.paper(house.reader, row.id).shown.files
    stranger = worlds.reader_of(house.stranger)
    before = entries()
    asks = [
        lambda: reading.papers_of(stranger, house.family.id),
        lambda: reading.choices(stranger, house.family.id),
        lambda: reading.paper(stranger, row.id),
        lambda: reading.copy_of(stranger, row.id, file.id),
        lambda: reading.original_of(stranger, row.id, file.id),
        lambda: papers.attach(
            reader=stranger, family_id=house.family.id, values=KIND, upload=photo()
        ),
        lambda: papers.add_file(reader=stranger, evidence_id=row.id, upload=photo()),
        lambda: papers.withdraw_file(
            reader=stranger, evidence_id=row.id, file_id=file.id
        ),
        lambda: papers.change(
            reader=stranger, evidence_id=row.id, version=1, values=KIND
        ),
    ]
    for ask in asks:
        with pytest.raises(NotVisibleError):
            ask()
    assert entries() == before


def test_the_bytes_as_they_came_need_a_fresh_second_factor(house) -> None:
    row = attached(house)
    (file,) = reading.paper(house.reader, row.id).shown.files
    actor = dataclasses.replace(house.reader.actor, fresh=False)
    reader = dataclasses.replace(house.reader, actor=actor)
    assert reading.copy_of(reader, row.id, file.id)
    with pytest.raises(StepUpError):
        reading.original_of(reader, row.id, file.id)


def test_a_leader_may_attach_and_not_export(house) -> None:
    from sathana.accounts.roles import Role

    leader = worlds.account(house.family.organisation, Role.LEADER)
    models.Family.rows.filter(id=house.family.id).update(made_by=leader.id)
    reader = worlds.reader_of(leader)
    row = papers.attach(
        reader=reader, family_id=house.family.id, values=KIND, upload=photo()
    )
    (file,) = reading.paper(reader, row.id).shown.files
    with pytest.raises(NotAllowedError):
        reading.original_of(reader, row.id, file.id)


def test_files_of_a_family_are_limited(house, monkeypatch) -> None:
    monkeypatch.setattr(papers, "MOST_FILES", 1)
    row = attached(house)
    with pytest.raises(UnusableValueError) as refused:
        papers.add_file(reader=house.reader, evidence_id=row.id, upload=photo("red"))
    assert refused.value.field == "upload"
    assert len(blobs()) == 2


def test_a_copy_moved_to_another_file_does_not_open(house) -> None:
    """Two files of one paper have one key: the place still keeps them apart."""
    from sathana.protection.crypto import SealBrokenError

    row = attached(house)
    papers.add_file(reader=house.reader, evidence_id=row.id, upload=photo("red"))
    one, two = models.StoredFile.rows.order_by("made_at")
    models.StoredFile.rows.filter(id=one.id).update(copy=two.copy)
    with pytest.raises(SealBrokenError):
        reading.copy_of(house.reader, row.id, one.id)


def test_erasing_the_key_erases_the_files(house) -> None:
    from sathana.protection import keys
    from sathana.protection.models import RecordKey

    row = attached(house)
    file = models.StoredFile.rows.get()
    RecordKey.objects.filter(id=row.key).delete()
    keys.forget()
    with pytest.raises(keys.ErasedError):
        reading.copy_of(house.reader, row.id, file.id)


def test_workers_that_are_all_busy_are_said_so(house, monkeypatch) -> None:
    monkeypatch.setattr(clean, "_PATIENCE", 0.01)
    for _ in range(clean.AT_ONCE):
        clean._workers.acquire()
    try:
        with pytest.raises(UnusableValueError) as refused:
            attached(house)
        assert "minute" in refused.value.text["en"]
    finally:
        for _ in range(clean.AT_ONCE):
            clean._workers.release()
