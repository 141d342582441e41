"""The symbolic person of whom a rule is written: every fact a rule may ask.

Only the person, the two parents and the spouse can be reached; grandparents come in
through the parents' own status. What is asked gives a node of the expression tree.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sathana.calendars.spans import DateSpan
from sathana.logic.nodes import (
    AnyMarriage,
    AskedDay,
    Condition,
    Day,
    FactDay,
    FixedDay,
    Holds,
    Identified,
    Is,
    LawDay,
    Link,
    OpenLaw,
    Ordered,
    Rule,
    ThaiAt,
    Throughout,
    YearsAfter,
)


@dataclass(frozen=True, slots=True)
class Relative:
    """One person as a rule sees them: the facts told of them."""

    link: Link

    def is_(self, key: str, *values: str) -> Condition:
        """The fact ``key`` has one of ``values``."""
        return Is(self.link, key, values)

    def day(self, key: str) -> Day:
        """The day of the event ``key``."""
        return FactDay(self.link, key)

    @property
    def birth(self) -> Day:
        """Day of birth."""
        return self.day("born.date")

    @property
    def entry(self) -> Day:
        """Day of coming into Thailand from outside; never for one who did not."""
        return self.day("entered")

    @property
    def born_in_thailand(self) -> Condition:
        """Born in the Kingdom."""
        return self.is_("born.country", "TH")

    @property
    def is_female(self) -> Condition:
        """A woman."""
        return self.is_("sex", "female")

    @property
    def is_original_highlander(self) -> Condition:
        """Of one of the original highland peoples, by descent."""
        return self.is_("original_highlander", "yes")

    @property
    def holds_foreign_nationality(self) -> Condition:
        """Holds the nationality of another state."""
        return self.is_("foreign_nationality", "yes")

    def stays_as(self, *kinds: str, on: Day) -> Condition:
        """Standing under immigration law on a day is one of ``kinds``."""
        return Holds(self.link, "stay", kinds, on)

    def is_registered_by(self, day: Day) -> Condition:
        """Has an entry in a civil register of any kind by a day."""
        return FactDay(self.link, "registered").by(day)

    def resides_throughout(self, begin: Day, end: Day) -> Condition:
        """Lived in Thailand without a break over ``[begin, end)``."""
        return Throughout(self.link, "residence", begin, end)

    def in_care(self, on: Day) -> Condition:
        """Is in the care of a home on a day."""
        return Holds(self.link, "care", (), on)

    def in_care_throughout(self, begin: Day, end: Day) -> Condition:
        """Was in the care of a home over ``[begin, end)``."""
        return Throughout(self.link, "care", begin, end)

    def thai_at(self, day: Day, *, without: tuple[str, ...] = ()) -> Condition:
        """Holds Thai nationality on a day, bases in ``without`` left out."""
        return ThaiAt(self.link, day, without)

    def hands_down_at(self, day: Day) -> Condition:
        """Thai on a day in a way that the ordinary rules of blood hand down.

        The children of certified displaced Thai have a rule of their own (s.9/6).
        """
        return ThaiAt(self.link, day, ("displaced",))

    def alien_at(self, day: Day) -> Condition:
        """A known person who does not hold Thai nationality on a day."""
        return Identified(self.link) & ~ThaiAt(self.link, day)

    def rule(self, rule_id: str) -> Condition:
        """The condition of another rule holds."""
        return Rule(self.link, rule_id)

    def ordered(self, *kinds: str, by: Day | None = None, under: str = "") -> Condition:
        """The state made an order of one of ``kinds`` by a day (the day asked)."""
        return Ordered(self.link, kinds, by or AskedDay(), under)


@dataclass(frozen=True, slots=True)
class Subject(Relative):
    """The person about whom a rule is asked."""

    link: Link = "self"

    @property
    def father(self) -> Relative:
        """The biological father."""
        return Relative("father")

    @property
    def mother(self) -> Relative:
        """The woman who gave birth."""
        return Relative("mother")

    @property
    def father_is_known(self) -> Condition:
        """Who the father is can be known."""
        return Identified("father")

    @property
    def mother_is_known(self) -> Condition:
        """Who the mother is can be known."""
        return Identified("mother")

    @property
    def spouse(self) -> Relative:
        """The spouse of the marriage a rule is being asked of."""
        return Relative("spouse")

    @property
    def wedding(self) -> Day:
        """The day on which that marriage was registered."""
        return FactDay("marriage", "registered")

    @property
    def order_day(self) -> Day:
        """The day of the order a rule is being asked of."""
        return FactDay("order", "on")

    def order_by(self, *authorities: str) -> Condition:
        """The order a rule is being asked of was made by one of ``authorities``."""
        return Is("order", "by", authorities)

    def ordered_under(self, rule_id: str) -> Condition:
        """The order a rule is being asked of names this rule as its ground."""
        return Is("order", "under", (rule_id,))

    def is_marriage(self, key: str, *values: str) -> Condition:
        """A fact of the marriage a rule is being asked of."""
        return Is("marriage", key, values)

    def marriage_day(self, key: str) -> Day:
        """A day of the marriage a rule is being asked of."""
        return FactDay("marriage", key)

    def any_marriage(self, body: Condition) -> Condition:
        """``body`` holds for at least one marriage."""
        return AnyMarriage(body)


ASKED: Day = AskedDay()
"""The day asked about."""
READ: Day = LawDay()
"""The day whose texts are read."""


def on(text: str) -> Day:
    """Return the fixed day written ``YYYY-MM-DD``, Gregorian."""
    return FixedDay(DateSpan.of_day(date.fromisoformat(text)))


def years_before(day: Day, years: int) -> Day:
    """Return the day a number of whole years earlier."""
    return YearsAfter(day, -years)


def not_verified(law_id: str) -> Condition:
    """Return the unknown that stands for a text nobody has read yet."""
    return OpenLaw(law_id)
