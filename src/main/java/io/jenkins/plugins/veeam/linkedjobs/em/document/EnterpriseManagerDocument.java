package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Collectors;

/** The root of the API, {@code GET /api/}, which needs no login. Page: "http_authentication". */
@EmDocument.Roots("EnterpriseManager")
public final class EnterpriseManagerDocument extends EmDocument {

    @JsonProperty("SupportedVersions")
    private Versions versions;

    @Override
    void check(boolean xml) throws DocumentException {
        if (!xml && versions == null) {
            throw DocumentException.unexpected("it has no SupportedVersions");
        }
    }

    /** Versions of the API, such as {@code v1_7}, in EM's order; never null. */
    public List<String> versions() {
        List<Version> all = versions == null || versions.versions == null ? List.of() : versions.versions;
        return all.stream()
                .filter(version -> version != null && version.name != null)
                .map(version -> version.name)
                .collect(Collectors.toList());
    }

    /** In JSON the container is doubled. */
    static final class Versions {

        @JsonProperty("SupportedVersions")
        @JsonAlias("SupportedVersion")
        List<Version> versions;
    }

    static final class Version {

        String name;
    }
}
