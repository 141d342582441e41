"""Pages about accounts, organisations and oneself."""
