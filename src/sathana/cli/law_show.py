"""``sathana law show ID``: one record of the law, whatever its kind."""

from __future__ import annotations

from argparse import Namespace

from sathana.cli.page import Page
from sathana.cli.terminal import Lang, Speaker, complain
from sathana.law.load import LawPack, pack
from sathana.text import nearest


def run(options: Namespace) -> int:
    """Show one record of the law in both languages, or in one."""
    law = pack()
    key = _known(law, options.id)
    if key is None:
        _complain_unknown(law, options.id, Speaker(options.lang or "th"))
        return 1
    langs: tuple[Lang, ...] = (options.lang,) if options.lang else ("th", "en")
    page = Page()
    for place, lang in enumerate(langs):
        if place:
            page.gap()
        _show(page, law, key, Speaker(lang), options.reading)
    print("\n".join(page.lines))
    return 0


def _known(law: LawPack, key: str) -> str | None:
    """Return the id as the pack writes it; large and small letters count the same.

    Ids that differ in nothing else are told apart by writing them exactly.
    """
    key = _codes(law).get(key.strip(), key.strip())
    if key in _ids(law):
        return key
    ids = {known.casefold(): known for known in reversed(_ids(law))}
    return ids.get(key.casefold().replace("/", "-")) or ids.get(key.casefold())


def _ids(law: LawPack) -> list[str]:
    read = [*law.rules, *law.contested, *law.provisions, *law.instruments]
    return [*read, *_practice(law)]


def _practice(law: LawPack) -> list[str]:
    return [*law.procedures, *law.limits, *law.fees, *law.doors, *law.forms]


def _codes(law: LawPack) -> dict[str, str]:
    """Return the id of each form by the code that is printed on it."""
    return {form.code: form.id for form in law.forms.values()}


def _complain_unknown(law: LawPack, key: str, say: Speaker) -> None:
    used = [*law.rules, *law.contested, *_practice(law)]
    near = nearest(key, used) or nearest(key, law.provisions)
    near = near or nearest(key, law.instruments)
    hint = say(f" หมายถึง {near} ใช่หรือไม่", f"; did you mean {near}?") if near else ""
    complain(
        say(
            f"ไม่มีรหัส {key} ในกฎหมายชุด {law.version}{hint} "
            "(sathana law list แสดงกฎทั้งหมด)",
            f"the law {law.version} has no '{key}'{hint} "
            "('sathana law list' shows all rules)",
        )
    )


def _show(page: Page, law: LawPack, key: str, say: Speaker, reading: str) -> None:
    # Conditions are traced only where a rule is shown.
    from sathana.cli import law_practice, law_records, law_rule

    if key in law.rules:
        law_rule.show(page, law.rules[key], say, reading)
    elif key in law.contested:
        law_records.point(page, law.contested[key], say)
        page.field(
            say("เปลี่ยนได้", "Can change"), law_records.effect(law.contested[key], say)
        )
        page.field(
            say("การตรวจสอบ", "Verified"),
            law_records.checked(law.contested[key].checked, say),
        )
    elif key in law.provisions:
        law_records.provision_page(page, law.provisions[key], say)
    elif key in law.instruments:
        law_records.instrument_page(page, law.instruments[key], say)
    else:
        law_practice.show(page, key, say)
