"""How Pixelwatt's own models and demo media are made; nothing here is installed with it."""
