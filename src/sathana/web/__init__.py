"""What every page stands on: look, two languages, safety headers, error pages.

Knows nothing of law or of families; the rooms above it do.
"""
