"""Practice with fictional families: ask, choose pathways, plan papers, petition.

Pure: no Django, no clock, nothing stored. The engine marks each step on the facts of
the family's case file, and every mark cites a record of the law.
"""
