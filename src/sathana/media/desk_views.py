"""Files for those who work on the public site: drafts, and what came as it came."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from sathana.accounts import signed_in
from sathana.accounts.roles import EDITORIAL
from sathana.media import handing

ORIGINAL = "original"


@require_safe
@signed_in.needs_work
def file(request: HttpRequest, recording: uuid.UUID, variant: str) -> HttpResponseBase:
    """Hand out a copy of a draft to whoever has an editorial role, or the original.

    For all others it is as if it were not there.
    """
    roles = {role for role, _ in signed_in.actor(request).roles}
    if not roles & EDITORIAL:
        raise Http404
    if variant == ORIGINAL:
        handed = handing.original_of(recording)
    else:
        handed = handing.copy_of(recording, variant, drafts=True)
    answer = handed and handing.answer(request, handed)
    if not answer:
        raise Http404
    return answer
