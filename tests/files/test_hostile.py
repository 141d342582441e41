"""Uploads that mean harm: no server error, nothing that acts is handed out, bounded.

Each file goes through a real worker, two at a time; then, with what the worker made of
it, through the real page, the database, the store, and back out.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.conftest import CAMPAIGN
from tests.files import hostile, scan

from sathana.files import clean, worker
from sathana.files.refusals import RefusedError
from sathana.registry import models
from sathana.registry.services import evidence as papers

COUNT = 2_000 if CAMPAIGN else 80

pytestmark = pytest.mark.generative


@dataclass(frozen=True)
class Result:
    """What the worker made of an upload."""

    what: str
    copy: clean.Copy | None
    code: str
    kib: int
    seconds: float


def cleaned(upload: hostile.Hostile) -> Result:
    start = time.monotonic()
    try:
        copy = clean.cleaned(upload.data)
        code, kib = "", copy.kib
    except RefusedError as refused:
        copy, code, kib = None, refused.code, refused.kib
    return Result(upload.what, copy, code, kib, time.monotonic() - start)


@pytest.fixture(scope="module")
def uploads() -> list[hostile.Hostile]:
    return list(hostile.uploads(COUNT))


@pytest.fixture(scope="module")
def results(uploads) -> list[Result]:
    with ThreadPoolExecutor(clean.AT_ONCE) as pool:
        return list(pool.map(cleaned, uploads))


def test_every_one_is_cleaned_or_refused_in_time_and_memory(results) -> None:
    slow = [(one.what, one.seconds) for one in results if one.seconds > 15.5]
    large = [(one.what, one.kib) for one in results if one.kib * 1024 > worker.MEMORY]
    assert not slow
    assert not large
    assert sum(one.copy is not None for one in results) > COUNT / 4
    assert sum(one.copy is None for one in results) > COUNT / 6


def test_nothing_that_acts_or_tells_is_handed_out(results) -> None:
    found = {
        one.what: faults
        for one in results
        if one.copy and (faults := scan.faults_of(one.copy.media, one.copy.data))
    }
    assert not found


def test_the_pages_take_them_without_a_fault(
    pages, house, uploads, results, monkeypatch
) -> None:
    monkeypatch.setattr(papers, "MOST_FILES", COUNT + 1)
    made = {
        upload.what: result for upload, result in zip(uploads, results, strict=True)
    }
    new = reverse("evidence-new", kwargs={"family": house.family.id})
    for upload in uploads:
        result = made[upload.what]

        def known(data: bytes, result: Result = result) -> clean.Copy:
            if result.copy is None:
                raise RefusedError(result.code)
            return result.copy

        monkeypatch.setattr(clean, "cleaned", known)
        before = models.StoredFile.rows.count()
        page = pages.post(new, *form(upload))
        assert page.status_code in (302, 400, 422), upload.what
        kept = models.StoredFile.rows.count() - before
        # A file without a name is none to Django's own reader of forms.
        assert page.status_code != 302 or kept or upload.name.strip(". \ufeff") == ""
        if kept and result.copy:
            served_safely(pages, upload, result.copy)
    assert models.StoredFile.rows.count() > COUNT / 5


def form(upload: hostile.Hostile) -> tuple[bytes, str]:
    """Return a form as a hostile program sends it: no library tidies its name."""
    line = f'form-data; name="file"; filename="{upload.name}"'.encode(
        "utf-8", "replace"
    )
    told = upload.told.encode()
    body = b"".join(
        (
            b'--x0x\r\nContent-Disposition: form-data; name="kind"\r\n\r\npaper\r\n',
            b'--x0x\r\nContent-Disposition: form-data; name="id"\r\n\r\n',
            str(uuid4()).encode(),
            b"\r\n--x0x\r\nContent-Disposition: " + line + b"\r\n",
            b"Content-Type: " + told + b"\r\n\r\n" + upload.data + b"\r\n--x0x--\r\n",
        )
    )
    return body, "multipart/form-data; boundary=x0x"


def served_safely(pages, upload: hostile.Hostile, copy: clean.Copy) -> None:
    file = models.StoredFile.rows.order_by("-made_at").first()
    named = {"evidence": file.evidence_id, "file": file.id}
    assert not any(letter in file.name for letter in "/\\\0\r\n\u202e")
    assert len(file.name) <= 120
    page = pages.get(reverse("evidence", kwargs={"evidence": file.evidence_id}))
    assert page.status_code == 200
    assert b"<img src=x" not in page.content
    served = pages.get(reverse("evidence-copy", kwargs=named))
    assert served.content == copy.data
    assert served["Content-Type"] == copy.media
    assert served["Content-Disposition"].startswith('attachment; filename="paper-')
    original = pages.get(reverse("evidence-original", kwargs=named))
    assert original.content == upload.data
    assert original["Content-Type"] == "application/octet-stream"


def test_the_scan_finds_what_it_looks_for() -> None:
    """The look itself is looked at: on what is not cleaned it must cry."""
    import random

    from tests.files import hostile_pdfs, hostile_pictures

    chance = random.Random(4)
    told = hostile_pictures
    telling = [
        *(("image/jpeg", one) for one in (told.with_exif, told.comment, told.preview)),
        ("image/png", told.png_told),
        *(("application/pdf", maker) for maker in hostile_pdfs.MAKERS[:12]),
    ]
    for media, maker in telling:
        assert scan.faults_of(media, maker(chance)), maker.__name__
