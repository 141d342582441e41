"""The papers of a pack, each built of blocks from plain values."""
