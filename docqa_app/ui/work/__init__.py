"""Wishes become jobs: what waits in the session is read, asked and inspected on background lanes. No widgets here."""
