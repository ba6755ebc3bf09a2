"""Power sensors of this machine, each with a probe that says why it cannot be used."""
