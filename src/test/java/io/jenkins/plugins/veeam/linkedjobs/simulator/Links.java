package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.ArrayList;
import java.util.List;

/** Collects the links of one element. */
final class Links {
    private final Context context;
    private final List<Link> links = new ArrayList<>();

    Links(Context context) {
        this.context = context;
    }

    Links up(String type, String path, String name) {
        return add("Up", type, path, name);
    }

    Links down(String type, String path) {
        return add("Down", type, path, null);
    }

    Links action(String rel, String path) {
        return add(rel, null, path, null);
    }

    Links add(String rel, String type, String path, String name) {
        links.add(new Link(rel, type, context.href(path), name));
        return this;
    }

    List<Link> list() {
        return links;
    }
}
