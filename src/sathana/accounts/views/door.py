"""The door of office pages: who may, who must show the second factor again."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from sathana.accounts import errors, signed_in
from sathana.web.languages import Text, pick

type View = Callable[..., HttpResponse]


def office(view: View) -> View:
    """Let through who is signed in; what is not for them is not there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except errors.StepUpError:
            return signed_in.step_up(request)
        except errors.NotThereError:
            raise Http404 from None

    return signed_in.needs_work(guarded)


def told(request: HttpRequest) -> QueryDict:
    """Return what a form page shows: what was posted, or what was kept of it."""
    if request.method == "POST":
        return request.POST
    return signed_in.kept_form(request) or QueryDict()


def say(request: HttpRequest, text: Text) -> None:
    """Say on the next page what was done."""
    messages.success(request, pick(text))


def warn(request: HttpRequest, text: Text) -> None:
    """Say on the next page why something was not done."""
    messages.error(request, pick(text))
