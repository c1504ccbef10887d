package io.jenkins.plugins.veeam.linkedjobs.em.document;

/** EM writes "none" as null, as an empty element or as blanks. */
final class Text {

    private Text() {}

    /** The text as written; null if it is null or blank. */
    static String orNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** For identifiers and enumerated words: without blanks around it; null if there is nothing else. */
    static String word(String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }
}
