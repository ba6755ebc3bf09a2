"""The planner's arithmetic, files and readers; nothing here imports Qt."""
