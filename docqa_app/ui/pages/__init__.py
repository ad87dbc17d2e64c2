"""The centre of the window: pages, what is drawn on them, finding and thumbnails."""
