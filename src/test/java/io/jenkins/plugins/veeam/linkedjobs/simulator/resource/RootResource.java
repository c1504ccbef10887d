package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import java.util.List;

/** What {@code /api/} says without a login: the versions of the API. */
public final class RootResource {
    static final List<String> VERSIONS = List.of("v1_5", "v1_6", "v1_7");

    private RootResource() {}

    public static Element get(ApiRequest request) {
        Element versions = new Element("SupportedVersions")
                .rows(
                        "SupportedVersions",
                        VERSIONS,
                        version -> login(new Element("SupportedVersion").attribute("Name", version), version, request));
        Element root =
                new Element("EnterpriseManager").link("Down", "LogonSessionList", request.href("/logonSessions"), null);
        return login(root, "latest", request).child(versions).unused("Href", "Type");
    }

    private static Element login(Element element, String version, ApiRequest request) {
        return element.link("Create", "LogonSession", request.href("/sessionMngr/?v=" + version), null);
    }
}
