"""Upscaler: live neural upscaling beside the original."""
