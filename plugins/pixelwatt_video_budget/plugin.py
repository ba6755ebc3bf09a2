"""What this plugin contributes, as data."""
