"""Synthetic business pages with truth, for training: drawn, asked about, made noisy."""
