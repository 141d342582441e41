"""What changes cases: one function a use case, one transaction, its audit entry."""
