"""Every stored column of the whole site, its class, and why it may stand plain.

Our own models say the class themselves (``PLAIN`` and sealed fields). Those of other
people's packages are classed here, with the reason; no person who asks for help stands
in any of them, and what is secret in them is sealed by our adapters before it gets
there. The list in ``docs/protection.md`` is written from here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.db import models

from sathana.project.sensitivity_framework import TABLES
from sathana.protection import classes
from sathana.protection.classes import Sensitivity, fields_of

P0, P1 = Sensitivity.P0, Sensitivity.P1


@dataclass(frozen=True, slots=True)
class Foreign:
    """The columns of a model that is not ours.

    Attributes:
        columns: Each column and its class.
        reason: What stands in them, and where the secret ones are sealed.
    """

    columns: dict[str, Sensitivity]
    reason: str


def _all(sensitivity: Sensitivity, names: str) -> dict[str, Sensitivity]:
    return dict.fromkeys(names.split(), sensitivity)


FOREIGN = {
    "auth.Permission": Foreign(
        _all(P0, "id name content_type codename"),
        "Names of models, made by Django from the source. Roles are our own.",
    ),
    "auth.Group": Foreign(
        _all(P1, "id name"), "The editorial roles, for the editors' rooms only."
    ),
    "auth.Group_permissions": Foreign(
        _all(P1, "id group permission"), "What those groups open in these rooms."
    ),
    "contenttypes.ContentType": Foreign(
        _all(P0, "id app_label model"), "Names of models, made by Django."
    ),
    "sessions.Session": Foreign(
        _all(P1, "session_key session_data expire_date"),
        "Which account is signed in and since when, signed; never a form or a person: "
        "forms that came too late are kept sealed (accounts.KeptForm). A key of a "
        "session opens it until it ends, twelve hours at most.",
    ),
    "account.EmailAddress": Foreign(
        _all(P1, "id user email verified primary"),
        "Empty: no e-mail address is asked for.",
    ),
    "account.EmailConfirmation": Foreign(
        _all(P1, "id email_address created sent key"),
        "Empty: no e-mail address is asked for.",
    ),
    "mfa.Authenticator": Foreign(
        _all(P1, "id user type data created_at last_used_at"),
        "Second factors of those who work here. The secret of an app and the seed of "
        "recovery codes in `data` are sealed (AES-256-GCM under a key derived from the "
        "master key) by accounts.adapters.MfaAdapter; a passkey is a public key.",
    ),
} | {
    label: Foreign(_all(sensitivity, columns), reason)
    for label, (sensitivity, columns, reason) in TABLES.items()
}
"""Models of packages that are not ours, by ``app.Model``."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the database."""

    model: str
    name: str
    sensitivity: Sensitivity | None
    sealed: bool


SEARCH = "wagtailsearch"
"""Its tables are others on each database, and empty on both."""


def _search_tables() -> dict[str, Foreign]:
    return {
        model._meta.label: Foreign(
            {field.name: P1 for field in fields_of(model)},
            "Empty: what can be read is found by sathana.search.",
        )
        for model in apps.get_app_config(SEARCH).get_models()
    }


FOREIGN |= _search_tables()


def class_of(field: models.Field) -> Sensitivity | None:
    """Return the class of any field of the site; ``None`` if nobody gave it one."""
    found = classes.class_of(field)
    if found is None and (theirs := FOREIGN.get(field.model._meta.label)):
        return theirs.columns.get(field.name)
    return found


def columns() -> Iterator[Column]:
    """Return every column of every installed model, tables between models too."""
    made = apps.get_models(include_auto_created=True)
    for model in sorted(made, key=lambda one: one._meta.label):
        for field in fields_of(model):
            sealed = hasattr(field, "sensitivity")
            yield Column(model._meta.label, field.name, class_of(field), sealed)


def plain_list() -> str:
    """Return the list of all plain columns, as ``docs/protection.md`` holds it."""
    told: dict[str, list[str]] = {}
    sealed: dict[str, int] = {}
    for column in columns():
        told.setdefault(column.model, [])
        if column.sealed:
            sealed[column.model] = sealed.get(column.model, 0) + 1
        else:
            told[column.model].append(_named(column))
    lines = ["| table | plain columns (P1 where nothing is said) | sealed |"]
    lines.append("|---|---|---|")
    for model, names in told.items():
        if model.startswith(SEARCH):
            continue
        count = sealed.get(model, 0)
        lines.append(f"| {model} | {', '.join(names)} | {count or ''} |")
    return "\n".join(lines)


def write_list(document: Path) -> None:
    """Write the list into the document, where it belongs."""
    text = document.read_text("utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    document.write_text(f"{before}{BEGIN}{plain_list()}{END}{after}", "utf-8")


BEGIN, END = "<!-- plain columns -->\n", "\n<!-- end -->"


def _named(column: Column) -> str:
    return column.name if column.sensitivity == P1 else f"{column.name} (P0)"
