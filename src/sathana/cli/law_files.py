"""Update files from the disk, and whose signatures they bear."""

from __future__ import annotations

from pathlib import Path

from sathana.cli.faults import UnusableError, refused
from sathana.cli.files import reason
from sathana.cli.terminal import Lang, Speaker
from sathana.law.keyring import KeyringError, trusted
from sathana.law.update_file import MAX_BYTES, read, same_name
from sathana.law.update_model import LawUpdate, Signature, UpdateError


def load(file: str, lang: Lang) -> tuple[LawUpdate, str]:
    """Return the update of a file, and the text of the file.

    Raises:
        UnusableError: The file cannot be read, or holds faults.
    """
    data = read_bytes(file, lang, MAX_BYTES + 1)
    try:
        update = read(data, name=file)
    except UpdateError as error:
        raise UnusableError(tuple(error.lines(lang))) from error
    text = data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return update, text


def read_bytes(file: str, lang: Lang, most: int) -> bytes:
    """Read a file, never more of it than is wanted.

    Raises:
        UnusableError: It cannot be read.
    """
    try:
        with Path(file).open("rb") as opened:
            return opened.read(most)
    except (OSError, ValueError) as error:
        th, en = reason(error)
        raise UnusableError((f"{file}:0: {th if lang == 'th' else en}",)) from error


def keys(folder: Path, lang: Lang) -> dict[str, str]:
    """Return the names of the trusted keys.

    Raises:
        UnusableError: The keyring cannot be read.
    """
    try:
        return trusted(folder)
    except KeyringError as error:
        raise UnusableError((error.th if lang == "th" else error.en,)) from error


def signers(update: LawUpdate, known: dict[str, str], say: Speaker) -> dict[str, str]:
    """Return the trusted people who signed, by public key: two at least.

    Raises:
        UnusableError: The update is not signed by two different people with two
            different keys that are trusted here, or something was changed since.
    """
    from sathana.cli.signing import altered

    changed = [one.name for one in altered(update)]
    if changed:
        names = ", ".join(changed)
        raise refused(
            say,
            f"ลายมือชื่อของ {names} ไม่ตรงกับไฟล์ มีการแก้ไฟล์หลังการลงนาม จึงไม่รับ "
            "ขอไฟล์ต้นฉบับ หรือให้ลงนามใหม่",
            f"the signature of {names} does not fit the file: something was "
            "changed after signing, and it is refused. Ask for the original, "
            "or let everybody sign again",
        )
    _two_people(update.signatures, say)
    found = {
        one.key: one.name for one in update.signatures if known.get(one.key) == one.name
    }
    if len(found) < 2:
        raise UnusableError(tuple(_how_to_trust(update, known, say)))
    return found


def _two_people(signatures: tuple[Signature, ...], say: Speaker) -> None:
    names = {same_name(one.name) for one in signatures}
    public = {one.key for one in signatures}
    if len(signatures) < 2:
        count = len(signatures)
        raise refused(
            say,
            f"ไฟล์นี้มีลายมือชื่อ {count} คน ต้องมีสองคน คนละกุญแจ "
            "ให้แต่ละคนอ่านแล้วรัน sathana law sign FILE --key KEYFILE",
            f"the file bears {count} signatures, and two people must sign, "
            "each with a key of their own: let each read it and run "
            "'sathana law sign FILE --key KEYFILE'",
        )
    if len(names) < len(signatures) or len(public) < len(signatures):
        raise refused(
            say,
            "คนเดียวกันหรือกุญแจเดียวกันลงนามสองครั้ง ต้องเป็นสองคน คนละกุญแจ",
            "one person, or one key, signed twice: it must be two people, each "
            "with a key of their own",
        )


def _how_to_trust(update: LawUpdate, known: dict[str, str], say: Speaker) -> list[str]:
    """Say which keys are not trusted, and how to come to trust them."""
    lines = [
        say(
            "ไฟล์นี้ยังไม่มีลายมือชื่อที่เชื่อถือครบสองคน จึงไม่รับ",
            "the file does not bear the signatures of two people trusted here, and is "
            "refused",
        )
    ]
    for one in update.signatures:
        held = known.get(one.key)
        if held == one.name:
            continue
        lines.append(
            say(
                f"  {one.name}  {one.key}"
                + (f"  (กุญแจนี้เชื่อถือไว้ในชื่อ {held})" if held else "  ยังไม่เชื่อถือ"),
                f"  {one.name}  {one.key}"
                + (f"  (trusted here as {held}'s)" if held else "  not trusted"),
            )
        )
    lines.append(
        say(
            "อย่าเชื่อกุญแจจากไฟล์นี้เอง ให้โทรหรือพบเจ้าของ อ่านกุญแจเทียบกัน "
            "แล้วรัน sathana law key trust ชื่อ กุญแจ",
            "Do not take the key from this file on trust: call or meet its owner, "
            "compare the key letter by letter, then run "
            "'sathana law key trust NAME KEY'",
        )
    )
    return lines
