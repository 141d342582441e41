"""Updates of the law that are installed on a machine, and the pack with them.

One file in the data folder holds all: each update as it was signed, who signed it,
the compiled law with every update applied, and what was installed and taken back
when. It is written whole or not at all. Digests in it tell when somebody, or a bad
disk, changed a part; they cannot keep out one who may write in the folder, and who
could change the program as well. Signatures are verified when an update is installed
and by ``sathana law updates``; at every start the digests are compared, and the keys
that signed must still be in the keyring.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sathana.law.load import LawPack, from_json
from sathana.law.model import Text
from sathana.law.stored import write_atomically

STORE = "law-updates.json"
"""Name of the file in the data folder."""
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Kept:
    """One installed update.

    Attributes:
        text: The file as it was signed.
        sha256: Digest of the text.
        installed_on: ISO day.
        signed: Names of those who signed, by public key.
    """

    id: str
    text: str
    sha256: str
    installed_on: str
    signed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """What was done to the installed law: ``installed`` or ``taken back``."""

    id: str
    did: str
    on: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Store:
    """All that is installed.

    Attributes:
        base: Edition of the law that ships, to which the updates belong.
        base_sha256: Digest of the compiled file that they were applied to.
        law: The compiled law with the updates; empty where none is installed.
        updates: In the order in which they are applied.
        history: Everything installed and taken back, in order.
    """

    base: str = ""
    base_sha256: str = ""
    law: str = ""
    law_sha256: str = ""
    updates: tuple[Kept, ...] = ()
    history: tuple[Event, ...] = ()


class BrokenUpdatesError(Exception):
    """Updates are installed that cannot be used.

    They are then neither used nor passed over in silence: a command stops, and a
    page says so.

    Attributes:
        text: What is wrong and what to do, in both languages.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep both texts, each with what can be done."""
        self.text: Text = {
            "th": f"{th} ดูรายการด้วย sathana law updates ถอนรายการที่ใช้ไม่ได้ด้วย "
            "sathana law updates --remove ID --reason … แล้วติดตั้งใหม่",
            "en": f"{en} See them with 'sathana law updates', take back what cannot be "
            "used with 'sathana law updates --remove ID --reason …', and install it "
            "again.",
        }
        super().__init__(self.text["en"])


def load(folder: Path) -> LawPack | None:
    """Return the law with the installed updates; ``None`` if none is installed.

    Args:
        folder: The data folder.

    Raises:
        BrokenUpdatesError: An installed update was changed, is signed by a key no
            longer trusted, or belongs to another edition of the law.
    """
    store = read(folder)
    if not store.updates:
        return None
    _all_trusted(folder, store)
    return from_json(sound(store).law)


def sound(store: Store) -> Store:
    """Return the store, its law compiled anew if the program's own law changed.

    Raises:
        BrokenUpdatesError: A digest differs, or the edition does.
    """
    from sathana.law.update_apply import base_digest, digest

    if not store.updates:
        return store
    for kept in store.updates:
        if digest(kept.text) != kept.sha256:
            raise BrokenUpdatesError(
                f"ฉบับปรับปรุง {kept.id} ที่ติดตั้งไว้ถูกแก้หลังการลงนาม จึงไม่ใช้",
                f"The installed update {kept.id} was changed after it was signed, so "
                "it is not used.",
            )
    if digest(store.law) != store.law_sha256:
        raise BrokenUpdatesError(
            "กฎหมายฉบับที่ปรับปรุงแล้วในเครื่องนี้เสียหาย จึงไม่ใช้",
            "The updated law on this machine is damaged, so it is not used.",
        )
    return store if store.base_sha256 == base_digest() else rebuilt(store)


def rebuilt(store: Store) -> Store:
    """Return the store with its updates applied to the law that ships now.

    Raises:
        BrokenUpdatesError: The law that ships is another edition, or the updates do
            not fit it any more.
    """
    from sathana.law.load import shipped
    from sathana.law.update_apply import base_digest, build, digest
    from sathana.law.update_file import read as read_update
    from sathana.law.update_model import UpdateError

    if not store.updates:
        return replace(store, base="", base_sha256="", law="", law_sha256="")
    edition = shipped().version
    try:
        updates = [read_update(kept.text.encode()) for kept in store.updates]
        strange = [update.id for update in updates if update.base != edition]
        if strange:
            raise BrokenUpdatesError(
                f"ฉบับปรับปรุง {', '.join(strange)} เป็นของกฎหมายชุด {store.base} "
                f"แต่โปรแกรมนี้มีชุด {edition} ซึ่งอาจรวมไว้แล้ว",
                f"The update {', '.join(strange)} belongs to {store.base}, and this "
                f"program has {edition}, which may hold it already.",
            )
        law = build(updates)
    except UpdateError as error:
        raise BrokenUpdatesError(
            f"ฉบับปรับปรุงที่ติดตั้งไว้ใช้กับโปรแกรมรุ่นนี้ไม่ได้ ({error.faults[0].th})",
            "The installed updates do not fit this version of the program "
            f"({error.faults[0].en}).",
        ) from error
    return replace(
        store,
        base=edition,
        base_sha256=base_digest(),
        law=law,
        law_sha256=digest(law),
    )


def _all_trusted(folder: Path, store: Store) -> None:
    from sathana.law.keyring import KeyringError, trusted

    try:
        known = trusted(folder)
    except KeyringError as error:
        raise BrokenUpdatesError(error.th, error.en) from error
    for kept in store.updates:
        lost = [name for key, name in kept.signed.items() if known.get(key) != name]
        if lost or len(kept.signed) < 2:
            raise BrokenUpdatesError(
                f"ฉบับปรับปรุง {kept.id} ลงนามด้วยกุญแจที่ไม่เชื่อถือแล้ว ({', '.join(lost)})",
                f"The installed update {kept.id} is signed with a key that is no "
                f"longer trusted ({', '.join(lost)}).",
            )


# --- the file ------------------------------------------------------------------------


def read(folder: Path) -> Store:
    """Return what is installed, as the file says it.

    Raises:
        BrokenUpdatesError: The file is not one that this program wrote.
    """
    path = folder / STORE
    try:
        data = json.loads(path.read_text("utf-8"))
        if data["sathana_law_updates"] != _FORMAT:
            raise ValueError(data["sathana_law_updates"])
        return Store(
            base=data["base"],
            base_sha256=data["base_sha256"],
            law=data["law"],
            law_sha256=data["law_sha256"],
            updates=tuple(Kept(**row) for row in data["updates"]),
            history=tuple(Event(**row) for row in data["history"]),
        )
    except (FileNotFoundError, NotADirectoryError):
        return Store()
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenUpdatesError(
            f"อ่าน {path} ไม่ได้ ({type(error).__name__}) "
            "หากไฟล์เสีย ให้ย้ายออกแล้วติดตั้งฉบับปรับปรุงใหม่",
            f"{path} cannot be read ({type(error).__name__}). If the file is damaged, "
            "move it away and install the updates again.",
        ) from error


def write(folder: Path, store: Store) -> None:
    """Write what is installed, whole or not at all; hold the lock meanwhile.

    Raises:
        OSError: The data folder cannot be written to.
    """
    data = {"sathana_law_updates": _FORMAT, **asdict(store)}
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, indent=1) + "\n"
    write_atomically(folder / STORE, text)
