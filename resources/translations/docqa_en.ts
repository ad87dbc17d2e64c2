<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>Answers</name>
    <message numerus="yes">
        <source>%n answer(s) stand on this word.</source>
        <translation>
            <numerusform>%n answer stands on this word.</numerusform>
            <numerusform>%n answers stand on this word.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message numerus="yes">
        <source>Answering %n question(s)</source>
        <translation>
            <numerusform>Answering %n question</numerusform>
            <numerusform>Answering %n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentRows</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped after %n page(s)</source>
        <translation>
            <numerusform>Stopped after %n page</numerusform>
            <numerusform>Stopped after %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to check</source>
        <translation>
            <numerusform>%n to check</numerusform>
            <numerusform>%n to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n file(s) are left out, because nothing of them is kept, as where a password opened them. Open them to export them.</source>
        <translation>
            <numerusform>%n file is left out, because nothing of it is kept, as where a password opened it. Open it to export it.</numerusform>
            <numerusform>%n files are left out, because nothing of them is kept, as where a password opened them. Open them to export them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldExports</name>
    <message numerus="yes">
        <source>%n document(s) added to {path}.</source>
        <translation>
            <numerusform>%n document added to {path}.</numerusform>
            <numerusform>%n documents added to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s) written to {path}.</source>
        <translation>
            <numerusform>%n document written to {path}.</numerusform>
            <numerusform>%n documents written to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) added to {path}.</source>
        <translation>
            <numerusform>%n row added to {path}.</numerusform>
            <numerusform>%n rows added to {path}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) written to {path}.</source>
        <translation>
            <numerusform>%n row written to {path}.</numerusform>
            <numerusform>%n rows written to {path}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FieldsPanel</name>
    <message numerus="yes">
        <source>%n line item(s)</source>
        <translation>
            <numerusform>%n line item</numerusform>
            <numerusform>%n line items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) to check</source>
        <translation>
            <numerusform>%n value to check</numerusform>
            <numerusform>%n values to check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FlipsPane</name>
    <message numerus="yes">
        <source>%n document(s) could not be filled anew.</source>
        <translation>
            <numerusform>%n document could not be filled anew.</numerusform>
            <numerusform>%n documents could not be filled anew.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InspectPanel</name>
    <message numerus="yes">
        <source>%n word(s) on page {page}.</source>
        <translation>
            <numerusform>%n word on page {page}.</numerusform>
            <numerusform>%n words on page {page}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform>
            <numerusform>about %n minutes left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s) left</source>
        <translation>
            <numerusform>about %n second left</numerusform>
            <numerusform>about %n seconds left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message numerus="yes">
        <source>%n document(s), with everything that is known of each. The file begins so:</source>
        <translation>
            <numerusform>%n document, with everything that is known of it. The file begins so:</numerusform>
            <numerusform>%n documents, with everything that is known of each. The file begins so:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message numerus="yes">
        <source>%n question(s) asked, the weakest first:</source>
        <translation>
            <numerusform>%n&#xa0;question asked:</numerusform>
            <numerusform>%n&#xa0;questions asked, the weakest first:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message numerus="yes">
        <source>Watching %n folder(s)</source>
        <translation>
            <numerusform>Watching %n folder</numerusform>
            <numerusform>Watching %n folders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message numerus="yes">
        <source>Reading was stopped after %n page(s). Press F5 to read on.</source>
        <translation>
            <numerusform>Reading was stopped after %n page. Press F5 to read on.</numerusform>
            <numerusform>Reading was stopped after %n pages. Press F5 to read on.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reviewer</name>
    <message numerus="yes">
        <source>%n value(s) are still to check. Accept once more to take them as they are.</source>
        <translation>
            <numerusform>%n value is still to check. Accept once more to take it as it is.</numerusform>
            <numerusform>%n values are still to check. Accept once more to take them as they are.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SentenceCard</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Summaries</name>
    <message numerus="yes">
        <source>%n sentence(s) of the summary stand on this word.</source>
        <translation>
            <numerusform>%n sentence of the summary stands on this word.</numerusform>
            <numerusform>%n sentences of the summary stand on this word.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WishRow</name>
    <message numerus="yes">
        <source>%n sentence(s)</source>
        <translation>
            <numerusform>%n sentence</numerusform>
            <numerusform>%n sentences</numerusform>
        </translation>
    </message>
</context>
</TS>
