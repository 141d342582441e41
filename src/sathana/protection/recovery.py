"""Recovery: three papers of which two bring everything back, and what they open.

One secret of 256 bits is made when an installation begins, divided among three papers
(SLIP-39, two of three) and then forgotten by the machine. From it follows an age
identity. What is encrypted to its public half (backups, and a copy of the key file: the
escrow) can be made here at any time, and opened only with two of the papers.

Pure: bytes and words in, bytes and words out.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from sathana.protection import keyfile
from sathana.protection.bech32 import encode
from sathana.protection.recovery_words import checked, share_of

SHARES, NEEDED = 3, 2
SECRET_BYTES = 32
WORDS = 33
"""Words of a paper: 256 bits of its share, the number of the set, and a check."""


class RecoveryError(ValueError):
    """The papers do not open it.

    Attributes:
        th, en: What is wrong, and what to do.
    """

    def __init__(self, th: str, en: str) -> None:
        """Keep what is to be said."""
        super().__init__(en)
        self.th, self.en = th, en


@dataclass(frozen=True, slots=True)
class Recovery:
    """A new recovery secret, ready to be put on paper; never stored.

    Attributes:
        recipient: Public half (``age1...``): everything may know it.
        papers: The words of each of the three papers.
    """

    recipient: str
    papers: tuple[tuple[str, ...], ...]

    @property
    def name(self) -> str:
        """Name of the set of papers: they belong together, and to this installation."""
        return name_of(self.recipient)


def make() -> Recovery:
    """Make a new recovery secret and its papers; each pair of them was tried."""
    from shamir_mnemonic import generate_mnemonics

    secret = secrets.token_bytes(SECRET_BYTES)
    made = generate_mnemonics(1, [(NEEDED, SHARES)], secret, iteration_exponent=0)[0]
    papers = tuple(tuple(paper.split()) for paper in made)
    made_of = identity(secret)
    for pair in combinations(papers, NEEDED):
        if not hmac.compare_digest(secret_of(pair), secret):  # pragma: no cover
            raise AssertionError("two papers do not give the secret back")
    return Recovery(str(made_of.to_public()), papers)


def identity(secret: bytes) -> Any:
    """Return the age identity (``pyrage``) that follows from a recovery secret."""
    from pyrage import x25519

    scalar = hmac.digest(secret, b"sathana recovery, age x25519, 1", "sha256")
    return x25519.Identity.from_str(encode("age-secret-key-", scalar).upper())


def secret_of(papers: Sequence[Sequence[str]]) -> bytes:
    """Return the recovery secret of two papers.

    Args:
        papers: Words of two different papers of one set.

    Raises:
        PaperError: A word of a paper is wrong: its place is told.
        RecoveryError: There are not two, or they do not belong together.
    """
    from shamir_mnemonic import MnemonicError, combine_mnemonics

    whole = [checked(words, paper) for paper, words in enumerate(papers, start=1)]
    shares = {share_of(words).index: words for words in whole}
    if len(shares) < NEEDED:
        raise RecoveryError(*_ONE_ALONE)
    if len({share_of(words).identifier for words in whole}) > 1:
        raise RecoveryError(*_OF_TWO_SETS)
    given = [" ".join(words) for words in shares.values()][:NEEDED]
    try:
        found = combine_mnemonics(given)
    except MnemonicError as fault:
        raise RecoveryError(*_OF_TWO_SETS) from fault
    return bytes(found)


def name_of(recipient: str) -> str:
    """Return the short name of a set of papers, from the public half."""
    short = hashlib.sha256(recipient.encode()).hexdigest()[:8]
    return f"{short[:4]}-{short[4:]}"


def lock_away(data: bytes, recipient: str) -> bytes:
    """Encrypt bytes so that only two papers open them."""
    from pyrage import encrypt, x25519

    return bytes(encrypt(data, [x25519.Recipient.from_str(recipient)]))


def escrow(keys: keyfile.Keys, recipient: str) -> bytes:
    """Return the copy of the key file that only two papers open."""
    return lock_away(keyfile.as_text(keys).encode(), recipient)


def open_escrow(escrowed: bytes, papers: Sequence[Sequence[str]]) -> keyfile.Keys:
    """Open the copy of the key file with two papers, in memory.

    Raises:
        PaperError: A word of a paper is wrong.
        RecoveryError: The papers are of another installation, or not two, or the copy
            is damaged.
    """
    from pyrage import DecryptError, decrypt

    key = identity(secret_of(papers))
    try:
        text = bytes(decrypt(escrowed, [key])).decode()
    except DecryptError as fault:
        raise RecoveryError(*_OF_ANOTHER) from fault
    return keyfile.from_text(text)


_ONE_ALONE = (
    "ต้องใช้กระดาษกู้คืนสองแผ่นที่ต่างกัน ที่ให้มาเป็นแผ่นเดียวกันหรือมีแผ่นเดียว ไปขอแผ่นอื่นจากผู้ถืออีกคน",
    (
        "two different papers are needed, and these are one: ask another of the three "
        "persons for theirs"
    ),
)
_OF_TWO_SETS = (
    "กระดาษสองแผ่นนี้ไม่ใช่ชุดเดียวกัน ดูชื่อชุดที่พิมพ์บนกระดาษ ต้องเหมือนกันทั้งสองแผ่น",
    (
        "these two papers are not of one set: the name of the set that is printed on "
        "them must be the same on both"
    ),
)
_OF_ANOTHER = (
    (
        "กระดาษสองแผ่นนี้ถูกต้อง แต่เปิดสำเนาไฟล์กุญแจนี้ไม่ได้ เพราะเป็นของระบบอื่นหรือชุดก่อนหน้า "
        "หรือสำเนาเสียหาย ดูชื่อชุดบนกระดาษ และใช้สำเนาจากข้อมูลสำรองอื่น"
    ),
    (
        "these two papers are whole, but do not open this copy of the key file: it is "
        "of another installation or of an earlier set, or it is damaged. Compare the "
        "name of the set on the papers, and try the copy in another backup"
    ),
)
