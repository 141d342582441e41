"""Hand-over of a case: to a colleague, or to another organisation."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.casework.forms.handover import AnswerForm, HandoverForm, ReferralForm
from sathana.casework.handover_words import WAITING
from sathana.casework.selectors import offers as selectors
from sathana.casework.services import handover, referral
from sathana.registry import staffing, visibility
from sathana.registry.errors import NotAllowedError
from sathana.registry.views.access import GROUPS
from sathana.registry.views.work import Page, answer, must, page_of_work
from sathana.web.languages import pick

FORM = "casework/handover_form.html"


@page_of_work
@require_safe
def of_case(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Show between whom a case passed, and to whom it was offered."""
    view = selectors.of_case(signed_in.reader(request), case)
    context = {
        "section": "my-cases",
        "view": view,
        "may": {action.value for action in view.may},
        "groups": {group.value: text for group, text in GROUPS},
        "glass_until": Action.LIST not in view.may,
    }
    return render(request, "casework/handover.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Offer a case to a colleague."""
    reader = signed_in.reader(request)
    view = selectors.of_case(reader, case)
    must(view.may, Action.CHANGE)
    colleagues = selectors.choices(reader, view)

    def save(form: Any) -> str:
        told = form.told()
        handover.offer(
            reader=reader, case_id=case, words=told, id=form.cleaned_data["id"]
        )
        messages.info(request, pick(_ASSIGNED if told.direct else _OFFERED))
        return _home(case)

    assigns = Action.ASSIGN in view.may
    form = partial(HandoverForm, colleagues=colleagues, assigns=assigns)
    page = Page(
        FORM, form, save, "case-handover-new", str(case),
        context={"section": "my-cases", "view": view, "heading": _NEW},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def refer(request: HttpRequest, case: uuid.UUID) -> HttpResponse:
    """Offer a case to another organisation."""
    reader = signed_in.reader(request)
    view = selectors.of_case(reader, case)
    family = visibility.visible_family(reader, view.case.family_id)
    visibility.require(reader, family, Action.SHARE)
    others = staffing.others(family.organisation_id)
    organisations = [(str(one.pk), pick(one.name)) for one in others]

    def save(form: Any) -> str:
        referral.offer(
            reader=reader, case_id=case, asked=form.told(), id=form.cleaned_data["id"]
        )
        messages.info(request, pick(_SENT))
        return _home(case)

    page = Page(
        FORM, partial(ReferralForm, organisations=organisations), save,
        "case-referral-new", str(case),
        context={
            "section": "my-cases", "view": view, "heading": _REFER, "outside": True,
        },
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def settle(request: HttpRequest, passing: uuid.UUID) -> HttpResponse:
    """Assign a colleague who accepted, or do not."""
    reader = signed_in.reader(request)
    case = selectors.case_of_handover(reader, passing)
    view = selectors.of_case(reader, case)
    must(view.may, Action.ASSIGN)
    shown = next(one for one in view.passings if one.id == passing)

    def save(form: Any) -> str:
        told = form.cleaned_data
        handover.settle(
            reader=reader, handover_id=passing, assign=told["accept"] == "yes",
            reason=told["reason"],
        )  # fmt: skip
        return _home(case)

    page = Page(
        FORM, partial(AnswerForm, settles=True), save, "case-handover-settle",
        str(passing),
        context={
            "section": "my-cases", "view": view, "heading": _SETTLE, "passing": shown,
            "waits": shown.state == WAITING,
        },
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_POST
def take_back(request: HttpRequest, passing: uuid.UUID) -> HttpResponse:
    """Take an offer to a colleague back."""
    reader = signed_in.reader(request)
    case = selectors.case_of_handover(reader, passing)
    handover.take_back(reader=reader, handover_id=passing)
    return HttpResponseRedirect(_home(case))


@page_of_work
@require_POST
def offer_back(request: HttpRequest, offer: uuid.UUID) -> HttpResponse:
    """Take an offer to another organisation back."""
    reader = signed_in.reader(request)
    case = selectors.case_of_card(reader, offer)
    if Action.SHARE not in selectors.of_case(reader, case).may:
        raise NotAllowedError("no_line")
    referral.take_back(reader=reader, card_id=offer)
    return HttpResponseRedirect(_home(case))


def _home(case: uuid.UUID) -> str:
    return reverse("case-handover", args=[case])


_NEW = {"th": "ส่งกรณีให้เพื่อนร่วมงาน", "en": "Hand the case to a colleague"}
_REFER = {"th": "ขอให้องค์กรอื่นช่วย", "en": "Ask another organisation for help"}
_SETTLE = {"th": "มอบหมายคนที่รับแล้ว", "en": "Assign who has accepted"}
_OFFERED = {
    "th": "เสนอแล้ว งานยังเป็นของคุณจนกว่าจะส่งมอบเสร็จ",
    "en": "Offered. The work stays yours until it is handed over.",
}
_ASSIGNED = {"th": "มอบหมายแล้ว", "en": "Assigned."}
_SENT = {
    "th": "ส่งข้อเสนอแล้ว อีกฝ่ายเห็นเฉพาะการ์ดด้านล่าง",
    "en": "Sent. The other side sees the card below, and nothing else.",
}
URLS = [
    path("work/cases/<uuid:case>/handover/", of_case, name="case-handover"),
    path("work/cases/<uuid:case>/handover/new/", new, name="case-handover-new"),
    path("work/cases/<uuid:case>/referral/new/", refer, name="case-referral-new"),
    path(
        "work/handovers/<uuid:passing>/assign/", settle, name="case-handover-settle"
    ),
    path(
        "work/handovers/<uuid:passing>/take-back/", take_back,
        name="case-handover-back",
    ),
    path("work/offers/<uuid:offer>/take-back/", offer_back, name="case-offer-back"),
]  # fmt: skip
