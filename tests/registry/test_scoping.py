"""Stored people are read through one door; who opens another one stands in a list here.

Each list says why. A module that is not in it may not ask around ``visible_to``; a
module in it that no longer needs to is struck off (the test says so).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.urls import URLPattern, get_resolver

from sathana.protection.fields import Sealed
from sathana.registry.models.base import FamilyRow, Guarded

SOURCE = Path(__file__).parents[2] / "src" / "sathana"
UNGUARDED = {
    "casework/inside.py": "rows of cases that came out of visible_to",
    "casework/plan_inside.py": "rows of plans of a case that came out of visible_to",
    "casework/handover_inside.py": "offers by their address; costs of an opened case",
    "casework/school_inside.py": "class sheets, cut by the one decision",
    "casework/after_rows.py": "steps after an approval, of such cases",
    "casework/clock_rows.py": "facts and days of cases that came out of visible_to",
    "casework/lawrows.py": "the program's run over all families; shows nobody anything",
    "casework/services/reassessing.py": "the same run: the answers it stores",
    "seeds/changing.py": "invented families for the bench",
    "registry/seen.py": "makes visible_to itself",
    "registry/visibility.py": "asks how a reader stands to a family",
    "registry/inside.py": "rows of families that came out of visible_to",
    "registry/glassfinding.py": "finds a family before the glass is broken",
    "registry/selectors/access.py": "cuts by another action than viewing",
    "registry/services/access.py": "rows of a family that came out of visible_to",
    "registry/services/access_checks.py": "blocks of such a family",
    "registry/services/common.py": "touches a family that came out of visible_to",
    "registry/services/glass.py": "breaks glass, reviews what is not visible",
}
"""Modules that use ``.rows`` or another unguarded manager of stored people."""
PERHAPS = {
    "registry/matching.py": "the blind index: ids only, opened through visible_to",
    "registry/nameindex.py": "the blind index: ids only, cut to what a reader sees",
    "registry/selectors/families.py": "counts of families that came out of visible_to",
    "registry/services/erasing.py": "destroys keys",
    "seeds/crowd.py": "reads back what it has just invented",
    "seeds/cloning.py": "copies invented families for the bench",
    "seeds/worklines.py": "gives invented families work for the bench",
    "registry/opened.py": "names of those persons whom the reader may see",
}
"""The same, of rooms that are still being built: may use it, and need not."""
PACKAGES = {
    "registry/keeping/": "backup, restore, doctor: all rows, sealed as they are",
    "protection/": "rotation of keys: all rows, sealed as they are",
}
"""Whole folders, of which each module may."""
SQL = {
    "audit/record.py": "appends to the chain",
    "audit/guards.py": "looks whether the triggers stand",
    "audit/stored.py": "reads the chain",
    "cli/bench_web": "fills a database for the bench",
    "project/databases.py": "settings of connections",
    "project/sqlite/": "the connection itself",
    "registry/keeping/": "backup, restore, doctor",
    "registry/walls.py": "tells PostgreSQL's second wall who asks",
    "protection/": "purge after an erasure, rotation",
    "cli/": "commands of whoever keeps the machine",
}
"""Modules that may speak SQL; of stored people they show nothing to anybody."""
MANAGERS = frozenset(("rows", "_base_manager", "_default_manager"))
SPEAKS_SQL = frozenset(("cursor", "raw", "extra"))
NO_DATABASE = ("population", "pictures", "law", "documents", "logic", "library")
OWN_MANAGERS = {
    "casework.ClassSheet": "of no family: casework.school_inside asks the decision",
    "casework.ClassPupil": "a line of a sheet: read only through its sheet",
    "registry.Draft": "its writer alone sees it: every question names the account",
    "accounts.KeptForm": "a form that came too late: every question names the account",
}
"""Models with sealed fields that are not of one family."""
OPENED_BY_A_SECRET = {
    "calendar-feed": "codes and kinds of days; its account must be able to work",
}
"""Addresses of stored people behind which nobody signs in: a secret is in each."""
WORK = ("sathana.registry.", "sathana.notices.", "sathana.casework.")


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in path.parts:
            name = path.relative_to(SOURCE).as_posix()
            yield name, ast.parse(path.read_text("utf-8"), name)


def knows_stored_people(tree: ast.Module) -> bool:
    """Say whether a module can reach the models of the registry."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            if any(name.startswith("sathana.registry") for name in names):
                return True
        if isinstance(node, ast.Import) and any(
            alias.name.startswith("sathana.registry") for alias in node.names
        ):
            return True
        if isinstance(node, ast.Attribute) and node.attr in ("get_model", "get_models"):
            return True
    return False


def is_of_a_model(node: ast.Attribute) -> bool:
    """Say whether ``x.rows`` may be a manager: of a class, or of ``model``."""
    owner = node.value
    name = getattr(owner, "attr", None) or getattr(owner, "id", "?")
    return node.attr != "rows" or name[0].isupper() or "model" in name


def attributes(tree: ast.Module, wanted: frozenset[str]) -> list[int]:
    """Return the lines on which one of these attributes is used, text included."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in wanted:
            found += [node.lineno] * is_of_a_model(node)
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "getattr":
            told = [a.value for a in node.args if isinstance(a, ast.Constant)]
            found += [node.lineno] * bool(wanted.intersection(map(str, told)))
    return found


def allowed(name: str, *lists: dict[str, str]) -> bool:
    return any(
        name.startswith(entry) if not entry.endswith(".py") else name == entry
        for told in lists
        for entry in told
    )


def test_only_listed_modules_ask_around_the_guarded_manager() -> None:
    stray, used = {}, set()
    for name, tree in modules():
        lines = attributes(tree, MANAGERS)
        if not lines or not knows_stored_people(tree):
            continue
        used.add(name)
        if not allowed(name, UNGUARDED, PERHAPS, PACKAGES):
            stray[name] = lines
    assert not stray, f"ask through visible_to, or say why not in UNGUARDED: {stray}"
    idle = set(UNGUARDED) - used
    assert not idle, f"no longer needed in UNGUARDED: {idle}"


def test_only_listed_modules_speak_sql() -> None:
    stray = {}
    for name, tree in modules():
        if name.split("/")[0] in NO_DATABASE:
            continue
        lines = attributes(tree, SPEAKS_SQL)
        lines += [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.Name) and node.id == "RawSQL"
        ]
        if lines and not allowed(name, SQL):
            stray[name] = lines
    assert not stray, f"let Django ask, or say why not in SQL: {stray}"


@pytest.mark.parametrize("text", ["Person.rows.all()", "getattr(Person, 'rows')"])
def test_the_lint_sees_what_it_is_for(text: str) -> None:
    tree = ast.parse(f"from sathana.registry.models import Person\n{text}")
    assert knows_stored_people(tree)
    assert attributes(tree, MANAGERS) == [2]


def models_with_seals() -> list[Any]:
    return [
        model
        for model in apps.get_models()
        if any(isinstance(field, Sealed) for field in model._meta.local_fields)
    ]


@pytest.mark.parametrize("model", models_with_seals(), ids=lambda m: m._meta.label)
def test_sealed_models_answer_only_for_a_reader(model: Any) -> None:
    if model._meta.label in OWN_MANAGERS:
        return
    assert isinstance(model.objects, Guarded)
    assert model._meta.default_manager_name == "rows"
    assert issubclass(model, FamilyRow) or model._meta.label == "registry.Family"


def test_exceptions_exist() -> None:
    sealed = {model._meta.label for model in models_with_seals()}
    assert "registry.Draft" in sealed


def views() -> list[tuple[str, Any]]:
    def walk(patterns: list[Any]) -> Iterator[tuple[str, Any]]:
        for entry in patterns:
            if isinstance(entry, URLPattern):
                yield str(entry.name), entry.callback
            else:
                yield from walk(entry.url_patterns)

    return list(walk(get_resolver().url_patterns))


def test_every_page_of_stored_people_stands_behind_the_door() -> None:
    open_pages = [
        name
        for name, view in views()
        if view.__module__.startswith(WORK)
        and not getattr(view, "needs_work", False)
        and name not in OPENED_BY_A_SECRET
    ]
    assert not open_pages, f"decorate with signed_in.needs_work: {open_pages}"


def test_no_page_but_the_open_rooms_is_spared_the_secret_of_forms() -> None:
    spared = [name for name, view in views() if getattr(view, "csrf_exempt", False)]
    assert not spared
