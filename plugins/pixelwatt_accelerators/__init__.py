"""Accelerator comparator: what a chip delivers, costs and draws."""
