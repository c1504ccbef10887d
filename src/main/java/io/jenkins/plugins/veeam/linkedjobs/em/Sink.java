package io.jenkins.plugins.veeam.linkedjobs.em;

/** What a document says, one thing after the other, alike for XML and JSON. */
interface Sink {

    /** An element, or a JSON object, begins; JSON objects in an array bear the array's name, the outermost one "". */
    void open(String name);

    /** An attribute, an element without attributes and children, or a JSON scalar; text is null for JSON's null. */
    void value(Field field, String text);

    /** A key of the outermost JSON object: the only trace of an empty list. */
    void key(String name);

    /** The element or object that was opened last ends. */
    void close();
}
