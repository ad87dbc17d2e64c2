"""Every sentence that the rooms below say to the user, its blanks by their names: the words to translate."""

from __future__ import annotations

from docqa_app.ui.deeds import QT_TRANSLATE_NOOP

SENTENCES = (
    QT_TRANSLATE_NOOP("Below", "chosen by you"),
    QT_TRANSLATE_NOOP("Below", "an image has no text layer"),
    QT_TRANSLATE_NOOP("Below", "the text layer lies off the page"),
    QT_TRANSLATE_NOOP("Below", "the page has no text layer"),
    QT_TRANSLATE_NOOP("Below", "the text layer's characters are unreadable"),
    QT_TRANSLATE_NOOP("Below", "some of the text layer's words are unreadable"),
    QT_TRANSLATE_NOOP("Below", "the text layer's letters are scrambled"),
    QT_TRANSLATE_NOOP("Below", "the text layer names only a small part of what the page shows"),
    QT_TRANSLATE_NOOP("Below", "the scan carries a text layer of its own"),
    QT_TRANSLATE_NOOP("Below", "the page has a text layer"),
    QT_TRANSLATE_NOOP("Below", "turned by {turn}°"),
    QT_TRANSLATE_NOOP("Below", "light evened"),
    QT_TRANSLATE_NOOP("Below", "ink made clear"),
    QT_TRANSLATE_NOOP("Below", "straightened by {skew}°"),
    QT_TRANSLATE_NOOP("Below", "read in German"),
    QT_TRANSLATE_NOOP("Below", "read in French"),
    QT_TRANSLATE_NOOP("Below", "read in English"),
    QT_TRANSLATE_NOOP("Below", "read by {engine}"),
    QT_TRANSLATE_NOOP(
        "Below", "{name} is damaged: it begins like a PDF but cannot be opened. Fetch or export it again."
    ),
    QT_TRANSLATE_NOOP("Below", "{name} is damaged and cannot be opened. Scan or export it again."),
    QT_TRANSLATE_NOOP("Below", "{name} is empty (0 bytes). It may not have been copied completely: fetch it again."),
    QT_TRANSLATE_NOOP("Below", "{name} is not a {kinds} file. Save or scan it as one of these and open that."),
    QT_TRANSLATE_NOOP("Below", "{name} was changed while it was read. Open it again."),
    QT_TRANSLATE_NOOP("Below", "{name} has no pages. Export it again."),
    QT_TRANSLATE_NOOP(
        "Below", "{name} has more than {count} megapixels. Scan it at 300 dpi, or save it smaller, and open that."
    ),
    QT_TRANSLATE_NOOP("Below", "{name} is locked. Enter its password to read it."),
    QT_TRANSLATE_NOOP("Below", "This password does not open {name}. Check it and enter it again."),
    QT_TRANSLATE_NOOP("Below", "{path} does not exist. It may have been moved or renamed: choose it again."),
    QT_TRANSLATE_NOOP("Below", "{path} is a folder. Choose a file in it."),
    QT_TRANSLATE_NOOP("Below", "{path} is not a file. Choose a document."),
    QT_TRANSLATE_NOOP(
        "Below", "{folder} cannot be searched: {why}. Check that its drive is there and that you may open it."
    ),
    QT_TRANSLATE_NOOP("Below", "A kind of document needs a name."),
    QT_TRANSLATE_NOOP("Below", "{path} cannot be read: {why}. Check that you may open it."),
    QT_TRANSLATE_NOOP("Below", "The embedded {name} is damaged ({why}), so only the pages were read."),
    QT_TRANSLATE_NOOP(
        "Below", "Only the first {most} of {count} pages were read: that is the limit. Split the file to read the rest."
    ),
    QT_TRANSLATE_NOOP("Below", "Page {number} of {name} is damaged: {why}. Scan or export it again."),
    QT_TRANSLATE_NOOP("Below", "Page {number} of {name} is damaged and cannot be opened. Scan or export it again."),
    QT_TRANSLATE_NOOP("Below", "Page {number} of {name} is damaged and could not be drawn."),
    QT_TRANSLATE_NOOP("Below", "Page {number} of {name} shows nothing: its crop box lies off the paper."),
    QT_TRANSLATE_NOOP("Below", "Page {number} of {name} could not be drawn: {why}."),
    QT_TRANSLATE_NOOP("Below", "Page {number} took more than {seconds} seconds to draw, so it was left out."),
    QT_TRANSLATE_NOOP("Below", "Page {number} could not be read; the log says why."),
    QT_TRANSLATE_NOOP(
        "Below",
        "Reading this page took more than {seconds} seconds, so it was left out. Scan it more coarsely (300 "
        "dpi) or allow more time.",
    ),
    QT_TRANSLATE_NOOP("Below", "This page is a scan and Tesseract, which reads scans, is not installed. {how}"),
    QT_TRANSLATE_NOOP("Below", "Text recognition for {wanted} is not installed; installed: {there}. {how}"),
    QT_TRANSLATE_NOOP("Below", "Install it with: {command}, and open the file again."),
    QT_TRANSLATE_NOOP("Below", "Install it with: {command}; or choose an installed language."),
    QT_TRANSLATE_NOOP("Below", "Install it from the Tesseract project's Windows installer, and open the file again."),
    QT_TRANSLATE_NOOP("Below", "Put {files} into Tesseract's tessdata folder; or choose an installed language."),
    QT_TRANSLATE_NOOP("Below", "Tesseract could not read this page: {why}"),
    QT_TRANSLATE_NOOP("Below", "The built-in Tesseract cannot be loaded. Install Tesseract to read scans."),
    QT_TRANSLATE_NOOP("Below", "There is no model in {path}. {how}"),
    QT_TRANSLATE_NOOP("Below", "The model file {path} is damaged: its checksum is wrong. {how}"),
    QT_TRANSLATE_NOOP("Below", "The model file {path} cannot be read ({why}). {how}"),
    QT_TRANSLATE_NOOP("Below", "Install the model again, or choose another models folder."),
    QT_TRANSLATE_NOOP("Below", "The model file {path} cannot be loaded ({why}). Install the model again."),
    QT_TRANSLATE_NOOP("Below", "The model in {path} is of a newer form than this app knows. Update the app."),
    QT_TRANSLATE_NOOP(
        "Below", "This computer has no CUDA device that the app can use. Choose the CPU in the settings."
    ),
    QT_TRANSLATE_NOOP("Below", "{name} is open in another program. Close it there, or save under another name."),
    QT_TRANSLATE_NOOP(
        "Below",
        "{name} is open in {program}. Close it there, or save under another name. (If it is not open, delete {lock}.)",
    ),
    QT_TRANSLATE_NOOP("Below", "{name} was not written: the disk is full. Free some space, or choose another disk."),
    QT_TRANSLATE_NOOP("Below", "{folder} is read-only, so {name} was not written. Choose another folder."),
    QT_TRANSLATE_NOOP("Below", "You may not write into {folder}. Choose another folder."),
    QT_TRANSLATE_NOOP("Below", "The folder {folder} does not exist. Make it, or choose another one."),
    QT_TRANSLATE_NOOP("Below", "{path} is the document itself, which is never changed. Choose another name."),
    QT_TRANSLATE_NOOP("Below", "Something went wrong inside the app ({error}). The log file has the details."),
    QT_TRANSLATE_NOOP(
        "Below", "The library {file} is damaged. Start docqa again: it sets it aside and begins a new one."
    ),
    QT_TRANSLATE_NOOP("Below", "The library {file} may not be written. Check the rights of its folder."),
    QT_TRANSLATE_NOOP(
        "Below", "The disk is full, so the library {file} could not be written. Make room and try again."
    ),
    QT_TRANSLATE_NOOP(
        "Below", "The library was kept busy by another docqa for too long. Nothing was changed; try again."
    ),
    QT_TRANSLATE_NOOP(
        "Below", "There is nothing to summarize: no words were found in this document. Read it again as a scan."
    ),
    QT_TRANSLATE_NOOP(
        "Below",
        "The sheet “{sheet}” would have {rows} rows and {columns} columns, but Excel holds {most_rows} and "
        "{most_columns}. Export fewer documents or columns, or write a CSV.",
    ),
    QT_TRANSLATE_NOOP("Below", "{name} would show {count} pages, too many for one picture. Save a PDF instead."),
    QT_TRANSLATE_NOOP("Below", "{name} cannot be copied: {why}. Save the marked page as PNG instead."),
    QT_TRANSLATE_NOOP("Below", "{path} can no longer be read: {why}. It may have been moved."),
    QT_TRANSLATE_NOOP("Below", "{name} is another file than the one that was read. Open it again, then mark it."),
    QT_TRANSLATE_NOOP("Below", "{path} is a folder. Add a file name to it."),
    QT_TRANSLATE_NOOP("Below", "The name {name}... is too long. Choose a shorter one."),
    QT_TRANSLATE_NOOP("Below", "{path} was not written: {why}. Choose another folder."),
    QT_TRANSLATE_NOOP("Below", "{name} has no sheet “{sheet}”. Choose another file, or write a new one."),
    QT_TRANSLATE_NOOP(
        "Below", "{name} holds pictures, charts or macros, which would be lost. Write a new file instead."
    ),
    QT_TRANSLATE_NOOP(
        "Below",
        "{name} holds queries, formulas that fill several cells or threads of comments, which would be lost. "
        "Write a new file instead.",
    ),
    QT_TRANSLATE_NOOP(
        "Below", "{name} holds texts with escaped underscores, which would be changed. Write a new file instead."
    ),
    QT_TRANSLATE_NOOP(
        "Below",
        "{name} holds drop-down lists, conditional formats or sparklines of a kind that would be lost. "
        "Write a new file instead.",
    ),
    QT_TRANSLATE_NOOP("Below", "{name} is no Excel workbook ({why}). Choose another file."),
    QT_TRANSLATE_NOOP("Below", "{name} cannot be read: {why}. Choose another file."),
    QT_TRANSLATE_NOOP("Below", "{name} is no table ({why}). Choose another file, or write a new one."),
    QT_TRANSLATE_NOOP("Below", "{name} is not JSON ({why}). Choose another file, or write a new one."),
    QT_TRANSLATE_NOOP("Below", "{name} holds no list of objects. Choose another file, or write a new one."),
    QT_TRANSLATE_NOOP(
        "Below",
        "{name} is not UTF-8: Excel has saved it in another encoding. Save it there as “CSV UTF-8”, or write "
        "a new file.",
    ),
    QT_TRANSLATE_NOOP(
        "Below",
        "Nothing was added to {name}: its column {number} {has}, but here it {needs}. Choose the same "
        "columns in the same order, or write a new file.",
    ),
    QT_TRANSLATE_NOOP("Below", "is missing"),
    QT_TRANSLATE_NOOP("Below", "is called “{title}”"),
    QT_TRANSLATE_NOOP("Below", "is no column"),
    QT_TRANSLATE_NOOP("Below", "is “{title}”"),
    QT_TRANSLATE_NOOP(
        "Below", "Nothing was added to {name}: its columns are parted by {marks}. Choose that, or write a new file."
    ),
    QT_TRANSLATE_NOOP("Below", "commas"),
    QT_TRANSLATE_NOOP("Below", "semicolons"),
    QT_TRANSLATE_NOOP("Below", "tabs"),
    QT_TRANSLATE_NOOP("Below", "bars"),
    QT_TRANSLATE_NOOP("Below", "No column is chosen. Tick at least one."),
    QT_TRANSLATE_NOOP("Below", "A column has no name. Give it one."),
    QT_TRANSLATE_NOOP("Below", "{count} columns are called “{title}”. Rename all but one."),
    QT_TRANSLATE_NOOP(
        "Below", "The export preset {file} cannot be used ({why}). Correct it, or delete it and save it anew."
    ),
    QT_TRANSLATE_NOOP("Below", "A preset needs a name of 1 to {most} characters."),
    QT_TRANSLATE_NOOP("Below", "The preset {name} could not be kept in {folder}: {why}."),
    QT_TRANSLATE_NOOP("Below", "The preset {name} could not be removed: {why}."),
    QT_TRANSLATE_NOOP(
        "Below",
        "The library of documents seen before is damaged and was set aside as {name} in {folder}. A new one "
        "was begun; reviewed documents must be opened again.",
    ),
    QT_TRANSLATE_NOOP(
        "Below", "The library {file} could not be used ({why}). Try again; if it stays so, move the file away."
    ),
    QT_TRANSLATE_NOOP(
        "Below",
        "The library {file} was written by a newer docqa (form {form}, this one knows {known}). Update "
        "docqa; nothing was changed.",
    ),
    QT_TRANSLATE_NOOP("Below", "The library {file} cannot be opened ({why}). Check its folder."),
    QT_TRANSLATE_NOOP(
        "Below",
        "It is forgotten, but its traces could not be wiped from the library's file ({error}). Make room on the disk "
        "and close every other docqa; the traces go with the next document that you forget.",
    ),
    QT_TRANSLATE_NOOP("Below", "This document was forgotten meanwhile, so the change is not kept. Open it again."),
    QT_TRANSLATE_NOOP(
        "Below",
        "It is forgotten, but another docqa is reading the library, so traces are left in the file beside "
        "it. They go when every docqa is closed.",
    ),
    QT_TRANSLATE_NOOP(
        "Below", "This Python's SQLite cannot search texts (FTS5 with trigrams, 3.34 or later). Install another one."
    ),
    QT_TRANSLATE_NOOP(
        "Below", "The changes of this document cannot be read. Forget the document in the library and open it again."
    ),
    QT_TRANSLATE_NOOP(
        "Below",
        "The queue could not be kept for the next start ({why}). Make room on the disk and close every other docqa: "
        "it is tried again with the next change.",
    ),
    QT_TRANSLATE_NOOP(
        "Below", "The list of files in the queue was damaged ({why}) and begins anew. The old one is {file}."
    ),
    QT_TRANSLATE_NOOP("Below", "The queue is not kept for the next start: {file} cannot be used ({why})."),
    QT_TRANSLATE_NOOP(
        "Below",
        "The queue {file} was written by a newer docqa (form {form}, this one knows {known}), so nothing is kept "
        "in it. Update docqa; nothing was changed.",
    ),
    QT_TRANSLATE_NOOP("Below", "“{name}” comes with the app and stays as it is. Save your own under another name."),
    QT_TRANSLATE_NOOP("Below", "There is a kind called “{title}” already. Choose another name."),
    QT_TRANSLATE_NOOP("Below", "The kind of document could not be kept in {folder}: {why}."),
    QT_TRANSLATE_NOOP("Below", "The kind of document could not be removed: {why}."),
    QT_TRANSLATE_NOOP("Below", "The schema {file} has the name {name} of another one. Change it there."),
    QT_TRANSLATE_NOOP("Below", "The pattern cannot be used: {why}."),
    QT_TRANSLATE_NOOP("Below", "it repeats a part that is a repeat itself, which can take for ever"),
    QT_TRANSLATE_NOOP("Below", "Write what must hold, such as net_amount + tax_amount == total_amount."),
    QT_TRANSLATE_NOOP("Below", "The rule cannot be checked: {why}."),
    QT_TRANSLATE_NOOP("Below", "The rule speaks of “{name}”, which is no field of this kind."),
    QT_TRANSLATE_NOOP("Below", "The rule can never be checked: “{part}” {why}."),
    QT_TRANSLATE_NOOP("Below", "compares two kinds of values"),
    QT_TRANSLATE_NOOP("Below", "orders what is neither numbers nor days"),
    QT_TRANSLATE_NOOP("Below", "is neither true nor false"),
    QT_TRANSLATE_NOOP("Below", "is no number"),
    QT_TRANSLATE_NOOP("Below", "is no text"),
    QT_TRANSLATE_NOOP("Below", "The model's tokenizer in {path} cannot be read ({why}). Install the model again."),
    QT_TRANSLATE_NOOP("Below", "The model's tokenizer lacks the mark {name}. Install the model again."),
    QT_TRANSLATE_NOOP("Below", "The model's calibration {path} is damaged ({why}). Install the model again."),
    QT_TRANSLATE_NOOP("Below", "The model's thresholds {path} are damaged ({why}). Install the model again."),
    QT_TRANSLATE_NOOP("Below", "The model's list of files {path} is damaged ({why}). {how}"),
    QT_TRANSLATE_NOOP("Below", "The model's list of files {path} cannot be read ({why}). {how}"),
    QT_TRANSLATE_NOOP("Below", "The model's list of files {path} is damaged. {how}"),
    QT_TRANSLATE_NOOP("Below", "The model's {name} is damaged ({why}). Install the model again."),
    QT_TRANSLATE_NOOP(
        "Below", "The words of this document cannot be read. Forget the document in the library and open it again."
    ),
    QT_TRANSLATE_NOOP("Below", "{name} could not be extracted ({why}). The log says more."),
    QT_TRANSLATE_NOOP("Below", "The schema {file} has a mistake: {what}. Correct it there."),
    QT_TRANSLATE_NOOP("Below", "The schema {file} is not JSON ({why}). Correct it there."),
    QT_TRANSLATE_NOOP("Below", "{count} sentences about drawn invoices and receipts"),
    QT_TRANSLATE_NOOP("Below", "{count} summaries of news"),
    QT_TRANSLATE_NOOP("Below", "Page {number} could not be drawn. The log file says why."),
    QT_TRANSLATE_NOOP("Below", "The list of documents open last time ({file}) is damaged, so the window starts empty."),
    QT_TRANSLATE_NOOP("Below", "The settings in {file} could not be read ({why}), so the defaults apply."),
    QT_TRANSLATE_NOOP("Below", "Some settings in {file} were not usable, so their defaults apply: {names}."),
    QT_TRANSLATE_NOOP("Below", "Read as remembered from {name}."),
    QT_TRANSLATE_NOOP("Below", "Taken as remembered from {name}."),
    QT_TRANSLATE_NOOP("Below", "“{text}” does not have the form that this kind of document asks for."),
    QT_TRANSLATE_NOOP("Below", "The page says “{page}”, the XML “{xml}”."),
    QT_TRANSLATE_NOOP("Below", "It is required, and was not found."),
    QT_TRANSLATE_NOOP("Below", "“{text}” is not legible on the page: other amounts lead to it."),
    QT_TRANSLATE_NOOP("Below", "it is not an expression"),
    QT_TRANSLATE_NOOP("Below", "{part} cannot be used in a rule"),
    QT_TRANSLATE_NOOP("Below", "Scans are read by Tesseract {version}."),
    QT_TRANSLATE_NOOP("Below", "Tesseract is not installed; scans are read by the built-in Tesseract."),
    QT_TRANSLATE_NOOP("Below", "Tesseract is not installed, so scans cannot be read. {how}"),
    QT_TRANSLATE_NOOP("Below", "Doubtful words and all figures on scans are read once more by {reader}."),
    QT_TRANSLATE_NOOP(
        "Below",
        "Scans are read by Tesseract alone: the second reader is missing. Install the app again.",
    ),
    QT_TRANSLATE_NOOP("Below", "PDF pages are drawn for recognition by poppler {version}."),
    QT_TRANSLATE_NOOP("Below", "poppler is not installed; PDF pages are drawn by the built-in PDFium."),
    QT_TRANSLATE_NOOP("Below", "Languages that can be read: {languages}."),
    QT_TRANSLATE_NOOP("Below", "No language can be read."),
    QT_TRANSLATE_NOOP("Below", "Czech ({code})"),
    QT_TRANSLATE_NOOP("Below", "Danish ({code})"),
    QT_TRANSLATE_NOOP("Below", "German ({code})"),
    QT_TRANSLATE_NOOP("Below", "English ({code})"),
    QT_TRANSLATE_NOOP("Below", "Finnish ({code})"),
    QT_TRANSLATE_NOOP("Below", "French ({code})"),
    QT_TRANSLATE_NOOP("Below", "Hungarian ({code})"),
    QT_TRANSLATE_NOOP("Below", "Italian ({code})"),
    QT_TRANSLATE_NOOP("Below", "Latin ({code})"),
    QT_TRANSLATE_NOOP("Below", "Dutch ({code})"),
    QT_TRANSLATE_NOOP("Below", "Norwegian ({code})"),
    QT_TRANSLATE_NOOP("Below", "Polish ({code})"),
    QT_TRANSLATE_NOOP("Below", "Portuguese ({code})"),
    QT_TRANSLATE_NOOP("Below", "Romanian ({code})"),
    QT_TRANSLATE_NOOP("Below", "Russian ({code})"),
    QT_TRANSLATE_NOOP("Below", "Spanish ({code})"),
    QT_TRANSLATE_NOOP("Below", "Swedish ({code})"),
    QT_TRANSLATE_NOOP("Below", "Turkish ({code})"),
    QT_TRANSLATE_NOOP("Below", "Ukrainian ({code})"),
)
