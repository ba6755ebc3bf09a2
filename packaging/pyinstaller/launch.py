"""The frozen program's entry."""

import sys

import late_hooks

if __name__ == "__main__":
    if sys.platform.startswith("linux"):
        late_hooks.own_environment()
    late_hooks.install()
    if late_hooks.is_helper(sys.argv[1:]):
        import multiprocessing

        multiprocessing.freeze_support()
    from pixelwatt.__main__ import main

    main()
