"""Models and data of the comparator; no Qt here."""
