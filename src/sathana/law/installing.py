"""Installing an update of the law, and taking one back.

What may follow what (decision record 7): an id is installed once; an update that was
taken back returns only on request; and of two updates that change one record the
later made wins, so that an older one can never be installed over it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sathana.law import installed
from sathana.law.installed import Event, Kept, Store
from sathana.law.load import shipped
from sathana.law.update_apply import base_digest, build, digest
from sathana.law.update_file import read as read_update
from sathana.law.update_model import LawUpdate


class NotInstalledError(Exception):
    """An update that is not taken in, or not taken back.

    Attributes:
        th: Why, and what to do, in Thai.
        en: The same in English.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both texts; the English one is the message."""
        super().__init__(en)
        self.th, self.en = th, en


@dataclass(frozen=True, slots=True)
class Offer:
    """An update that is to be installed.

    Attributes:
        text: The file as it was signed, its line ends made alike.
        signed: Names of the trusted people who signed, by public key.
        again: Whether it may be installed though it was taken back.
    """

    update: LawUpdate
    text: str
    signed: Mapping[str, str]
    again: bool = False


def install(folder: Path, offer: Offer, today: int) -> Store:
    """Install an update; hold the lock of the folder meanwhile.

    Args:
        folder: The data folder.
        offer: The update, its signatures verified.
        today: Ordinal.

    Raises:
        NotInstalledError: It may not follow what is installed.
        UpdateError: It does not fit the law.
        BrokenUpdatesError: What is installed cannot be used.
        OSError: The data folder cannot be written to.
    """
    store = installed.read(folder)
    if store.updates:
        store = installed.sound(store)
    before = [read_update(kept.text.encode()) for kept in store.updates]
    may_follow(offer.update, before, today)
    _not_taken_back(store, offer)
    day = date.fromordinal(today).isoformat()
    kept = Kept(
        id=offer.update.id,
        text=offer.text,
        sha256=digest(offer.text),
        installed_on=day,
        signed=dict(offer.signed),
    )
    pairs = sorted(
        [*zip(before, store.updates, strict=True), (offer.update, kept)],
        key=lambda pair: pair[0].made_on,
    )
    law = build([update for update, _ in pairs])
    done = Store(
        base=shipped().version,
        base_sha256=base_digest(),
        law=law,
        law_sha256=digest(law),
        updates=tuple(kept for _, kept in pairs),
        history=(*store.history, Event(offer.update.id, "installed", day)),
    )
    installed.write(folder, done)
    return done


def may_follow(update: LawUpdate, before: list[LawUpdate], today: int) -> None:
    """Refuse an update that may not follow what is installed.

    Raises:
        NotInstalledError: It is for another edition, is installed, is made later than
            today, or is not later than an installed one that changes the same record.
    """
    edition = shipped().version
    if update.base != edition:
        raise NotInstalledError(
            f"ฉบับนี้แก้กฎหมายชุด {update.base} แต่โปรแกรมนี้มีชุด {edition} "
            "ให้ผู้ทำตรวจกับชุดนี้ เปลี่ยน base แล้วลงนามใหม่",
            f"this update changes {update.base}, and this program has {edition}: "
            "let its makers check it against this edition, change 'base' and sign anew",
        )
    if update.made_on > today:
        raise NotInstalledError(
            f"made_on {_iso(update.made_on)} ยังมาไม่ถึง ตรวจปี (ค.ศ.) และนาฬิกาของเครื่อง",
            f"made_on {_iso(update.made_on)} lies in the future: check the year and "
            "the clock of this machine",
        )
    for other in before:
        if other.id == update.id:
            raise NotInstalledError(
                f"ติดตั้งฉบับ {update.id} ไว้แล้ว ฉบับที่แก้ไขต้องใช้รหัสใหม่",
                f"{update.id} is installed already; a corrected update needs a new id",
            )
        both = [record for record in update.records if record in other.records]
        if both and update.made_on <= other.made_on:
            raise NotInstalledError(
                f"ฉบับ {other.id} ซึ่งทำเมื่อ {_iso(other.made_on)} แก้ {both[0]} ไว้แล้ว "
                f"ฉบับนี้ทำเมื่อ {_iso(update.made_on)} จึงไม่ใหม่กว่า "
                f"ให้ถอน {other.id} ก่อน หรือทำฉบับใหม่ลงวันที่หลังจากนั้น",
                f"{both[0]} was changed by {other.id}, made on {_iso(other.made_on)}; "
                f"this one, made on {_iso(update.made_on)}, is not later. Take "
                f"{other.id} back first, or make an update of a later day",
            )


def _not_taken_back(store: Store, offer: Offer) -> None:
    events = [e for e in store.history if e.id == offer.update.id]
    if events and events[-1].did == "taken back" and not offer.again:
        last = events[-1]
        raise NotInstalledError(
            f"ฉบับ {last.id} ถูกถอนเมื่อ {last.on} เพราะ {last.reason} "
            "หากจะติดตั้งอีกให้เพิ่ม --again",
            f"{last.id} was taken back on {last.on}: {last.reason}. To install it all "
            "the same, add --again",
        )


def take_back(folder: Path, key: str, reason: str, today: int) -> Store:
    """Take an installed update back; hold the lock of the folder meanwhile.

    It works on a store of which some updates cannot be used, so that they can be
    taken back; the rest must then be usable.

    Raises:
        NotInstalledError: There is no such update.
        BrokenUpdatesError: What is left cannot be used.
        OSError: The data folder cannot be written to.
    """
    store = installed.read(folder)
    left = tuple(kept for kept in store.updates if kept.id != key)
    if len(left) == len(store.updates):
        known = ", ".join(kept.id for kept in store.updates) or "–"
        raise NotInstalledError(
            f"ไม่ได้ติดตั้งฉบับ {key} ไว้ ที่ติดตั้งไว้คือ {known}",
            f"{key} is not installed (installed: {known})",
        )
    day = date.fromordinal(today).isoformat()
    event = Event(key, "taken back", day, reason)
    done = replace(store, updates=left, history=(*store.history, event))
    try:
        done = installed.rebuilt(done)
    except installed.BrokenUpdatesError:
        # Others are broken too: they are still refused at every start.
        done = replace(done, law="", law_sha256="")
    installed.write(folder, done)
    return done


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
