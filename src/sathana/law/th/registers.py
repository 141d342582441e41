"""House and history registers: entry, adding a name, correction, striking off, copies.

A file cannot say that somebody stands in no register at all (what it does not tell is
unknown), so that pathways for such persons stay open questions until a register is
told of a later day.
"""

from __future__ import annotations

from sathana.facts.subject import ASKED, Relative, Subject, not_verified, on
from sathana.law.rules import Law, pathway
from sathana.logic.nodes import Condition, Holds, all_of, any_of

_FIRST_REGISTERS = on("1956-06-01")
"""First national house registers; clause 93 is for those born before (partly seen)."""


@pathway("HR-1")
def house_register_14(p: Subject, law: Law) -> Condition:
    """Section 36: the house register TR.14 holds Thais and resident aliens."""
    resident = p.stays_as("permanent", on=ASKED)
    return any_of(p.thai_at(ASKED), resident) & _not_entered_as_thai(p)


@pathway("HR-2")
def house_register_13(p: Subject, law: Law) -> Condition:
    """Section 38 para 1: TR.13 for a time or by leniency, and children born here.

    Of which groups leniency counts, the Minister's announcement says; it is unread.
    """
    parents = any_of(_permitted(p.father), _permitted(p.mother))
    granted = p.ordered("grant_7bis2", "naturalised", "granted")
    child = all_of(p.rule("BARRED-FROM-SOIL"), parents, ~granted)
    return any_of(_permitted(p), child) & _not_entered_as_thai(p)


def _permitted(who: Relative) -> Condition:
    """Here for a time; of leniency, the announcement has to say so."""
    for_a_time = who.stays_as("temporary", on=ASKED)
    return all_of(
        who.stays_as("temporary", "lenient", on=ASKED),
        any_of(for_a_time, not_verified("HR-2/announcement")),
    )


@pathway("HR-3")
def history_register(p: Subject, law: Law) -> Condition:
    """Section 38 para 2: TR.38 for other non-Thais, as the Minister announces."""
    permitted = p.stays_as("permanent", "temporary", on=ASKED)
    return _unregistered_alien(p) & ~permitted & not_verified("HR-3/announcement")


@pathway("HR-4")
def report_as_a_non_thai(p: Subject, law: Law) -> Condition:
    """Section 38/1: who must report, and by when, stands in an unread regulation."""
    return _unregistered_alien(p) & not_verified("HR-4/regulation")


@pathway("HR-5")
def name_added(p: Subject, law: Law) -> Condition:
    """Section 37: the name of a Thai is added to the house register."""
    return p.thai_at(ASKED) & _not_entered_as_thai(p)


@pathway("HR-5-93")
def missed_in_1956(p: Subject, law: Law) -> Condition:
    """Clause 93: a Thai born before June 1956 whom the first register missed."""
    return _name_missing(p) & p.birth.before(_FIRST_REGISTERS)


@pathway("HR-5-95")
def certificate_without_a_name(p: Subject, law: Law) -> Condition:
    """Clause 95 (from memory): a birth certificate, but no name in a house register."""
    notified = p.is_("born.notified", "in_time", "late")
    return _name_missing(p) & notified & not_verified("HR-5-95/clause")


@pathway("HR-5-96")
def home_from_abroad(p: Subject, law: Law) -> Condition:
    """Clause 96 (from memory): a Thai born abroad comes home."""
    return _name_missing(p) & _born_abroad(p) & not_verified("HR-5-96/clause")


@pathway("HR-5-97")
def thai_without_papers(p: Subject, law: Law) -> Condition:
    """Clause 97 (from memory): a Thai without any paper."""
    unnotified = p.is_("born.notified", "none")
    return all_of(
        _name_missing(p),
        p.born_in_thailand,
        unnotified,
        not_verified("HR-5-97/clause"),
    )


@pathway("HR-5-100")
def child_of_a_home(p: Subject, law: Law) -> Condition:
    """Clauses 100 to 102 (from memory): a child in a home, or abandoned."""
    cared_for = any_of(p.day("found").by(ASKED), p.in_care(ASKED))
    return cared_for & _not_entered_as_thai(p) & not_verified("HR-5-100/clause")


@pathway("HR-5-103")
def born_abroad_without_papers(p: Subject, law: Law) -> Condition:
    """Clause 103 (from memory): a Thai's child, born abroad and never notified."""
    return all_of(
        _name_missing(p),
        _born_abroad(p),
        p.is_("born.notified", "none"),
        not_verified("HR-5-103/clause"),
    )


@pathway("HR-5-105")
def really_lives_here(p: Subject, law: Law) -> Condition:
    """Clause 105: a non-Thai who really lives in the area and is in no register."""
    return _unregistered_alien(p)


@pathway("HR-5-107")
def temporary_alien_added(p: Subject, law: Law) -> Condition:
    """Clause 107 (from memory): an alien with temporary permission, into TR.13."""
    temporary = p.stays_as("temporary", on=ASKED)
    return temporary & ~p.thai_at(ASKED) & not_verified("HR-5-107/clause")


@pathway("CO-1")
def entry_corrected(p: Subject, law: Law) -> Condition:
    """Section 14(2): a wrong entry is corrected."""
    return p.is_registered_by(ASKED) & p.is_("record_contradicted", "yes")


@pathway("CO-1-NAT")
def nationality_entry_corrected(p: Subject, law: Law) -> Condition:
    """Section 14(2): a Thai whom a register holds as something else.

    C10: offices take an alien certificate, once taken, as an admission.
    """
    entered = p.is_registered_by(ASKED) & _name_missing(p)
    if law.takes("C10", "A"):
        return entered
    return entered & ~p.day("alien_certificate.taken").by(ASKED)


@pathway("DL-1")
def struck_off(p: Subject, law: Law) -> Condition:
    """Section 10: who was struck off may object, be heard, and appeal."""
    return _struck_off(p)


@pathway("DL-2")
def put_back(p: Subject, law: Law) -> Condition:
    """Clause 98: one struck off as dead or by mistake is put back."""
    return _struck_off(p)


@pathway("LOST-67")
def lost_entry(p: Subject, law: Law) -> Condition:
    """Guide view469: a number 6 or 7 whose entry has gone from the database."""
    there = Holds("self", "registers", (), ASKED)
    numbered = p.is_("number_class", "recognised_group", "other")
    return all_of(numbered, p.is_registered_by(ASKED), ~there)


@pathway("COPY")
def certified_copy(p: Subject, law: Law) -> Condition:
    """Section 6: a certified copy of one's entry."""
    return p.is_registered_by(ASKED)


def _name_missing(p: Subject) -> Condition:
    return p.thai_at(ASKED) & _not_entered_as_thai(p)


def _not_entered_as_thai(p: Subject) -> Condition:
    return ~p.is_("registered_as_thai", "yes")


def _born_abroad(p: Subject) -> Condition:
    return p.is_("born.country", "abroad")


def _unregistered_alien(p: Subject) -> Condition:
    return all_of(
        ~p.is_registered_by(ASKED),
        p.resides_throughout(ASKED, ASKED),
        ~p.thai_at(ASKED),
    )


def _struck_off(p: Subject) -> Condition:
    return p.ordered("struck_off") & ~p.ordered("restored")
