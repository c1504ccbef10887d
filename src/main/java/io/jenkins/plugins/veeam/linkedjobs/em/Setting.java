package io.jenkins.plugins.veeam.linkedjobs.em;

/** A setting that a message may advise to change. What the reader calls it, depends on where it is set. */
public enum Setting {
    CONNECT_TIMEOUT("the connect timeout"),
    READ_TIMEOUT("the read timeout"),
    TIMEOUT("the overall timeout"),
    RETRY_WINDOW("the retry window"),
    CERTIFICATES("the trusted certificates"),
    PROXY("the proxy settings");

    final String defaultName;

    Setting(String defaultName) {
        this.defaultName = defaultName;
    }
}
