"""What a page answers when the registry refuses: one place for all pages of access."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from sathana.accounts import signed_in
from sathana.registry.errors import NotVisibleError, StepUpError

type View = Callable[..., HttpResponse]


def refusals(view: View) -> View:
    """Answer what is not visible as not existing, and ask for the second factor again.

    A form that waited for the second factor is kept meanwhile.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except NotVisibleError:
            raise Http404 from None
        except StepUpError:
            return signed_in.step_up(request)

    return guarded
