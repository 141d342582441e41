"""Pages of cases: each stands behind ``page_of_work``."""
