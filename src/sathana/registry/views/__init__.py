"""Pages of the registry: parse, one call, render."""
