package io.jenkins.plugins.veeam.linkedjobs.em.document;

/** The body of an error. No page of the documentation shows it; known from captures. */
@EmDocument.Roots("Error")
public final class ErrorDocument extends EmDocument {

    private String message;
    private String firstChanceExceptionMessage;

    /** EM's reason; null if it gave none. */
    public String reason() {
        return message == null ? firstChanceExceptionMessage : message;
    }
}
