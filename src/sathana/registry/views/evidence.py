"""Pages of papers: the list, a paper, its form, its files."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Mapping
from typing import Any

from django.contrib import messages
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseRedirect,
    QueryDict,
)
from django.shortcuts import render
from django.urls import URLPattern, path, reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from sathana.accounts import signed_in
from sathana.accounts.decide import Action
from sathana.files.refusals import LARGEST
from sathana.registry import drafts
from sathana.registry import evidence_form as forms
from sathana.registry.errors import (
    ConflictError,
    ConsentMissingError,
    NotAllowedError,
    Text,
    UnusableValueError,
)
from sathana.registry.evidence_shown import Choices, PaperView, Served
from sathana.registry.forms.choices import GRADES
from sathana.registry.selectors import evidence as reading
from sathana.registry.services import evidence as papers
from sathana.registry.views.work import back_to, must, page_of_work
from sathana.web import dates
from sathana.web.languages import pick

ACCEPT = "image/jpeg,image/png,image/webp,application/pdf"
SANDBOX = "default-src 'none'; sandbox"
"""What a file that was uploaded may do in a browser: nothing."""

type View = Callable[..., HttpResponse]


def _takes_files(view: View) -> View:
    """Mark a page whose form may be as large as an upload."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


@page_of_work
@require_safe
def listing(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Show the papers of a family."""
    view = reading.papers_of(signed_in.reader(request), family)
    return _page(request, "registry/evidence_list.html", view=view)


@page_of_work
@require_safe
def one(request: HttpRequest, evidence: uuid.UUID) -> HttpResponse:
    """Show a paper."""
    return _paper_page(request, evidence)


@_takes_files
@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, family: uuid.UUID) -> HttpResponse:
    """Ask for a new paper, and record it."""
    reader, about = signed_in.reader(request), str(family)
    if request.method != "POST":
        view = reading.choices(reader, family)
        return _form(request, view, _typed_before(request, NEW, about))
    if "draft-clear" in request.POST:
        return _thrown_away(request, NEW, about)
    try:
        row = papers.attach(
            reader=reader,
            family_id=family,
            values=forms.values_of(request.POST),
            shows=request.POST.get("shows", ""),
            id=drafts.id_of(request.POST),
            **_upload(request),
        )
    except (UnusableValueError, ConsentMissingError) as fault:
        view = reading.choices(reader, family)
        drafts.keep(reader, NEW, about, request.POST)
        return _form(request, view, request.POST, fault=fault)
    drafts.clear(reader, NEW, about)
    return _saved(request, row.id, back_to(request, paper=str(row.id)))


@page_of_work
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, evidence: uuid.UUID) -> HttpResponse:
    """Ask what is to be changed of a paper, and change it."""
    reader, about = signed_in.reader(request), str(evidence)
    if request.method != "POST":
        view = reading.paper(reader, evidence)
        if Action.CHANGE not in view.may:
            raise NotAllowedError
        return _form(request, view, _typed_before(request, EDIT, about))
    if "draft-clear" in request.POST:
        return _thrown_away(request, EDIT, about)
    try:
        papers.change(
            reader=reader,
            evidence_id=evidence,
            version=_version(request.POST),
            values=forms.values_of(request.POST),
            shows=request.POST.get("shows", ""),
        )
    except (UnusableValueError, ConsentMissingError, ConflictError) as fault:
        view = reading.paper(reader, evidence)
        drafts.keep(reader, EDIT, about, request.POST)
        return _form(request, view, request.POST, fault=fault)
    drafts.clear(reader, EDIT, about)
    return _saved(request, evidence)


@_takes_files
@page_of_work
@require_POST
def add_file(request: HttpRequest, evidence: uuid.UUID) -> HttpResponse:
    """Add a file to a paper."""
    reader, came = signed_in.reader(request), _upload(request)
    try:
        if came["upload"] is None:
            must(reading.paper(reader, evidence).may, Action.ATTACH)
            raise UnusableValueError("upload", *NOTHING_CHOSEN)
        papers.add_file(reader=reader, evidence_id=evidence, **came)
    except (UnusableValueError, ConsentMissingError) as fault:
        return _paper_page(request, evidence, fault=fault)
    return _saved(request, evidence)


@page_of_work
@require_safe
def copy(request: HttpRequest, evidence: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """Hand out the cleaned copy of a file."""
    return _served(reading.copy_of(signed_in.reader(request), evidence, file))


@page_of_work
@require_safe
def original(
    request: HttpRequest, evidence: uuid.UUID, file: uuid.UUID
) -> HttpResponse:
    """Hand out the bytes as they came, for an expert who examines them."""
    return _served(reading.original_of(signed_in.reader(request), evidence, file))


@page_of_work
@require_POST
def withdraw(
    request: HttpRequest, evidence: uuid.UUID, file: uuid.UUID
) -> HttpResponse:
    """Withdraw a file that was attached by mistake."""
    reader = signed_in.reader(request)
    papers.withdraw_file(reader=reader, evidence_id=evidence, file_id=file)
    messages.success(request, pick(_WITHDRAWN))
    return HttpResponseRedirect(reverse("evidence", kwargs={"evidence": evidence}))


NEW, EDIT = "evidence-new", "evidence-edit"
"""Names of the forms, for drafts."""
NOTHING_CHOSEN = (
    "ยังไม่ได้เลือกแฟ้ม ให้เลือกแฟ้มหรือถ่ายภาพก่อน แล้วกดแนบอีกครั้ง",
    "No file was chosen. Choose a file or take a photo, then attach again.",
)
_SAVED: Text = {"th": "บันทึกเอกสารแล้ว", "en": "The paper is saved."}

_WITHDRAWN: Text = {
    "th": "ถอนแฟ้มแล้ว ไม่มีใครเห็นอีก",
    "en": "The file is withdrawn. Nobody is shown it any more.",
}


def _served(served: Served) -> HttpResponse:
    """Answer with a file that no browser shows as a page or lets act."""
    response = HttpResponse(served.data, content_type=served.media)
    named = content_disposition_header(True, served.name)
    response["Content-Disposition"] = named or "attachment"
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store, private"
    return response


def _upload(request: HttpRequest) -> dict[str, Any]:
    """Return the chosen file or the photo; no file at all is no fault."""
    for name in ("file", "photo"):
        came = request.FILES.get(name)
        if came is not None and (came.name or came.size):
            # One byte too many is enough to know that it is too large.
            return {"upload": came.read(LARGEST + 1), "file_name": came.name or ""}
    return {"upload": None, "file_name": ""}


def _typed_before(request: HttpRequest, form: str, about: str) -> QueryDict | None:
    """Return what was typed here before and is not saved, if anything."""
    reader = signed_in.reader(request)
    return signed_in.kept_form(request) or drafts.of(reader, form, about)


def _thrown_away(request: HttpRequest, form: str, about: str) -> HttpResponse:
    drafts.clear(signed_in.reader(request), form, about)
    signed_in.form_saved(request)
    return HttpResponseRedirect(request.get_full_path())


def _version(form: QueryDict) -> int:
    """Return the version that the form saw; one that is none conflicts with all."""
    text = form.get("version", "")
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _saved(request: HttpRequest, evidence: uuid.UUID, back: str = "") -> HttpResponse:
    signed_in.form_saved(request)
    messages.success(request, pick(_SAVED))
    address = back or reverse("evidence", kwargs={"evidence": evidence})
    return HttpResponseRedirect(address)


def _paper_page(
    request: HttpRequest, evidence: uuid.UUID, fault: Any = None
) -> HttpResponse:
    view = reading.paper(signed_in.reader(request), evidence)
    shown = forms.fields_of(view.shown.paper)
    return _page(
        request,
        "registry/evidence.html",
        status=422 if fault else 200,
        view=view,
        paper=view.shown.paper,
        day=forms.span_of(view.shown.paper.date),
        persons=forms.choices(view.persons, shown),
        sourced=_sourced(view),
        fault=fault,
    )


def _sourced(view: PaperView) -> list[dict[str, Any]]:
    """Return the facts that were told from the paper, in words."""
    called = {one.id: one.called for one in view.persons}
    return [
        {
            "called": called.get(fact.person_id, ""),
            "words": forms.fact_words(fact.path),
            "fact": fact,
        }
        for fact in view.sourced
    ]


def _form(
    request: HttpRequest,
    view: Choices | PaperView,
    typed: QueryDict | None,
    fault: Any = None,
) -> HttpResponse:
    """Show the form of a new or recorded paper, with all that was typed in it."""
    paper = view.shown.paper if isinstance(view, PaperView) else None
    if typed is not None:
        shown = forms.typed(typed)
    else:
        shown = forms.fields_of(paper) if paper else forms.typed(QueryDict())
        shown["person_id"] = shown["person_id"] or request.GET.get("person", "")
        shown["kind"] = shown["kind"] or request.GET.get("kind", "")[:200]
        shown["shows"] = forms.grade_by(request.GET.get("kind", ""))
    return _page(
        request,
        "registry/evidence_form.html",
        status=_status(fault),
        view=view,
        paper=paper,
        shown=shown,
        persons=forms.choices(view.persons, shown),
        id=(drafts.id_of(typed) if typed is not None else None) or uuid.uuid4(),
        draft={"form": EDIT, "about": paper.id} if paper else _new_draft(view),
        typed_anew=typed is not None and fault is None,
        back=back_to(request),
        version=paper.version if paper else 0,
        fault=fault,
        wrong=getattr(fault, "field", ""),
        both=_both(fault, view),
        lost_file=fault is not None and bool(request.FILES),
        kinds=forms.paper_kinds(),
        grades=GRADES[1:],
        may={action.value for action in view.may},
    )


def _new_draft(view: Choices | PaperView) -> dict[str, Any]:
    return {"form": NEW, "about": view.family_id}


def _status(fault: Any) -> int:
    if fault is None:
        return 200
    return 409 if isinstance(fault, ConflictError) else 422


def _both(fault: Any, view: Choices | PaperView) -> list[tuple[Text, Any]]:
    """Return what somebody else saved meanwhile, where it is not what is typed."""
    if not isinstance(fault, ConflictError):
        return []
    called = {one.id: one.called for one in view.persons}
    return [
        (forms.LABELS[name], _theirs(name, theirs, called))
        for name, theirs in fault.theirs.items()
        if theirs != fault.mine[name]
    ]


def _theirs(name: str, value: Any, called: Mapping[Any, str]) -> str:
    """Return a value that somebody else saved, as people read it; ``""`` if empty."""
    if name in ("supports", "contradicts"):
        return ", ".join(pick(forms.fact_words(path)) for _, path in value)
    if name == "person_id":
        return called.get(value, "")
    return dates.show(forms.span_of(value)) if name == "date" else str(value or "")


def _page(
    request: HttpRequest, template: str, *, status: int = 200, **values: Any
) -> HttpResponse:
    context: Mapping[str, Any] = {
        "section": "families",
        "accept": ACCEPT,
        "most": papers.MOST_FILES,
        **values,
    }
    return render(request, template, dict(context), status=status)


_PAPER = "evidence/<uuid:evidence>/"
URLS: list[URLPattern] = [
    path("families/<uuid:family>/evidence/", listing, name="evidence-list"),
    path("families/<uuid:family>/evidence/new/", new, name="evidence-new"),
    path(_PAPER, one, name="evidence"),
    path(f"{_PAPER}edit/", edit, name="evidence-edit"),
    path(f"{_PAPER}files/", add_file, name="evidence-file"),
    path(f"{_PAPER}files/<uuid:file>/copy", copy, name="evidence-copy"),
    path(f"{_PAPER}files/<uuid:file>/original", original, name="evidence-original"),
    path(f"{_PAPER}files/<uuid:file>/withdraw", withdraw, name="evidence-withdraw"),
]
