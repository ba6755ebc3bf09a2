"""Video-budget planner: from a timeline to a price with its risk."""
