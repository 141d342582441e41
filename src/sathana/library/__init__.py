"""The rooms for reading the law: case library, rules, and trying a family.

Knows cases and law, never a stored person: this room has no database.
"""
