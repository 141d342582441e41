"""Form parts and small look-ups for the pages of the library."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django import template

from sathana.calendars.show import ENGLISH_MONTHS, THAI_MONTHS
from sathana.law.load import pack
from sathana.library import lawchecks, lawplaces, siteindex
from sathana.library.lawbook import KINDS
from sathana.library.sourcewords import remark_words, source_words
from sathana.search.foldtext import Pieces
from sathana.text import arabic_digits
from sathana.vocabulary.codes import STAY_KINDS
from sathana.web import dates
from sathana.web.languages import Text, current, language_of

register = template.Library()
register.filter("source_words", source_words)
register.filter("remark_words", remark_words)

MONTHS: tuple[tuple[str, Text], ...] = tuple(
    (str(number), {"th": thai, "en": english})
    for number, (thai, english) in enumerate(
        zip(THAI_MONTHS, ENGLISH_MONTHS, strict=True), start=1
    )
)


@register.inclusion_tag("library/parts/date.html")
def date_fields(
    prefix: str, name: str, fields: Mapping[str, str] | None = None, label: str = ""
) -> dict[str, Any]:
    """Show day, month and year of one date.

    Args:
        prefix: What makes the ids unique on the page.
        name: Front of the field names.
        fields: Values to show.
        label: Legend of the group; empty when the form has one already.
    """
    shown = fields or {}
    return {
        "prefix": prefix,
        "name": name,
        "label": label,
        "months": MONTHS,
        "day": shown.get(f"{name}-day", ""),
        "month": shown.get(f"{name}-month", ""),
        "year": shown.get(f"{name}-year", ""),
    }


@register.filter
def rule_title(rule: str) -> Text:
    """Return the title of a rule; its id where the law pack does not know it."""
    known = pack().rules.get(rule)
    return known.title if known else {"th": rule, "en": rule}


@register.filter
def is_rule(rule: object) -> bool:
    """Say whether the law pack has a page for this id."""
    law = pack()
    return isinstance(rule, str) and (rule in law.rules or rule in law.contested)


@register.filter
def provisions(cite: str | None) -> list[Text]:
    """Turn ids of provisions ("a; b") into section and instrument in words."""
    law = pack()
    found: list[Text] = []
    for key in (cite or "").split("; "):
        provision = law.provisions.get(key)
        if provision is not None:
            title = law.instruments[provision.instrument].title
            found.append(
                {
                    lang: f"{provision.section[lang]} {title[lang]}"
                    for lang in ("th", "en")
                }
            )
        elif key:
            found.append({"th": key, "en": key})
    return found


@register.filter
def provision_links(cite: str | Iterable[str] | None) -> list[tuple[str, Text]]:
    """Turn ids of provisions ("a; b", or a list) into ids and words, for links."""
    ids = (cite or "").split("; ") if isinstance(cite, str | None) else list(cite)
    known = pack().provisions
    return [(key, lawplaces.title("provision", key)) for key in ids if key in known]


@register.filter
def law_url(key: str, kind: str) -> str:
    """Return the address of a record of the law."""
    return lawplaces.address(kind, key)


@register.filter
def law_title(key: str, kind: str) -> Text:
    """Return what a record of the law is called."""
    return lawplaces.title(kind, key)


@register.filter
def kind_one(kind: str) -> Text:
    """Return what one record of a kind is called."""
    return lawplaces.shelf(kind).one


@register.filter
def kind_many(kind: str) -> Text:
    """Return what the records of a kind are called."""
    return lawplaces.shelf(kind).many


@register.filter
def form_code(form: str) -> str:
    """Return the code that is printed on a form; its id where it is not known."""
    return str(getattr(lawplaces.records("form").get(form), "code", form))


@register.filter
def tel(phone: str) -> str:
    """Return a number as a telephone dials it: its first run of digits."""
    found = re.match(r"[\d\s-]+", arabic_digits(phone))
    return re.sub(r"\D", "", found[0]) if found else ""


@register.filter
def does(kind: str) -> Text:
    """Say what a text of the law does."""
    return KINDS.get(kind, {"th": kind, "en": kind})


@register.filter
def overdue(recheck: int | None) -> bool:
    """Say whether the day has come by which something must be read again."""
    return recheck is not None and recheck <= dates.today().toordinal()


@register.filter
def spoken(found: Pieces) -> str:
    """Return the language of a found text where it is not that of the page."""
    language = language_of("".join(text for text, _ in found))
    return "" if language == current() else language


@register.filter
def section_words(provision: str) -> Text:
    """Return what a provision is called within its instrument."""
    known = pack().provisions.get(provision)
    return known.section if known else {"th": provision, "en": provision}


@register.simple_tag
def today() -> int:
    """Return today's date in Thailand as an ordinal."""
    return dates.today().toordinal()


@register.inclusion_tag("library/parts/lawcrumbs.html")
def law_crumbs(kind: str = "", here: Text | str = "") -> dict[str, object]:
    """Show where a page of the law stands.

    Args:
        kind: Kind of record whose list lies above the page; empty for none.
        here: What the page itself is called there; empty for the list itself.
    """
    shelf = lawplaces.shelf(kind) if kind else None
    return {"shelf": shelf, "here": here}


@register.filter
def address(source: str) -> str:
    """Return the web address at the front of a source; empty where there is none."""
    first = source.split(" ", 1)[0]
    return first if first.startswith(("https://", "http://")) else ""


@register.filter
def beside_address(source: str) -> str:
    """Return what a source says besides its address."""
    return source.removeprefix(address(source)).strip()


@register.filter
def as_list(value: object) -> list[Any]:
    """Return a value as a list: one id or several, none for ``None``."""
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list | tuple) else [value]


@register.filter
def stay_words(kind: str) -> Text:
    """Return the words for a kind of stay."""
    known = STAY_KINDS.get(kind)
    return known.both() if known else {"th": kind, "en": kind}


@register.inclusion_tag("library/parts/readon.html")
def read_on(kind: str) -> dict[str, object]:
    """Say when the records of a list were read.

    Args:
        kind: Kind of record as ``lawplaces`` has it; empty for all of the law.
    """
    return {"read": lawchecks.read(kind)}


@register.inclusion_tag("library/parts/teaches.html")
def teaches(
    kind: str, key: str, all_taught: Mapping[str, Any] | None = None
) -> dict[str, object]:
    """Lead to the media and lessons about a record; nothing where there are none.

    Args:
        kind: Kind of record as ``lawplaces`` has it.
        key: Its id.
        all_taught: In a list: what there is of every record, asked for once.
    """
    if all_taught is None:
        return {"taught": siteindex.taught(kind, key), "in_list": False}
    return {"taught": all_taught.get(key, ()), "in_list": True}


@register.filter
def result_kind(kind: str) -> Text:
    """Return what one result of a kind of the site's search is called."""
    return siteindex.kind_word(kind)
