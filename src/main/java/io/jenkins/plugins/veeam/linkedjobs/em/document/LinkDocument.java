package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A hypertext link. Selected by {@code Rel} and {@code Type}; the address is never followed. Page: "links". */
public final class LinkDocument {

    @JsonProperty("Rel")
    private String rel;

    @JsonProperty("Type")
    private String type;

    /** For {@code Up BackupServerReference} the name of the backup server. */
    @JsonProperty("Name")
    private String name;

    private boolean is(String wantedRel, String wantedType) {
        return wantedRel.equalsIgnoreCase(rel) && wantedType.equalsIgnoreCase(type);
    }

    static boolean hasDown(List<LinkDocument> links, String type) {
        return links != null && links.stream().anyMatch(link -> link != null && link.is("Down", type));
    }

    /** Name of the backup server that a job or session belongs to; null if no link says so. */
    static String backupServer(List<LinkDocument> links) {
        return links == null
                ? null
                : links.stream()
                        .filter(link -> link != null && link.is("Up", "BackupServerReference"))
                        .map(link -> Text.orNull(link.name))
                        .findFirst()
                        .orElse(null);
    }
}
