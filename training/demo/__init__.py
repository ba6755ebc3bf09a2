"""The demo clip and still that Pixelwatt opens on: a scene of our own, drawn from nothing."""
