"""What is expected of each address, by its group: written by hand, from the plan.

A new route needs a line here; the test names each route without one. ``look`` and
``change`` are the actions (of ``tests.registry.truth``) that a GET and a POST need;
``of`` is the group of fields without which the page is as if it were not there.
"""

from __future__ import annotations

from dataclasses import dataclass

EVERYBODY = frozenset(
    (
        *("leader", "caseworker", "lawyer", "supervisor", "protection_officer"),
        *("data_steward", "organisation_admin", "system_admin", "auditor", "partner"),
        *("editor", "language_reviewer", "law_reviewer", "community_reviewer"),
        "learner",
    )
)


@dataclass(frozen=True)
class Family:
    """A page about a family, or a row of one: 404 to whom it is not visible.

    Attributes:
        change: Action of a POST; ``""``: the page takes none (405).
        only_post: Whether a GET is no question (405).
        stepped: Whether whoever is allowed must have a fresh second factor.
    """

    look: str = "view"
    change: str = ""
    of: str = ""
    only_post: bool = False
    stepped: bool = False


@dataclass(frozen=True)
class Office:
    """A page that is about no family: for some roles, as if not there for the others.

    Attributes:
        roles: Who has it.
        refused: What the others are answered.
        stepped: Whether it needs a fresh second factor.
        about: Which part of the address names a thing of an organisation; asked for one
            of the own organisation and for one of another.
        everywhere: Whether those of other organisations are theirs to see too.
    """

    roles: frozenset[str] = EVERYBODY
    refused: tuple[int, ...] = (404,)
    stepped: bool = False
    about: str = ""
    everywhere: bool = False


@dataclass(frozen=True)
class Open:
    """A page for everybody, signed in or not: no stored person is ever on it."""


@dataclass(frozen=True)
class Own:
    """A page about who is signed in, and about nobody else."""


type Page = Family | Office | Open | Own

OPENS_FAMILIES = frozenset(("leader", "caseworker", "lawyer", "supervisor"))
BREAKS_GLASS = frozenset(("caseworker", "lawyer", "supervisor"))
REVIEWS = frozenset(("supervisor", "protection_officer"))
HEAD_OF_CLASS = frozenset(("supervisor",))
"""Who sees the class sheet of the matrix, which somebody of the team opened."""
ANSWERS = frozenset(("supervisor", "partner"))
"""Who answers for an organisation what another one offers it."""
ADMIN = frozenset(("organisation_admin",))
SYSTEM = frozenset(("system_admin",))

FAMILY: dict[str, Page] = {
    "family": Family(),
    "family-print": Family("print"),
    "family-case-file": Family("export", stepped=True),
    "family-access": Family("who_opened", "who_opened"),
    "family-edit": Family("change", "change"),
    "family-state": Family(change="change", only_post=True),
    "household-new": Family("add", "add"),
    "household": Family("change", "change", of="contact"),
    "event-new": Family("add", "add"),
    "family-erase": Family("erase", "erase", stepped=True),
    "person-erase": Family("erase", "erase", stepped=True),
    "family-opened": Family("who_opened"),
    "person-new": Family("add", "add"),
    "person": Family(),
    "person-edit": Family("change", "change"),
    "fact-new": Family("add", "add"),
    "fact": Family("change", "change", of="facts"),
    "fact-withdraw": Family(change="change", of="facts", only_post=True),
    "kin-new": Family("add", "add"),
    "kin-remove": Family(change="change", of="kinship", only_post=True),
    "consents": Family("view", "consent", of="consent"),
    "consent-withdraw": Family(change="consent", of="consent", only_post=True),
    "evidence-list": Family(of="evidence"),
    "evidence-new": Family("attach", "attach", of="evidence"),
    "evidence": Family(of="evidence"),
    "evidence-edit": Family("change", "change", of="evidence"),
    "evidence-file": Family(change="attach", of="evidence", only_post=True),
    "evidence-copy": Family(of="evidence"),
    "evidence-withdraw": Family(change="change", of="evidence", only_post=True),
    "evidence-original": Family("export", of="evidence", stepped=True),
    "assess": Family("view", "assess", of="facts"),
    "family-cases": Family(of="facts"),
    "case-new": Family("add", "add", of="facts"),
    "case-page": Family(of="facts"),
    "case-edit": Family("change", "change", of="facts"),
    "case-next": Family("change", "change", of="facts"),
    "case-state": Family("change", "change", of="facts"),
    "case-plan": Family(of="facts"),
    "case-request-new": Family("add", "add", of="notes"),
    "case-witness-new": Family("add", "add", of="notes"),
    "case-dna-new": Family("add", "add", of="notes"),
    "case-settle": Family("change", "change", of="notes"),
    "case-request": Family("change", "change", of="notes"),
    "case-witness": Family("change", "change", of="notes"),
    "case-dna": Family("change", "change", of="notes"),
    "case-dna-kinship": Family(change="change", of="notes", only_post=True),
    "pathway-new": Family("add", "add", of="facts"),
    "pathway-edit": Family("change", "change", of="facts"),
    "pathway-move": Family("change", "change", of="facts"),
    "pathway-readiness": Family(of="evidence"),
    "case-readiness": Family(of="evidence"),
    "contact-new": Family("add", "add", of="notes"),
    "contact": Family(of="notes"),
    "contact-withdraw": Family(change="change", of="notes", only_post=True),
    "contact-letter": Family("print", of="notes"),
    "case-papers": Family(of="notes"),
    "case-binder": Family("export", of="notes", stepped=True),
    "pathway-papers": Family("add", "add", of="notes"),
    "pathway-pack": Family(of="notes"),
    "pathway-pack-step": Family("add", "add", of="notes"),
    "pathway-pack-file": Family("export", of="notes", stepped=True),
    "case-contact-edit": Family("change", "change", of="notes"),
    "case-clocks": Family(of="facts"),
    "pathway-draft": Family("print", of="facts"),
    "case-appointments": Family(of="facts"),
    "case-appointment-new": Family("add", "add", of="facts"),
    "case-appointment": Family("change", "change", of="notes"),
    "case-appointment-off": Family(change="change", of="notes", only_post=True),
    "case-offices": Family(of="facts"),
    "case-handover": Family("who_opened", of="notes"),
    "case-handover-new": Family("change", "change", of="notes"),
    "case-handover-settle": Family("assign", "assign", of="notes"),
    "case-handover-back": Family(change="assign", of="notes", only_post=True),
    "case-referral-new": Family("share", "share", of="notes", stepped=True),
    "case-offer-back": Family(change="share", of="notes", only_post=True),
    "case-costs": Family("who_opened", of="notes"),
    "case-cost-new": Family("add", "add", of="notes"),
    "case-cost-decide": Family("review", "review", of="notes"),
    "case-cost-reverse": Family("add", "add", of="notes"),
    "case-after": Family(of="facts"),
    "pathway-after": Family(of="facts"),
    "pathway-after-grant": Family("change", "change", of="notes"),
    "pathway-after-step": Family("change", "change", of="notes"),
}
OFFICE: dict[str, Page] = {
    "families": Office(),
    "my-cases": Office(),
    "worklist": Office(),
    "supervision": Office(REVIEWS),
    "case-classes": Office(OPENS_FAMILIES),
    "case-class-new": Office(OPENS_FAMILIES, (403, 404)),
    "case-class": Office(HEAD_OF_CLASS, about="sheet"),
    "case-class-note": Office(HEAD_OF_CLASS, about="sheet"),
    "case-class-blank": Office(HEAD_OF_CLASS, about="sheet"),
    "case-class-result": Office(HEAD_OF_CLASS, about="sheet"),
    "case-class-end": Office(HEAD_OF_CLASS, about="sheet"),
    "case-class-link": Office(HEAD_OF_CLASS, about="pupil"),
    "case-offers": Office(),
    "case-offer": Office(ANSWERS, about="card"),
    "case-handover-answer": Office(frozenset(("caseworker",)), about="handover"),
    "overdue": Office(),
    "day-sheet": Office(),
    "my-calendar": Own(),
    "offices": Office(),
    "office": Office(about="office"),
    "office-new": Office(OPENS_FAMILIES, (403, 404)),
    "office-edit": Office(OPENS_FAMILIES, (403, 404), about="office"),
    "office-note-new": Office(OPENS_FAMILIES, (403, 404), about="office"),
    "office-note-end": Office(OPENS_FAMILIES, (403, 404), about="note"),
    "case-law-changes": Office(),
    "family-new": Office(OPENS_FAMILIES, (403, 404)),
    "family-import": Office(OPENS_FAMILIES, (403, 404)),
    "draft": Own(),
    "glass": Office(BREAKS_GLASS, stepped=True),
    "glass-review": Office(REVIEWS),
    "notices": Own(),
    "organisation": Office(ADMIN),
    "organisation-learning": Office(ADMIN | frozenset(("supervisor",))),
    "colleague": Office(ADMIN, about="account"),
    "team": Office(ADMIN, about="team", stepped=True),
    "team-new": Office(ADMIN, stepped=True),
    "invite": Office(ADMIN, stepped=True),
    "invitation": Office(ADMIN, about="invitation"),
    "organisations": Office(SYSTEM),
    "organisation-new": Office(SYSTEM, stepped=True),
    "organisation-edit": Office(
        SYSTEM, about="organisation", everywhere=True, stepped=True
    ),
    "media-desk-file": Office(frozenset()),
    "audit": Office(frozenset(("auditor",)), (403, 404)),
    "audit-summary": Office(frozenset(("auditor",)), (403, 404)),
}
OWN: dict[str, Page] = dict.fromkeys(
    (
        *("account_logout", "account_reauthenticate", "account_change_password"),
        *("account_inactive", "mfa_index", "mfa_authenticate", "mfa_reauthenticate"),
        *("mfa_activate_totp", "mfa_deactivate_totp", "mfa_view_recovery_codes"),
        *("mfa_generate_recovery_codes", "mfa_download_recovery_codes"),
        *("mfa_list_webauthn", "mfa_add_webauthn", "mfa_reauthenticate_webauthn"),
        *("mfa_remove_webauthn", "mfa_edit_webauthn", "mfa_login_webauthn"),
        *("account_login", "my", "my-sessions", "first"),
        *("my-learning", "my-lesson", "my-practice", "certificate"),
    ),
    Own(),
)
OPEN: dict[str, Page] = dict.fromkeys(
    (
        *("home", "cases", "case", "rule", "id13", "try", "wrong", "design"),
        *("law", "law-search", "law-rules", "law-pathways", "law-points"),
        *("law-changes", "law-due", "law-instruments", "law-instrument"),
        *("law-provisions", "law-provision", "law-procedures", "law-procedure"),
        *("law-rights", "law-right", "law-fees", "law-limits", "law-doors"),
        *("law-forms", "scenarios", "scenario", "scenario-csv", "scenario-json"),
        *("scenario-pdf", "None", "calendar-feed", "search", "law-feed"),
        *("media-file", "media-captions"),
        *("practice", "practice-family", "learn", "tools", "wagtail_serve"),
        *("course", "lesson", "lesson-gift", "certificate-check"),
        *("news-feed", "podcast", "packs", "pack", "poster", "sitemap", "robots"),
    ),
    Open(),
)
"""``None``: the way from ``/th/`` to the root."""
PAGES: dict[str, Page] = {**OPEN, **OWN, **OFFICE, **FAMILY}

SAMPLES: dict[str, object] = {
    "name": "nothing", "key": "nothing", "rule": "NOTHING", "rest": "law/", "pk": 7,
    "token": "nothing", "step": "demand", "of": "entry", "variant": "opus",
    "recording": "00000000-0000-4000-8000-000000000000", "language": "th",
    "number": 1, "slug": "nothing", "spoken": "th", "topic": "birth",
    "course": "nothing", "lesson": "nothing", "code": "nothing",
}  # fmt: skip
"""Values for parts of addresses that are no ids of stored rows."""
