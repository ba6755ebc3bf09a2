"""Readers of the frame-time captures that other tools write."""
