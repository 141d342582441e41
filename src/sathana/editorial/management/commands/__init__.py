"""Commands of Django that know the editorial rooms."""
