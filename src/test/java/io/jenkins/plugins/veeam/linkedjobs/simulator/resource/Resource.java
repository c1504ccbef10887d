package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import java.util.List;
import java.util.stream.IntStream;

/** What GET requests to one kind of address return. {@code ApiRouter} names all classes of this kind. */
public abstract class Resource {
    private final List<String> path;

    /** The path below {@code /api/} in small letters, with an asterisk for an id. */
    protected Resource(String path) {
        this.path = List.of(path.split("/"));
    }

    /** The segments are in small letters. */
    public boolean matches(List<String> segments) {
        return segments.size() == path.size()
                && IntStream.range(0, path.size())
                        .allMatch(i -> path.get(i).equals("*") || path.get(i).equals(segments.get(i)));
    }

    /** The response with status 200. Null as id if the address has none. */
    public Element get(List<String> segments, Role role, ApiRequest request) {
        int id = path.indexOf("*");
        return get(id < 0 ? null : segments.get(id), role, request);
    }

    /** @throws StatusException for every other status */
    protected abstract Element get(String id, Role role, ApiRequest request);

    protected static void require(boolean granted) {
        if (!granted) {
            throw new StatusException(403, "Access denied.");
        }
    }

    /** What all objects have. */
    static Element object(String element, String type, String href, String name, String uid) {
        return new Element(element)
                .attribute("Type", type)
                .attribute("Href", href)
                .attribute("Name", name)
                .attribute("UID", uid);
    }
}
