package io.jenkins.plugins.veeam.linkedjobs.em;

/** The format of EM's responses. Exactly one is requested, since EM prefers JSON wherever it is mentioned. */
public enum ResponseFormat {
    XML("application/xml"),
    JSON("application/json");

    private final String mediaType;

    ResponseFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The value of the header {@code Accept}. */
    public String mediaType() {
        return mediaType;
    }
}
