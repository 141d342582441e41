"""People who work here: accounts, organisations, teams, roles, and who may do what."""
