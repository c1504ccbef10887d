package io.jenkins.plugins.veeam.linkedjobs.em;

/** In which of its two representations EM is asked to answer. Exactly one is sent: any mention of JSON wins at EM. */
public enum ResponseFormat {
    XML("application/xml"),
    JSON("application/json");

    final String mediaType;

    ResponseFormat(String mediaType) {
        this.mediaType = mediaType;
    }
}
