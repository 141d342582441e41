"""Files for everybody: no cookie, no session, and nothing about who asks."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.cache import get_conditional_response, set_response_etag
from django.views.decorators.http import require_safe

from sathana.media import handing, plays
from sathana.media.models import Captions
from sathana.media.recipes import PLAYS


@require_safe
def file(request: HttpRequest, recording: uuid.UUID, variant: str) -> HttpResponseBase:
    """Hand out a copy of a published recording, whole or in parts."""
    handed = handing.copy_of(recording, variant)
    answer = handed and handing.answer(request, handed)
    if not answer:
        raise Http404
    if variant in PLAYS and answer.status_code < 300 and handing.begins(request):
        plays.begun(recording, timezone.now())
    return answer


@require_safe
def captions(request: HttpRequest, recording: uuid.UUID, language: str) -> HttpResponse:
    """Hand out the captions of a published recording in one language."""
    rows = Captions.objects.filter(recording=recording, language=language)
    text = (
        rows.exclude(recording__published_at=None)
        .values_list("text", flat=True)
        .first()
    )
    if text is None:
        raise Http404
    answer = HttpResponse(text, content_type="text/vtt; charset=utf-8")
    # Asked for again each time, so that what is withdrawn or mended is so at once.
    answer.headers["Cache-Control"] = "no-cache"
    set_response_etag(answer)
    return (
        get_conditional_response(request, etag=answer.headers["ETag"], response=answer)
        or answer
    )
