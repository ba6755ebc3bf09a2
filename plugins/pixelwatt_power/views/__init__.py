"""The panel and its pages."""
