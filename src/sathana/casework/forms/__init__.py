"""Forms of cases: they hand plain values to the services."""
