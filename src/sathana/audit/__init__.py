"""Who did or saw what: one chain of entries, each bound to the one before it.

Entries name nobody: a person stands in them under a pseudonym which is sealed with the
person's record, so that erasing the person leaves the chain whole and the entry blind.
"""
