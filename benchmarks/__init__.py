"""Comparisons that are no part of Sathana: nothing here is installed with it."""
