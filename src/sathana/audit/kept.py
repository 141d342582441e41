"""Heads of the chain that lie in files: one a day beside the data, others outside.

Those beside the data are signed with a key that is kept elsewhere: whoever has only the
database cannot make one. Against somebody who has both, only a head outside helps.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from django.utils import timezone

from sathana.audit import heads, identity, record, stored
from sathana.audit.heads import NoHeadError, SignedHead
from sathana.law.stored import write_atomically
from sathana.protection import keyfile

FOLDER = "heads"
_LARGEST = 10_000


class EmptyChainError(Exception):
    """There is no entry yet: a head would prove nothing."""


def sign_now() -> SignedHead:
    """Return the signed head of the chain as it is now.

    Raises:
        EmptyChainError: There is no entry yet.
        FileNotFoundError: There is no key file.
    """
    last = record.head()
    if not last.seq:
        raise EmptyChainError
    return heads.sign(
        last,
        count=stored.count(last.seq),
        at=timezone.now().astimezone(UTC).isoformat(timespec="seconds"),
        database=str(identity.current()),
        seed=keyfile.source().signing,
    )


def keep(data: Path, head: SignedHead) -> Path:
    """Write a head into the folder of heads beside the data; return where."""
    folder = data / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{head.at[:10]}-{head.seq}.json"
    write_atomically(path, heads.as_text(head))
    return path


def keep_daily(data: Path) -> Path | None:
    """Write today's head beside the data, if there is none of today and an entry.

    Whoever has a clock calls this: the server, the backup.
    """
    day = datetime.now(UTC).date().isoformat()
    if any((data / FOLDER).glob(f"{day}-*.json")) or not record.head().seq:
        return None
    return keep(data, sign_now())


def all_kept(data: Path) -> Iterator[tuple[Path, SignedHead | None]]:
    """Return the heads beside the data, oldest first; ``None``: the file is no head."""
    for path in sorted((data / FOLDER).glob("*.json")):
        try:
            yield path, load(path)
        except NoHeadError:
            yield path, None


def load(path: Path) -> SignedHead:
    """Read the file of a head.

    Raises:
        OSError: It cannot be read.
        NoHeadError: It is no head.
    """
    with path.open("rb") as opened:
        data = opened.read(_LARGEST)
    try:
        return heads.from_text(data.decode("ascii"))
    except UnicodeDecodeError as fault:
        raise NoHeadError("not a signed head") from fault
