"""Pages after an approval: of a case, of one person, of one step, of the decision."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.casework import after_steps, after_words
from sathana.casework.after_shown import AfterView
from sathana.casework.forms.after import GrantForm, StepForm
from sathana.casework.selectors import after as selectors
from sathana.casework.selectors import after_form
from sathana.casework.services import after, granting
from sathana.registry.errors import NotVisibleError
from sathana.registry.views.work import Page, answer, must, page_of_work
from sathana.web.languages import Text, pick

FORM = "casework/after_form.html"


@page_of_work
@require_safe
def of_case(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Show everybody of a case of whom something was approved."""
    view = selectors.of_case(signed_in.reader(request), case)
    context = {"section": "my-cases", "view": view}
    return render(request, "casework/after_case.html", context)


@page_of_work
@require_safe
def one(request: HttpRequest, track: uuid.UUID) -> HttpResponse:
    """Show the checklist of one person."""
    view = selectors.one(signed_in.reader(request), track)
    context = {
        "section": "my-cases",
        "view": view,
        "may": {action.value for action in view.may},
        "why_copies": after_words.WHY_COPIES,
    }
    return render(request, "casework/after.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, track: uuid.UUID, of: str) -> HttpResponse:
    """Write a step down, or correct it."""
    reader = signed_in.reader(request)
    view = _for_change(request, track)
    if of not in set(after_steps.kinds()):
        raise NotVisibleError
    start = after_form.step(reader, track, of)

    def save(form: Any) -> str:
        row = after.save(
            reader=reader, track_id=track, kind=of,
            version=form.cleaned_data["version"] or 0, values=form.told(),
        )  # fmt: skip
        if row.state == "refused":
            # A refusal is a contact with an office: it is written down as one.
            return f"{reverse('contact-new', args=[view.family_id])}?track={track}"
        return reverse("pathway-after", args=[track])

    form = partial(
        StepForm, kind=of, papers=start.papers, numbers=start.numbers,
        move=start.move, corrects=start.corrects,
    )  # fmt: skip
    about = {**_about(view), "heading": after_steps.title_of(of), "kind": of}
    name = f"after-{of}"[:40]
    return answer(
        request, Page(FORM, form, save, name, str(track), start.values, about)
    )


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def grant(request: HttpRequest, track: uuid.UUID) -> HttpResponse:
    """Confirm the decision as a fact of the family."""
    reader = signed_in.reader(request)
    view = _for_change(request, track)

    def save(form: Any) -> str:
        granting.confirm(reader=reader, track_id=track, values=form.told())
        return reverse("pathway-after", args=[track])

    kinds = [(code, pick(words)) for code, words in view.grant.gives]
    papers = after_form.papers(reader, track) or ()
    form = partial(GrantForm, kinds=kinds, papers=papers)
    about = {**_about(view), "heading": _GRANT, "grant": view.grant}
    return answer(request, Page(FORM, form, save, "after-grant", str(track), {}, about))


def _for_change(request: HttpRequest, track: uuid.UUID) -> AfterView:
    """Return the checklist to somebody who may write in it.

    Raises:
        NotVisibleError: It is not there, or not for this reader.
        NotAllowedError: The reader may not change it.
        UnusableValueError: Nothing was approved.
    """
    view = selectors.one(signed_in.reader(request), track)
    if not view.notes:
        raise NotVisibleError
    must(view.may, Action.CHANGE)
    after.must_be_approved(view.track.state)
    return view


def _about(view: AfterView) -> dict[str, Any]:
    return {"section": "my-cases", "view": view}


_GRANT: Text = {
    "th": "บันทึกคำอนุมัติเป็นข้อเท็จจริง",
    "en": "Record the decision as a fact",
}
URLS = [
    path("work/cases/<uuid:case>/after/", of_case, name="case-after"),
    path("work/pathways/<uuid:track>/after/", one, name="pathway-after"),
    path("work/pathways/<uuid:track>/after/grant/", grant, name="pathway-after-grant"),
    path("work/pathways/<uuid:track>/after/<str:of>/", step, name="pathway-after-step"),
]
