"""Words of the field in Thai and English: terms, codes, facts, papers, countries.

The lowest floor of the house: it imports nothing of ours, and everything above it
takes its words from here, so that one thing has one name on every page.
"""
