"""Stored people: families, persons, kinship, facts, evidence, consent.

Every read of a person goes through ``visible_to`` and is audited before it is answered.
"""
