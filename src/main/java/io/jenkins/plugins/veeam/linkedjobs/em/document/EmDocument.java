package io.jenkins.plugins.veeam.linkedjobs.em.document;

/** A document, or a part of one, that can be checked once it was read. */
public abstract class EmDocument {

    /**
     * Checks what Jackson cannot: that the document says what it was requested for, and that every row has what
     * identifies it.
     *
     * @param xml whether the document was XML, whose root name was checked; JSON has no root name
     * @throws DocumentException if the document is not the requested one, or a value cannot be used
     */
    abstract void check(boolean xml) throws DocumentException;
}
