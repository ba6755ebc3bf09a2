"""Measuring, reading and reckoning, without Qt."""
