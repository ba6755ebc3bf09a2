"""The Windows installer, built on Linux: no Windows code runs while it is built."""
