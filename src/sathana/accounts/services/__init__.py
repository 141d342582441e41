"""What is done with accounts: each change with its entry in the chain."""
