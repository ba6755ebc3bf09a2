"""How many pixels a picture has: the worked example of a Pixelwatt plugin."""
