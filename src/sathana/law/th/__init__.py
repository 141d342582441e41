"""Thailand: one file of rules an Act, data and cases beside them."""
