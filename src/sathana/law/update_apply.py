"""Updates applied to the law: from the YAML that ships and update files to one pack."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence

from sathana.facts.casefile_faults import Faults
from sathana.law import compile as law_data
from sathana.law.audit import audit
from sathana.law.faults import Fault
from sathana.law.load import from_json, shipped_text
from sathana.law.source import Row, Rows, SourceError
from sathana.law.update_fields import MAY_BE_NEW, OF_ONE_TEXT
from sathana.law.update_model import Change, LawUpdate, UpdateError
from sathana.text import nearest


def digest(text: str) -> str:
    """Return the SHA-256 of a text, by which a change of a file is noticed."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def base_digest() -> str:
    """Return the digest of the compiled law that ships with the program."""
    return digest(shipped_text())


def build(
    updates: Sequence[LawUpdate],
    *,
    seen: Callable[[LawUpdate, dict[str, Rows]], None] | None = None,
) -> str:
    """Return the compiled law with updates applied, the earliest first.

    Args:
        updates: In the order in which they are applied; a later one wins.
        seen: Is shown each update and the records as written before it, by kind.

    Raises:
        UpdateError: An update changes what the law does not have, or the law with it
            does not pass the data check; its name is the id of the update.
    """
    try:
        text = law_data.build(amend=lambda written: _amend(written, updates, seen))
    except SourceError as error:
        raise _refused(updates, error.faults) from error
    data: Row = json.loads(text)
    data["version"] += "".join(f"+{update.id}" for update in updates)
    data["updates"] = [_told(update) for update in updates]
    data["updated_by"] = _updated_by(updates)
    done = json.dumps(data, ensure_ascii=False, sort_keys=True, indent=0) + "\n"
    faults = audit(from_json(done))
    if faults:
        raise _refused(updates, faults)
    return done


def _told(update: LawUpdate) -> Row:
    return {
        "id": update.id,
        "title": dict(update.title),
        "made_on": update.made_on,
        "names": [signature.name for signature in update.signatures],
        "source": update.source,
        "records": list(update.records),
    }


def _updated_by(updates: Sequence[LawUpdate]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for update in updates:
        for record in update.records:
            found.setdefault(record, []).append(update.id)
    return found


def _refused(updates: Sequence[LawUpdate], found: list[Fault]) -> UpdateError:
    """Return the faults of the data check at the lines of the changes they follow."""
    faults, last = Faults(), updates[-1]
    lines = {change.key: change.line for u in updates for change in u.changes}
    for one in found[:20]:
        faults.add(
            lines.get(one.subject, 1),
            f"audit.{one.code}",
            th=f"กฎหมายที่แก้แล้วไม่ผ่านการตรวจข้อมูล: {one.subject}: {one.message['th']}",
            en="the law so changed does not pass the data check: "
            f"{one.subject}: {one.message['en']}",
        )
    return UpdateError(faults.found, name=last.id)


def _amend(
    written: dict[str, Rows],
    updates: Sequence[LawUpdate],
    seen: Callable[[LawUpdate, dict[str, Rows]], None] | None,
) -> None:
    for update in updates:
        if seen is not None:
            seen(update, written)
        faults = Faults()
        for change in update.changes:
            _change(written.get(change.kind, {}), change, faults)
        if faults.found:
            raise UpdateError(faults.found, name=update.id)


def _change(rows: Rows, change: Change, faults: Faults) -> None:
    """Set the values of one change in the record as it is written."""
    if change.key not in rows:
        if change.kind not in MAY_BE_NEW:
            _unknown(rows, change, faults)
            return
        rows[change.key] = {}
    row = rows[change.key]
    for name, value in change.values.items():
        block, _, key = name.rpartition(".")
        if change.kind == "rule" and name in OF_ONE_TEXT:
            _set_in_text(row, change, name, value, faults)
        elif change.kind == "holiday" and name in ("add", "remove"):
            _set_days(row, change, name, faults)
        elif not block:
            _set(row, name, value)
        elif isinstance(row.get(block), dict):
            row[block] = dict(row[block])
            _set(row[block], key, value)
        else:
            faults.add(
                change.line,
                "record.block",
                th=f"{change.record} ไม่มีส่วน {block} จึงแก้ “{name}” ไม่ได้",
                en=f"{change.record} has no '{block}', so '{name}' cannot be set",
            )


def _set(row: Row, key: str, value: object) -> None:
    if value is None:
        row.pop(key, None)
    else:
        row[key] = value


def _set_days(row: Row, change: Change, name: str, faults: Faults) -> None:
    """Add days off to a year, or take some away."""
    days = row["days"] = dict(row.get("days", {}))
    told = change.values[name]
    if isinstance(told, dict):
        days.update(told)
    for day in told if isinstance(told, list) else ():
        if days.pop(str(day), None) is None:
            faults.add(
                change.line,
                "holiday.unknown",
                th=f"{change.record}: {day} ไม่ได้เป็นวันหยุดอยู่แล้ว จึงถอนไม่ได้",
                en=f"{change.record}: {day} is no holiday, so it cannot be removed",
            )


def _set_in_text(
    row: Row, change: Change, name: str, value: object, faults: Faults
) -> None:
    """Set a mark or a note of one text of a rule."""
    texts = row["versions"] = list(row["versions"])
    number = change.version or (1 if len(texts) == 1 else 0)
    if not 0 < number <= len(texts):
        faults.add(
            change.line,
            "change.version",
            th=f"{change.record} มีตัวบท {len(texts)} ข้อความ ให้ระบุ version: 1 "
            f"ถึง {len(texts)} ว่า “{name}” เป็นของข้อความใด",
            en=f"{change.record} has {len(texts)} texts: say with 'version: N', 1 to "
            f"{len(texts)}, whose '{name}' it is",
        )
        return
    texts[number - 1] = dict(texts[number - 1])
    _set(texts[number - 1], name, value)


def _unknown(rows: Rows, change: Change, faults: Faults) -> None:
    near = nearest(change.key, rows)
    faults.add(
        change.line,
        "record.unknown",
        th=f"ไม่มี {change.record} ในกฎหมายชุดนี้"
        + (f" หมายถึง {change.kind}/{near} ใช่หรือไม่" if near else "")
        + " (ไฟล์ปรับปรุงแก้รายการที่มีอยู่เท่านั้น)",
        en=f"this edition has no {change.record}"
        + (f"; did you mean {change.kind}/{near}?" if near else "")
        + " (an update changes what exists)",
    )
