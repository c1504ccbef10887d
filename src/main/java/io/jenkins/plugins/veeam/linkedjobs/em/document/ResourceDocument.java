package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlElementWrapper;
import com.fasterxml.jackson.dataformat.xml.annotation.JacksonXmlProperty;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** What EM sends for a job as well as for a session. */
public abstract class ResourceDocument extends EmDocument {

    /** {@code urn:veeam:}, the kind of the resource, and a GUID; of sessions the bare GUID, too. */
    String uid;

    /** Kind of the resource, with {@code Reference} at its end where only a reference was sent. */
    String type;

    @JacksonXmlElementWrapper(localName = "Links")
    @JacksonXmlProperty(localName = "Link")
    private Collection<Hyperlink> links;

    private transient String id;

    /** @param kinds what the UID may be of; the first one is named in messages */
    void check(String... kinds) throws DocumentException {
        if (type != null && type.endsWith("Reference")) {
            throw DocumentException.unexpected("it has a reference, not an entity");
        }
        id = Uid.guid(uid, each -> Arrays.stream(kinds).anyMatch(each::equalsIgnoreCase));
        if (id == null) {
            throw DocumentException.value("UID of a " + kinds[0], "urn:veeam:" + kinds[0] + ": and a GUID", uid);
        }
    }

    /** The GUID in lower case; never null. */
    public String id() {
        return id;
    }

    /** Name of the backup server that the job or session belongs to. */
    public String backupServer() {
        Hyperlink server = link("Up", "BackupServerReference");
        return server == null ? null : server.name;
    }

    /** Null if there is no such link. */
    Hyperlink link(String rel, String type) {
        for (Hyperlink link : links == null ? List.<Hyperlink>of() : links) {
            if (rel.equalsIgnoreCase(link.rel) && type.equalsIgnoreCase(link.type)) {
                return link;
            }
        }
        return null;
    }

    /** A hypertext link. Its address is never followed. Page: "links". */
    static final class Hyperlink {
        private String rel;
        private String type;
        private String name;
    }
}
