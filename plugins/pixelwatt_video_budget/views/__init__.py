"""The planner's panel."""
