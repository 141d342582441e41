"""The practice of the law: procedures, rights, fees, time limits, offices, forms."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sathana.law.load import pack
from sathana.library import lawpractice, lawuses, siteindex
from sathana.library.lawrelations import in_order
from sathana.library.views.law import rule_context
from sathana.library.views.law_missing import missing


def _page(request: HttpRequest, name: str, **context: object) -> HttpResponse:
    whole = {"section": "law", "law": pack(), **context}
    return render(request, f"library/{name}.html", whole)


def _list(
    request: HttpRequest, name: str, kind: str, **context: object
) -> HttpResponse:
    """Show a list whose records have no page of their own, with what teaches each."""
    return _page(request, name, taught=siteindex.taught_of(kind), **context)


@require_safe
def procedures(request: HttpRequest) -> HttpResponse:
    """List all procedures."""
    law = pack()
    rows = [law.procedures[key] for key in sorted(law.procedures, key=in_order)]
    return _page(request, "law_procedures", procedures=rows)


@require_safe
def procedure(request: HttpRequest, key: str) -> HttpResponse:
    """Show one procedure, as a sheet that can be taken along."""
    if key not in pack().procedures:
        return missing(request, key)
    it = lawpractice.procedure(key)
    return _page(request, "law_procedure", it=it, checked=it.raw.checked)


@require_safe
def rights(request: HttpRequest) -> HttpResponse:
    """List all rights."""
    return _page(request, "law_rights", rights=tuple(pack().rights.values()))


@require_safe
def right(request: HttpRequest, key: str) -> HttpResponse:
    """Show one right: the rule by which it is open, and how to claim it."""
    if key not in pack().rights:
        return missing(request, key)
    return render(request, "library/rule.html", rule_context(key))


@require_safe
def fees(request: HttpRequest) -> HttpResponse:
    """List all fees with every amount that is known of each."""
    fees = [lawpractice.fee(key) for key in pack().fees]
    return _list(request, "law_fees", "fee", fees=fees)


@require_safe
def limits(request: HttpRequest) -> HttpResponse:
    """List all time limits, those of persons first."""
    groups = lawpractice.limits_by_owner()
    return _list(request, "law_limits", "limit", groups=groups)


@require_safe
def doors(request: HttpRequest) -> HttpResponse:
    """List offices and hotlines."""
    return _list(request, "law_doors", "door", doors=_with_use(pack().doors))


@require_safe
def forms(request: HttpRequest) -> HttpResponse:
    """List all forms."""
    return _list(request, "law_forms", "form", forms=_with_use(pack().forms))


def _with_use(
    records: Mapping[str, object],
) -> list[tuple[object, tuple[lawuses.Named, ...]]]:
    used = lawuses.uses().used
    return [(record, used.get(key, ())) for key, record in records.items()]
