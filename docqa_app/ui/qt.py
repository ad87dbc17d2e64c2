"""What Qt gives no name of its own."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
"""What a model or a delegate may be asked about."""

RETURN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""The Enter of the letters and that of the numbers."""
