package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A document of EM, or a part of one. Fields are null where EM sent nothing, null or blanks, which all mean "none". */
public abstract class EmDocument {

    /** Checks what Jackson cannot, of roots and rows: that this was requested, and has what identifies it. */
    void check() throws DocumentException {}

    /** Whether it has what tells it from other documents in JSON, which has no root names. */
    boolean isRecognized() {
        return true;
    }

    /**
     * Names that the root element may have. EM's documentation contradicts itself on some. Jackson does not compare the
     * root: a web page or an error would read as an empty list.
     */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Roots {
        String[] value();
    }
}
