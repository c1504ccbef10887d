package io.jenkins.plugins.veeam.linkedjobs.em;

/** The format that EM is asked to answer in. Exactly one is sent, since EM prefers JSON wherever it is mentioned. */
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
