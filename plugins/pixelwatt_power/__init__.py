"""Power and FPS meter: what a frame costs in joules."""
