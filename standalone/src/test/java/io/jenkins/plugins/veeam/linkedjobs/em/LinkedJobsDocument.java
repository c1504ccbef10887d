package io.jenkins.plugins.veeam.linkedjobs.em;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Reads a list of linked jobs as the client does. The benchmark's only use of what is internal to the client. */
public final class LinkedJobsDocument {

    private LinkedJobsDocument() {}

    /** Returns the number of links. */
    public static int read(byte[] document) throws IOException {
        return Answers.read(new ByteArrayInputStream(document), Limits.BYTES, held -> {})
                .links
                .size();
    }
}
