"""Schedules, code, logs, landscapes and scores, in numpy; never Qt."""
