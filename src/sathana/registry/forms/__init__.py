"""Forms of the registry: plain fields with labels in two languages."""
