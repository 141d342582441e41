"""Families that are moved over the days on which the law changed.

Each probe says what the person is on the day before a law event, on it and after it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Probe:
    """One family that is moved over a law event.

    Attributes:
        event: Id of the law event.
        moves: What falls on the three days; names the test.
        header: ``as_of`` and ``law_at`` of the file; ``@`` is the day.
        person: The person asked about, with ``@`` for the day.
        family: The relatives.
        expected: On the day before, of and after: answer and rule of reading court
            (``yes NS-1952``), or the status of ``pathway``.
        pathway: Id of the pathway asked about in place of nationality.
    """

    event: str
    moves: str
    header: str
    person: str
    family: str
    expected: tuple[str, str, str]
    pathway: str = ""

    def __str__(self) -> str:
        """Return the name of the test."""
        return f"{self.event}-{self.moves}"


LAW_OF_DAY = "as_of: 2020-12-31\nlaw_at: @"
ASKED_ON_DAY = "as_of: @"

RESIDENTS = """
  F: {sex: male, born: {country: CN}, thai: no, foreign_nationality: [CN],
      entered: 1900, stay: [{kind: permanent, from: 1900}]}
  M: {sex: female, born: {country: CN}, thai: no,
      entered: 1900, stay: [{kind: permanent, from: 1900}]}
"""
ENTRANTS = """
  F: {sex: male, born: {country: MM}, thai: no, original_highlander: no,
      entered: 1900, stay: [{kind: unpermitted, from: 1900}]}
  M: {sex: female, born: {country: MM}, thai: no, original_highlander: no,
      entered: 1900, stay: [{kind: unpermitted, from: 1900}]}
"""
DIPLOMATS = """
  F: {sex: male, thai: no, entered: 1960, stay: [{kind: diplomatic, from: 1960}]}
  M: {sex: female, thai: no, entered: 1960, stay: [{kind: diplomatic, from: 1960}]}
"""
UNLIKE = """
  F: {sex: male, born: {country: VN}, thai: no,
      entered: 1946, stay: [{kind: unpermitted, from: 1946}]}
  M: {sex: female, born: {country: CN}, thai: no,
      entered: 1946, stay: [{kind: permanent, from: 1946}]}
"""
THAI_FATHER = """
  F: {sex: male, thai: yes}
  M: {sex: female, thai: no}
"""
THAI_MOTHER = """
  F: {sex: male, thai: no, foreign_nationality: [GB]}
  M: {sex: female, thai: yes}
"""
THAI_MOTHER_STATELESS_FATHER = """
  F: {sex: male, thai: no, foreign_nationality: no}
  M: {sex: female, thai: yes}
"""
ALIENS_ABROAD = """
  F: {sex: male, born: {country: CN}, thai: no}
  M: {sex: female, born: {country: CN}, thai: no}
"""
HIGHLANDERS = """
  F: {sex: male, born: {country: TH}, thai: no, original_highlander: yes,
      entered: never, stay: [{kind: unpermitted}]}
  M: {sex: female, born: {country: TH}, thai: no, original_highlander: yes,
      entered: never, stay: [{kind: unpermitted}]}
"""
SURVEYED = """
  F: {sex: male, born: {date: 1980, country: MM}, thai: no, foreign_nationality: no,
      entered: 1995, stay: [{kind: unpermitted, from: 1995}],
      registers: [{kind: TR38K, from: 2006}]}
  M: {sex: female, born: {date: 1982, country: MM}, thai: no, foreign_nationality: no,
      entered: 1995, stay: [{kind: unpermitted, from: 1995}],
      registers: [{kind: TR38K, from: 2006}]}
"""
HUSBAND = """
  H: {sex: male, born: {date: 1900, country: TH}, thai: yes}
  F: {sex: male, thai: no}
  M: {sex: female, thai: no}
"""
SIAMESE = """
  F: {sex: male, thai: yes}
  M: {sex: female, thai: yes}
"""

BORN_HERE = "born: {date: @, country: TH}, father: F, mother: M"
BORN_ABROAD = "born: {date: @, country: GB}, father: F, mother: M"
LAWFUL = "parents_marriage: {on: unknown, relative: before_birth}"
UNMARRIED = "parents_marriage: never, legitimation: never"
VICTIM = (
    "born: {date: 1980-10-10, country: TH}, father: F, mother: M, parents_marriage: "
    "never, legitimation: never, entered: never, residence: [{from: 1980-10-10}], "
    "registers: [{kind: TR38, from: 1985-01-01}], conduct: good, "
    "foreign_nationality: no, foreign_documents: none"
)
CLEAN_CHILD = (
    "born: {date: 2010-05-05, country: TH}, father: F, mother: M, parents_marriage: "
    "never, legitimation: never, entered: never, foreign_nationality: no, "
    "foreign_documents: none, residence: [{from: 2010-05-05}], "
    "registers: [{kind: TR38K, from: 2010-06-01}], conduct: good, convictions: none"
)
SETTLER = (
    "born: {date: 1970-05-05, country: MM}, father: F, mother: M, entered: 1984, "
    "foreign_nationality: no, residence: [{from: 1984}], speaks_thai: yes, "
    'registers: [{kind: TR38, from: 1990, group: "50"}], group: "50"'
)
FOUNDLING = (
    "born: {date: 2004, country: unknown}, father: unidentifiable, "
    "mother: unidentifiable, found: 2005-01-01, residence: [{from: 2005-01-01}], "
    "registers: [{kind: TR38K, from: 2005-06-01}], "
    "care: [{from: 2005-01-01, certified: yes}]"
)
CERTIFIED_1950 = (
    "born: {date: 1930-01-01, country: TH}, father: F, mother: M, parents_marriage: "
    "1928-01-01, entered: never, alien_certificate: {taken: 1950-06-01, by: self, "
    "voluntary: %s, kept_until: never}"
)

PROBES = (
    Probe(
        "E-1911-NATURALISATION",
        "the day of a naturalisation",
        "as_of: 1912-12-31",
        "born: {date: 1880, country: CN}, father: F, mother: M, "
        "orders: [{kind: naturalised, on: @}]",
        ALIENS_ABROAD,
        ("no", "yes S10", "yes S10"),
    ),
    Probe(
        "E-1913-ACT",
        "a birth here of aliens",
        "as_of: 1950-12-31",
        f"{BORN_HERE}, {LAWFUL}, original_highlander: no",
        "\n  F: {sex: male, thai: no, original_highlander: no}"
        "\n  M: {sex: female, thai: no, original_highlander: no}\n",
        ("no", "yes NS-1913", "yes NS-1913"),
    ),
    Probe(
        "E-1913-ACT",
        "a birth abroad of a Siamese father",
        "as_of: 1950-12-31",
        f"{BORN_ABROAD}, {LAWFUL}",
        THAI_FATHER,
        ("yes NB-R0", "yes NB-1913-F", "yes NB-1913-F"),
    ),
    Probe(
        "E-1952-ACT",
        "a birth here of resident aliens",
        "as_of: 1960-12-31",
        f"{BORN_HERE}, {LAWFUL}",
        RESIDENTS,
        ("yes NS-1913", "yes NS-1952", "yes NS-1952"),
    ),
    Probe(
        "E-1952-ACT",
        "a birth abroad of a lawful Thai father",
        "as_of: 1960-12-31",
        f"{BORN_ABROAD}, {LAWFUL}",
        THAI_FATHER,
        ("yes NB-1913-F", "yes NB-1952-F", "yes NB-1952-F"),
    ),
    Probe(
        "E-1952-ACT",
        "a birth abroad of a Thai mother and a stateless father",
        "as_of: 1960-12-31",
        f"{BORN_ABROAD}, {LAWFUL}",
        THAI_MOTHER_STATELESS_FATHER,
        ("no", "yes NB-1952-M", "yes NB-1952-M"),
    ),
    Probe(
        "E-1953-NO2",
        "a birth here of resident aliens, asked before Act No. 3",
        "as_of: 1956-12-31",
        f"{BORN_HERE}, {LAWFUL}",
        RESIDENTS,
        ("yes NS-1952", "no NS-1953", "no NS-1953"),
    ),
    Probe(
        "E-1953-NO2",
        "a birth here of resident aliens, asked after Act No. 3",
        "as_of: 1960-12-31",
        f"{BORN_HERE}, {LAWFUL}",
        RESIDENTS,
        ("yes NS-1952", "contested", "contested"),
    ),
    Probe(
        "E-1953-NO2",
        "the day asked of one with a certificate taken willingly",
        ASKED_ON_DAY,
        CERTIFIED_1950 % "yes",
        RESIDENTS,
        ("yes NS-1913", "no LOSS-1953-16BIS", "no LOSS-1953-16BIS"),
    ),
    Probe(
        "E-1957-NO3",
        "a birth here of resident aliens",
        "as_of: 1960-12-31",
        f"{BORN_HERE}, {LAWFUL}",
        RESIDENTS,
        ("contested", "yes NS-1957", "yes NS-1957"),
    ),
    Probe(
        "E-1957-NO3",
        "the day asked of one born in the gap",
        ASKED_ON_DAY,
        "born: {date: 1955-05-05, country: TH}, father: F, mother: M, "
        "parents_marriage: 1950-01-01",
        RESIDENTS,
        ("no NS-1953", "contested", "contested"),
    ),
    Probe(
        "E-1957-NO3",
        "the day of a certificate taken willingly",
        "as_of: 1960-12-31",
        "born: {date: 1930-01-01, country: TH}, father: F, mother: M, "
        "parents_marriage: 1928-01-01, entered: never, alien_certificate: "
        "{taken: @, by: self, voluntary: yes, kept_until: never}",
        RESIDENTS,
        ("no LOSS-1953-16BIS", "yes NS-1913", "yes NS-1913"),
    ),
    Probe(
        "E-1965-ACT",
        "a birth here of resident aliens",
        "as_of: 1970-12-31",
        f"{BORN_HERE}, {LAWFUL}",
        RESIDENTS,
        ("yes NS-1957", "yes NS-1965", "yes NS-1965"),
    ),
    Probe(
        "E-1965-ACT",
        "a birth here of diplomats",
        "as_of: 1970-12-31",
        f"{BORN_HERE}, {LAWFUL}",
        DIPLOMATS,
        ("yes NS-1957", "no NS-8", "no NS-8"),
    ),
    Probe(
        "E-1965-ACT",
        "a birth abroad of a lawful Thai father",
        "as_of: 1970-12-31",
        f"{BORN_ABROAD}, {LAWFUL}",
        THAI_FATHER,
        ("yes NB-1952-F", "yes NB-1965-F", "yes NB-1965-F"),
    ),
    Probe(
        "E-1965-ACT",
        "a birth abroad of a Thai mother without lawful father",
        "as_of: 1970-12-31",
        f"{BORN_ABROAD}, {UNMARRIED}",
        THAI_MOTHER,
        ("no", "yes NB-1965-M", "yes NB-1965-M"),
    ),
    Probe(
        "E-1965-ACT",
        "the wedding of an alien woman and a Thai",
        "as_of: 1970-12-31",
        "sex: female, born: {date: 1940, country: CN}, father: F, mother: M, "
        "marriages: [{to: H, registered: @}]",
        HUSBAND,
        ("yes GAIN-WIFE", "no", "no"),
    ),
    Probe(
        "E-1965-ACT",
        "the wedding of a Thai woman and an alien whose law takes her in",
        "as_of: 1970-12-31",
        "sex: female, born: {date: 1940-01-01, country: TH}, father: F, mother: M, "
        "parents_marriage: 1935-01-01, "
        "marriages: [{to: GB, registered: @, gives_nationality: yes}]",
        SIAMESE,
        ("no LOSS-MARRIAGE", "yes NB-1913-F", "yes NB-1913-F"),
    ),
    Probe(
        "E-1965-ACT",
        "the day asked of one with a certificate arranged by the father",
        ASKED_ON_DAY,
        CERTIFIED_1950 % "no",
        RESIDENTS,
        ("yes NS-1913", "no LOSS-21", "no LOSS-21"),
    ),
    Probe(
        "E-1972-A337",
        "a birth here of entrants",
        "as_of: 1980-12-31",
        f"{BORN_HERE}, {LAWFUL}",
        ENTRANTS,
        ("no A337-1", "no A337-2", "no A337-2"),
    ),
    Probe(
        "E-1972-A337",
        "the day asked of one born here of entrants",
        ASKED_ON_DAY,
        "born: {date: 1968-05-05, country: TH}, father: F, mother: M, "
        "parents_marriage: 1960-01-01",
        ENTRANTS,
        ("yes NS-1965", "no A337-1", "no A337-1"),
    ),
    Probe(
        "E-1972-A337",
        "a birth here of original highlanders, asked in 2005",
        "as_of: 2005-12-31",
        f"{BORN_HERE}, {UNMARRIED}, entered: never, original_highlander: yes",
        HIGHLANDERS,
        ("yes RG-2543", "contested", "contested"),
    ),
    Probe(
        "E-1992-NO2",
        "the law read of one born abroad of a Thai mother",
        LAW_OF_DAY,
        "born: {date: 1975-05-05, country: GB}, father: F, mother: M, "
        "parents_marriage: 1970-01-01",
        THAI_MOTHER,
        ("no", "yes NB-1992-M", "yes NB-1992-M"),
    ),
    Probe(
        "E-1992-NO2",
        "a birth here of an unmarried entrant and a resident mother",
        "as_of: 2000-12-31",
        f"{BORN_HERE}, {UNMARRIED}",
        UNLIKE,
        ("contested", "no 7BIS-1", "no 7BIS-1"),
    ),
    Probe(
        "E-1992-NO2",
        "the day asked of one untouched by Announcement 337",
        ASKED_ON_DAY,
        f"born: {{date: 1970-05-05, country: TH}}, father: F, mother: M, {UNMARRIED}",
        UNLIKE,
        ("yes NS-1965", "contested", "contested"),
    ),
    Probe(
        "E-1992-NO2",
        "the law read of one legitimated in 1985",
        "as_of: 2007-12-31\nlaw_at: @",
        "born: {date: 1980-05-05, country: GB}, father: F, mother: M, "
        "parents_marriage: never, legitimation: 1985-05-05",
        THAI_FATHER,
        ("no", "contested", "contested"),
    ),
    Probe(
        "E-2000-HIGHLAND",
        "the law read of one born here of original highlanders",
        LAW_OF_DAY,
        "born: {date: 1960-05-05, country: TH}, father: F, mother: M, "
        f"{UNMARRIED}, entered: never, original_highlander: yes",
        HIGHLANDERS,
        ("contested", "yes RG-2543", "yes RG-2543"),
    ),
    Probe(
        "E-2008-NO4",
        "the law read of one whose unmarried father is proved a Thai",
        LAW_OF_DAY,
        f"born: {{date: 1990-05-05, country: GB}}, father: F, mother: M, {UNMARRIED}, "
        "paternity_proved: 2012-05-05",
        THAI_FATHER,
        ("no", "contested", "contested"),
    ),
    Probe(
        "E-2008-NO4",
        "the day asked of one barred by Announcement 337",
        ASKED_ON_DAY,
        VICTIM,
        ENTRANTS,
        ("no A337-2", "yes S23", "yes S23"),
    ),
    Probe(
        "E-2008-NO4",
        "a certificate of one who cannot hold the parents' nationality",
        "as_of: 2009-12-31",
        "born: {date: 1960-05-05, country: TH}, father: F, mother: M, "
        "parents_marriage: 1955-01-01, could_hold_parents_nationality: no, "
        "alien_certificate: {taken: @, kept_until: never}",
        RESIDENTS,
        ("no LOSS-21", "yes NS-1957", "yes NS-1957"),
    ),
    Probe(
        "E-2008-LEGITIMATION",
        "the day of a legitimation",
        "as_of: 2012-12-31",
        "born: {date: 1995-05-05, country: GB}, father: F, mother: M, "
        "parents_marriage: never, legitimation: @, paternity_proved: never",
        THAI_FATHER,
        ("contested", "yes NB-1992-F", "yes NB-1992-F"),
    ),
    Probe(
        "E-2008-SECTION23-OPENS",
        "the day on which the entry is asked for",
        ASKED_ON_DAY,
        VICTIM,
        ENTRANTS,
        ("window_unknown", "open", "open"),
        pathway="S23",
    ),
    Probe(
        "E-2008-REGISTRATION",
        "the day on which a foundling's birth is notified",
        ASKED_ON_DAY,
        "born: {date: 2008-06, country: TH, notified: none}, father: unidentifiable, "
        "mother: unidentifiable, found: 2008-07-01",
        "",
        ("closed", "open", "open"),
        pathway="BR-5",
    ),
    Probe(
        "E-2012-DISPLACED",
        "the law read of a displaced Thai naturalised in 2005",
        LAW_OF_DAY,
        "born: {date: 1960-05-05, country: MM}, father: F, mother: M, entered: 1985, "
        "displaced_thai: yes, orders: [{kind: naturalised, on: 2005-05-05}]",
        ALIENS_ABROAD,
        ("yes S10", "yes DT", "yes DT"),
    ),
    Probe(
        "E-2019-REGISTRATION",
        "the day of an announcement under section 19/2",
        "as_of: 2020-12-31",
        f"{FOUNDLING}, orders: [{{kind: roofless_s19_2, on: @}}]",
        "",
        ("unknown", "yes NR-19-2", "yes NR-19-2"),
    ),
    Probe(
        "E-2019-REGISTRATION",
        "the day on which a foundling asks under section 19/2",
        ASKED_ON_DAY,
        FOUNDLING,
        "",
        ("closed", "window_unknown", "window_unknown"),
        pathway="NR-19-2",
    ),
    Probe(
        "E-2019-CRITERIA",
        "the day on which a foundling asks under section 19/2",
        ASKED_ON_DAY,
        FOUNDLING,
        "",
        ("window_unknown", "needs_facts", "needs_facts"),
        pathway="NR-19-2",
    ),
    Probe(
        "E-2025-ORDER",
        "the day on which a child of surveyed parents asks",
        ASKED_ON_DAY,
        CLEAN_CHILD,
        SURVEYED,
        ("closed", "open", "open"),
        pathway="ANN-2025",
    ),
    Probe(
        "E-2025-ORDER",
        "the day on which one long settled asks for residence",
        ASKED_ON_DAY,
        SETTLER,
        ALIENS_ABROAD,
        ("closed", "open", "open"),
        pathway="PR-2024",
    ),
    Probe(
        "E-2026-TERM",
        "the day on which a child of surveyed parents asks",
        ASKED_ON_DAY,
        CLEAN_CHILD,
        SURVEYED,
        ("open", "window_unknown", "window_unknown"),
        pathway="ANN-2025",
    ),
    Probe(
        "E-2026-TERM",
        "the day on which one long settled asks for residence",
        ASKED_ON_DAY,
        SETTLER,
        ALIENS_ABROAD,
        ("open", "window_unknown", "window_unknown"),
        pathway="PR-2024",
    ),
)
