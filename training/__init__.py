"""How Pixelwatt's own models and demo media are made; nothing here is installed with it."""


class TrainingError(Exception):
    """What stops training or evaluation, in one line, with what to do about it."""
