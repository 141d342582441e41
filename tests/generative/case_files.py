"""Case files for tests: samples in every form, random families, and their ruin.

The samples are small, and invented or shortened; each shows forms that others lack.
"""
# ruff: noqa: E501 -- a case file keeps its long lines.

from __future__ import annotations

import random
import re
from collections.abc import Callable

from hypothesis import strategies as st

SAMPLES = (
    """\
sathana: 1
case: example-1
title: Mother born here, revoked in 1972
as_of: 2007-12-31
law_at: 2007-12-31
notes: "free: text, # never read"
persons:
  P:
    name: {th: มะลิ, en: Mali}
    sex: female
    born: {date: 1975-03-02, country: TH, place: "Mae Chan, Chiang Rai", notified: in_time}
    father: F
    mother: M
    parents_marriage: never
  M: {sex: female, born: {date: 1950, country: TH}, father: GF, mother: GM, parents_marriage: never, legitimation: never, entered: never, stay: [{kind: unpermitted, from: 1972-12-14}]}
  F: {sex: male, thai: no, entered: 1946, stay: [{kind: unpermitted, from: 1946}]}
  GM: {sex: female, thai: no, entered: 1945, stay: [{kind: unpermitted, from: 1945}]}
  GF: {sex: male, thai: no, entered: 1945, stay: [{kind: unpermitted, from: 1945}]}
""",
    """\
sathana: 1
case: evidence
as_of: {be: 2561-10-31}
persons:
  P:
    born: {date: {not_before: 1996-01-01, not_after: 1998-12-31}, country: {value: TH, source: E1, grade: witnessed}}
    father: {sex: male, original_highlander: yes}
    mother: {mother: {value: {thai: yes}, source: E2}}
    died: {on: 2018-10-05, source: E2}
    entered: {value: 2004, source: E2, grade: contradicted}
    sex: [{value: male, source: E1}, {value: female, source: E2, grade: documented}]
    speaks_thai: [{value: yes, source: E1}, {value: yes, source: E2, grade: witnessed}]
    service: yes
    orders: [{kind: grant_7bis2, on: 2018-10}, unknown]
    attempts: [{pathway: 7BIS-2, office: Mueang, on: 2018-09-03, result: refused, reason: "no paper: none", notified: {on: unknown, relative: after_birth}, told_remedy: no}]
evidence:
  E1: {kind: letters, issuer: school, number: "12/2561", date: 2018, supports: [P.born.country, P.mother.mother.thai]}
  E2: {kind: statement, contradicts: [P.born.country]}
expect:
  P: {thai: [yes, unknown], since: 2018-10, pathways: {7BIS-2: [granted, not_needed]}, readings: {court: yes}}
sources:
  - https://example.org/a?b=c&d=%20#e
  - ข่าว
disputed: "why: because"
""",
    """\
sathana: 1
case: certificates
persons:
  P:
    born: {date: {not_before: 1913-04-10, not_after: 1948-12-31}, country: TH}
    father: unidentifiable
    mother: unknown
    found: {not_after: 2015-01-31}
    parents_marriage: {on: unknown, relative: before_birth}
    thai: [{is: yes, until: 1972-12-14}, {is: no, from: 1972-12-14, source: E1, grade: documented}]
    alien_certificate: {taken: 1948, by: parent, voluntary: no, kept_until: never}
    marriages: [{to: W, registered: 1940-05-05, ended: unknown, gives_nationality: unknown}, {to: MM}]
    foreign_nationality: [LA, unknown]
    foreign_documents: [passport, "no. 7"]
    convictions: [{on: 1957, sentence: two years, served_until: {be: 2502}}]
    findings: [{rule: NS-1965, is: yes, by: Supreme Court, on: 1990-05-01, final: yes}]
    adopted: [{by: W, registered: 1950}]
    id13: 6-5701-50xxx-xx-x
    group: "50"
    education: none
    conduct: good
  W:
    stay: {value: [{kind: permanent, from: {be: 2482}, until: 1972}, {kind: precarious, grade: claimed}], source: E1, grade: documented}
    registers: [{kind: TR38, from: 1990, group: "50"}, {kind: TR13, until: unknown}]
    residence: [{from: 1965-10-10}, {}]
    care: [{from: 2010-01-01, certified: yes}]
    alien_certificate: {taken: unknown, by: self}
    foreign_documents: none
    convictions: none
    born: unknown
evidence:
  E1: {}
""",
)

_DATES = ["1975-03-02", "1980-02", "1990", "unknown", "{be: 2510}", "{be: 2482}",
          "{not_before: 1972-12-14, not_after: 1992-02-25}", "{not_after: 1965-08-04}"]  # fmt: skip
_EVENTS = [*_DATES, "never", "{on: unknown}", "{on: 1980, relative: after_birth}",
           "{on: unknown, source: E1}"]  # fmt: skip
_TRUTHS = ["yes", "no", "unknown"]
_SPANS = ["[]", "[{from: 1970, until: 1980}, {from: 1990}]", "unknown"]
_FACTS: dict[str, list[str]] = {
    "sex": ["female", "male", "unknown"],
    "died": ["{on: 2010}", "never", "unknown"],
    "found": _EVENTS,
    "legitimation": _EVENTS,
    "entered": _EVENTS,
    "thai": [*_TRUTHS, "[{is: yes, until: 1972-12-14}]", "[{is: unknown}]"],
    "foreign_nationality": [*_TRUTHS, "[MM]", "[abroad, LA]"],
    "foreign_documents": ["none", "[a, 'b: c']", "unknown"],
    "stay": [*_SPANS[2:], "[{kind: lenient, from: 1990, grade: documented}]", "[unknown]"],
    "residence": _SPANS,
    "registers": ["[{kind: TR38K, group: '89'}]", "[{kind: TR14, source: E1}]"],
    "id13": ["0xxxxxxxxxxxx", "1-2345-67890-12-1", "unknown"],
    "alien_certificate": [*_EVENTS, "{taken: 1948, kept_until: 1965}"],
    "orders": ["[{kind: revoked, by: court}]", "[unknown]", "unknown", "[]"],
    "marriages": ["[{to: MM, registered: 1980, ended: never}]", "[unknown]"],
    "convictions": ["none", "[{}]", "unknown"],
    "education": ["none", "bachelor", "unknown"],
    "care": _SPANS,
    "service": _TRUTHS,
    "student": _TRUTHS,
    "findings": ["[{rule: S23, is: no}]", "[unknown]"],
    "attempts": ["[{pathway: S23}]", "unknown"],
}  # fmt: skip
_ENTRY_LISTS = {"stay", "residence", "registers", "orders", "marriages", "convictions",
                "care", "findings", "attempts", "thai"}  # fmt: skip
_GRADES = ["documented", "witnessed", "claimed", "contradicted"]


@st.composite
def case_texts(draw: st.DrawFn) -> str:
    """Return the text of a sound case file of one to six persons."""
    count = draw(st.integers(1, 6))
    lines = ["sathana: 1", "case: generated", "persons:"]
    for place in range(count):
        facts = _facts(draw, place, count)
        lines.append(f"  P{place}: {{{', '.join(facts)}}}")
    return "\n".join([*lines, "evidence:", "  E1: {kind: paper}", "  E2: {}", ""])


def _facts(draw: st.DrawFn, place: int, count: int) -> list[str]:
    """Draw facts; parents stand later in the file, so that no loop can arise."""
    keys = draw(st.lists(st.sampled_from(sorted(_FACTS)), unique=True, max_size=6))
    facts = [f"{key}: {_value(draw, key)}" for key in keys if key != "sex"]
    if draw(st.booleans()):
        facts.append(f"born: {{country: {draw(st.sampled_from(['TH', 'NO']))}}}")
    if "sex" not in keys and place + 1 < count:
        later = f"P{draw(st.integers(place + 1, count - 1))}"
        choices = [
            later,
            "unknown",
            "unidentifiable",
            "{thai: yes}",
            f"{{value: {later}, source: E2}}",
        ]
        facts.append(f"mother: {draw(st.sampled_from(choices))}")
    return facts


def _value(draw: st.DrawFn, key: str) -> str:
    """Draw a value, sometimes with a grade, sometimes told twice."""
    value: str = draw(st.sampled_from(_FACTS[key]))
    way = draw(st.integers(0, 5))
    if way == 0 and "source" not in value:
        return (
            f"{{value: {value}, source: E1, grade: {draw(st.sampled_from(_GRADES))}}}"
        )
    if way == 1 and "source" not in value:
        other = draw(st.sampled_from(_FACTS[key]))
        if "source" not in other:
            return f"[{{value: {value}, grade: witnessed}}, {{value: {other}, source: E2}}]"
    return value


# --- ruin ------------------------------------------------------------------------

type Ruin = Callable[[str, random.Random], str]

_WRONG = [
    "", "~", "null", "true", "[]", "{}", "[[[]]]", "{a: {b: {c: d}}}", "-1", "1e999",
    "2518", "1975-02-30", "9999-99-99", "{be: 1975}", "{be: 2483-01}", "{be: {be: 1}}",
    "{not_before: 1990, not_after: 1980}", "never", "unknown", "ไม่ทราบ", "NaN", ".inf",
    "{value: 1, value: 2}", "{value: unknown, source: nowhere}", "[{value: a}, b]",
    "!!python/name:os.system", "!!binary aGVsbG8=", "!<tag:x> y", "&a [*a]", "*a",
    "{<<: {a: 1}}", "'", '"\\x00"', '"\\ud800"', "|\n  x", "? x", "@", "%", "`", "\t",
    "{kind: permanent, from: 1990, until: 1980}", "P", "P0", "[P, P]", "{father: {}}",
    "x" * 5000, "ก็" * 2000, "\u202eabc", "2007-12-31T00:00:00Z", "0x1F", "0o17", "1_000",
]  # fmt: skip


def mutate(seed: str, rng: random.Random) -> bytes:
    """Return a ruined case file: one to four kinds of ruin over a sound one."""
    if rng.random() < 0.1:
        return rng.choice(_BOMBS)(rng)
    text = seed
    for _ in range(rng.randint(1, 4)):
        text = rng.choice(_RUINS)(text, rng)
    data = text.encode("utf-8", "surrogatepass")
    return _ruin_bytes(data, rng) if rng.random() < 0.15 else data


def _wrong_value(text: str, rng: random.Random) -> str:
    """Put something else in place of a value."""
    values = [m.span(1) for m in re.finditer(r": ([^\s,{}\[\]]+)", text)]
    if not values:
        return text
    begin, end = rng.choice(values)
    return text[:begin] + rng.choice(_WRONG) + text[end:]


def _wrong_key(text: str, rng: random.Random) -> str:
    """Misspell a key, or put another one there."""
    keys = [m.span(1) for m in re.finditer(r"([\w.]+):", text)]
    if not keys:
        return text
    begin, end = rng.choice(keys)
    key = text[begin:end]
    other = rng.choice(
        [key[::-1], key[1:], key + "s", "father", "value", "on", "", key]
    )
    return text[:begin] + other + text[end:]


def _cycle(text: str, rng: random.Random) -> str:
    """Make persons their own ancestors."""
    size = rng.choice([1, 2, 5, 300])
    loop = "".join(
        f"  C{i}: {{mother: C{(i + 1) % size}, father: C{(i + 2) % size}}}\n"
        for i in range(size)
    )
    return text.replace("persons:\n", f"persons:\n{loop}", 1)


def _cut(text: str, rng: random.Random) -> str:
    """Cut the file off, or take a piece out of it."""
    begin = rng.randrange(len(text) + 1)
    return text[:begin] + (
        text[begin + rng.randint(1, 80) :] if rng.random() < 0.7 else ""
    )


def _double(text: str, rng: random.Random) -> str:
    """Write a line twice, or the whole file."""
    if rng.random() < 0.2:
        return text + "---\n" + text
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    place = rng.randrange(len(lines))
    return "".join([*lines[:place], lines[place], *lines[place:]])


def _sign(text: str, rng: random.Random) -> str:
    """Drop a sign of YAML, or a strange character, somewhere."""
    place = rng.randrange(len(text) + 1)
    sign: str = rng.choice([*"{}[]:,&*!|>'\"%@`#-?~\t\n ", "\x00", "\ufeff", "\u2028", "\ud800", "é", "\U0001f600"])  # fmt: skip
    return text[:place] + sign + text[place:]


def _indent(text: str, rng: random.Random) -> str:
    """Shift one line."""
    lines = text.splitlines(keepends=True)
    if not lines:
        return text
    place = rng.randrange(len(lines))
    lines[place] = " " * rng.randint(1, 5) + lines[place].lstrip()
    return "".join(lines)


_RUINS: list[Ruin] = [
    _wrong_value, _wrong_value, _wrong_value, _wrong_key, _wrong_key, _cycle, _cut,
    _double, _sign, _indent,
]  # fmt: skip


def _ruin_bytes(data: bytes, rng: random.Random) -> bytes:
    """Ruin below the level of text: noise, other encodings, pieces of binary."""
    kind = rng.randrange(4)
    if kind == 0:
        return bytes(b if rng.random() > 0.02 else rng.randrange(256) for b in data)
    if kind == 1:
        return (
            rng.choice([b"\xef\xbb\xbf", b"\xff\xfe", b"PK\x03\x04", b"%PDF-"]) + data
        )
    if kind == 2:
        return data.decode("utf-8", "replace").encode("utf-16")
    return rng.randbytes(rng.randint(1, 4000))


def _file(body: str) -> bytes:
    return f"sathana: 1\ncase: bomb\npersons:\n{body}".encode()


def _laughs(rng: random.Random) -> bytes:
    lines = ["a0: &a0 [lol, lol]"]
    lines += [f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}]" for i in range(1, 40)]
    return "\n".join(lines).encode()


def _deep(rng: random.Random) -> bytes:
    sign: str = rng.choice(
        ["[", "{a: ", "- ", "? ", "[{a: ", "!!str ", "&a ", "'", '"']
    )
    return (sign * (900_000 // len(sign)))[: rng.randint(100, 900_000)].encode()


def _deep_parents(rng: random.Random) -> bytes:
    depth = rng.choice([5, 25, 31, 40, 2000])
    return _file("  P: " + "{father: " * depth + "unknown" + "}" * depth + "\n")


def _wide(rng: random.Random) -> bytes:
    size = rng.choice([1_000, 1_999, 2_500, 30_000])
    line = rng.choice(["{}", "{sex: male}", "{x: 1}", "{father: P0}", "{born: 1}"])
    return _file("".join(f"  P{i}: {line}\n" for i in range(size)))


def _chain(rng: random.Random) -> bytes:
    size = rng.choice([30, 1_999])
    body = "".join(f"  P{i}: {{mother: P{i + 1}}}\n" for i in range(size))
    return _file(f"{body}  P{size}: {{}}\n")


def _braid(rng: random.Random) -> bytes:
    """Write two ancestors in each generation: two to the power of 30 ways up."""
    body = "".join(
        f"  F{i}: {{father: F{i + 1}, mother: M{i + 1}}}\n"
        f"  M{i}: {{father: F{i + 1}, mother: M{i + 1}}}\n"
        for i in range(rng.choice([30, 900]))
    )
    return _file(body)


def _long_list(rng: random.Random) -> bytes:
    item = rng.choice(["a", "{kind: permanent}", "{value: yes}", "unknown", "{}", "[]"])
    key = rng.choice(["stay", "thai", "foreign_documents", "sex", "orders"])
    many = ", ".join([item] * (600_000 // (len(item) + 2)))
    return _file(f"  P: {{{key}: [{many}]}}\n")


def _huge(rng: random.Random) -> bytes:
    return _file(f"  P: {{notes: {'x' * rng.choice([900_000, 1_100_000])}}}\n")


def _many_keys(rng: random.Random) -> bytes:
    return _file("  P: {" + ", ".join(f"k{i}: 1" for i in range(60_000)) + "}\n")


_BOMBS: list[Callable[[random.Random], bytes]] = [
    _laughs, _deep, _deep, _deep_parents, _wide, _chain, _braid, _long_list, _huge,
    _many_keys,
]  # fmt: skip
