"""The command line: reads files, knows the clock, writes for people and machines."""
