package io.jenkins.plugins.veeam.linkedjobs.em;

/** What a document says, one thing after the other, alike for XML and JSON. */
interface Sink {

    /**
     * An element, or a JSON object, begins; JSON objects in an array bear the array's name, the outermost one "".
     *
     * @param field the field of that name, which then is no text; null if it is none
     */
    void open(String name, Field field);

    /** A key of the outermost JSON object has a scalar, or a list has an element that is no object: no list of rows. */
    void scalar(String key);

    /** An attribute, an element without attributes and children, or a JSON scalar; text is null for JSON's null. */
    void value(Field field, String text);

    /** A key of the outermost JSON object: the only trace of an empty list. */
    void key(String name);

    /** The element or object that was opened last ends. */
    void close();
}
