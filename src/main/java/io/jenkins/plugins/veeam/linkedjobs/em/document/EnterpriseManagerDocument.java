package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The root of the API, {@code GET /api/}, which needs no login. Page: "http_authentication". */
@XmlRoots("EnterpriseManager")
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
        return versions == null || versions.versions == null
                ? List.of()
                : versions.versions.stream()
                        .filter(Objects::nonNull)
                        .map(version -> Text.word(version.name))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toList());
    }

    /** In JSON the container is doubled. */
    static final class Versions {

        @JsonProperty("SupportedVersions")
        @JsonAlias("SupportedVersion")
        @JacksonXmlElementWrapper(useWrapping = false)
        @JacksonXmlProperty(localName = "SupportedVersion")
        private List<Version> versions;
    }

    /** One version. */
    static final class Version {

        @JsonProperty("Name")
        private String name;
    }
}
