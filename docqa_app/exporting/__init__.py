"""Answers leave the app: as CSV, JSON, a marked page or a marked PDF. The document itself is never written."""
