"""Pages of the library, one module a use case."""
