"""Try a family: the facts travel in the form, and nothing is kept here.

Every press of a button sends the whole case file and brings a new page with it. No
address, no log and no disk ever holds a word of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_http_methods

from sathana.facts.casefile import CaseFileError, write
from sathana.facts.casefile_faults import Fault
from sathana.facts.model import CaseFile
from sathana.library import answers, drawing, engine, people, personform
from sathana.library.familyfile import read
from sathana.library.nextask import next_question
from sathana.library.start import family_of
from sathana.library.steps import STEPS, State
from sathana.vocabulary.codes import ORDER_KINDS
from sathana.vocabulary.countries import COUNTRIES
from sathana.web.dateform import FormError
from sathana.web.languages import Text, other

LARGEST_FILE = 512 * 1024
ROLES: tuple[tuple[str, Text], ...] = (
    ("p", {"th": "คนที่อยากรู้สถานะ", "en": "The person asked about"}),
    ("m", {"th": "แม่ผู้ให้กำเนิด", "en": "The woman who gave birth"}),
    ("f", {"th": "พ่อผู้ให้กำเนิด", "en": "The biological father"}),
)
EVENT_LEGENDS: Mapping[str, Text] = {
    "parents_marriage": {
        "th": "พ่อแม่จดทะเบียนสมรสกัน",
        "en": "The parents registered their marriage",
    },
    "entered": {
        "th": "เข้ามาในไทยจากต่างประเทศ",
        "en": "Came into Thailand from outside",
    },
    "died": {"th": "เสียชีวิต", "en": "Has died"},
}
PARENT_LEGENDS: Mapping[str, Text] = {
    "father": {"th": "พ่อ", "en": "Father"},
    "mother": {"th": "แม่", "en": "Mother"},
}


@dataclass(slots=True)
class Trouble:
    """What could not be taken, with everything that was typed.

    Attributes:
        faults: Faults of a case file, each with its line.
        message: What is wrong with an answer.
        text: The case file as it was given.
        fields: The fields of a form as they were filled in.
        form: Which form the fields belong to: ``answer``, ``start``, a person's id.
    """

    faults: tuple[Fault, ...] = ()
    message: Text | None = None
    text: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)
    form: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show the empty form, or take one step with the family that was sent."""
    if request.method != "POST":
        return _start(request, Trouble())
    verb, _, of = request.POST.get("do", "").partition(":")
    if verb == "start":
        return _begin(request)
    if verb == "load":
        return _load(request)
    try:
        state = _state(request)
    except CaseFileError as error:
        return _start(
            request, Trouble(faults=error.faults, text=request.POST.get("case", ""))
        )
    if verb == "save":
        return _download(state.case)
    return _step(request, state, verb, of)


def _state(request: HttpRequest) -> State:
    """Read the family that came with the form.

    Raises:
        CaseFileError: It is not a case file (somebody changed it on the way).
    """
    case = read(request.POST.get("case", ""), name="")
    asked = request.POST.get("asked", "")
    if asked not in case.persons:
        asked = (people.focus(case) or tuple(case.persons))[0]
    return State(case, request.POST.get("before", ""), asked)


def _begin(request: HttpRequest) -> HttpResponse:
    """Make a first family out of the short form."""
    fields = _fields(request)
    try:
        case = _sound(family_of(fields))
    except FormError as error:
        return _start(request, Trouble(message=error.text, fields=fields, form="start"))
    except CaseFileError as error:
        return _start(
            request, Trouble(faults=error.faults, fields=fields, form="start")
        )
    return _show(request, State(case, "", "P"))


def _load(request: HttpRequest) -> HttpResponse:
    """Open a case file that was chosen or pasted; show each fault with its line."""
    upload = request.FILES.get("file")
    data: bytes | str = request.POST.get("text", "")
    if upload is not None and upload.size:
        data = upload.read(LARGEST_FILE + 1)
    text = data if isinstance(data, str) else data.decode("utf-8", errors="replace")
    text = text.replace("\r\n", "\n")
    try:
        case = read(data if isinstance(data, bytes) else text, name="")
    except CaseFileError as error:
        return _start(request, Trouble(faults=error.faults, text=text[:LARGEST_FILE]))
    about = people.focus(case) or tuple(case.persons)
    return _show(request, State(case, "", about[0]))


def _download(case: CaseFile) -> HttpResponse:
    """Send the family as a case file; the name of the file says nothing of it."""
    response = HttpResponse(write(case), content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="family.yaml"'
    return response


def _step(request: HttpRequest, state: State, verb: str, of: str) -> HttpResponse:
    """Take one step; on trouble show the old family with what was typed."""
    if verb == "undo":
        return _undone(request, state)
    if verb == "about" and of in state.case.persons:
        return _show(request, replace(state, asked=of, before=""))
    step, fields = STEPS.get(verb), _fields(request)
    if step is None:
        return _show(request, state)
    form = of if verb == "person" else verb
    try:
        changed = _sound(step(state, of, fields))
    except FormError as error:
        trouble = Trouble(message=error.text, fields=fields, form=form)
        return _show(request, state, trouble)
    except CaseFileError as error:
        trouble = Trouble(faults=error.faults, fields=fields, form=form)
        return _show(request, state, trouble)
    asked = state.asked
    if asked not in changed.persons:
        asked = next(iter(changed.persons))
    return _show(request, State(changed, write(state.case), asked), came_by=verb)


def _undone(request: HttpRequest, state: State) -> HttpResponse:
    """Go back to the family before the last answer."""
    try:
        earlier = read(state.before, name="")
    except CaseFileError:
        return _show(request, state)
    asked = (
        state.asked if state.asked in earlier.persons else next(iter(earlier.persons))
    )
    return _show(request, State(earlier, "", asked))


def _sound(case: CaseFile) -> CaseFile:
    """Return the family as a reader of its file would see it.

    Raises:
        CaseFileError: The facts cannot all be (an own ancestor, born before a parent).
    """
    return read(write(case), name="")


def _fields(request: HttpRequest) -> dict[str, str]:
    """Return the fields of the form, without the family that travels with it."""
    hidden = ("case", "before", "asked", "do", "text")
    return {
        key: value[:300]
        for key, value in request.POST.items()
        if key not in hidden and isinstance(value, str)
    }


def _start(request: HttpRequest, trouble: Trouble) -> HttpResponse:
    """Show the first, empty form, or what could not be taken with its faults."""
    context = {
        "section": "try",
        "trouble": trouble,
        "fields": trouble.fields,
        "values": _by_role(trouble.fields),
        "roles": ROLES,
    }
    status = 422 if trouble.faults or trouble.message else 200
    return render(request, "library/start.html", context, status=status)


def _by_role(fields: Mapping[str, str]) -> Mapping[str, Mapping[str, str]]:
    """Group fields such as ``m-country`` by whose they are."""
    return {
        role: {
            name[2:]: value
            for name, value in fields.items()
            if name.startswith(f"{role}-")
        }
        for role, _ in ROLES
    }


def _in_other_language() -> str:
    """Return the address of this page in the other language."""
    with translation.override(other()):
        return reverse("try")


def _show(
    request: HttpRequest,
    state: State,
    trouble: Trouble | None = None,
    came_by: str = "",
) -> HttpResponse:
    """Show the family, its answer, what changed, and the next question."""
    trouble = trouble or Trouble()
    case = state.case
    called = people.names(case, state.asked)
    assessment = engine.assess(case, called)
    everybody = answers.everybody(case, assessment, called)
    about = next(person for person in everybody if person.id == state.asked)
    as_of, law_at = engine.day_names(case)
    context = {
        "section": "try",
        "case": case,
        "text": write(case),
        "before_text": state.before,
        "updates": assessment["updates"],
        "asked": state.asked,
        "about": about,
        "everybody": everybody,
        "called": called,
        "change": _change(state, about.answer) if came_by else None,
        "question": next_question(case, everybody, state.asked, called),
        "family": answers.family_rows(case, everybody, called),
        "people": [_editor(case, who, called, trouble) for who in case.persons],
        "tree": drawing.tree(case, assessment, called),
        "life": drawing.life(case, assessment, state.asked, called),
        "trouble": trouble,
        "fields": trouble.fields,
        "countries": COUNTRIES,
        "order_kinds": ORDER_KINDS,
        "event_legends": EVENT_LEGENDS,
        "parent_legends": PARENT_LEGENDS,
        "other_try_url": _in_other_language(),
        "as_of": as_of,
        "law_at": law_at,
        "law_version": assessment.get("law", ""),
    }
    status = 422 if trouble.faults or trouble.message else 200
    return render(request, "library/try.html", context, status=status)


def _change(state: State, after: str) -> Mapping[str, object] | None:
    """Compare the answer with that of the family before the last step."""
    try:
        earlier = read(state.before, name="")
    except CaseFileError:
        return None
    called = people.names(earlier, state.asked)
    persons = engine.assess(earlier, called)["persons"]
    if state.asked not in persons:
        return None
    before = persons[state.asked]["thai"]["answer"]
    return {"before": before, "after": after, "same": before == after}


def _editor(
    case: CaseFile, key: str, called: people.Names, trouble: Trouble
) -> Mapping[str, object]:
    """Return what the form of one person shows: the facts, or what was just typed."""
    mine = trouble.form == key
    return {
        "id": key,
        "name": called.of[key],
        "fields": trouble.fields if mine else personform.shown(case.persons[key]),
        "open": mine,
        "parents": [other for other in case.persons if other != key],
        "has_father": people.parent_id(case.persons[key], "father") is not None,
        "has_mother": people.parent_id(case.persons[key], "mother") is not None,
    }
