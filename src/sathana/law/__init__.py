"""Thailand's law of nationality and status: rules, texts, dates, contested points."""
