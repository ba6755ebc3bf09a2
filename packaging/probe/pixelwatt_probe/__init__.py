"""A plugin that looks at the frozen program from the inside, as a user's plugin would."""
