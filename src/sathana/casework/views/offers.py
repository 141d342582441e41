"""Offers: what waits for an answer of whoever is signed in."""

from __future__ import annotations

import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.views.decorators.http import require_http_methods, require_safe

from sathana.accounts import signed_in
from sathana.casework import crossing
from sathana.casework.forms.handover import AnswerForm
from sathana.casework.handover_words import ACCEPTED, ENDED, WAITING
from sathana.casework.selectors import offers as selectors
from sathana.casework.services import handover as services
from sathana.registry.views.work import Page, answer, page_of_work
from sathana.web.languages import pick

FORM = "casework/offer.html"


@page_of_work
@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """List what others offer: colleagues, and other organisations."""
    view = selectors.to_me(signed_in.reader(request))
    context = {"section": "my-cases", "view": view}
    return render(request, "casework/offers.html", context)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def card(request: HttpRequest, card: uuid.UUID) -> HttpResponse:
    """Show an offer of another organisation, and answer it."""
    reader = signed_in.reader(request)
    shown = selectors.card(reader, card)

    def save(form: Any) -> str:
        told = form.cleaned_data
        found = crossing.answer(
            reader=reader, card_id=card, accept=told["accept"] == "yes",
            reason=told["reason"],
        )  # fmt: skip
        messages.info(request, pick(_SAID.get(found.state, _DECLINED)))
        if found.family is not None:
            return reverse("family", args=[found.family])
        return reverse("case-offers")

    page = Page(
        FORM, partial(AnswerForm, outside=True), save, "case-offer", str(card),
        context={"section": "my-cases", "card": shown},
    )  # fmt: skip
    return answer(request, page)


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def passing(request: HttpRequest, handover: uuid.UUID) -> HttpResponse:
    """Show what a colleague offers, and answer it."""
    reader = signed_in.reader(request)
    shown = selectors.offered(reader, handover)

    def save(form: Any) -> str:
        told = form.cleaned_data
        row = services.answer(
            reader=reader, handover_id=handover, accept=told["accept"] == "yes",
            reason=told["reason"],
        )  # fmt: skip
        messages.info(request, pick(_SAID_HERE.get(row.state, _DECLINED)))
        if row.state == ACCEPTED:
            return reverse("case-page", args=[row.case_id])
        return reverse("case-offers")

    page = Page(
        FORM, AnswerForm, save, "case-handover-answer", str(handover),
        context={"section": "my-cases", "passing": shown},
    )  # fmt: skip
    return answer(request, page)


_DECLINED = {"th": "ส่งคำตอบแล้ว", "en": "Your answer was sent."}
_SAID = {
    ACCEPTED: {
        "th": "รับแล้ว นี่คือส่วนที่ครอบครัวยินยอมให้เห็น อ่านได้จนกว่าจะครบกำหนดหรือครอบครัวถอน",
        "en": "Accepted. This is what the family agreed to show: to read, until the "
        "day comes or the family takes it back.",
    },
    ENDED: {
        "th": "เปิดไม่ได้ ระหว่างนี้ความยินยอมหรือสิทธิของผู้เสนอสิ้นไป ข้อเสนอนี้จึงจบ ติดต่อองค์กรที่เสนอ",
        "en": "Nothing could be opened: meanwhile the consent, or what the giver may "
        "do, has ended, and the offer with it. Talk to the organisation that offered.",
    },
}
_SAID_HERE = {
    ACCEPTED: {"th": "กรณีนี้เป็นของคุณแล้ว", "en": "The case is yours now."},
    WAITING: {
        "th": "รับแล้ว รอหัวหน้าทีมมอบหมาย จึงจะเห็นครอบครัวนี้",
        "en": "Accepted. You will see the family once a supervisor assigns you.",
    },
}
URLS = [
    path("work/offers/", listed, name="case-offers"),
    path("work/offers/<uuid:card>/", card, name="case-offer"),
    path("work/handovers/<uuid:handover>/", passing, name="case-handover-answer"),
]
