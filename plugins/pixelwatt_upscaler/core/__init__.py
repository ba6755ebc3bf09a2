"""The upscaler without Qt: sources, methods, engine, metrics and export."""
