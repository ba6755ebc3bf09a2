"""Rendered scenes without limit: aliased one-sample frames with their sixteen-sample truth.

A scene is drawn once on a grid four times finer than its picture, without antialiasing.
The mean of each 4 x 4 block is the truth; the one value at the centre of each pixel, or of
each ``scale x scale`` block of pixels, is what a game renders with one sample per pixel.
"""
