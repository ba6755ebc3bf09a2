"""The frozen program's entry."""

import multiprocessing

from pixelwatt.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    main()
