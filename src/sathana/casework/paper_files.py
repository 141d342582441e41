"""A kept pack as files: one PDF, each paper, a word processor's file, or a ZIP of all.

The bytes are made when somebody asks for them and are kept nowhere.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sathana.documents.bundle import joined
from sathana.documents.pack import Named, pack_of
from sathana.documents.pack_plain import pack_of_plain
from sathana.documents.pack_values import Exhibit, PackFacts
from sathana.documents.paper_docx import docx
from sathana.documents.paper_pdf import pdf
from sathana.files import naming, store
from sathana.protection import keys
from sathana.protection.crypto import SealBrokenError
from sathana.registry import inside as rows_of
from sathana.registry import packing
from sathana.registry.evidence_shown import Served
from sathana.registry.models import Family, StoredFile
from sathana.registry.reader import Reader
from sathana.registry.services.evidence import COPY, place_of

PDF, ZIP = "application/pdf", "application/zip"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_PICTURES = ("image/jpeg", "image/png")
MOST_BYTES = 24_000_000
"""Most bytes of pictures in one file: the others lie beside it."""


@dataclass(frozen=True, slots=True)
class Attached:
    """Cleaned copies of one stored paper: pictures, and what lies beside by name."""

    scans: tuple[bytes, ...] = ()
    beside: Mapping[str, bytes] | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Names of what lies beside."""
        return tuple(self.beside or ())


def values_of(values: str, signer: str = "", signed_on: str = "") -> PackFacts:
    """Return the values of a kept pack, as they are now that somebody signed it off."""
    facts = pack_of_plain(packing.unpack(values))
    if signer:
        facts = replace(facts, signed_off_by=signer, signed_off_on=signed_on or None)
    return facts


def attached(
    reader: Reader, family: Family, papers: Iterable[str]
) -> dict[str, Attached]:
    """Return the cleaned copies of stored papers, by the id of the paper.

    What came in is never shown: only what was made anew from it.
    """
    wanted = [uuid.UUID(one) for one in papers]
    rows = StoredFile.objects.visible_to(reader).filter(family=family)
    files = list(
        rows.filter(evidence__in=wanted).exclude(copy=None).order_by("made_at", "id")
    )
    rows_of.unlock(files)
    found: dict[str, Attached] = {}
    room = MOST_BYTES
    for file in files:
        data = _copy(file)
        if data is None:
            continue
        known = found.get(str(file.evidence_id), Attached())
        if file.media in _PICTURES and len(data) <= room:
            room -= len(data)
            known = replace(known, scans=(*known.scans, data))
        else:
            name = naming.of_copy(file.id, file.media)
            known = replace(known, beside={**(known.beside or {}), name: data})
        found[str(file.evidence_id)] = known
    return found


def _copy(file: StoredFile) -> bytes | None:
    if file.copy is None:
        return None
    try:
        return store.read(file.copy, keys.of_record(file.key), place_of(file, COPY))
    except (store.MissingFileError, SealBrokenError):
        return None


def with_pictures(
    facts: PackFacts, scans: Mapping[str, str], found: Mapping[str, Attached]
) -> PackFacts:
    """Return the values with pictures in the exhibits.

    Args:
        facts: The values.
        scans: Of each paper by its id in the case file: the stored paper.
        found: Cleaned copies by the id of the stored paper.
    """
    return replace(
        facts,
        exhibits=tuple(_with_pictures(one, scans, found) for one in facts.exhibits),
    )


def _with_pictures(
    exhibit: Exhibit, scans: Mapping[str, str], found: Mapping[str, Attached]
) -> Exhibit:
    mine = [
        found[key] for one in exhibit.papers if (key := scans.get(one, "")) in found
    ]
    return replace(
        exhibit,
        scans=tuple(scan for one in mine for scan in one.scans),
        beside=tuple(name for one in mine for name in one.names),
    )


def served(papers: Sequence[Named], wanted: str, kind: str, name: str) -> Served | None:
    """Return one file of a pack; ``None`` where there is no such file.

    Args:
        papers: The papers of the pack.
        wanted: Name of a paper, or ``all``.
        kind: ``pdf`` or ``docx``.
        name: What names of files begin with; it tells nothing of anybody.
    """
    if wanted == "all" and kind == "pdf":
        whole = joined(papers, ("ชุดเอกสาร", "Pack of papers"))
        return Served(pdf(whole), PDF, f"{name}.pdf")
    one = next((one.paper for one in papers if one.name == wanted), None)
    if one is None:
        return None
    if kind == "docx":
        data = docx(one) if one.editable else None
        return Served(data, DOCX, f"{name}-{wanted}.docx") if data else None
    return Served(pdf(one), PDF, f"{name}-{wanted}.pdf")


def zipped(papers: Sequence[Named], found: Mapping[str, Attached], name: str) -> Served:
    """Return all papers, Word files, and what lies beside, as one ZIP."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for inner, data in _files(papers, found):
            # A day of its own for each file would differ from run to run.
            bundle.writestr(zipfile.ZipInfo(f"{name}/{inner}"), data)
    return Served(out.getvalue(), ZIP, f"{name}.zip")


def _files(
    papers: Sequence[Named], found: Mapping[str, Attached]
) -> Iterator[tuple[str, bytes]]:
    for one in papers:
        yield f"{one.name}.pdf", pdf(one.paper)
        if one.paper.editable:
            yield f"{one.name}.docx", docx(one.paper)
    for attachment in found.values():
        yield from (attachment.beside or {}).items()


def papers_of(facts: PackFacts) -> tuple[Named, ...]:
    """Return the papers of a pack, all of them."""
    return pack_of(facts, "all")
