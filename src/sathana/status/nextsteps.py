"""What to do next, in order: the short list a family takes home.

It is drawn from the answer alone (pathways, rights, procedures, deadlines, missing
facts), so that everything in it can be looked up there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sathana.status.wording import Text, both

type Row = Mapping[str, Any]
"""A record of the answer (contract, section 3; JSON has no narrower type)."""
type Json = dict[str, object]

_FILINGS, _ASKS, _PAPERS, _CLAIMS = 5, 3, 5, 6
"""How many petitions, questions, papers and rights are named; the answer has all."""
_KINDS = ("nationality", "residence", "registration")
"""What is filed first where several pathways are open."""
_AFTER_DEMAND = "ACA-49-ANSWER"
"""The office's time to answer: it runs only once a demand was handed in."""


def steps(person: Row) -> list[Json]:
    """Return what to do next, the most pressing first.

    Args:
        person: The answer of one person, its deadlines and procedures included.

    Returns:
        Entries with ``kind`` (deadline, remedy, file, check, document, ask, claim),
        ``text``, ``about`` (ids to look up), and ``due`` where a day is known.
    """
    return [
        *_deadlines(person),
        *_overdue(person),
        *_filings(person),
        *_contradictions(person),
        *_papers(person),
        *_questions(person),
        *_claims(person),
    ]


def _step(kind: str, text: Text, about: Iterable[str], due: str | None = None) -> Json:
    step: Json = {"kind": kind, "text": text, "about": list(dict.fromkeys(about))}
    return step | {"due": due} if due else step


def _deadlines(person: Row) -> Iterator[Json]:
    """Yield what the person must do by a day that has not passed for certain."""
    for row in person["deadlines"]:
        if row["whose"] != "person" or row.get("any_time") or row["passed"] == "yes":
            continue
        due = row["due"]
        yield _step("deadline", row["for"], [row["id"]], due)


def _overdue(person: Row) -> Iterator[Json]:
    """Yield what an office should have done: a written demand starts the next clock."""
    rows = person["deadlines"]
    demanded = {row["attempt"] for row in rows if row["id"] == _AFTER_DEMAND}
    for row in rows:
        late = row["whose"] == "office" and row["passed"] == "yes"
        if late and row["attempt"] not in demanded:
            title = row["title"]
            yield _step(
                "remedy",
                both(
                    f"สำนักงานเลยกำหนดแล้ว ({title['th']}) ให้ทวงเป็นหนังสือและขอใบรับ",
                    f"The office is past its time ({title['en']}): demand in writing "
                    "and ask for a receipt",
                ),
                [row["id"]],
            )


def _filings(person: Row) -> Iterator[Json]:
    begun = {row["pathway"] for row in person["deadlines"] if row.get("pathway")}
    ready = {
        row["id"]
        for row in person["documented"]["pathways"]
        if row["status"] in {"open", "window_unknown"}
    }
    found = [row for row in person["pathways"] if row["id"] not in begun]
    fit = [row for row in found if _is_met(row)]
    fit.sort(key=lambda row: (row["id"] not in ready, _KINDS.index(row["kind"])))
    for row in fit[:_FILINGS]:
        about = [row["id"], *_procedures(person, row["id"])]
        yield _step("file", _filing(row, ready=row["id"] in ready), about)


def _is_met(row: Row) -> bool:
    """Say whether all conditions of a pathway hold, be its window known or not."""
    return row["status"] == "open" or (
        row["status"] == "window_unknown" and not row["needs"]
    )


def _procedures(person: Row, pathway: str) -> list[str]:
    return [row["id"] for row in person["procedures"] if pathway in row["for"]]


def _filing(row: Row, *, ready: bool) -> Text:
    title, office = row["title"], row["file_with"]
    th = f"ยื่น “{title['th']}” ณ {office['th']} และขอใบรับคำขอ"
    en = f"File “{title['en']}” ({office['en']}) and ask for a receipt"
    if row["status"] == "window_unknown":
        th += " แม้ยังไม่มีการยืนยันว่าเปิดรับอยู่ ให้ถามกรมการปกครอง 1548 ก่อน"
        en += "; nobody has verified that it is still open: ask 1548 first"
    elif not ready:
        th += " เมื่อมีเอกสารครบ (ดูเอกสารที่ต้องหา)"
        en += ", once the papers are there (see the papers to get)"
    return both(th, en)


def _contradictions(person: Row) -> Iterator[Json]:
    for row in person["contradictions"]:
        message = row["message"]
        yield _step(
            "check",
            both(
                f"แก้ความขัดแย้งก่อนยื่น: {message['th']}", f"Settle first: {message['en']}"
            ),
            row.get("facts", ()),
        )


def _papers(person: Row) -> Iterator[Json]:
    for row in person["to_document"][:_PAPERS]:
        named = row.get("name") or {"th": row["fact"], "en": row["fact"]}
        yield _step(
            "document",
            both(f"หาเอกสารแสดง{named['th']}", f"Get a paper that shows {named['en']}"),
            [row["fact"], *row.get("opens", ())],
        )


def _questions(person: Row) -> Iterator[Json]:
    for row in person["needs"][:_ASKS]:
        if not str(row["fact"]).startswith("law."):
            yield _step("ask", row["question"], [row["fact"], *row["decides"]])


def _claims(person: Row) -> Iterator[Json]:
    """Yield the rights to claim meanwhile; one who is Thai has them all by the card."""
    if person["thai"]["answer"] == "yes":
        return
    usable = {"open", "permit_needed"}
    found = [row for row in person["rights"] if row["status"] in usable]
    for row in sorted(found, key=lambda row: row.get("procedure") is None)[:_CLAIMS]:
        title, office = row["title"], row["office"]
        permit = row["status"] == "permit_needed"
        how = "โดยขออนุญาต" if permit else "ได้เลย"
        yield _step(
            "claim",
            both(
                f"ใช้สิทธิ “{title['th']}” {how} ณ {office['th']}",
                f"Use the right “{title['en']}”"
                f"{' with a permit' if permit else ''}: {office['en']}",
            ),
            [row["id"], *([row["procedure"]] if row.get("procedure") else [])],
        )
