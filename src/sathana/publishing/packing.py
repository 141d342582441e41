"""Download packs of the media centre: choose language and topic, get a ZIP.

Kept on the disk for one edition of the site, since a pack is the same for everybody
and takes a while to write.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest

from sathana.editorial import references
from sathana.editorial.templatetags.lawful import mark_words
from sathana.editorial.words import TOPICS
from sathana.media import packs
from sathana.media.packs import Pack, PackError, PackFile, PackItem
from sathana.media.packwriting import build
from sathana.publishing import edition, posters, showing
from sathana.publishing.models import MediaPage
from sathana.web.dates import today
from sathana.web.languages import pick

PART = 40_000_000
"""Bytes of the recordings of one part: a quarter of an hour on a slow line."""
ALL = "all"
FOLDER = "packs"
TITLE = {"th": "ศูนย์สื่อเพื่อการคุ้มครองสิทธิ", "en": "Rights-Protection Media Centre"}


def parts(request: HttpRequest, language: str, topic: str) -> list[Pack]:
    """Return the parts of a pack; empty where nothing is in it.

    Args:
        request: Gives the address that codes on papers lead to.
        language: Of the texts.
        topic: A code of ``TOPICS``, or ``all``.
    """
    items = tuple(_items(request, language, topic))
    if not items:
        return []
    code = "" if topic == ALL else topic
    whole = Pack(pick(TITLE), language, code, items, today())
    return packs.split(whole, PART)


def written(pack: Pack, address: str) -> Path:
    """Return the file of one part, written if it is not there yet.

    Args:
        pack: The part.
        address: Scheme and host to which its papers lead: what was written for one
            is never handed to a reader of another.

    Raises:
        PackError: It holds nothing, or too much.
    """
    name = f"{edition.current()}/{pack.name}/{address}"
    digest = hashlib.sha256(name.encode()).hexdigest()[:16]
    folder = settings.SATHANA_DATA / FOLDER
    out: Path = folder / f"{digest}.zip"
    if not out.exists():
        _clear(folder)
        folder.mkdir(parents=True, exist_ok=True)
        part = out.with_suffix(".part")
        build(pack, part, PART)
        part.replace(out)
    return out


def choices() -> list[tuple[str, Any]]:
    """Return the topics of which there is something."""
    there = set(MediaPage.objects.live().values_list("topic", flat=True))
    return [(code, title) for code, title in TOPICS if code in there]


def _clear(folder: Path, most: int = 40) -> None:
    """Throw old parts away before a new one is written."""
    old = sorted(folder.glob("*.zip"), key=lambda file: file.stat().st_mtime)
    for file in old[: max(0, len(old) - most)]:
        file.unlink(missing_ok=True)


def _items(request: HttpRequest, language: str, topic: str) -> Iterator[PackItem]:
    rows = MediaPage.objects.live().filter(locale__language_code=language)
    if topic != ALL:
        rows = rows.filter(topic=topic)
    day = today()
    for page in rows.order_by("topic", "path"):
        if showing.may_be_read(page, day):
            yield _item(request, page, language, day)


def _item(request: HttpRequest, page: MediaPage, language: str, day: date) -> PackItem:
    cited = [one.found for one in references.cited(page.references()) if one.found]
    rechecks = [one.recheck_on for one in cited if one.recheck_on]
    key = page.recording_id
    files = packs.files_of([key], language).get(key, ()) if key else ()
    item = PackItem(
        slug=page.slug,
        title=page.title,
        summary=page.summary,
        html_body=str(page.body.render_as_block({"request": request})),
        language=language,
        topic=page.topic,
        files=files,
        citations=tuple(f"{pick(one.title)} ({mark_words(one)})" for one in cited),
        law_date=page.law_date,
        checked=page.last_read(),
        recheck=date.fromordinal(min(rechecks)) if rechecks else None,
        licence=str(page.get_licence_display()),
    )
    return replace(item, files=(*files, *_paper(request, page)))


def _paper(request: HttpRequest, page: MediaPage) -> tuple[PackFile, ...]:
    """Return the paper of a poster or card, ready to print."""
    if page.medium not in posters.PRINTED:
        return ()
    data = posters.pdf(page, request.build_absolute_uri(page.url))
    folder = settings.SATHANA_DATA / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{hashlib.sha256(data).hexdigest()[:16]}.pdf"
    if not path.exists():
        path.write_bytes(data)
    return (
        PackFile(
            path,
            "application/pdf",
            ".pdf",
            pick({"th": "PDF สำหรับพิมพ์", "en": "PDF to print"}),
            str(page.get_licence_display()),
        ),
    )


__all__ = ("ALL", "PackError", "choices", "parts", "written")
