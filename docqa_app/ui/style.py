"""The style sheet of the window; $names are the shades of theme.py."""

from string import Template

TAB_PADDING = 9
"""Device-independent pixels left and right of a tab's word."""
FOCUS_PADDING = TAB_PADDING - 2
"""Leaves room for the frame of the tab that has the focus."""

SHEET = Template("""
QMainWindow::separator { background: $border; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: $accent; }
QToolBar { background: $window; border: 0; border-bottom: 1px solid $border; padding: 3px 6px; spacing: 2px; }
QToolBar[plain="true"] { border: 0; padding: 0; }
#qt_toolbar_ext_button { padding: 0; qproperty-icon: url($arrow); qproperty-iconSize: 10px 10px; }
QToolBar::separator { background: $border; width: 1px; margin: 5px 5px; }
QToolButton { border: 1px solid transparent; border-radius: 5px; padding: 4px; color: $text; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolButton:pressed { background: $accent_soft; }
QToolButton:focus { border: 2px solid $accent; padding: 3px; }
QToolButton:disabled { color: $control_border; background: transparent; border-color: transparent; }
QToolButton[popupMode="2"] { padding-right: 16px; }
QToolButton::menu-indicator { subcontrol-position: right center; right: 4px; }

QPushButton { background: $button; color: $text; border: 1px solid $control_border; border-radius: 5px;
    padding: 5px 12px; }
QPushButton, QToolButton, QTabBar { outline: 0; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $accent; padding: 4px 11px; }
QPushButton:disabled { color: $control_border; border-color: $border; }
QPushButton[main="true"] { background: $accent; color: $accent_text; border-color: $accent; font-weight: 600; }
QPushButton[main="true"]:focus { border: 2px solid $text; }
QPushButton[main="true"]:disabled { background: $neutral_soft; color: $quiet; border-color: $neutral_soft; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: $hover; }
QPushButton[link="true"] { color: $accent; text-align: left; padding: 4px 6px; }
QPushButton[flat="true"]:focus { border: 2px solid $accent; }

QLineEdit, QPlainTextEdit, QAbstractSpinBox {
    background: $base; color: $text; border: 1px solid $control_border; border-radius: 5px; padding: 4px 6px;
    selection-background-color: $accent; selection-color: $accent_text; placeholder-text-color: $quiet; }
QLineEdit:focus, QPlainTextEdit:focus, QAbstractSpinBox:focus { border: 2px solid $accent; padding: 3px 5px; }
QLineEdit[wrong="true"] { border-color: $bad; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }

QAbstractItemView { background: $base; color: $text; border: 1px solid $border; border-radius: 5px; outline: 0;
    padding: 1px;
    selection-background-color: $accent_soft; selection-color: $text; alternate-background-color: $raised; }
QAbstractItemView:focus { border: 2px solid $accent; padding: 0; }
QListView::item { border-radius: 4px; }
QListWidget::item { padding: 3px 5px; }
QListWidget::item:selected { background: $accent_soft; color: $text; }
QAbstractItemView[pane="true"] { border: 0; border-radius: 0; padding: 0; }
QAbstractItemView[pane="true"]:focus { border: 2px solid $accent; }
QAbstractItemView[cards="true"] { border: 2px solid transparent; background: $window; }
QAbstractItemView[cards="true"]:focus { border: 2px solid $accent; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QHeaderView::section { background: $window; color: $quiet; border: 0; border-bottom: 1px solid $border;
    padding: 4px 6px; }
QHeaderView, QHeaderView:focus { background: $window; border: 0; border-radius: 0; padding: 0; }
QTableCornerButton::section { background: $window; border: 0; border-bottom: 1px solid $border; }
QTreeView[roomy="true"]::item { padding: 4px 2px; }
QTableView { gridline-color: $border; }
QTableView::item { padding: 0 5px; }
QTableView[roomy="true"]::item { padding: 0 8px; }
QTableView[roomy="true"] QHeaderView::section { padding: 4px 10px; }

QDockWidget { titlebar-close-icon: url($dock_close); titlebar-normal-icon: url($dock_float); }
QDockWidget::title { background: $window; color: $quiet; padding: 6px 8px 4px 10px; border-bottom: 0; }
QTabWidget::pane { border: 0; border-top: 1px solid $border; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $quiet; padding: 7px ${tab_padding}px; border: 0;
    border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; font-weight: 600; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { border: 2px solid $accent; border-radius: 5px; padding: 5px ${focus_padding}px 7px; }

QStatusBar { background: $window; border-top: 1px solid $border; color: $text; }
QStatusBar::item { border: 0; }
QCheckBox { spacing: 7px; }
QCheckBox::indicator { width: 15px; height: 15px; border: 1px solid $control_border; border-radius: 3px;
    background: $base; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QAbstractItemView::indicator { width: 13px; height: 13px; border: 1px solid $control_border; border-radius: 3px;
    background: $base; }
QAbstractItemView::indicator:checked { background: $accent; border-color: $accent; image: url($tick); }
QCheckBox::indicator:disabled { border-color: $border; }
QCheckBox:focus { outline: 0; }
QCheckBox::indicator:focus { border: 2px solid $accent; width: 13px; height: 13px; }
QComboBox { background: $button; color: $text; border: 1px solid $control_border; border-radius: 5px;
    padding: 4px 8px; }
QComboBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QComboBox:disabled { color: $control_border; border-color: $border; }
QComboBox::drop-down { border: 0; width: 22px; }
QComboBox::down-arrow { image: url($arrow); width: 10px; height: 10px; }
QToolButton::menu-indicator { image: url($arrow); width: 9px; height: 9px; }
QProgressBar { background: $neutral_soft; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QMenuBar { background: $window; border-bottom: 1px solid $border; padding: 1px 4px; }
QMenuBar::item { padding: 4px 8px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $base; color: $text; border: 1px solid $border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 24px; border-radius: 4px; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $control_border; }
QMenu::separator { height: 1px; background: $border; margin: 4px 6px; }
QToolTip { background: $tip; color: $text; border: 1px solid $control_border; padding: 4px 6px; }
QSplitter::handle { background: $border; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $control_border; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page { background: none; border: 0;
    width: 0; height: 0; }
QLabel[quiet="true"] { color: $quiet; }
QLabel[trouble="true"] { color: $bad; }
QLabel[heading="true"] { font-weight: 600; }
QFrame[notice="problem"] { background: $bad_soft; border-bottom: 1px solid $bad; }
QFrame[notice="ask"] { background: $accent_soft; border-bottom: 1px solid $accent; }
QFrame[notice="hint"] { background: $neutral_soft; border: 1px solid $border; border-radius: 6px; }
""")
