"""The panel and its parts."""
