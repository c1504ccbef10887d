package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The root of the API, {@code GET /api/}, which needs no login. Page: "http_authentication". */
@EmDocument.Roots("EnterpriseManager")
public final class EnterpriseManagerDocument extends EmDocument {

    /** In JSON the container is doubled. */
    @JsonProperty("SupportedVersions")
    private Versions versions;

    @Override
    boolean isRecognized() {
        return versions != null;
    }

    /** Versions of the API, such as {@code v1_7}, in EM's order; never null. */
    public List<String> versions() {
        Collection<Version> all = versions == null || versions.versions == null ? List.of() : versions.versions;
        return all.stream()
                .map(version -> version.name)
                .filter(Objects::nonNull)
                .toList();
    }

    private static final class Versions {
        @JsonProperty("SupportedVersions")
        @JsonAlias("SupportedVersion")
        private Collection<Version> versions;
    }

    private static final class Version {
        private String name;
    }
}
