"""Pages of learning that know nobody: no cookie, no session, nothing stored."""
