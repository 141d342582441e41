"""Changes of stored people: each one transaction, permitted, consented, audited."""
