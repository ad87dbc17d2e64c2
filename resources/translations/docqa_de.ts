<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>About</name>
    <message>
        <source>About docqa</source>
        <translation>Über docqa</translation>
    </message>
    <message>
        <source>no model is loaded</source>
        <translation>kein Modell geladen</translation>
    </message>
    <message>
        <source>Ask documents, and see the evidence on the page.</source>
        <translation>Dokumente befragen und die Fundstellen auf der Seite sehen.</translation>
    </message>
    <message>
        <source>Model: {model}</source>
        <translation>Modell: {model}</translation>
    </message>
    <message>
        <source>Documents, words and answers stay on this computer: the app opens no network connection.</source>
        <translation>Dokumente, Wörter und Antworten bleiben auf diesem Computer: Das Programm öffnet keine Netzwerkverbindung.</translation>
    </message>
    <message>
        <source>Licence: Apache-2.0</source>
        <translation>Lizenz: Apache-2.0</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>Alternatives</name>
    <message>
        <source>It could also be (keys 1 to 9)</source>
        <translation>Es könnte auch sein (Tasten 1 bis 9)</translation>
    </message>
    <message>
        <source>Other possible answers</source>
        <translation>Andere mögliche Antworten</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>page {first}</source>
        <translation>Seite {first}</translation>
    </message>
    <message>
        <source>pages {first} to {last}</source>
        <translation>den Seiten {first} bis {last}</translation>
    </message>
    <message>
        <source>No answer found on {pages}.</source>
        <translation>Auf {pages} wurde keine Antwort gefunden.</translation>
    </message>
    <message>
        <source>The closest text is “{text}” on page {page}. Use it?</source>
        <translation>Am nächsten kommt „{text}“ auf Seite {page}. Übernehmen?</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{text}   (the model&apos;s own)</source>
        <translation>{text}   (vom Modell)</translation>
    </message>
    <message>
        <source>Confidence {percent}</source>
        <translation>Sicherheit {percent}</translation>
    </message>
    <message>
        <source>{text}   page {page}</source>
        <translation>{text}   Seite {page}</translation>
    </message>
</context>
<context>
    <name>AnswerList</name>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Outdated</source>
        <translation>Veraltet</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Check this</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>Selbst gewählt</translation>
    </message>
    <message>
        <source>No answer on the pages asked</source>
        <translation>Keine Antwort auf den befragten Seiten</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Looking for the answer…</source>
        <translation>Die Antwort wird gesucht…</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>Confidence {percent}: about that share of such answers is right.</source>
        <translation>Sicherheit {percent}: Etwa so viele solcher Antworten stimmen.</translation>
    </message>
    <message>
        <source>Answered by {model}</source>
        <translation>Antwort von {model}</translation>
    </message>
    <message>
        <source>The words were read anew since this answer. F5 asks again.</source>
        <translation>Seit dieser Antwort wurden die Wörter neu gelesen. F5 fragt erneut.</translation>
    </message>
    <message>
        <source>No answer stands on this word.</source>
        <translation>Auf diesem Wort beruht keine Antwort.</translation>
    </message>
    <message numerus="yes">
        <source>%n answer(s) stand on this word.</source>
        <translation>
            <numerusform>%n Antwort beruht auf diesem Wort.</numerusform>
            <numerusform>%n Antworten beruhen auf diesem Wort.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied “{text}”.</source>
        <translation>„{text}“ wurde kopiert.</translation>
    </message>
</context>
<context>
    <name>AskPanel</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Erneut fragen</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Antwort kopieren</translation>
    </message>
    <message>
        <source>Remove the answer</source>
        <translation>Antwort entfernen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>Pages to ask</source>
        <translation>Zu befragende Seiten</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export answers</source>
        <translation>Antworten exportieren</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message numerus="yes">
        <source>Answering %n question(s)</source>
        <translation>
            <numerusform>%n Frage wird beantwortet</numerusform>
            <numerusform>%n Fragen werden beantwortet</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped before it was answered. Press F5 to ask again.</source>
        <translation>Vor der Antwort abgebrochen. F5 fragt erneut.</translation>
    </message>
</context>
<context>
    <name>Below</name>
    <message>
        <source>chosen by you</source>
        <translation>von Ihnen gewählt</translation>
    </message>
    <message>
        <source>an image has no text layer</source>
        <translation>ein Bild hat keine Textebene</translation>
    </message>
    <message>
        <source>the text layer lies off the page</source>
        <translation>die Textebene liegt außerhalb der Seite</translation>
    </message>
    <message>
        <source>the page has no text layer</source>
        <translation>die Seite hat keine Textebene</translation>
    </message>
    <message>
        <source>the text layer&apos;s characters are unreadable</source>
        <translation>die Zeichen der Textebene sind unlesbar</translation>
    </message>
    <message>
        <source>some of the text layer&apos;s words are unreadable</source>
        <translation>einige Wörter der Textebene sind unlesbar</translation>
    </message>
    <message>
        <source>the text layer&apos;s letters are scrambled</source>
        <translation>die Buchstaben der Textebene sind vertauscht</translation>
    </message>
    <message>
        <source>the text layer names only a small part of what the page shows</source>
        <translation>die Textebene enthält nur wenig von dem, was die Seite zeigt</translation>
    </message>
    <message>
        <source>the scan carries a text layer of its own</source>
        <translation>der Scan bringt eine eigene Textebene mit</translation>
    </message>
    <message>
        <source>the page has a text layer</source>
        <translation>die Seite hat eine Textebene</translation>
    </message>
    <message>
        <source>turned by {turn}°</source>
        <translation>um {turn}° gedreht</translation>
    </message>
    <message>
        <source>light evened</source>
        <translation>Beleuchtung ausgeglichen</translation>
    </message>
    <message>
        <source>ink made clear</source>
        <translation>Schrift verdeutlicht</translation>
    </message>
    <message>
        <source>straightened by {skew}°</source>
        <translation>um {skew}° begradigt</translation>
    </message>
    <message>
        <source>read in German</source>
        <translation>auf Deutsch gelesen</translation>
    </message>
    <message>
        <source>read in French</source>
        <translation>auf Französisch gelesen</translation>
    </message>
    <message>
        <source>read in English</source>
        <translation>auf Englisch gelesen</translation>
    </message>
    <message>
        <source>read by {engine}</source>
        <translation>gelesen von {engine}</translation>
    </message>
    <message>
        <source>{name} is damaged: it begins like a PDF but cannot be opened. Fetch or export it again.</source>
        <translation>{name} ist beschädigt: Die Datei beginnt wie ein PDF, lässt sich aber nicht öffnen. Bitte neu herunterladen oder exportieren.</translation>
    </message>
    <message>
        <source>{name} is damaged and cannot be opened. Scan or export it again.</source>
        <translation>{name} ist beschädigt und lässt sich nicht öffnen. Bitte neu scannen oder exportieren.</translation>
    </message>
    <message>
        <source>{name} is empty (0 bytes). It may not have been copied completely: fetch it again.</source>
        <translation>{name} ist leer (0 Bytes). Vielleicht wurde die Datei nicht vollständig kopiert. Bitte neu kopieren.</translation>
    </message>
    <message>
        <source>{name} is not a {kinds} file. Save or scan it as one of these and open that.</source>
        <translation>{name} ist keine Datei der Art {kinds}. Bitte in einem dieser Formate speichern oder scannen und dann öffnen.</translation>
    </message>
    <message>
        <source>{name} was changed while it was read. Open it again.</source>
        <translation>{name} wurde während des Lesens geändert. Bitte erneut öffnen.</translation>
    </message>
    <message>
        <source>{name} has no pages. Export it again.</source>
        <translation>{name} hat keine Seiten. Bitte neu exportieren.</translation>
    </message>
    <message>
        <source>{name} has more than {count} megapixels. Scan it at 300 dpi, or save it smaller, and open that.</source>
        <translation>{name} hat mehr als {count} Megapixel. Bitte mit 300 dpi scannen oder verkleinert speichern und dann öffnen.</translation>
    </message>
    <message>
        <source>{name} is locked. Enter its password to read it.</source>
        <translation>{name} ist gesperrt. Bitte das Kennwort eingeben, um es zu lesen.</translation>
    </message>
    <message>
        <source>This password does not open {name}. Check it and enter it again.</source>
        <translation>Dieses Kennwort öffnet {name} nicht. Bitte prüfen und erneut eingeben.</translation>
    </message>
    <message>
        <source>{path} does not exist. It may have been moved or renamed: choose it again.</source>
        <translation>{path} gibt es nicht. Vielleicht wurde die Datei verschoben oder umbenannt. Bitte neu wählen.</translation>
    </message>
    <message>
        <source>{path} is a folder. Choose a file in it.</source>
        <translation>{path} ist ein Ordner. Bitte eine Datei darin wählen.</translation>
    </message>
    <message>
        <source>{path} is not a file. Choose a document.</source>
        <translation>{path} ist keine Datei. Bitte ein Dokument wählen.</translation>
    </message>
    <message>
        <source>{folder} cannot be searched: {why}. Check that its drive is there and that you may open it.</source>
        <translation>{folder} lässt sich nicht durchsuchen: {why}. Bitte prüfen, ob das Laufwerk verbunden ist und ob Sie den Ordner öffnen dürfen.</translation>
    </message>
    <message>
        <source>A kind of document needs a name.</source>
        <translation>Eine Dokumentart braucht einen Namen.</translation>
    </message>
    <message>
        <source>{path} cannot be read: {why}. Check that you may open it.</source>
        <translation>{path} ist nicht lesbar: {why}. Bitte prüfen, ob Sie die Datei öffnen dürfen.</translation>
    </message>
    <message>
        <source>The embedded {name} is damaged ({why}), so only the pages were read.</source>
        <translation>Die eingebettete Datei {name} ist beschädigt ({why}); es wurden nur die Seiten gelesen.</translation>
    </message>
    <message>
        <source>Only the first {most} of {count} pages were read: that is the limit. Split the file to read the rest.</source>
        <translation>Nur die ersten {most} von {count} Seiten wurden gelesen: Mehr sind nicht möglich. Bitte die Datei teilen, um den Rest zu lesen.</translation>
    </message>
    <message>
        <source>Page {number} of {name} is damaged: {why}. Scan or export it again.</source>
        <translation>Seite {number} von {name} ist beschädigt: {why}. Bitte neu scannen oder exportieren.</translation>
    </message>
    <message>
        <source>Page {number} of {name} is damaged and cannot be opened. Scan or export it again.</source>
        <translation>Seite {number} von {name} ist beschädigt und lässt sich nicht öffnen. Bitte neu scannen oder exportieren.</translation>
    </message>
    <message>
        <source>Page {number} of {name} is damaged and could not be drawn.</source>
        <translation>Seite {number} von {name} ist beschädigt und ließ sich nicht darstellen.</translation>
    </message>
    <message>
        <source>Page {number} of {name} shows nothing: its crop box lies off the paper.</source>
        <translation>Seite {number} von {name} zeigt nichts: Der sichtbare Ausschnitt liegt außerhalb des Papiers.</translation>
    </message>
    <message>
        <source>Page {number} of {name} could not be drawn: {why}.</source>
        <translation>Seite {number} von {name} ließ sich nicht darstellen: {why}.</translation>
    </message>
    <message>
        <source>Page {number} took more than {seconds} seconds to draw, so it was left out.</source>
        <translation>Das Darstellen von Seite {number} dauerte mehr als {seconds} Sekunden; sie wurde ausgelassen.</translation>
    </message>
    <message>
        <source>Page {number} could not be read; the log says why.</source>
        <translation>Seite {number} ließ sich nicht lesen; der Grund steht im Protokoll.</translation>
    </message>
    <message>
        <source>Reading this page took more than {seconds} seconds, so it was left out. Scan it more coarsely (300 dpi) or allow more time.</source>
        <translation>Das Lesen dieser Seite dauerte mehr als {seconds} Sekunden; sie wurde ausgelassen. Bitte gröber scannen (300 dpi) oder mehr Zeit einräumen.</translation>
    </message>
    <message>
        <source>This page is a scan and Tesseract, which reads scans, is not installed. {how}</source>
        <translation>Diese Seite ist ein Scan, und Tesseract, das Scans liest, ist nicht installiert. {how}</translation>
    </message>
    <message>
        <source>Text recognition for {wanted} is not installed; installed: {there}. {how}</source>
        <translation>Die Texterkennung für {wanted} ist nicht installiert; installiert: {there}. {how}</translation>
    </message>
    <message>
        <source>Install it with: {command}, and open the file again.</source>
        <translation>Installieren mit: {command}, dann die Datei erneut öffnen.</translation>
    </message>
    <message>
        <source>Install it with: {command}; or choose an installed language.</source>
        <translation>Installieren mit: {command}; oder eine installierte Sprache wählen.</translation>
    </message>
    <message>
        <source>Install it from the Tesseract project&apos;s Windows installer, and open the file again.</source>
        <translation>Bitte mit dem Windows-Installationsprogramm des Tesseract-Projekts installieren und die Datei erneut öffnen.</translation>
    </message>
    <message>
        <source>Put {files} into Tesseract&apos;s tessdata folder; or choose an installed language.</source>
        <translation>Bitte {files} in den Ordner tessdata von Tesseract legen oder eine installierte Sprache wählen.</translation>
    </message>
    <message>
        <source>Tesseract could not read this page: {why}</source>
        <translation>Tesseract konnte diese Seite nicht lesen: {why}</translation>
    </message>
    <message>
        <source>The built-in Tesseract cannot be loaded. Install Tesseract to read scans.</source>
        <translation>Das eingebaute Tesseract lässt sich nicht laden. Bitte Tesseract installieren, um Scans zu lesen.</translation>
    </message>
    <message>
        <source>There is no model in {path}. {how}</source>
        <translation>In {path} liegt kein Modell. {how}</translation>
    </message>
    <message>
        <source>The model file {path} is damaged: its checksum is wrong. {how}</source>
        <translation>Die Modelldatei {path} ist beschädigt: Ihre Prüfsumme stimmt nicht. {how}</translation>
    </message>
    <message>
        <source>The model file {path} cannot be read ({why}). {how}</source>
        <translation>Die Modelldatei {path} ist nicht lesbar ({why}). {how}</translation>
    </message>
    <message>
        <source>Install the model again, or choose another models folder.</source>
        <translation>Bitte das Modell neu installieren oder einen anderen Modellordner wählen.</translation>
    </message>
    <message>
        <source>The model file {path} cannot be loaded ({why}). Install the model again.</source>
        <translation>Die Modelldatei {path} lässt sich nicht laden ({why}). Bitte das Modell neu installieren.</translation>
    </message>
    <message>
        <source>The model in {path} is of a newer form than this app knows. Update the app.</source>
        <translation>Das Modell in {path} hat eine neuere Form, als dieses Programm kennt. Bitte das Programm aktualisieren.</translation>
    </message>
    <message>
        <source>This computer has no CUDA device that the app can use. Choose the CPU in the settings.</source>
        <translation>Dieser Computer hat kein CUDA-Gerät, das das Programm nutzen kann. Bitte in den Einstellungen die CPU wählen.</translation>
    </message>
    <message>
        <source>{name} is open in another program. Close it there, or save under another name.</source>
        <translation>{name} ist in einem anderen Programm geöffnet. Bitte dort schließen oder unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>{name} is open in {program}. Close it there, or save under another name. (If it is not open, delete {lock}.)</source>
        <translation>{name} ist in {program} geöffnet. Bitte dort schließen oder unter anderem Namen speichern. (Falls die Datei nicht geöffnet ist: {lock} löschen.)</translation>
    </message>
    <message>
        <source>{name} was not written: the disk is full. Free some space, or choose another disk.</source>
        <translation>{name} wurde nicht geschrieben: Der Datenträger ist voll. Bitte Platz schaffen oder einen anderen Datenträger wählen.</translation>
    </message>
    <message>
        <source>{folder} is read-only, so {name} was not written. Choose another folder.</source>
        <translation>{folder} ist schreibgeschützt; {name} wurde nicht geschrieben. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>You may not write into {folder}. Choose another folder.</source>
        <translation>In {folder} dürfen Sie nicht schreiben. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist. Make it, or choose another one.</source>
        <translation>Den Ordner {folder} gibt es nicht. Bitte anlegen oder einen anderen wählen.</translation>
    </message>
    <message>
        <source>{path} is the document itself, which is never changed. Choose another name.</source>
        <translation>{path} ist das Dokument selbst; es wird nie geändert. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Something went wrong inside the app ({error}). The log file has the details.</source>
        <translation>Im Programm ist ein Fehler aufgetreten ({error}). Einzelheiten stehen in der Protokolldatei.</translation>
    </message>
    <message>
        <source>The library {file} is damaged. Start docqa again: it sets it aside and begins a new one.</source>
        <translation>Die Bibliothek {file} ist beschädigt. Bitte docqa neu starten: Sie wird dann beiseitegelegt und eine neue begonnen.</translation>
    </message>
    <message>
        <source>The library {file} may not be written. Check the rights of its folder.</source>
        <translation>In die Bibliothek {file} darf nicht geschrieben werden. Bitte die Zugriffsrechte ihres Ordners prüfen.</translation>
    </message>
    <message>
        <source>The disk is full, so the library {file} could not be written. Make room and try again.</source>
        <translation>Der Datenträger ist voll; die Bibliothek {file} konnte nicht geschrieben werden. Bitte Platz schaffen und erneut versuchen.</translation>
    </message>
    <message>
        <source>The library was kept busy by another docqa for too long. Nothing was changed; try again.</source>
        <translation>Die Bibliothek war zu lange von einem anderen docqa belegt. Es wurde nichts geändert; bitte erneut versuchen.</translation>
    </message>
    <message>
        <source>There is nothing to summarize: no words were found in this document. Read it again as a scan.</source>
        <translation>Es gibt nichts zusammenzufassen: In diesem Dokument wurden keine Wörter gefunden. Bitte erneut als Scan lesen.</translation>
    </message>
    <message>
        <source>The sheet “{sheet}” would have {rows} rows and {columns} columns, but Excel holds {most_rows} and {most_columns}. Export fewer documents or columns, or write a CSV.</source>
        <translation>Das Blatt „{sheet}“ hätte {rows} Zeilen und {columns} Spalten, Excel fasst aber nur {most_rows} und {most_columns}. Bitte weniger Dokumente oder Spalten exportieren oder eine CSV-Datei schreiben.</translation>
    </message>
    <message>
        <source>{name} would show {count} pages, too many for one picture. Save a PDF instead.</source>
        <translation>{name} würde {count} Seiten zeigen, zu viele für ein Bild. Bitte stattdessen als PDF speichern.</translation>
    </message>
    <message>
        <source>{name} cannot be copied: {why}. Save the marked page as PNG instead.</source>
        <translation>{name} lässt sich nicht kopieren: {why}. Bitte die markierte Seite stattdessen als PNG speichern.</translation>
    </message>
    <message>
        <source>{path} can no longer be read: {why}. It may have been moved.</source>
        <translation>{path} lässt sich nicht mehr lesen: {why}. Vielleicht wurde die Datei verschoben.</translation>
    </message>
    <message>
        <source>{name} is another file than the one that was read. Open it again, then mark it.</source>
        <translation>{name} ist eine andere Datei als die gelesene. Bitte neu öffnen und dann markieren.</translation>
    </message>
    <message>
        <source>{path} is a folder. Add a file name to it.</source>
        <translation>{path} ist ein Ordner. Bitte einen Dateinamen anhängen.</translation>
    </message>
    <message>
        <source>The name {name}... is too long. Choose a shorter one.</source>
        <translation>Der Name {name}... ist zu lang. Bitte einen kürzeren wählen.</translation>
    </message>
    <message>
        <source>{path} was not written: {why}. Choose another folder.</source>
        <translation>{path} wurde nicht geschrieben: {why}. Bitte einen anderen Ordner wählen.</translation>
    </message>
    <message>
        <source>{name} has no sheet “{sheet}”. Choose another file, or write a new one.</source>
        <translation>{name} hat kein Blatt „{sheet}“. Bitte eine andere Datei wählen oder eine neue schreiben.</translation>
    </message>
    <message>
        <source>{name} holds pictures, charts or macros, which would be lost. Write a new file instead.</source>
        <translation>{name} enthält Bilder, Diagramme oder Makros, die verloren gingen. Bitte eine neue Datei schreiben.</translation>
    </message>
    <message>
        <source>{name} holds queries, formulas that fill several cells or threads of comments, which would be lost. Write a new file instead.</source>
        <translation>{name} enthält Abfragen, Formeln, die mehrere Zellen füllen, oder Kommentarverläufe, die verloren gingen. Bitte eine neue Datei schreiben.</translation>
    </message>
    <message>
        <source>{name} holds texts with escaped underscores, which would be changed. Write a new file instead.</source>
        <translation>{name} enthält Texte mit maskierten Unterstrichen, die sich ändern würden. Bitte eine neue Datei schreiben.</translation>
    </message>
    <message>
        <source>{name} holds drop-down lists, conditional formats or sparklines of a kind that would be lost. Write a new file instead.</source>
        <translation>{name} enthält Auswahllisten, bedingte Formatierungen oder Sparklines einer Art, die verloren ginge. Bitte eine neue Datei schreiben.</translation>
    </message>
    <message>
        <source>{name} is no Excel workbook ({why}). Choose another file.</source>
        <translation>{name} ist keine Excel-Arbeitsmappe ({why}). Bitte eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{name} cannot be read: {why}. Choose another file.</source>
        <translation>{name} lässt sich nicht lesen: {why}. Bitte eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>{name} is no table ({why}). Choose another file, or write a new one.</source>
        <translation>{name} ist keine Tabelle ({why}). Bitte eine andere Datei wählen oder eine neue schreiben.</translation>
    </message>
    <message>
        <source>{name} is not JSON ({why}). Choose another file, or write a new one.</source>
        <translation>{name} ist kein JSON ({why}). Bitte eine andere Datei wählen oder eine neue schreiben.</translation>
    </message>
    <message>
        <source>{name} holds no list of objects. Choose another file, or write a new one.</source>
        <translation>{name} enthält keine Liste von Objekten. Bitte eine andere Datei wählen oder eine neue schreiben.</translation>
    </message>
    <message>
        <source>{name} is not UTF-8: Excel has saved it in another encoding. Save it there as “CSV UTF-8”, or write a new file.</source>
        <translation>{name} ist nicht in UTF-8: Excel hat die Datei in einer anderen Kodierung gespeichert. Bitte dort als „CSV UTF-8“ speichern oder eine neue Datei schreiben.</translation>
    </message>
    <message>
        <source>Nothing was added to {name}: its column {number} {has}, but here it {needs}. Choose the same columns in the same order, or write a new file.</source>
        <translation>An {name} wurde nichts angehängt: Spalte {number} {has}, hier aber {needs}. Bitte dieselben Spalten in derselben Reihenfolge wählen oder eine neue Datei schreiben.</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt dort</translation>
    </message>
    <message>
        <source>is called “{title}”</source>
        <translation>heißt dort „{title}“</translation>
    </message>
    <message>
        <source>is no column</source>
        <translation>gibt es sie nicht</translation>
    </message>
    <message>
        <source>is “{title}”</source>
        <translation>heißt sie „{title}“</translation>
    </message>
    <message>
        <source>Nothing was added to {name}: its columns are parted by {marks}. Choose that, or write a new file.</source>
        <translation>An {name} wurde nichts angehängt: Die Spalten sind dort durch {marks} getrennt. Bitte dasselbe wählen oder eine neue Datei schreiben.</translation>
    </message>
    <message>
        <source>commas</source>
        <translation>Kommas</translation>
    </message>
    <message>
        <source>semicolons</source>
        <translation>Semikolons</translation>
    </message>
    <message>
        <source>tabs</source>
        <translation>Tabulatoren</translation>
    </message>
    <message>
        <source>bars</source>
        <translation>senkrechte Striche</translation>
    </message>
    <message>
        <source>No column is chosen. Tick at least one.</source>
        <translation>Es ist keine Spalte angekreuzt. Bitte mindestens eine ankreuzen.</translation>
    </message>
    <message>
        <source>A column has no name. Give it one.</source>
        <translation>Eine Spalte hat keinen Namen. Bitte einen eingeben.</translation>
    </message>
    <message>
        <source>{count} columns are called “{title}”. Rename all but one.</source>
        <translation>{count} Spalten heißen „{title}“. Bitte alle bis auf eine umbenennen.</translation>
    </message>
    <message>
        <source>The export preset {file} cannot be used ({why}). Correct it, or delete it and save it anew.</source>
        <translation>Die Exportvorlage {file} ist nicht verwendbar ({why}). Bitte berichtigen oder löschen und neu speichern.</translation>
    </message>
    <message>
        <source>A preset needs a name of 1 to {most} characters.</source>
        <translation>Eine Vorlage braucht einen Namen mit 1 bis {most} Zeichen.</translation>
    </message>
    <message>
        <source>The preset {name} could not be kept in {folder}: {why}.</source>
        <translation>Die Vorlage {name} konnte nicht in {folder} gespeichert werden: {why}.</translation>
    </message>
    <message>
        <source>The preset {name} could not be removed: {why}.</source>
        <translation>Die Vorlage {name} konnte nicht entfernt werden: {why}.</translation>
    </message>
    <message>
        <source>The library of documents seen before is damaged and was set aside as {name} in {folder}. A new one was begun; reviewed documents must be opened again.</source>
        <translation>Die Bibliothek der bisherigen Dokumente ist beschädigt und wurde als {name} in {folder} beiseitegelegt. Eine neue wurde begonnen; geprüfte Dokumente müssen erneut geöffnet werden.</translation>
    </message>
    <message>
        <source>The library {file} could not be used ({why}). Try again; if it stays so, move the file away.</source>
        <translation>Die Bibliothek {file} ließ sich nicht verwenden ({why}). Bitte erneut versuchen; hilft das nicht, die Datei an einen anderen Ort verschieben.</translation>
    </message>
    <message>
        <source>The library {file} was written by a newer docqa (form {form}, this one knows {known}). Update docqa; nothing was changed.</source>
        <translation>Die Bibliothek {file} stammt von einem neueren docqa (Form {form}, dieses kennt {known}). Bitte docqa aktualisieren; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>The library {file} cannot be opened ({why}). Check its folder.</source>
        <translation>Die Bibliothek {file} lässt sich nicht öffnen ({why}). Bitte den Ordner prüfen.</translation>
    </message>
    <message>
        <source>It is forgotten, but its traces could not be wiped from the library&apos;s file ({error}). Make room on the disk and close every other docqa; the traces go with the next document that you forget.</source>
        <translation>Das Dokument ist vergessen, aber seine Spuren konnten nicht aus der Datei der Bibliothek gelöscht werden ({error}). Bitte Platz auf dem Datenträger schaffen und jedes andere docqa schließen; die Spuren verschwinden mit dem nächsten Dokument, das vergessen wird.</translation>
    </message>
    <message>
        <source>This document was forgotten meanwhile, so the change is not kept. Open it again.</source>
        <translation>Dieses Dokument wurde inzwischen vergessen; die Änderung ist nicht gespeichert. Bitte erneut öffnen.</translation>
    </message>
    <message>
        <source>It is forgotten, but another docqa is reading the library, so traces are left in the file beside it. They go when every docqa is closed.</source>
        <translation>Das Dokument ist vergessen, aber ein anderes docqa liest die Bibliothek; deshalb bleiben Spuren in der Datei daneben. Sie verschwinden, wenn jedes docqa geschlossen ist.</translation>
    </message>
    <message>
        <source>This Python&apos;s SQLite cannot search texts (FTS5 with trigrams, 3.34 or later). Install another one.</source>
        <translation>Das SQLite dieses Pythons kann keine Texte durchsuchen (FTS5 mit Trigrammen, ab 3.34). Bitte ein anderes installieren.</translation>
    </message>
    <message>
        <source>The changes of this document cannot be read. Forget the document in the library and open it again.</source>
        <translation>Die Änderungen dieses Dokuments lassen sich nicht lesen. Bitte das Dokument in der Bibliothek vergessen und erneut öffnen.</translation>
    </message>
    <message>
        <source>The queue could not be kept for the next start ({why}). Make room on the disk and close every other docqa: it is tried again with the next change.</source>
        <translation>Die Warteschlange konnte nicht für den nächsten Start gespeichert werden ({why}). Bitte Platz auf dem Datenträger schaffen und jedes andere docqa schließen: Mit der nächsten Änderung wird es erneut versucht.</translation>
    </message>
    <message>
        <source>The list of files in the queue was damaged ({why}) and begins anew. The old one is {file}.</source>
        <translation>Die Liste der Dateien in der Warteschlange war beschädigt ({why}) und beginnt neu. Die alte liegt in {file}.</translation>
    </message>
    <message>
        <source>The queue is not kept for the next start: {file} cannot be used ({why}).</source>
        <translation>Die Warteschlange wird nicht für den nächsten Start gespeichert: {file} ist nicht verwendbar ({why}).</translation>
    </message>
    <message>
        <source>The queue {file} was written by a newer docqa (form {form}, this one knows {known}), so nothing is kept in it. Update docqa; nothing was changed.</source>
        <translation>Die Warteschlange {file} stammt von einem neueren docqa (Form {form}, dieses kennt {known}); deshalb wird nichts darin gespeichert. Bitte docqa aktualisieren; es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>“{name}” comes with the app and stays as it is. Save your own under another name.</source>
        <translation>„{name}“ gehört zum Programm und bleibt, wie es ist. Bitte die eigene unter anderem Namen speichern.</translation>
    </message>
    <message>
        <source>There is a kind called “{title}” already. Choose another name.</source>
        <translation>Eine Dokumentart namens „{title}“ gibt es schon. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The kind of document could not be kept in {folder}: {why}.</source>
        <translation>Die Dokumentart konnte nicht in {folder} gespeichert werden: {why}.</translation>
    </message>
    <message>
        <source>The kind of document could not be removed: {why}.</source>
        <translation>Die Dokumentart konnte nicht entfernt werden: {why}.</translation>
    </message>
    <message>
        <source>The schema {file} has the name {name} of another one. Change it there.</source>
        <translation>Die Dokumentart {file} hat den Namen {name}, den schon eine andere trägt. Bitte dort ändern.</translation>
    </message>
    <message>
        <source>The pattern cannot be used: {why}.</source>
        <translation>Das Muster ist nicht verwendbar: {why}.</translation>
    </message>
    <message>
        <source>it repeats a part that is a repeat itself, which can take for ever</source>
        <translation>es wiederholt einen Teil, der selbst eine Wiederholung ist, und das kann endlos dauern</translation>
    </message>
    <message>
        <source>Write what must hold, such as net_amount + tax_amount == total_amount.</source>
        <translation>Hier steht, was gelten muss, etwa net_amount + tax_amount == total_amount.</translation>
    </message>
    <message>
        <source>The rule cannot be checked: {why}.</source>
        <translation>Die Regel lässt sich nicht prüfen: {why}.</translation>
    </message>
    <message>
        <source>The rule speaks of “{name}”, which is no field of this kind.</source>
        <translation>Die Regel nennt „{name}“, aber diese Dokumentart hat kein solches Feld.</translation>
    </message>
    <message>
        <source>The rule can never be checked: “{part}” {why}.</source>
        <translation>Die Regel lässt sich nie prüfen: „{part}“ {why}.</translation>
    </message>
    <message>
        <source>compares two kinds of values</source>
        <translation>vergleicht Werte verschiedener Art</translation>
    </message>
    <message>
        <source>orders what is neither numbers nor days</source>
        <translation>ordnet, was weder Zahl noch Datum ist</translation>
    </message>
    <message>
        <source>is neither true nor false</source>
        <translation>ist weder wahr noch falsch</translation>
    </message>
    <message>
        <source>is no number</source>
        <translation>ist keine Zahl</translation>
    </message>
    <message>
        <source>is no text</source>
        <translation>ist kein Text</translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer in {path} cannot be read ({why}). Install the model again.</source>
        <translation>Der Tokenizer des Modells in {path} lässt sich nicht lesen ({why}). Bitte das Modell neu installieren.</translation>
    </message>
    <message>
        <source>The model&apos;s tokenizer lacks the mark {name}. Install the model again.</source>
        <translation>Dem Tokenizer des Modells fehlt die Marke {name}. Bitte das Modell neu installieren.</translation>
    </message>
    <message>
        <source>The model&apos;s calibration {path} is damaged ({why}). Install the model again.</source>
        <translation>Die Kalibrierung des Modells, {path}, ist beschädigt ({why}). Bitte das Modell neu installieren.</translation>
    </message>
    <message>
        <source>The model&apos;s thresholds {path} are damaged ({why}). Install the model again.</source>
        <translation>Die Schwellen des Modells, {path}, sind beschädigt ({why}). Bitte das Modell neu installieren.</translation>
    </message>
    <message>
        <source>The model&apos;s list of files {path} is damaged ({why}). {how}</source>
        <translation>Die Dateiliste des Modells, {path}, ist beschädigt ({why}). {how}</translation>
    </message>
    <message>
        <source>The model&apos;s list of files {path} cannot be read ({why}). {how}</source>
        <translation>Die Dateiliste des Modells, {path}, lässt sich nicht lesen ({why}). {how}</translation>
    </message>
    <message>
        <source>The model&apos;s list of files {path} is damaged. {how}</source>
        <translation>Die Dateiliste des Modells, {path}, ist beschädigt. {how}</translation>
    </message>
    <message>
        <source>The model&apos;s {name} is damaged ({why}). Install the model again.</source>
        <translation>Die Datei {name} des Modells ist beschädigt ({why}). Bitte das Modell neu installieren.</translation>
    </message>
    <message>
        <source>The words of this document cannot be read. Forget the document in the library and open it again.</source>
        <translation>Die Wörter dieses Dokuments lassen sich nicht lesen. Bitte das Dokument in der Bibliothek vergessen und erneut öffnen.</translation>
    </message>
    <message>
        <source>{name} could not be extracted ({why}). The log says more.</source>
        <translation>{name} konnte nicht ausgelesen werden ({why}). Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>The schema {file} has a mistake: {what}. Correct it there.</source>
        <translation>Die Dokumentart {file} enthält einen Fehler: {what}. Bitte dort berichtigen.</translation>
    </message>
    <message>
        <source>The schema {file} is not JSON ({why}). Correct it there.</source>
        <translation>Die Dokumentart {file} ist kein JSON ({why}). Bitte dort berichtigen.</translation>
    </message>
    <message>
        <source>{count} sentences about drawn invoices and receipts</source>
        <translation>{count} Sätzen über künstlich erzeugte Rechnungen und Kassenbons</translation>
    </message>
    <message>
        <source>{count} summaries of news</source>
        <translation>{count} Zusammenfassungen von Nachrichten</translation>
    </message>
    <message>
        <source>Page {number} could not be drawn. The log file says why.</source>
        <translation>Seite {number} ließ sich nicht darstellen. Der Grund steht in der Protokolldatei.</translation>
    </message>
    <message>
        <source>The list of documents open last time ({file}) is damaged, so the window starts empty.</source>
        <translation>Die Liste der zuletzt offenen Dokumente ({file}) ist beschädigt; deshalb beginnt das Fenster leer.</translation>
    </message>
    <message>
        <source>The settings in {file} could not be read ({why}), so the defaults apply.</source>
        <translation>Die Einstellungen in {file} ließen sich nicht lesen ({why}); es gelten die Standardwerte.</translation>
    </message>
    <message>
        <source>Some settings in {file} were not usable, so their defaults apply: {names}.</source>
        <translation>Einige Einstellungen in {file} waren nicht verwendbar; für sie gelten die Standardwerte: {names}.</translation>
    </message>
    <message>
        <source>Read as remembered from {name}.</source>
        <translation>Gelesen, wie für {name} gemerkt.</translation>
    </message>
    <message>
        <source>Taken as remembered from {name}.</source>
        <translation>Übernommen, wie für {name} gemerkt.</translation>
    </message>
    <message>
        <source>“{text}” does not have the form that this kind of document asks for.</source>
        <translation>„{text}“ hat nicht die Form, die diese Dokumentart verlangt.</translation>
    </message>
    <message>
        <source>The page says “{page}”, the XML “{xml}”.</source>
        <translation>Auf der Seite steht „{page}“, im XML „{xml}“.</translation>
    </message>
    <message>
        <source>It is required, and was not found.</source>
        <translation>Der Wert ist erforderlich, wurde aber nicht gefunden.</translation>
    </message>
    <message>
        <source>it is not an expression</source>
        <translation>sie ist kein gültiger Ausdruck</translation>
    </message>
    <message>
        <source>{part} cannot be used in a rule</source>
        <translation>{part} ist in einer Regel nicht möglich</translation>
    </message>
    <message>
        <source>Scans are read by Tesseract {version}.</source>
        <translation>Scans werden von Tesseract {version} gelesen.</translation>
    </message>
    <message>
        <source>Tesseract is not installed; scans are read by the built-in Tesseract.</source>
        <translation>Tesseract ist nicht installiert; Scans werden vom eingebauten Tesseract gelesen.</translation>
    </message>
    <message>
        <source>Tesseract is not installed, so scans cannot be read. {how}</source>
        <translation>Tesseract ist nicht installiert, deshalb lassen sich Scans nicht lesen. {how}</translation>
    </message>
    <message>
        <source>Doubtful words and all figures on scans are read once more by {reader}.</source>
        <translation>Zweifelhafte Wörter und alle Zahlen auf Scans liest {reader} noch einmal.</translation>
    </message>
    <message>
        <source>Scans are read by Tesseract alone: the second reader is missing. Install the app again.</source>
        <translation>Scans liest nur Tesseract: Der zweite Leser fehlt. Bitte die App neu installieren.</translation>
    </message>
    <message>
        <source>PDF pages are drawn for recognition by poppler {version}.</source>
        <translation>PDF-Seiten zeichnet poppler {version} für die Texterkennung.</translation>
    </message>
    <message>
        <source>poppler is not installed; PDF pages are drawn by the built-in PDFium.</source>
        <translation>poppler ist nicht installiert; PDF-Seiten zeichnet das eingebaute PDFium.</translation>
    </message>
    <message>
        <source>Languages that can be read: {languages}.</source>
        <translation>Lesbare Sprachen: {languages}.</translation>
    </message>
    <message>
        <source>No language can be read.</source>
        <translation>Keine Sprache ist lesbar.</translation>
    </message>
    <message>
        <source>Czech ({code})</source>
        <translation>Tschechisch ({code})</translation>
    </message>
    <message>
        <source>Danish ({code})</source>
        <translation>Dänisch ({code})</translation>
    </message>
    <message>
        <source>German ({code})</source>
        <translation>Deutsch ({code})</translation>
    </message>
    <message>
        <source>English ({code})</source>
        <translation>Englisch ({code})</translation>
    </message>
    <message>
        <source>Finnish ({code})</source>
        <translation>Finnisch ({code})</translation>
    </message>
    <message>
        <source>French ({code})</source>
        <translation>Französisch ({code})</translation>
    </message>
    <message>
        <source>Hungarian ({code})</source>
        <translation>Ungarisch ({code})</translation>
    </message>
    <message>
        <source>Italian ({code})</source>
        <translation>Italienisch ({code})</translation>
    </message>
    <message>
        <source>Latin ({code})</source>
        <translation>Lateinisch ({code})</translation>
    </message>
    <message>
        <source>Dutch ({code})</source>
        <translation>Niederländisch ({code})</translation>
    </message>
    <message>
        <source>Norwegian ({code})</source>
        <translation>Norwegisch ({code})</translation>
    </message>
    <message>
        <source>Polish ({code})</source>
        <translation>Polnisch ({code})</translation>
    </message>
    <message>
        <source>Portuguese ({code})</source>
        <translation>Portugiesisch ({code})</translation>
    </message>
    <message>
        <source>Romanian ({code})</source>
        <translation>Rumänisch ({code})</translation>
    </message>
    <message>
        <source>Russian ({code})</source>
        <translation>Russisch ({code})</translation>
    </message>
    <message>
        <source>Spanish ({code})</source>
        <translation>Spanisch ({code})</translation>
    </message>
    <message>
        <source>Swedish ({code})</source>
        <translation>Schwedisch ({code})</translation>
    </message>
    <message>
        <source>Turkish ({code})</source>
        <translation>Türkisch ({code})</translation>
    </message>
    <message>
        <source>Ukrainian ({code})</source>
        <translation>Ukrainisch ({code})</translation>
    </message>
    <message>
        <source>“{text}” is not legible on the page: other amounts lead to it.</source>
        <translation>„{text}“ ist auf der Seite nicht lesbar: Der Wert folgt aus anderen Beträgen.</translation>
    </message>
</context>
<context>
    <name>Centre</name>
    <message>
        <source>{name} is not shown because it could not be read.</source>
        <translation>{name} wird nicht gezeigt, weil es nicht gelesen werden konnte.</translation>
    </message>
    <message>
        <source>{name} is locked.</source>
        <translation>{name} ist gesperrt.</translation>
    </message>
</context>
<context>
    <name>ChangesDialog</name>
    <message>
        <source>Changes of {name}</source>
        <translation>Änderungen an {name}</translation>
    </message>
    <message>
        <source>Changes, the latest first</source>
        <translation>Änderungen, die neueste zuerst</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>There are no changes of this document yet.</source>
        <translation>Zu diesem Dokument gibt es noch keine Änderungen.</translation>
    </message>
    <message>
        <source>A person</source>
        <translation>Eine Person</translation>
    </message>
    <message>
        <source>{column}, row {row}</source>
        <translation>{column}, Position {row}</translation>
    </message>
    <message>
        <source>Extracted</source>
        <translation>Ausgelesen</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Another reading</source>
        <translation>Andere Lesart</translation>
    </message>
    <message>
        <source>Document accepted</source>
        <translation>Dokument freigegeben</translation>
    </message>
    <message>
        <source>Row added</source>
        <translation>Position ergänzt</translation>
    </message>
    <message>
        <source>Row deleted</source>
        <translation>Position gelöscht</translation>
    </message>
    <message>
        <source>Row split</source>
        <translation>Position geteilt</translation>
    </message>
    <message>
        <source>Rows merged</source>
        <translation>Positionen verbunden</translation>
    </message>
    <message>
        <source>Column moved</source>
        <translation>Spalte verschoben</translation>
    </message>
    <message>
        <source>Word corrected</source>
        <translation>Wort berichtigt</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Done again</source>
        <translation>Wiederholt</translation>
    </message>
</context>
<context>
    <name>CheckHelp</name>
    <message>
        <source>How a summary is checked</source>
        <translation>Wie eine Zusammenfassung geprüft wird</translation>
    </message>
</context>
<context>
    <name>ColumnsTable</name>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Call them as labelled</source>
        <translation>Nach Bezeichnung benennen</translation>
    </message>
    <message>
        <source>Every column is called in the file as it is called here.</source>
        <translation>Jede Spalte heißt in der Datei so, wie sie hier heißt.</translation>
    </message>
    <message>
        <source>Co&amp;lumns</source>
        <translation>Spa&amp;lten</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Called in the file</source>
        <translation>Name in der Datei</translation>
    </message>
    <message>
        <source>Columns of the file</source>
        <translation>Spalten der Datei</translation>
    </message>
    <message>
        <source>Space ticks a column, F2 names it, Ctrl+Up and Ctrl+Down move it.</source>
        <translation>Die Leertaste kreuzt eine Spalte an, F2 benennt sie, Strg+Auf und Strg+Ab verschieben sie.</translation>
    </message>
    <message>
        <source>File name</source>
        <translation>Dateiname</translation>
    </message>
    <message>
        <source>File with its folder</source>
        <translation>Datei mit Ordner</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Dokumentart</translation>
    </message>
    <message>
        <source>Number of the row</source>
        <translation>Nummer der Zeile</translation>
    </message>
    <message>
        <source>Name of the field</source>
        <translation>Name des Feldes</translation>
    </message>
    <message>
        <source>Value of the field</source>
        <translation>Wert des Feldes</translation>
    </message>
    <message>
        <source>Row: {name}</source>
        <translation>Position: {name}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>As the system</source>
        <translation>Systemeinstellung</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Clear the list</source>
        <translation>Liste leeren</translation>
    </message>
    <message>
        <source>No file of the queue needs review.</source>
        <translation>In der Warteschlange ist keine Datei zu prüfen.</translation>
    </message>
</context>
<context>
    <name>Deeds</name>
    <message>
        <source>&amp;Open…</source>
        <translation>&amp;Öffnen…</translation>
    </message>
    <message>
        <source>Open what is on the clip&amp;board</source>
        <translation>Aus der &amp;Zwischenablage öffnen</translation>
    </message>
    <message>
        <source>Add a folder to the q&amp;ueue…</source>
        <translation>Ordner in die &amp;Warteschlange…</translation>
    </message>
    <message>
        <source>Open the &amp;sample invoice</source>
        <translation>Beispiel&amp;rechnung öffnen</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Zuletzt &amp;verwendet</translation>
    </message>
    <message>
        <source>&amp;Close the document</source>
        <translation>Dokument &amp;schließen</translation>
    </message>
    <message>
        <source>&amp;Export answers</source>
        <translation>&amp;Antworten exportieren</translation>
    </message>
    <message>
        <source>Export &amp;fields…</source>
        <translation>&amp;Felder exportieren…</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translation>E&amp;instellungen…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Vergrößern</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>Ver&amp;kleinern</translation>
    </message>
    <message>
        <source>&amp;Actual size</source>
        <translation>&amp;Originalgröße</translation>
    </message>
    <message>
        <source>Fit &amp;width</source>
        <translation>Seiten&amp;breite</translation>
    </message>
    <message>
        <source>Fit &amp;page</source>
        <translation>&amp;Ganze Seite</translation>
    </message>
    <message>
        <source>Turn &amp;right</source>
        <translation>Nach &amp;rechts drehen</translation>
    </message>
    <message>
        <source>Turn &amp;left</source>
        <translation>Nach &amp;links drehen</translation>
    </message>
    <message>
        <source>&amp;Dark pages</source>
        <translation>&amp;Dunkle Seiten</translation>
    </message>
    <message>
        <source>Show li&amp;nes</source>
        <translation>&amp;Zeilen zeigen</translation>
    </message>
    <message>
        <source>Show &amp;grid</source>
        <translation>Ra&amp;ster zeigen</translation>
    </message>
    <message>
        <source>&amp;Model or geometry</source>
        <translation>&amp;Modell oder Geometrie</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>Vollb&amp;ild</translation>
    </message>
    <message>
        <source>App&amp;earance</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>Show word&amp;s</source>
        <translation>&amp;Wörter zeigen</translation>
    </message>
    <message>
        <source>Search the &amp;library…</source>
        <translation>Bibliothek &amp;durchsuchen…</translation>
    </message>
    <message>
        <source>Do&amp;cument and page list</source>
        <translation>Dokument- und Seitenlis&amp;te</translation>
    </message>
    <message>
        <source>Panel beside the page</source>
        <translation>Bereich neben der Seite</translation>
    </message>
    <message>
        <source>&amp;Queue of files</source>
        <translation>Wartes&amp;chlange</translation>
    </message>
    <message>
        <source>Rese&amp;t the layout</source>
        <translation>A&amp;nordnung zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Previous page</source>
        <translation>&amp;Vorige Seite</translation>
    </message>
    <message>
        <source>&amp;Next page</source>
        <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
        <source>&amp;First page</source>
        <translation>&amp;Erste Seite</translation>
    </message>
    <message>
        <source>&amp;Last page</source>
        <translation>&amp;Letzte Seite</translation>
    </message>
    <message>
        <source>&amp;Go to page…</source>
        <translation>&amp;Gehe zu Seite…</translation>
    </message>
    <message>
        <source>Previous &amp;document</source>
        <translation>V&amp;origes Dokument</translation>
    </message>
    <message>
        <source>Ne&amp;xt document</source>
        <translation>Nä&amp;chstes Dokument</translation>
    </message>
    <message>
        <source>F&amp;ind…</source>
        <translation>&amp;Suchen…</translation>
    </message>
    <message>
        <source>Find n&amp;ext</source>
        <translation>&amp;Weitersuchen</translation>
    </message>
    <message>
        <source>Find pre&amp;vious</source>
        <translation>&amp;Rückwärts suchen</translation>
    </message>
    <message>
        <source>&amp;Ask a question</source>
        <translation>&amp;Frage stellen</translation>
    </message>
    <message>
        <source>Ask or read a&amp;gain</source>
        <translation>E&amp;rneut fragen oder lesen</translation>
    </message>
    <message>
        <source>&amp;Summarize</source>
        <translation>&amp;Zusammenfassen</translation>
    </message>
    <message>
        <source>&amp;Inspect this page</source>
        <translation>Seite &amp;untersuchen</translation>
    </message>
    <message>
        <source>&amp;Fill and check the fields</source>
        <translation>&amp;Felder ausfüllen und prüfen</translation>
    </message>
    <message>
        <source>&amp;Next value to check</source>
        <translation>&amp;Nächster zu prüfender Wert</translation>
    </message>
    <message>
        <source>&amp;Previous value to check</source>
        <translation>&amp;Voriger zu prüfender Wert</translation>
    </message>
    <message>
        <source>&amp;Accept the document</source>
        <translation>&amp;Dokument freigeben</translation>
    </message>
    <message>
        <source>Review the next file of the &amp;queue</source>
        <translation>Nächste Datei der Warteschlan&amp;ge prüfen</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Correct the word…</source>
        <translation>W&amp;ort berichtigen…</translation>
    </message>
    <message>
        <source>A&amp;dd a row</source>
        <translation>Position &amp;ergänzen</translation>
    </message>
    <message>
        <source>De&amp;lete the row</source>
        <translation>Position &amp;löschen</translation>
    </message>
    <message>
        <source>&amp;Split the row</source>
        <translation>Position &amp;teilen</translation>
    </message>
    <message>
        <source>&amp;Merge with the row below</source>
        <translation>Mit der Position dar&amp;unter verbinden</translation>
    </message>
    <message>
        <source>Show column &amp;borders</source>
        <translation>&amp;Spaltengrenzen zeigen</translation>
    </message>
    <message>
        <source>&amp;Kinds of documents…</source>
        <translation>Do&amp;kumentarten…</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>Open the &amp;log folder</source>
        <translation>&amp;Protokollordner öffnen</translation>
    </message>
    <message>
        <source>&amp;About docqa</source>
        <translation>&amp;Über docqa</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>&amp;Gehe zu</translation>
    </message>
    <message>
        <source>&amp;Ask</source>
        <translation>&amp;Fragen</translation>
    </message>
    <message>
        <source>Fi&amp;elds</source>
        <translation>F&amp;elder</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
</context>
<context>
    <name>DeedsRow</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Bring back my own text</source>
        <translation>Eigenen Text zurückholen</translation>
    </message>
    <message>
        <source>Bring back the text you had changed before the summary was written anew</source>
        <translation>Den Text zurückholen, den Sie geändert hatten, bevor neu zusammengefasst wurde</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export the summary</source>
        <translation>Zusammenfassung exportieren</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>Other values it may have</source>
        <translation>Andere mögliche Werte</translation>
    </message>
    <message>
        <source>means {value}</source>
        <translation>bedeutet {value}</translation>
    </message>
    <message>
        <source>Which is meant? (keys 1 to 9)</source>
        <translation>Was ist gemeint? (Tasten 1 bis 9)</translation>
    </message>
    <message>
        <source>It could also be (keys 1 to 9)</source>
        <translation>Es könnte auch sein (Tasten 1 bis 9)</translation>
    </message>
</context>
<context>
    <name>DockTabs</name>
    <message>
        <source>Panes in this place</source>
        <translation>Bereiche an dieser Stelle</translation>
    </message>
</context>
<context>
    <name>DocumentRows</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Reading {done} of {total}</source>
        <translation>Liest {done} von {total}</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Locked: needs its password</source>
        <translation>Gesperrt: Kennwort nötig</translation>
    </message>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n Seite</numerusform>
            <numerusform>%n Seiten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n page(s)</source>
        <translation>
            <numerusform>Nach %n Seite abgebrochen</numerusform>
            <numerusform>Nach %n Seiten abgebrochen</numerusform>
        </translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>{count} not read</source>
        <translation>{count} nicht gelesen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>freigegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n zu prüfen</numerusform>
            <numerusform>%n zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>all checked</source>
        <translation>alles geprüft</translation>
    </message>
</context>
<context>
    <name>DocumentsPanel</name>
    <message>
        <source>Open documents</source>
        <translation>Offene Dokumente</translation>
    </message>
    <message>
        <source>Open documents stand here. Drop files or a folder.</source>
        <translation>Hier stehen offene Dokumente. Dateien oder einen Ordner hierherziehen.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Show its folder</source>
        <translation>Ordner zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ErrorsDialog</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Details of the problem</source>
        <translation>Einzelheiten des Problems</translation>
    </message>
    <message>
        <source>Log files are in {folder}</source>
        <translation>Protokolle liegen in {folder}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Open the log folder</source>
        <translation>Protokollordner öffnen</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export fields</source>
        <translation>Felder exportieren</translation>
    </message>
    <message>
        <source>Doc&amp;uments</source>
        <translation>Do&amp;kumente</translation>
    </message>
    <message>
        <source>&amp;Write a file…</source>
        <translation>Datei sch&amp;reiben…</translation>
    </message>
    <message>
        <source>&amp;Append to a file…</source>
        <translation>An Datei &amp;anhängen…</translation>
    </message>
    <message>
        <source>The rows go behind those of the file, if it has the same columns.</source>
        <translation>Die Zeilen werden an die der Datei angehängt, wenn sie dieselben Spalten hat.</translation>
    </message>
    <message>
        <source>No column is ticked. Tick at least one.</source>
        <translation>Es ist keine Spalte angekreuzt. Bitte mindestens eine ankreuzen.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are left out, because nothing of them is kept, as where a password opened them. Open them to export them.</source>
        <translation>
            <numerusform>%n Datei fehlt, weil von ihr nichts gespeichert ist, etwa weil ein Kennwort sie öffnete. Bitte zum Exportieren öffnen.</numerusform>
            <numerusform>%n Dateien fehlen, weil von ihnen nichts gespeichert ist, etwa weil ein Kennwort sie öffnete. Bitte zum Exportieren öffnen.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} seems to be a duplicate of {earlier}.</source>
        <translation>{name} scheint ein Duplikat von {earlier} zu sein.</translation>
    </message>
    <message>
        <source>And {count} more.</source>
        <translation>Und {count} weitere.</translation>
    </message>
    <message>
        <source>Append the rows to</source>
        <translation>Zeilen anhängen an</translation>
    </message>
    <message>
        <source>Write the fields to</source>
        <translation>Felder speichern unter</translation>
    </message>
    <message>
        <source>fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>The preset “{name}” is kept.</source>
        <translation>Die Vorlage „{name}“ ist gespeichert.</translation>
    </message>
    <message>
        <source>The preset “{name}” is removed.</source>
        <translation>Die Vorlage „{name}“ ist entfernt.</translation>
    </message>
</context>
<context>
    <name>Exports</name>
    <message>
        <source>CSV for Excel (this computer&apos;s region)</source>
        <translation>CSV für Excel (Region dieses Computers)</translation>
    </message>
    <message>
        <source>Plain CSV (RFC 4180, UTF-8)</source>
        <translation>Einfaches CSV (RFC 4180, UTF-8)</translation>
    </message>
    <message>
        <source>JSON</source>
        <translation>JSON</translation>
    </message>
    <message>
        <source>PDF with the evidence marked</source>
        <translation>PDF mit markierten Fundstellen</translation>
    </message>
    <message>
        <source>Picture of the marked pages</source>
        <translation>Bild der markierten Seiten</translation>
    </message>
    <message>
        <source>Cells that start like a formula were written as text: {count}.</source>
        <translation>Zellen, die wie eine Formel beginnen, wurden als Text geschrieben: {count}.</translation>
    </message>
    <message>
        <source>Text with flags</source>
        <translation>Text mit Prüfvermerken</translation>
    </message>
    <message>
        <source>Markdown with flags</source>
        <translation>Markdown mit Prüfvermerken</translation>
    </message>
    <message>
        <source>Export answers</source>
        <translation>Antworten exportieren</translation>
    </message>
    <message>
        <source>All open documents</source>
        <translation>Alle offenen Dokumente</translation>
    </message>
    <message>
        <source>{form}…</source>
        <translation>{form}…</translation>
    </message>
    <message>
        <source>There are no answers to export yet.</source>
        <translation>Es gibt noch keine Antworten zum Exportieren.</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>{name} answers</source>
        <translation>{name} Antworten</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Gespeichert in {path}.</translation>
    </message>
</context>
<context>
    <name>Extracting</name>
    <message>
        <source>Stopped before the fields were filled.</source>
        <translation>Abgebrochen, bevor die Felder ausgefüllt waren.</translation>
    </message>
    <message>
        <source>Filling the fields of {name}</source>
        <translation>Felder von {name} werden ausgefüllt</translation>
    </message>
</context>
<context>
    <name>FieldExports</name>
    <message>
        <source>There are no fields to export yet: open the Fields room to have them filled.</source>
        <translation>Es gibt noch keine Felder zum Exportieren. Bitte den Bereich „Felder“ öffnen; dort werden sie ausgefüllt.</translation>
    </message>
    <message>
        <source>This document</source>
        <translation>Dieses Dokument</translation>
    </message>
    <message>
        <source>All open documents: {count}</source>
        <translation>Alle offenen Dokumente: {count}</translation>
    </message>
    <message>
        <source>Files of the queue: {count}</source>
        <translation>Dateien der Warteschlange: {count}</translation>
    </message>
    <message>
        <source>All accepted documents in the library</source>
        <translation>Alle freigegebenen Dokumente der Bibliothek</translation>
    </message>
    <message>
        <source>All documents in the library</source>
        <translation>Alle Dokumente der Bibliothek</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) added to {path}.</source>
        <translation>
            <numerusform>%n Dokument an {path} angehängt.</numerusform>
            <numerusform>%n Dokumente an {path} angehängt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) written to {path}.</source>
        <translation>
            <numerusform>%n Dokument in {path} geschrieben.</numerusform>
            <numerusform>%n Dokumente in {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added to {path}.</source>
        <translation>
            <numerusform>%n Zeile an {path} angehängt.</numerusform>
            <numerusform>%n Zeilen an {path} angehängt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {path}.</source>
        <translation>
            <numerusform>%n Zeile in {path} geschrieben.</numerusform>
            <numerusform>%n Zeilen in {path} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cells in {name} that start like a formula were written as text, with an apostrophe before them: {count}.</source>
        <translation>Zellen in {name}, die wie eine Formel beginnen, wurden als Text mit einem Apostroph davor geschrieben: {count}.</translation>
    </message>
    <message>
        <source>Line {line}, {column}: {text}</source>
        <translation>Zeile {line}, {column}: {text}</translation>
    </message>
</context>
<context>
    <name>FieldForm</name>
    <message>
        <source>Must be &amp;there</source>
        <translation>&amp;Pflichtfeld</translation>
    </message>
    <message>
        <source>Another one has this name already.</source>
        <translation>Diesen Namen trägt schon ein anderes.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Amount of money</source>
        <translation>Geldbetrag</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>VAT number</source>
        <translation>USt-IdNr.</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja oder nein</translation>
    </message>
    <message>
        <source>One heading a line, as tables print it</source>
        <translation>Je Zeile eine Überschrift, wie sie in Tabellen steht</translation>
    </message>
    <message>
        <source>One question a line, the best first; two are used</source>
        <translation>Je Zeile eine Frage, die beste zuerst; zwei werden verwendet</translation>
    </message>
    <message>
        <source>A regular expression that the whole text must match.</source>
        <translation>Ein regulärer Ausdruck, auf den der ganze Text passen muss.</translation>
    </message>
    <message>
        <source>La&amp;bel</source>
        <translation>&amp;Bezeichnung</translation>
    </message>
    <message>
        <source>&amp;Name in files</source>
        <translation>&amp;Name in Dateien</translation>
    </message>
    <message>
        <source>&amp;Holds</source>
        <translation>&amp;Enthält</translation>
    </message>
    <message>
        <source>&amp;Printed as</source>
        <translation>&amp;Gedruckt als</translation>
    </message>
    <message>
        <source>&amp;Asked as</source>
        <translation>Ge&amp;fragt als</translation>
    </message>
    <message>
        <source>Pa&amp;ttern</source>
        <translation>M&amp;uster</translation>
    </message>
    <message>
        <source>The name in files is made of small letters, digits and _, and begins with a letter.</source>
        <translation>Der Name in Dateien besteht aus Kleinbuchstaben, Ziffern und _ und beginnt mit einem Buchstaben.</translation>
    </message>
    <message>
        <source>The field needs a label.</source>
        <translation>Das Feld braucht eine Bezeichnung.</translation>
    </message>
    <message>
        <source>The field needs a question.</source>
        <translation>Das Feld braucht eine Frage.</translation>
    </message>
</context>
<context>
    <name>FieldList</name>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Tab goes to the next field to check, Enter accepts, F2 edits, 1 to 9 take another value.</source>
        <translation>Tab geht zum nächsten zu prüfenden Feld, Eingabe bestätigt, F2 bearbeitet, 1 bis 9 wählen einen anderen Wert.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>Accepted</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Confident</source>
        <translation>Sicher</translation>
    </message>
    <message>
        <source>Check this</source>
        <translation>Bitte prüfen</translation>
    </message>
    <message>
        <source>Rule failed</source>
        <translation>Regel verletzt</translation>
    </message>
    <message>
        <source>From XML</source>
        <translation>Aus XML</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>{column}, row {row}</source>
        <translation>{column}, Position {row}</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>Nothing was found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>Set by a person</source>
        <translation>Von Hand eingetragen</translation>
    </message>
    <message>
        <source>From the embedded XML</source>
        <translation>Aus dem eingebetteten XML</translation>
    </message>
    <message>
        <source>Read off the page, {percent} sure</source>
        <translation>Von der Seite gelesen, {percent} sicher</translation>
    </message>
    <message>
        <source>Where it stood last time, {percent} sure</source>
        <translation>Wo es beim letzten Mal stand, {percent} sicher</translation>
    </message>
    <message>
        <source>Found by the model, {percent} sure</source>
        <translation>Vom Modell gefunden, {percent} sicher</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>“{text}” is not a date.</source>
        <translation>„{text}“ ist kein Datum.</translation>
    </message>
    <message>
        <source>“{text}” is not a currency.</source>
        <translation>„{text}“ ist keine Währung.</translation>
    </message>
    <message>
        <source>“{text}” is not an IBAN.</source>
        <translation>„{text}“ ist keine IBAN.</translation>
    </message>
    <message>
        <source>“{text}” is not a VAT number.</source>
        <translation>„{text}“ ist keine USt-IdNr.</translation>
    </message>
    <message>
        <source>“{text}” is neither yes nor no.</source>
        <translation>„{text}“ ist weder Ja noch Nein.</translation>
    </message>
    <message>
        <source>“{text}” is not a number.</source>
        <translation>„{text}“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>“{text}” can mean several things.</source>
        <translation>„{text}“ kann Verschiedenes bedeuten.</translation>
    </message>
    <message>
        <source>“{text}” seems to be misread: taken for {value}.</source>
        <translation>„{text}“ scheint falsch gelesen zu sein: Gemeint ist wohl {value}.</translation>
    </message>
    <message>
        <source>{text}   page {page}</source>
        <translation>{text}   Seite {page}</translation>
    </message>
</context>
<context>
    <name>FieldsPanel</name>
    <message>
        <source>Accept document</source>
        <translation>Dokument freigeben</translation>
    </message>
    <message numerus="yes">
        <source>%n line item(s)</source>
        <translation>
            <numerusform>%n Position</numerusform>
            <numerusform>%n Positionen</numerusform>
        </translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Freigegeben</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) to check</source>
        <translation>
            <numerusform>%n Wert zu prüfen</numerusform>
            <numerusform>%n Werte zu prüfen</numerusform>
        </translation>
    </message>
    <message>
        <source>All is checked</source>
        <translation>Alles geprüft</translation>
    </message>
</context>
<context>
    <name>FieldsTab</name>
    <message>
        <source>Add</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ab</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>On this page</source>
        <translation>Auf dieser Seite</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Columns of the line items</source>
        <translation>Spalten der Positionen</translation>
    </message>
    <message>
        <source>Fields of the kind</source>
        <translation>Felder der Art</translation>
    </message>
    <message>
        <source>New column</source>
        <translation>Neue Spalte</translation>
    </message>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
</context>
<context>
    <name>FillProgress</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>Filters</name>
    <message>
        <source>Find a file, a supplier or a number</source>
        <translation>Datei, Lieferant oder Nummer finden</translation>
    </message>
    <message>
        <source>Find in the queue</source>
        <translation>In der Warteschlange suchen</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Previous hit</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Previous hit (Shift+F3)</source>
        <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Next hit (F3)</source>
        <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message>
        <source>{current} of {total}</source>
        <translation>{current} von {total}</translation>
    </message>
    <message>
        <source>Search the document</source>
        <translation>Im Dokument suchen</translation>
    </message>
    <message>
        <source>Find on the pages</source>
        <translation>Auf den Seiten suchen</translation>
    </message>
    <message>
        <source>Enter goes to the next hit, Shift+Enter to the previous one.</source>
        <translation>Eingabe geht zum nächsten Treffer, Umschalt+Eingabe zum vorigen.</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>What does not agree</source>
        <translation>Was nicht übereinstimmt</translation>
    </message>
    <message>
        <source>Line items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>{field}: the page says “{page}”, the XML “{xml}”.</source>
        <translation>{field}: Auf der Seite steht „{page}“, im XML „{xml}“.</translation>
    </message>
</context>
<context>
    <name>FlipsPane</name>
    <message>
        <source>Values that turned right or wrong</source>
        <translation>Werte, die richtig oder falsch wurden</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Zuvor</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Right before, wrong now</source>
        <translation>Zuvor richtig, jetzt falsch</translation>
    </message>
    <message>
        <source>Wrong before, right now</source>
        <translation>Zuvor falsch, jetzt richtig</translation>
    </message>
    <message>
        <source>No document was accepted yet, so there is nothing to try the model on.</source>
        <translation>Noch ist kein Dokument freigegeben, an dem sich das Modell messen ließe.</translation>
    </message>
    <message>
        <source>{model}, accepted documents: {documents}, values: {values}. Found right before: {before}, now: {now}. What you accepted stays as it is.</source>
        <translation>{model}, freigegebene Dokumente: {documents}, Werte: {values}. Zuvor richtig gefunden: {before}, jetzt: {now}. Was Sie freigegeben haben, bleibt, wie es ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) could not be filled anew.</source>
        <translation>
            <numerusform>%n Dokument konnte nicht neu ausgefüllt werden.</numerusform>
            <numerusform>%n Dokumente konnten nicht neu ausgefüllt werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Number of rows</source>
        <translation>Anzahl der Positionen</translation>
    </message>
    <message>
        <source>{column}, row {row}</source>
        <translation>{column}, Position {row}</translation>
    </message>
</context>
<context>
    <name>FoundPane</name>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Öff&amp;nen</translation>
    </message>
    <message>
        <source>&amp;Changes…</source>
        <translation>&amp;Änderungen…</translation>
    </message>
    <message>
        <source>Who or what set each value of the document, and when</source>
        <translation>Wer oder was jeden Wert des Dokuments gesetzt hat, und wann</translation>
    </message>
    <message>
        <source>For&amp;get…</source>
        <translation>&amp;Vergessen…</translation>
    </message>
    <message>
        <source>Deletes what docqa keeps of these documents, without a trace. The files themselves stay.</source>
        <translation>Löscht spurlos, was docqa von diesen Dokumenten gespeichert hat. Die Dateien selbst bleiben.</translation>
    </message>
    <message>
        <source>Documents found</source>
        <translation>Gefundene Dokumente</translation>
    </message>
    <message>
        <source>No document was found.</source>
        <translation>Kein Dokument gefunden.</translation>
    </message>
    <message>
        <source>The last {count} documents; search for more to narrow them down.</source>
        <translation>Die letzten {count} Dokumente; eine genauere Suche grenzt sie ein.</translation>
    </message>
    <message>
        <source>Documents: {count}</source>
        <translation>Dokumente: {count}</translation>
    </message>
    <message>
        <source>Forget what is kept of these documents ({count}): values, changes, words and what was learned from them? This cannot be taken back. The files themselves stay.</source>
        <translation>Alles vergessen, was von diesen Dokumenten gespeichert ist ({count}): Werte, Änderungen, Wörter und das daraus Gelernte? Das lässt sich nicht rückgängig machen. Die Dateien selbst bleiben.</translation>
    </message>
</context>
<context>
    <name>FoundRows</name>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamtbetrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Found text</source>
        <translation>Gefundener Text</translation>
    </message>
</context>
<context>
    <name>InspectPanel</name>
    <message>
        <source>Only where the model differs</source>
        <translation>Nur wo das Modell abweicht</translation>
    </message>
    <message>
        <source>Words of this page</source>
        <translation>Wörter dieser Seite</translation>
    </message>
    <message>
        <source>The words of the page in view stand here once it is read.</source>
        <translation>Hier stehen die Wörter der gezeigten Seite, sobald sie gelesen ist.</translation>
    </message>
    <message numerus="yes">
        <source>%n word(s) on page {page}.</source>
        <translation>
            <numerusform>%n Wort auf Seite {page}.</numerusform>
            <numerusform>%n Wörter auf Seite {page}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model agrees on the line of {lines} and the grid cell of {cells} of them.</source>
        <translation>Das Modell stimmt bei {lines} von ihnen in der Zeile und bei {cells} in der Rasterzelle überein.</translation>
    </message>
</context>
<context>
    <name>ItemTable</name>
    <message>
        <source>Line items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Tab goes to the next value to check, Enter accepts, F2 edits, Insert adds a row.</source>
        <translation>Tab geht zum nächsten zu prüfenden Wert, Eingabe bestätigt, F2 bearbeitet, Einfügen ergänzt eine Position.</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>noch etwa %n Minute</numerusform>
            <numerusform>noch etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>noch etwa %n Sekunde</numerusform>
            <numerusform>noch etwa %n Sekunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Journal</name>
    <message>
        <source>Open documents and answers are not kept for the next start: {folder} cannot be written ({why}).</source>
        <translation>Offene Dokumente und Antworten werden nicht für den nächsten Start gespeichert: In {folder} lässt sich nicht schreiben ({why}).</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>{keys} already works inside the panes. Choose other keys.</source>
        <translation>{keys} wirkt schon in den Bereichen des Fensters. Bitte andere Tasten wählen.</translation>
    </message>
    <message>
        <source>{keys} already does “{deed}”. Choose other keys, or take them away from there first.</source>
        <translation>{keys} gehört schon zu „{deed}“. Bitte andere Tasten wählen oder sie dort zuerst entfernen.</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>What</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What can be done, and its keys</source>
        <translation>Befehle und ihre Tasten</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Neue Tasten</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Keine Tasten</translation>
    </message>
    <message>
        <source>As shipped</source>
        <translation>Auf Standard</translation>
    </message>
    <message>
        <source>All as shipped</source>
        <translation>Alle auf Standard</translation>
    </message>
    <message>
        <source>Press the &amp;new keys here</source>
        <translation>&amp;Neue Tasten hier drücken</translation>
    </message>
</context>
<context>
    <name>KindRow</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Kind of document</source>
        <translation>Dokumentart</translation>
    </message>
    <message>
        <source>Fill the fields anew</source>
        <translation>Felder neu ausfüllen</translation>
    </message>
    <message>
        <source>{kind} (proposed)</source>
        <translation>{kind} (vorgeschlagen)</translation>
    </message>
</context>
<context>
    <name>LanguageChoice</name>
    <message>
        <source>Languages of the documents</source>
        <translation>Sprachen der Dokumente</translation>
    </message>
    <message>
        <source>{language} (not installed)</source>
        <translation>{language} (nicht installiert)</translation>
    </message>
</context>
<context>
    <name>LastWrites</name>
    <message>
        <source>Your last changes are still being written. The window closes by itself when they are.</source>
        <translation>Ihre letzten Änderungen werden noch geschrieben. Danach schließt sich das Fenster von selbst.</translation>
    </message>
    <message>
        <source>Close without them</source>
        <translation>Ohne sie schließen</translation>
    </message>
</context>
<context>
    <name>Layering</name>
    <message>
        <source>Lines and cells by geometry.</source>
        <translation>Zeilen und Zellen nach Geometrie.</translation>
    </message>
    <message>
        <source>Lines and cells as the model sees them.</source>
        <translation>Zeilen und Zellen, wie das Modell sie sieht.</translation>
    </message>
    <message>
        <source>Lines and cells by geometry; marked where the model sees them otherwise.</source>
        <translation>Zeilen und Zellen nach Geometrie; markiert, wo das Modell sie anders sieht.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Strength</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Legend of the layers</source>
        <translation>Legende der Ebenen</translation>
    </message>
    <message>
        <source>Not yet known from the model</source>
        <translation>Vom Modell noch nicht bekannt</translation>
    </message>
    <message>
        <source>by the model</source>
        <translation>nach Modell</translation>
    </message>
    <message>
        <source>by geometry</source>
        <translation>nach Geometrie</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Doubtful reading</source>
        <translation>Zweifelhaft gelesen</translation>
    </message>
    <message>
        <source>Text line, {whose}</source>
        <translation>Textzeile, {whose}</translation>
    </message>
    <message>
        <source>Grid cell, {whose}</source>
        <translation>Rasterzelle, {whose}</translation>
    </message>
    <message>
        <source>The model sees it otherwise</source>
        <translation>Das Modell sieht es anders</translation>
    </message>
    <message>
        <source>Strength of the layers</source>
        <translation>Stärke der Ebenen</translation>
    </message>
    <message>
        <source>How strongly the layers are drawn over the page</source>
        <translation>Wie kräftig die Ebenen über die Seite gezeichnet werden</translation>
    </message>
</context>
<context>
    <name>Librarian</name>
    <message>
        <source>{path} is not there any more. Was it moved?</source>
        <translation>{path} ist nicht mehr da. Wurde die Datei verschoben?</translation>
    </message>
    <message>
        <source>Forgotten: {count}. Nothing of them is left on this computer but the files themselves.</source>
        <translation>Vergessen: {count}. Auf diesem Computer sind davon nur noch die Dateien selbst.</translation>
    </message>
</context>
<context>
    <name>LibraryDialog</name>
    <message>
        <source>Library</source>
        <translation>Bibliothek</translation>
    </message>
    <message>
        <source>Parts of the library</source>
        <translation>Teile der Bibliothek</translation>
    </message>
    <message>
        <source>&amp;Documents</source>
        <translation>&amp;Dokumente</translation>
    </message>
    <message>
        <source>&amp;Remembered corrections</source>
        <translation>&amp;Gemerkte Berichtigungen</translation>
    </message>
</context>
<context>
    <name>LibraryWords</name>
    <message>
        <source>Accepted</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} zu prüfen</translation>
    </message>
    <message>
        <source>Nothing in doubt</source>
        <translation>Kein Zweifel</translation>
    </message>
</context>
<context>
    <name>LikelihoodBars</name>
    <message>
        <source>Likelihood of each token</source>
        <translation>Wahrscheinlichkeit jedes Wortteils</translation>
    </message>
</context>
<context>
    <name>LiveQueue</name>
    <message>
        <source>The app ended twice while this file was read, so it was left alone. Retry reads it once more.</source>
        <translation>Das Programm endete zweimal beim Lesen dieser Datei; sie wurde deshalb ausgelassen. „Erneut lesen“ versucht es noch einmal.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Ask</source>
        <translation>Fragen</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Untersuchen</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>About this document</source>
        <translation>Zu diesem Dokument</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>The app ended early more than once while these documents were open, so they were left closed.</source>
        <translation>Das Programm endete mehrmals vorzeitig, während diese Dokumente offen waren; deshalb blieben sie geschlossen.</translation>
    </message>
    <message>
        <source>Open them</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>MarkedScrollBar</name>
    <message>
        <source>Scroll the pages</source>
        <translation>Durch die Seiten scrollen</translation>
    </message>
</context>
<context>
    <name>MemoryPane</name>
    <message>
        <source>When you accept a document, docqa remembers where you found what it had missed. The supplier&apos;s next document is read there. F2 changes a label.</source>
        <translation>Bei der Freigabe eines Dokuments merkt sich docqa, wo stand, was es übersehen hatte. Das nächste Dokument des Lieferanten wird dort gelesen. F2 ändert eine Bezeichnung.</translation>
    </message>
    <message>
        <source>Remembered corrections</source>
        <translation>Gemerkte Berichtigungen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Stands beside</source>
        <translation>Steht neben</translation>
    </message>
    <message>
        <source>Value that was corrected</source>
        <translation>Berichtigter Wert</translation>
    </message>
    <message>
        <source>&amp;Erase</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>day before month</source>
        <translation>Tag vor Monat</translation>
    </message>
    <message>
        <source>month before day</source>
        <translation>Monat vor Tag</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>Datumsangaben</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>(its place on the page)</source>
        <translation>(sein Platz auf der Seite)</translation>
    </message>
    <message>
        <source>(not printed)</source>
        <translation>(nicht gedruckt)</translation>
    </message>
    <message>
        <source>Column {name}</source>
        <translation>Spalte {name}</translation>
    </message>
</context>
<context>
    <name>ModelChoice</name>
    <message>
        <source>the newest that is whole</source>
        <translation>das neueste unversehrte</translation>
    </message>
</context>
<context>
    <name>ModelNews</name>
    <message>
        <source>Try it</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>{now} answers now; before, it was {before}. What you accepted stays as it is. Try it on the documents that you accepted to see which values it would find otherwise.</source>
        <translation>Jetzt antwortet {now}, zuvor war es {before}. Was Sie freigegeben haben, bleibt, wie es ist. Ein Test an den freigegebenen Dokumenten zeigt, welche Werte es anders fände.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>Installed models</source>
        <translation>Installierte Modelle</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Erneut prüfen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Fills the documents that you accepted anew with the model in use, and lists which values were right and would be wrong now. Until it is better, an earlier model can be kept.</source>
        <translation>Füllt die Dokumente, die Sie freigegeben haben, mit dem verwendeten Modell neu aus und listet auf, welche Werte richtig waren und jetzt falsch wären. Bis es besser ist, kann ein früheres Modell behalten werden.</translation>
    </message>
    <message>
        <source>Try on accepted documents</source>
        <translation>An freigegebenen Dokumenten testen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
    <message>
        <source>The files of the models are being checked…</source>
        <translation>Die Dateien der Modelle werden geprüft…</translation>
    </message>
    <message>
        <source>No model is installed. Put a model&apos;s folder into {folder} and start the app again.</source>
        <translation>Es ist kein Modell installiert. Bitte den Ordner eines Modells in {folder} legen und das Programm neu starten.</translation>
    </message>
    <message>
        <source>{model}, in use</source>
        <translation>{model}, wird verwendet</translation>
    </message>
    <message>
        <source>Model that &amp;answers</source>
        <translation>Modell, das antwo&amp;rtet</translation>
    </message>
    <message>
        <source>Every file is compared with the checksum it was shipped with. To add a model, put its folder beside the others; which one answers is taken from the next start. Nothing is fetched from a network.</source>
        <translation>Jede Datei wird mit der Prüfsumme verglichen, mit der sie geliefert wurde. Um ein Modell hinzuzufügen, legen Sie seinen Ordner neben die anderen; die Wahl gilt ab dem nächsten Start. Nichts wird aus einem Netz geladen.</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>whole</source>
        <translation>unversehrt</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
</context>
<context>
    <name>NarrowBar</name>
    <message>
        <source>More commands</source>
        <translation>Weitere Befehle</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Notices</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OnPage</name>
    <message>
        <source>No words are there.</source>
        <translation>Dort stehen keine Wörter.</translation>
    </message>
    <message>
        <source>{field} is “{text}” now. Ctrl+Z takes it back.</source>
        <translation>{field} ist jetzt „{text}“. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>No field stands on this word. Choose a field first, then drag over its words.</source>
        <translation>Auf diesem Wort beruht kein Feld. Bitte zuerst ein Feld wählen und dann über seine Wörter ziehen.</translation>
    </message>
    <message>
        <source>No field stands on this word. Ctrl+click or a drag makes it the value of {field}.</source>
        <translation>Auf diesem Wort beruht kein Feld. Strg+Klick oder Ziehen macht es zum Wert von {field}.</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>More than {count} files at once are worked through in the queue.</source>
        <translation>Mehr als {count} Dateien auf einmal werden in der Warteschlange abgearbeitet.</translation>
    </message>
    <message>
        <source>There is no PDF or image there. Open a PDF, PNG, JPEG, TIFF or WebP file.</source>
        <translation>Dort ist weder PDF noch Bild. Bitte eine PDF-, PNG-, JPEG-, TIFF- oder WebP-Datei öffnen.</translation>
    </message>
    <message>
        <source>Open documents</source>
        <translation>Offene Dokumente</translation>
    </message>
    <message>
        <source>Documents ({patterns})</source>
        <translation>Dokumente ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>There is no file and no picture on the clipboard. Copy one and paste again.</source>
        <translation>In der Zwischenablage ist weder Datei noch Bild. Bitte kopieren und erneut einfügen.</translation>
    </message>
    <message>
        <source>The pasted picture could not be kept in {folder}.</source>
        <translation>Das eingefügte Bild konnte nicht in {folder} gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>Options</name>
    <message>
        <source>&amp;Evidence columns</source>
        <translation>Spalten mit &amp;Fundstellen</translation>
    </message>
    <message>
        <source>How sure each value is, its page, place, source and state.</source>
        <translation>Sicherheit, Seite, Ort, Herkunft und Status jedes Wertes.</translation>
    </message>
    <message>
        <source>A document</source>
        <translation>Ein Dokument</translation>
    </message>
    <message>
        <source>A line item</source>
        <translation>Eine Position</translation>
    </message>
    <message>
        <source>A field</source>
        <translation>Ein Feld</translation>
    </message>
    <message>
        <source>Excel workbook (XLSX)</source>
        <translation>Excel-Arbeitsmappe (XLSX)</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>JSON, a list of rows</source>
        <translation>JSON, eine Liste von Zeilen</translation>
    </message>
    <message>
        <source>JSON, everything that is known</source>
        <translation>JSON, alles Bekannte</translation>
    </message>
    <message>
        <source>Excel</source>
        <translation>Excel</translation>
    </message>
    <message>
        <source>LibreOffice</source>
        <translation>LibreOffice</translation>
    </message>
    <message>
        <source>Other programs (RFC 4180)</source>
        <translation>Andere Programme (RFC 4180)</translation>
    </message>
    <message>
        <source>As the program expects</source>
        <translation>Wie das Programm es erwartet</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>Bar |</source>
        <translation>Strich |</translation>
    </message>
    <message>
        <source>Comma: 1234,50</source>
        <translation>Komma: 1234,50</translation>
    </message>
    <message>
        <source>Point: 1234.50</source>
        <translation>Punkt: 1234.50</translation>
    </message>
    <message>
        <source>A &amp;row is</source>
        <translation>Eine &amp;Zeile ist</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Written f&amp;or</source>
        <translation>Geschrieben &amp;für</translation>
    </message>
    <message>
        <source>Columns &amp;parted by</source>
        <translation>Spalten &amp;getrennt durch</translation>
    </message>
    <message>
        <source>Decimal &amp;mark</source>
        <translation>Dezimal&amp;zeichen</translation>
    </message>
    <message>
        <source>&amp;Dates</source>
        <translation>Da&amp;tum</translation>
    </message>
    <message>
        <source>When it asks how to import, tick “Format quoted field as text” and “Detect special numbers”.</source>
        <translation>Bei der Frage nach dem Import bitte „Werte in Hochkomma als Text“ und „Erweiterte Zahlenerkennung“ wählen.</translation>
    </message>
</context>
<context>
    <name>PagesView</name>
    <message>
        <source>Document pages</source>
        <translation>Seiten des Dokuments</translation>
    </message>
    <message>
        <source>The pages of the document. Arrow keys scroll, Page Up and Page Down turn pages, Ctrl+Plus zooms.</source>
        <translation>Die Seiten des Dokuments. Pfeiltasten scrollen, Bild auf und Bild ab blättern, Strg+Plus vergrößert.</translation>
    </message>
</context>
<context>
    <name>PairCard</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>Dokument</translation>
    </message>
</context>
<context>
    <name>PairList</name>
    <message>
        <source>Questions asked</source>
        <translation>Gestellte Fragen</translation>
    </message>
</context>
<context>
    <name>PasswordBar</name>
    <message>
        <source>Password of this document</source>
        <translation>Kennwort dieses Dokuments</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Kennwort</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>{sentence} It is kept only until you close the document.</source>
        <translation>{sentence} Es wird nur behalten, bis Sie das Dokument schließen.</translation>
    </message>
</context>
<context>
    <name>Pointer</name>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>The settings could not be kept in {file} ({why}). They apply until you close the window.</source>
        <translation>Die Einstellungen konnten nicht in {file} gespeichert werden ({why}). Sie gelten nur, bis das Fenster geschlossen wird.</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>&amp;Keep as…</source>
        <translation>&amp;Speichern als…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Pre&amp;set</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>Own choice</source>
        <translation>Eigene Wahl</translation>
    </message>
    <message>
        <source>Keep as a preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>Name der Vorlage</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>First lines of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message>
        <source>First rows of the file</source>
        <translation>Erste Zeilen der Datei</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s), with everything that is known of each. The file begins so:</source>
        <translation>
            <numerusform>%n Dokument mit allem, was bekannt ist. Die Datei beginnt so:</numerusform>
            <numerusform>%n Dokumente mit allem, was bekannt ist. Die Datei beginnt so:</numerusform>
        </translation>
    </message>
    <message>
        <source>Rows: {total}. The first {shown} as they will be written:</source>
        <translation>Zeilen: {total}. Die ersten {shown}, wie sie geschrieben werden:</translation>
    </message>
    <message>
        <source>Rows: {total}, as they will be written:</source>
        <translation>Zeilen: {total}, wie sie geschrieben werden:</translation>
    </message>
    <message>
        <source>Cells that start like a formula get an apostrophe, so that they are not run.</source>
        <translation>Zellen, die wie eine Formel beginnen, erhalten einen Apostroph, damit sie nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leer</translation>
    </message>
    <message>
        <source>Starts like a formula: an apostrophe is put before it.</source>
        <translation>Beginnt wie eine Formel: Davor wird ein Apostroph gesetzt.</translation>
    </message>
</context>
<context>
    <name>QuestionBox</name>
    <message>
        <source>Ask about this document</source>
        <translation>Frage zu diesem Dokument</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Enter asks. Shift+Enter starts another question. Up recalls an earlier one.</source>
        <translation>Eingabe fragt. Umschalt+Eingabe beginnt eine weitere Frage. Pfeil auf holt eine frühere zurück.</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%n question(s) asked, the weakest first:</source>
        <translation>
            <numerusform>%n&#xa0;Frage gestellt:</numerusform>
            <numerusform>%n&#xa0;Fragen gestellt, die schwächste zuerst:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>Needs review</source>
        <translation>Zu prüfen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Done, accepted</source>
        <translation>Erledigt, freigegeben</translation>
    </message>
    <message>
        <source>Not read again: {why}</source>
        <translation>Nicht erneut gelesen: {why}</translation>
    </message>
    <message>
        <source>Duplicate of {names}</source>
        <translation>Duplikat von {names}</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} zu prüfen</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Begin no further file; those being read are finished</source>
        <translation>Keine weitere Datei beginnen; begonnene werden zu Ende gelesen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Do not read the chosen files</source>
        <translation>Die gewählten Dateien nicht lesen</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut lesen</translation>
    </message>
    <message>
        <source>Read the chosen files again</source>
        <translation>Die gewählten Dateien erneut lesen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the chosen files off the list (Delete)</source>
        <translation>Die gewählten Dateien aus der Liste nehmen (Entf)</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Write the fields of all files that were read to a file</source>
        <translation>Die Felder aller gelesenen Dateien in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Add many files at once, or drop a folder here. They are read one after another; look at what needs it.</source>
        <translation>Viele Dateien auf einmal hinzufügen oder einen Ordner hierherziehen. Sie werden nacheinander gelesen; anzusehen ist nur, was geprüft werden muss.</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Dateien hinzufügen…</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Ordner überwachen</translation>
    </message>
    <message>
        <source>Add new files of a folder by themselves</source>
        <translation>Neue Dateien eines Ordners von selbst hinzufügen</translation>
    </message>
    <message>
        <source>Watch another folder…</source>
        <translation>Weiteren Ordner überwachen…</translation>
    </message>
    <message>
        <source>Stop watching {folder}</source>
        <translation>{folder} nicht mehr überwachen</translation>
    </message>
    <message numerus="yes">
        <source>Watching %n folder(s)</source>
        <translation>
            <numerusform>Überwacht %n Ordner</numerusform>
            <numerusform>Überwacht %n Ordner</numerusform>
        </translation>
    </message>
    <message>
        <source>Open for review</source>
        <translation>Zum Prüfen öffnen</translation>
    </message>
</context>
<context>
    <name>QueueRoom</name>
    <message>
        <source>There is no PDF or image there.</source>
        <translation>Dort liegt keine PDF- oder Bilddatei.</translation>
    </message>
    <message>
        <source>Add files to the queue</source>
        <translation>Dateien in die Warteschlange aufnehmen</translation>
    </message>
    <message>
        <source>Documents ({patterns})</source>
        <translation>Dokumente ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Add a folder to the queue</source>
        <translation>Ordner in die Warteschlange aufnehmen</translation>
    </message>
    <message>
        <source>Watch a folder</source>
        <translation>Ordner überwachen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waiting for the model</source>
        <translation>Wartet auf das Modell</translation>
    </message>
</context>
<context>
    <name>QueueRows</name>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Supplier</source>
        <translation>Lieferant</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamtbetrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>QueueTable</name>
    <message>
        <source>Files of the queue</source>
        <translation>Dateien der Warteschlange</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>Reading was stopped after %n page(s). Press F5 to read on.</source>
        <translation>
            <numerusform>Das Lesen wurde nach %n Seite abgebrochen. F5 liest weiter.</numerusform>
            <numerusform>Das Lesen wurde nach %n Seiten abgebrochen. F5 liest weiter.</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>{name} wird gelesen</translation>
    </message>
</context>
<context>
    <name>Rechecking</name>
    <message>
        <source>Trying the model on accepted documents</source>
        <translation>Das Modell wird an freigegebenen Dokumenten getestet</translation>
    </message>
</context>
<context>
    <name>Reviewer</name>
    <message>
        <source>All is checked. Ctrl+Enter accepts the document.</source>
        <translation>Alles geprüft. Strg+Eingabe gibt das Dokument frei.</translation>
    </message>
    <message>
        <source>“{text}” can mean several things: press the number of the right one.</source>
        <translation>„{text}“ kann Verschiedenes bedeuten: Bitte die Ziffer des Richtigen drücken.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) are still to check. Accept once more to take them as they are.</source>
        <translation>
            <numerusform>%n Wert ist noch zu prüfen. Erneutes Freigeben übernimmt ihn, wie er ist.</numerusform>
            <numerusform>%n Werte sind noch zu prüfen. Erneutes Freigeben übernimmt sie, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left to undo.</source>
        <translation>Es gibt nichts mehr rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Nothing is left to redo.</source>
        <translation>Es gibt nichts mehr zu wiederholen.</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Open a document to see its fields.</source>
        <translation>Bitte ein Dokument öffnen, um seine Felder zu sehen.</translation>
    </message>
    <message>
        <source>The fields are filled once the document is read.</source>
        <translation>Die Felder werden ausgefüllt, sobald das Dokument gelesen ist.</translation>
    </message>
    <message>
        <source>The fields are filled once the model is loaded.</source>
        <translation>Die Felder werden ausgefüllt, sobald das Modell geladen ist.</translation>
    </message>
    <message>
        <source>{name} is accepted. No other document waits.</source>
        <translation>{name} ist freigegeben. Kein weiteres Dokument wartet.</translation>
    </message>
    <message>
        <source>A password opened {name}, so nothing of it is kept: its values are gone once it is closed. Export them before.</source>
        <translation>{name} wurde mit einem Kennwort geöffnet; deshalb wird nichts davon gespeichert: Die Werte sind weg, sobald das Dokument geschlossen wird. Bitte vorher exportieren.</translation>
    </message>
</context>
<context>
    <name>RuleForm</name>
    <message>
        <source>For &amp;every line item</source>
        <translation>Für &amp;jede Position</translation>
    </message>
    <message>
        <source>Write what is said where it fails.</source>
        <translation>Bitte die Meldung eingeben, die erscheint, wenn die Regel verletzt ist.</translation>
    </message>
    <message>
        <source>Net and tax are {left}, the total is {total_amount}.</source>
        <translation>Netto und Steuer sind {left}, der Gesamtbetrag ist {total_amount}.</translation>
    </message>
    <message>
        <source>{name} stands for a value, {left} for what is left of the comparison, {row} for the row&apos;s number.</source>
        <translation>{name} steht für einen Wert, {left} für die linke Seite des Vergleichs, {row} für die Nummer der Position.</translation>
    </message>
    <message>
        <source>Names of fields, numbers, &quot;texts&quot;; + - * /; == != &lt; &lt;= &gt; &gt;=; and, or, not; sum(line_items.amount), abs(x), whole(x), iban_ok(x), vat_ok(x). Amounts are compared within their rounding.</source>
        <translation>Namen von Feldern, Zahlen, &quot;Texte&quot;; + - * /; == != &lt; &lt;= &gt; &gt;=; and, or, not; sum(line_items.amount), abs(x), whole(x), iban_ok(x), vat_ok(x). Beträge werden innerhalb ihrer Rundung verglichen.</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>Must &amp;hold</source>
        <translation>Muss &amp;gelten</translation>
    </message>
    <message>
        <source>E&amp;lse say</source>
        <translation>&amp;Sonst melden</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>total</source>
        <translation>Gesamtbetrag</translation>
    </message>
    <message>
        <source>row amount</source>
        <translation>Positionsbetrag</translation>
    </message>
    <message>
        <source>rows and net</source>
        <translation>Positionen und Netto</translation>
    </message>
    <message>
        <source>tax rate</source>
        <translation>Steuersatz</translation>
    </message>
    <message>
        <source>two parties</source>
        <translation>Lieferant und Kunde</translation>
    </message>
    <message>
        <source>due after issue</source>
        <translation>Fällig nach Ausstellung</translation>
    </message>
    <message>
        <source>supplier VAT number</source>
        <translation>USt-IdNr. des Lieferanten</translation>
    </message>
    <message>
        <source>IBAN</source>
        <translation>IBAN</translation>
    </message>
    <message>
        <source>tax below total</source>
        <translation>Steuer unter Gesamtbetrag</translation>
    </message>
    <message>
        <source>sign of the tax</source>
        <translation>Vorzeichen der Steuer</translation>
    </message>
    <message>
        <source>rows and total</source>
        <translation>Positionen und Gesamtbetrag</translation>
    </message>
</context>
<context>
    <name>RulesTab</name>
    <message>
        <source>Rules of the kind</source>
        <translation>Regeln der Art</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Ergänzen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nicht fertig</translation>
    </message>
    <message>
        <source>cannot be checked here</source>
        <translation>hier nicht prüfbar</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>gilt</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>verletzt</translation>
    </message>
    <message>
        <source>On this page a value that it needs is missing.</source>
        <translation>Auf dieser Seite fehlt ein Wert, den sie braucht.</translation>
    </message>
    <message>
        <source>On this page it fails: {messages}</source>
        <translation>Auf dieser Seite verletzt: {messages}</translation>
    </message>
    <message>
        <source>rule {n}</source>
        <translation>Regel {n}</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>Cancelled before it was read. Retry reads it.</source>
        <translation>Vor dem Lesen abgebrochen. „Erneut lesen“ holt es nach.</translation>
    </message>
    <message>
        <source>Reading the queue</source>
        <translation>Die Warteschlange wird gelesen</translation>
    </message>
</context>
<context>
    <name>SchemaDesk</name>
    <message>
        <source>{kind} (changed)</source>
        <translation>{kind} (geändert)</translation>
    </message>
    <message>
        <source>“{kind}” is saved. The Fields room offers it from now on.</source>
        <translation>„{kind}“ ist gespeichert. Der Bereich „Felder“ bietet sie ab jetzt an.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>“{kind}” is removed.</source>
        <translation>„{kind}“ ist entfernt.</translation>
    </message>
</context>
<context>
    <name>SchemaDock</name>
    <message>
        <source>Kinds of documents</source>
        <translation>Dokumentarten</translation>
    </message>
</context>
<context>
    <name>SchemaEditor</name>
    <message>
        <source>Parts of the kind</source>
        <translation>Teile der Art</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;als…</translation>
    </message>
    <message>
        <source>Ne&amp;w…</source>
        <translation>Ne&amp;u…</translation>
    </message>
    <message>
        <source>Remo&amp;ve…</source>
        <translation>&amp;Entfernen…</translation>
    </message>
    <message>
        <source>&amp;Discard changes…</source>
        <translation>Änderungen &amp;verwerfen…</translation>
    </message>
    <message>
        <source>This kind comes with the app: save your own beside it.</source>
        <translation>Diese Art gehört zum Programm: Bitte eine eigene daneben speichern.</translation>
    </message>
    <message>
        <source>Labels, questions and messages are written for each language apart.</source>
        <translation>Bezeichnungen, Fragen und Meldungen werden für jede Sprache einzeln geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>Texts &amp;in</source>
        <translation>&amp;Texte in</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>Felder</translation>
    </message>
    <message>
        <source>Line items</source>
        <translation>Positionen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Save as a new kind</source>
        <translation>Als neue Art speichern</translation>
    </message>
    <message>
        <source>New kind of document</source>
        <translation>Neue Dokumentart</translation>
    </message>
    <message>
        <source>Remove the kind “{kind}”? Its file is deleted; values of documents stay as they are.</source>
        <translation>Die Art „{kind}“ entfernen? Ihre Datei wird gelöscht; Werte von Dokumenten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Discard what was changed in “{kind}” since it was saved?</source>
        <translation>Verwerfen, was an „{kind}“ seit dem Speichern geändert wurde?</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Name of the kind, as the list shows it</source>
        <translation>Name der Art, wie die Liste ihn zeigt</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
</context>
<context>
    <name>SearchRow</name>
    <message>
        <source>Words on a page, or &quot;words in a row&quot;</source>
        <translation>Wörter einer Seite oder &quot;Wörter in Folge&quot;</translation>
    </message>
    <message>
        <source>Any field</source>
        <translation>Beliebiges Feld</translation>
    </message>
    <message>
        <source>Its value, or a part of it</source>
        <translation>Sein Wert oder ein Teil davon</translation>
    </message>
    <message>
        <source>Day, month or year</source>
        <translation>Tag, Monat oder Jahr</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Not accepted yet</source>
        <translation>Noch nicht freigegeben</translation>
    </message>
    <message>
        <source>“{text}” is no time. Write a day, a month (3/2024) or a year (2024).</source>
        <translation>„{text}“ ist keine Zeitangabe. Bitte einen Tag, einen Monat (3/2024) oder ein Jahr (2024) schreiben.</translation>
    </message>
    <message>
        <source>&amp;Text</source>
        <translation>&amp;Text</translation>
    </message>
    <message>
        <source>&amp;Field</source>
        <translation>&amp;Feld</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Wert</translation>
    </message>
    <message>
        <source>Fro&amp;m</source>
        <translation>V&amp;on</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>&amp;Show</source>
        <translation>&amp;Zeigen</translation>
    </message>
</context>
<context>
    <name>SentenceCard</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n Frage</numerusform>
            <numerusform>%n Fragen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentenceList</name>
    <message>
        <source>Sentences of the summary</source>
        <translation>Sätze der Zusammenfassung</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Parts of the settings</source>
        <translation>Teile der Einstellungen</translation>
    </message>
    <message>
        <source>&amp;General</source>
        <translation>&amp;Allgemein</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Models</source>
        <translation>&amp;Modelle</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Systemeinstellung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Open the documents of the last time</source>
        <translation>Zuletzt offene Dokumente wieder öffnen</translation>
    </message>
    <message>
        <source>Language of the &amp;window</source>
        <translation>Sprache des &amp;Fensters</translation>
    </message>
    <message>
        <source>&amp;Languages of the documents</source>
        <translation>&amp;Sprachen der Dokumente</translation>
    </message>
    <message>
        <source>For scans, whose text is recognised. Without a tick each page&apos;s language is found out: English, German or French. Ticked ones are all read at once: each takes time.</source>
        <translation>Für Scans, deren Text erkannt wird. Ist nichts angekreuzt, wird die Sprache jeder Seite ermittelt: Englisch, Deutsch oder Französisch. Angekreuzte werden alle zugleich gelesen; jede kostet Zeit.</translation>
    </message>
    <message>
        <source>Model computes &amp;on</source>
        <translation>Mod&amp;ell rechnet auf</translation>
    </message>
    <message>
        <source>G&amp;rid, columns and rows</source>
        <translation>&amp;Raster, Spalten und Zeilen</translation>
    </message>
    <message>
        <source>Mark “Check this” &amp;below</source>
        <translation>„&amp;Bitte prüfen“ unterhalb von</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Beim Start</translation>
    </message>
    <message>
        <source>Languages of documents apply to those read from now on; the window&apos;s language and the model&apos;s place from the next start.</source>
        <translation>Sprachen der Dokumente gelten für alle, die ab jetzt gelesen werden; die Sprache des Fensters und der Ort des Modells ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>as the model advises</source>
        <translation>Empfehlung des Modells</translation>
    </message>
    <message>
        <source>Columns of the grid</source>
        <translation>Spalten des Rasters</translation>
    </message>
    <message>
        <source>Rows of the grid</source>
        <translation>Zeilen des Rasters</translation>
    </message>
</context>
<context>
    <name>SettingsRoom</name>
    <message>
        <source>Stopped.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>{model} was tried on accepted documents ({documents}). Values that were right before and are wrong now: {negative}; the other way round: {positive}.</source>
        <translation>{model} wurde an freigegebenen Dokumenten getestet ({documents}). Werte, die zuvor richtig waren und jetzt falsch sind: {negative}; umgekehrt: {positive}.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>ShortcutList</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find a key or what it does</source>
        <translation>Taste oder Wirkung suchen</translation>
    </message>
    <message>
        <source>Find a key</source>
        <translation>Taste suchen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>Keys that apply now</source>
        <translation>Tasten, die jetzt wirken</translation>
    </message>
    <message>
        <source>In the panes</source>
        <translation>In den Bereichen</translation>
    </message>
    <message>
        <source>Ask what is typed; a new line for another question</source>
        <translation>Eingegebene Frage stellen; neue Zeile für eine weitere</translation>
    </message>
    <message>
        <source>Enter; Shift+Enter</source>
        <translation>Eingabe; Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Recall an earlier question</source>
        <translation>Eine frühere Frage zurückholen</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Pfeil auf, Pfeil ab</translation>
    </message>
    <message>
        <source>Take another reading of the answer; the model&apos;s own</source>
        <translation>Eine andere Lesart der Antwort wählen; die des Modells</translation>
    </message>
    <message>
        <source>1 to 9; 0</source>
        <translation>1 bis 9; 0</translation>
    </message>
    <message>
        <source>Hide the layers while held</source>
        <translation>Ebenen ausblenden, solange gedrückt</translation>
    </message>
    <message>
        <source>Copy the answer or the selected words</source>
        <translation>Antwort oder ausgewählte Wörter kopieren</translation>
    </message>
    <message>
        <source>Remove the answer, close the document</source>
        <translation>Antwort entfernen, Dokument schließen</translation>
    </message>
    <message>
        <source>Delete in its list</source>
        <translation>Entf in der Liste</translation>
    </message>
    <message>
        <source>Review the file, take it off the list</source>
        <translation>Die Datei prüfen, aus der Liste nehmen</translation>
    </message>
    <message>
        <source>Enter, Delete in the queue</source>
        <translation>Eingabe, Entf in der Warteschlange</translation>
    </message>
    <message>
        <source>Go to the next or previous value to check</source>
        <translation>Zum nächsten oder vorigen Wert, der zu prüfen ist</translation>
    </message>
    <message>
        <source>Tab; Shift+Tab in the fields</source>
        <translation>Tab; Umschalt+Tab in den Feldern</translation>
    </message>
    <message>
        <source>Accept the value; edit it</source>
        <translation>Den Wert bestätigen; ihn bearbeiten</translation>
    </message>
    <message>
        <source>Enter; F2 in the fields</source>
        <translation>Eingabe; F2 in den Feldern</translation>
    </message>
    <message>
        <source>Take another value that is offered</source>
        <translation>Einen anderen angebotenen Wert wählen</translation>
    </message>
    <message>
        <source>1 to 9 in the fields</source>
        <translation>1 bis 9 in den Feldern</translation>
    </message>
    <message>
        <source>Make words the value</source>
        <translation>Wörter zum Wert machen</translation>
    </message>
    <message>
        <source>Drag over them, or Ctrl+click</source>
        <translation>Darüberziehen oder Strg+Klick</translation>
    </message>
    <message>
        <source>Move the right border of the column</source>
        <translation>Den rechten Rand der Spalte verschieben</translation>
    </message>
    <message>
        <source>Shift+Left, Shift+Right in the rows</source>
        <translation>Umschalt+Links, Umschalt+Rechts in den Positionen</translation>
    </message>
    <message>
        <source>Change the summary; check what changed</source>
        <translation>Zusammenfassung ändern; Geändertes prüfen</translation>
    </message>
    <message>
        <source>F2; Ctrl+Enter in the summary</source>
        <translation>F2; Strg+Eingabe in der Zusammenfassung</translation>
    </message>
    <message>
        <source>Correct a word on the page</source>
        <translation>Ein Wort auf der Seite berichtigen</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Zoom to the pointer</source>
        <translation>Zum Zeiger zoomen</translation>
    </message>
    <message>
        <source>Ctrl+wheel</source>
        <translation>Strg+Mausrad</translation>
    </message>
    <message>
        <source>Move the page by hand</source>
        <translation>Seite mit der Hand verschieben</translation>
    </message>
    <message>
        <source>Space held and drag</source>
        <translation>Leertaste halten und ziehen</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Rooms</source>
        <translation>Bereiche</translation>
    </message>
</context>
<context>
    <name>SourceButton</name>
    <message>
        <source>Where the words come from</source>
        <translation>Woher die Wörter stammen</translation>
    </message>
    <message>
        <source>Click to choose another source.</source>
        <translation>Klicken, um eine andere Quelle zu wählen.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Noch nicht gelesen</translation>
    </message>
    <message>
        <source>No words: {why}</source>
        <translation>Keine Wörter: {why}</translation>
    </message>
    <message>
        <source>Text layer</source>
        <translation>Textebene</translation>
    </message>
    <message>
        <source>OCR</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>This page</source>
        <translation>Diese Seite</translation>
    </message>
    <message>
        <source>All pages</source>
        <translation>Alle Seiten</translation>
    </message>
    <message>
        <source>Let the app choose</source>
        <translation>Automatisch wählen</translation>
    </message>
    <message>
        <source>Use the text layer</source>
        <translation>Textebene verwenden</translation>
    </message>
    <message>
        <source>Recognise the text (OCR)</source>
        <translation>Text erkennen (OCR)</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>en</source>
        <extracomment>The code of the language of this translation, in small letters: &quot;de&quot; for German.</extracomment>
        <translation>de</translation>
    </message>
</context>
<context>
    <name>Start</name>
    <message>
        <source>The app ended early last time; your documents are open again.</source>
        <translation>Das Programm endete zuletzt vorzeitig; Ihre Dokumente sind wieder offen.</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>of {total}</source>
        <translation>von {total}</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Page in view</source>
        <translation>Gezeigte Seite</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößerung</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>What is the total amount?</source>
        <translation>Wie hoch ist der Gesamtbetrag?</translation>
    </message>
    <message>
        <source>What is the invoice number?</source>
        <translation>Wie lautet die Rechnungsnummer?</translation>
    </message>
    <message>
        <source>What is the date?</source>
        <translation>Welches Datum steht darauf?</translation>
    </message>
    <message>
        <source>Who is it from?</source>
        <translation>Von wem stammt es?</translation>
    </message>
    <message>
        <source>Ask all four</source>
        <translation>Alle vier fragen</translation>
    </message>
    <message>
        <source>Open a document to ask about it.</source>
        <translation>Bitte ein Dokument öffnen, um Fragen zu stellen.</translation>
    </message>
    <message>
        <source>You can ask now; answers come when the document is read.</source>
        <translation>Fragen sind schon möglich; die Antworten kommen, wenn das Dokument gelesen ist.</translation>
    </message>
    <message>
        <source>Answers come when the document is unlocked.</source>
        <translation>Antworten kommen, wenn das Dokument entsperrt ist.</translation>
    </message>
    <message>
        <source>This document could not be read, so there is nothing to ask.</source>
        <translation>Dieses Dokument konnte nicht gelesen werden; deshalb gibt es nichts zu fragen.</translation>
    </message>
    <message>
        <source>Ask in your own words, several questions on lines of their own, or begin with:</source>
        <translation>Fragen Sie in eigenen Worten, mehrere Fragen je auf einer Zeile, oder beginnen Sie mit:</translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message numerus="yes">
        <source>%n sentence(s) of the summary stand on this word.</source>
        <translation>
            <numerusform>%n Satz der Zusammenfassung beruht auf diesem Wort.</numerusform>
            <numerusform>%n Sätze der Zusammenfassung beruhen auf diesem Wort.</numerusform>
        </translation>
    </message>
    <message>
        <source>The model is being loaded. The summary follows.</source>
        <translation>Das Modell wird geladen. Die Zusammenfassung folgt.</translation>
    </message>
    <message>
        <source>Copied the summary.</source>
        <translation>Die Zusammenfassung wurde kopiert.</translation>
    </message>
    <message>
        <source>Copied “{text}”.</source>
        <translation>„{text}“ wurde kopiert.</translation>
    </message>
    <message>
        <source>Summary: {counted}</source>
        <translation>Zusammenfassung: {counted}</translation>
    </message>
</context>
<context>
    <name>Summarizing</name>
    <message>
        <source>Writing a summary</source>
        <translation>Eine Zusammenfassung wird geschrieben</translation>
    </message>
    <message>
        <source>Checking the summary</source>
        <translation>Die Zusammenfassung wird geprüft</translation>
    </message>
    <message>
        <source>Stopped before it was all checked.</source>
        <translation>Abgebrochen, bevor alles geprüft war.</translation>
    </message>
</context>
<context>
    <name>Summary</name>
    <message>
        <source>Supported</source>
        <translation>Belegt</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Zweifelhaft</translation>
    </message>
    <message>
        <source>Unsupported</source>
        <translation>Nicht belegt</translation>
    </message>
    <message>
        <source>Not checkable</source>
        <translation>Nicht prüfbar</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>The questions are about as likely by the document, but it answers most of them otherwise or not at all. Look at the page.</source>
        <translation>Nach dem Dokument sind die Fragen etwa gleich wahrscheinlich, doch es beantwortet die meisten anders oder gar nicht. Bitte auf der Seite nachsehen.</translation>
    </message>
    <message>
        <source>The document answers the questions as this sentence does.</source>
        <translation>Das Dokument beantwortet die Fragen wie dieser Satz.</translation>
    </message>
    <message>
        <source>The document may say something else. Look at the page.</source>
        <translation>Das Dokument sagt vielleicht etwas anderes. Bitte auf der Seite nachsehen.</translation>
    </message>
    <message>
        <source>The document says something else, or nothing about it.</source>
        <translation>Das Dokument sagt etwas anderes oder nichts dazu.</translation>
    </message>
    <message>
        <source>No question could be asked about this sentence. That says nothing against it.</source>
        <translation>Zu diesem Satz ließ sich keine Frage stellen. Das spricht nicht gegen ihn.</translation>
    </message>
    <message>
        <source>This sentence has not been checked.</source>
        <translation>Dieser Satz wurde nicht geprüft.</translation>
    </message>
    <message>
        <source>Nowhere in the document: {listed}</source>
        <translation>Nirgends im Dokument: {listed}</translation>
    </message>
    <message>
        <source>Doubt {share}.</source>
        <translation>Zweifel {share}.</translation>
    </message>
    <message>
        <source>QUALS {value}: nearer to 0 is better.</source>
        <translation>QUALS {value}: Näher an 0 ist besser.</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>{question} Summary: {mine}. Document: {theirs}</source>
        <translation>{question} Zusammenfassung: {mine}. Dokument: {theirs}</translation>
    </message>
    <message>
        <source>page {number}</source>
        <translation>Seite {number}</translation>
    </message>
    <message>
        <source>Likelihood of a token: {document} by the document, {summary} by the summary.</source>
        <translation>Wahrscheinlichkeit eines Wortteils: {document} nach dem Dokument, {summary} nach der Zusammenfassung.</translation>
    </message>
    <message>
        <source>{token}: document {document}, summary {summary}</source>
        <translation>{token}: Dokument {document}, Zusammenfassung {summary}</translation>
    </message>
    <message>
        <source>end</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>The model is not there yet, so its thresholds are not known.</source>
        <translation>Das Modell ist noch nicht da; seine Schwellen sind nicht bekannt.</translation>
    </message>
    <message>
        <source>A sentence is doubtful from {low} doubt upwards and unsupported from {high} upwards.</source>
        <translation>Ein Satz gilt ab {low} Zweifel als zweifelhaft und ab {high} als nicht belegt.</translation>
    </message>
    <message>
        <source>How often it is right with this model was not measured.</source>
        <translation>Wie oft das bei diesem Modell stimmt, wurde nicht gemessen.</translation>
    </message>
    <message>
        <source>On {data} it flagged {found} of the wrong sentences and {false} of the right ones. Of those it called unsupported {precision} were wrong, which is {recall} of all wrong ones (precision and recall).</source>
        <translation>Bei {data} hat die Prüfung {found} der falschen und {false} der richtigen Sätze beanstandet. Von denen, die sie „nicht belegt“ nannte, waren {precision} falsch, das sind {recall} aller falschen (Genauigkeit und Trefferquote).</translation>
    </message>
    <message>
        <source>development data</source>
        <translation>Entwicklungsdaten</translation>
    </message>
    <message>
        <source>For each sentence the model asks questions that the sentence answers, and compares how likely question and answer are given the document and given the summary. Where the document makes them much less likely, it says something else (QUALS, Nan et al. 2021). The document is asked the same questions, too. Doubt is how many of a hundred sentences with such likelihoods and answers were wrong.</source>
        <translation>Zu jedem Satz stellt das Modell Fragen, die der Satz beantwortet, und vergleicht, wie wahrscheinlich Frage und Antwort nach dem Dokument und nach der Zusammenfassung sind. Wo das Dokument sie viel unwahrscheinlicher macht, sagt es etwas anderes (QUALS, Nan et al. 2021). Dieselben Fragen werden auch dem Dokument gestellt. Der Zweifel sagt, wie viele von hundert Sätzen mit solchen Wahrscheinlichkeiten und Antworten falsch waren.</translation>
    </message>
    <message>
        <source>“Not checkable” means that no question could be asked; it says nothing against a sentence. Names, amounts and dates that stand nowhere in the document are underlined with a wave at once, without the model.</source>
        <translation>„Nicht prüfbar“ heißt, dass sich keine Frage stellen ließ; das spricht nicht gegen einen Satz. Namen, Beträge und Datumsangaben, die nirgends im Dokument stehen, werden sofort und ohne Modell mit einer Wellenlinie unterstrichen.</translation>
    </message>
    <message>
        <source>This is an automatic check and can be wrong, either way. The page decides.</source>
        <translation>Dies ist eine automatische Prüfung; sie kann sich in beide Richtungen irren. Es gilt die Seite.</translation>
    </message>
    <message>
        <source>Checked automatically; the check can be wrong. The document decides.</source>
        <translation>Automatisch geprüft; die Prüfung kann sich irren. Es gilt das Dokument.</translation>
    </message>
    <message>
        <source>Checked by {model}.</source>
        <translation>Geprüft von {model}.</translation>
    </message>
    <message>
        <source>Changed by a person.</source>
        <translation>Von Hand geändert.</translation>
    </message>
    <message>
        <source>Summary of {name}</source>
        <translation>Zusammenfassung von {name}</translation>
    </message>
</context>
<context>
    <name>SummaryEditor</name>
    <message>
        <source>Check it</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Take this text and check what changed (Ctrl+Enter)</source>
        <translation>Diesen Text übernehmen und Geändertes prüfen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Leave it as it was</source>
        <translation>Unverändert lassen</translation>
    </message>
</context>
<context>
    <name>SummaryExports</name>
    <message>
        <source>Export the summary</source>
        <translation>Zusammenfassung exportieren</translation>
    </message>
    <message>
        <source>{form}…</source>
        <translation>{form}…</translation>
    </message>
    <message>
        <source>There is no summary to export yet.</source>
        <translation>Es gibt noch keine Zusammenfassung zum Exportieren.</translation>
    </message>
    <message>
        <source>{name} summary</source>
        <translation>{name} Zusammenfassung</translation>
    </message>
    <message>
        <source>Written to {path}.</source>
        <translation>Gespeichert in {path}.</translation>
    </message>
</context>
<context>
    <name>SummaryRoom</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Checked automatically. The check can be wrong.</source>
        <translation>Automatisch geprüft. Die Prüfung kann sich irren.</translation>
    </message>
    <message>
        <source>How it works…</source>
        <translation>So wird geprüft…</translation>
    </message>
    <message>
        <source>The summary comes when the document is read.</source>
        <translation>Die Zusammenfassung kommt, wenn das Dokument gelesen ist.</translation>
    </message>
    <message>
        <source>The summary comes when the document is unlocked.</source>
        <translation>Die Zusammenfassung kommt, wenn das Dokument entsperrt ist.</translation>
    </message>
    <message>
        <source>The summary begins in a moment.</source>
        <translation>Die Zusammenfassung beginnt gleich.</translation>
    </message>
    <message>
        <source>Open a document to summarize it.</source>
        <translation>Bitte ein Dokument öffnen, um es zusammenzufassen.</translation>
    </message>
    <message>
        <source>A few sentences about the document, each checked against it: what the document bears out, and what it does not. You can also write or paste your own text with Edit and have it checked.</source>
        <translation>Einige Sätze über das Dokument, jeder an ihm geprüft: was das Dokument belegt und was nicht. Mit „Bearbeiten“ lässt sich auch ein eigener Text schreiben oder einfügen und prüfen.</translation>
    </message>
</context>
<context>
    <name>SummaryText</name>
    <message>
        <source>Text of the summary</source>
        <translation>Text der Zusammenfassung</translation>
    </message>
    <message>
        <source>Write or paste a summary; each sentence is checked against the document.</source>
        <translation>Eine Zusammenfassung schreiben oder einfügen; jeder Satz wird am Dokument geprüft.</translation>
    </message>
</context>
<context>
    <name>Sure</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>TableDeeds</name>
    <message>
        <source>There is no row below to merge with.</source>
        <translation>Es gibt keine Position darunter zum Verbinden.</translation>
    </message>
    <message>
        <source>Go to a cell that stands on the page first.</source>
        <translation>Bitte zuerst zu einer Zelle gehen, die auf der Seite steht.</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message>
        <source>Answers come from {model} on this computer ({device}). Nothing leaves it.</source>
        <translation>Antworten kommen von {model} auf diesem Computer ({device}). Nichts verlässt ihn.</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Kein Modell</translation>
    </message>
    <message>
        <source>Loading the model…</source>
        <translation>Das Modell wird geladen…</translation>
    </message>
    <message>
        <source>The model is being loaded. You can ask already; answers follow.</source>
        <translation>Das Modell wird geladen. Fragen sind schon möglich; die Antworten folgen.</translation>
    </message>
    <message>
        <source>The model is not there, so only geometry is shown.</source>
        <translation>Das Modell fehlt; gezeigt wird nur die Geometrie.</translation>
    </message>
    <message>
        <source>The model is looking at the page.</source>
        <translation>Das Modell betrachtet die Seite.</translation>
    </message>
    <message>
        <source>The model is being loaded.</source>
        <translation>Das Modell wird geladen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
</context>
<context>
    <name>ThumbnailList</name>
    <message>
        <source>Page thumbnails</source>
        <translation>Seitenvorschau</translation>
    </message>
    <message>
        <source>Choose a page to go to it.</source>
        <translation>Eine Seite wählen, um zu ihr zu gehen.</translation>
    </message>
</context>
<context>
    <name>ThumbnailRows</name>
    <message>
        <source>waiting to be read</source>
        <translation>wartet auf das Lesen</translation>
    </message>
    <message>
        <source>being read</source>
        <translation>wird gelesen</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>Page {number}</source>
        <translation>Seite {number}</translation>
    </message>
</context>
<context>
    <name>Trying</name>
    <message>
        <source>Open a document to see what this kind finds on its page.</source>
        <translation>Bitte ein Dokument öffnen, um zu sehen, was diese Art auf seiner Seite findet.</translation>
    </message>
    <message>
        <source>The model is being loaded; then the page&apos;s values stand here.</source>
        <translation>Das Modell wird geladen; danach stehen hier die Werte der Seite.</translation>
    </message>
    <message>
        <source>Looking at the page…</source>
        <translation>Die Seite wird angesehen…</translation>
    </message>
    <message>
        <source>What this kind finds on page {page}:</source>
        <translation>Was diese Art auf Seite {page} findet:</translation>
    </message>
    <message>
        <source>Looking at the page… {done} of {total}</source>
        <translation>Die Seite wird angesehen… {done} von {total}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Open an invoice, a receipt or a form</source>
        <translation>Eine Rechnung, einen Kassenbon oder ein Formular öffnen</translation>
    </message>
    <message>
        <source>Drop PDF or image files here, paste a picture with Ctrl+V, or choose them. They stay on this computer.</source>
        <translation>PDF- oder Bilddateien hierherziehen, ein Bild mit Strg+V einfügen oder Dateien wählen. Sie bleiben auf diesem Computer.</translation>
    </message>
    <message>
        <source>Open files…</source>
        <translation>Dateien öffnen…</translation>
    </message>
    <message>
        <source>Open the sample invoice</source>
        <translation>Beispielrechnung öffnen</translation>
    </message>
    <message>
        <source>Opened last</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
</context>
<context>
    <name>WishRow</name>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n Satz</numerusform>
            <numerusform>%n Sätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Length of the summary</source>
        <translation>Länge der Zusammenfassung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the summary</source>
        <translation>Fortschritt der Zusammenfassung</translation>
    </message>
    <message>
        <source>Summarize anew</source>
        <translation>Neu zusammenfassen</translation>
    </message>
    <message>
        <source>Summarize</source>
        <translation>Zusammenfassen</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} von {total}</translation>
    </message>
</context>
<context>
    <name>WordMending</name>
    <message>
        <source>Click a word on the page first; a double click corrects it at once.</source>
        <translation>Bitte zuerst ein Wort auf der Seite anklicken; ein Doppelklick berichtigt es sofort.</translation>
    </message>
    <message>
        <source>The word as it should read</source>
        <translation>Das Wort, wie es lauten soll</translation>
    </message>
    <message>
        <source>The word reads “{text}” now. Ctrl+Z takes it back.</source>
        <translation>Das Wort lautet jetzt „{text}“. Strg+Z nimmt es zurück.</translation>
    </message>
</context>
<context>
    <name>WordRows</name>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>The word as it was read</source>
        <translation>Das Wort, wie es gelesen wurde</translation>
    </message>
    <message>
        <source>How sure the reading is</source>
        <translation>Wie sicher es gelesen wurde</translation>
    </message>
    <message>
        <source>The text line by geometry; after ≠ the model&apos;s, where it differs</source>
        <translation>Die Textzeile nach Geometrie; hinter ≠ die des Modells, wo sie abweicht</translation>
    </message>
    <message>
        <source>The grid cell by geometry; after ≠ the model&apos;s, where it differs</source>
        <translation>Die Rasterzelle nach Geometrie; hinter ≠ die des Modells, wo sie abweicht</translation>
    </message>
</context>
<context>
    <name>WordTip</name>
    <message>
        <source>{share} confidence, {source}</source>
        <translation>Sicherheit {share}, {source}</translation>
    </message>
    <message>
        <source>Read with</source>
        <translation>Gelesen mit</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Grid cell</source>
        <translation>Rasterzelle</translation>
    </message>
    <message>
        <source>text layer</source>
        <translation>Textebene</translation>
    </message>
    <message>
        <source>text recognition</source>
        <translation>Texterkennung</translation>
    </message>
    <message>
        <source>words that were given</source>
        <translation>vorgegebenen Wörtern</translation>
    </message>
    <message>
        <source>{number} by geometry</source>
        <translation>{number} nach Geometrie</translation>
    </message>
    <message>
        <source>{number} by geometry and model</source>
        <translation>{number} nach Geometrie und Modell</translation>
    </message>
    <message>
        <source>{ours} by geometry, {theirs} by the model ≠</source>
        <translation>{ours} nach Geometrie, {theirs} nach Modell ≠</translation>
    </message>
</context>
<context>
    <name>_BarsPane</name>
    <message>
        <source>Likelihood of each token</source>
        <translation>Wahrscheinlichkeit jedes Wortteils</translation>
    </message>
</context>
<context>
    <name>_Legend</name>
    <message>
        <source>by the document</source>
        <translation>nach dem Dokument</translation>
    </message>
    <message>
        <source>by the summary</source>
        <translation>nach der Zusammenfassung</translation>
    </message>
    <message>
        <source>How likely each token is. A full bar is certain, an empty one less than one in 400.</source>
        <translation>Wie wahrscheinlich jeder Wortteil ist. Ein voller Balken ist sicher, ein leerer weniger als eins zu 400.</translation>
    </message>
</context>
</TS>
