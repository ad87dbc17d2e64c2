"""The Fields room: the values of a document beside its page, checked and mended by keys, clicks and drags."""
