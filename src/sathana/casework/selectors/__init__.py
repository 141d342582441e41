"""What pages of cases read: always cut to what the reader may see, always told."""
