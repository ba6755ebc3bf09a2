"""The comparator's panel."""
