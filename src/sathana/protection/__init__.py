"""What keeps stored people safe at rest: classes, sealed fields, keys, blind index.

Every stored field has a class, P0 (public) to P4 (sealed). P2 and above are encrypted
under a key of their record; destroying that key erases the record, backups included.
"""
