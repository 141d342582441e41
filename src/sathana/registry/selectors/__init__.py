"""Reading of stored people: cut to what the reader may see, and audited."""
