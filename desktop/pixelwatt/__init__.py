"""Pixelwatt: check what AI compute really buys, on your own machine."""
