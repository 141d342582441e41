"""The same rules over many people: columns, SQL, synthetic people, scenarios."""
