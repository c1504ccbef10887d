package io.jenkins.plugins.veeam.linkedjobs.simulator.fault;

import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okio.Buffer;

/** Bodies that are of another kind than the one that the request is about. */
final class Bodies {
    private static final String PAGE = """
        <!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01//EN">
        <html><head><title>Web proxy</title><meta charset=utf-8></head>
        <body><h1>Sign in to continue</h1><p>This request was blocked by policy 17 &nbsp;<br>
        <form action="/login"><input name=user></form></body></html>
        """;
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z:]+)[^>]*?(/?)>");
    private static final int GENERATIONS = 9;

    private Bodies() {}

    static Response page(int status) {
        return Response.of(status).header("Content-Type", "text/html").body(new Buffer().writeUtf8(PAGE));
    }

    static String externalEntities(String xml, String url) {
        String subset = "SYSTEM \"" + url + "/em.dtd\" [<!ENTITY % more SYSTEM \"" + url
                + "/more.ent\"> %more; <!ENTITY bait SYSTEM \"" + url + "/bait.xml\">]";
        return withDoctype(subset, "&bait;", xml);
    }

    static String billionLaughs(String xml) {
        StringBuilder subset = new StringBuilder("[<!ENTITY lol0 \"lol\">");
        for (int i = 1; i <= GENERATIONS; i++) {
            String ten = ("&lol" + (i - 1) + ";").repeat(10);
            subset.append("<!ENTITY lol").append(i).append(" \"").append(ten).append("\">");
        }
        return withDoctype(subset + "]", "&lol" + GENERATIONS + ";", xml);
    }

    /** With the reference in the first element, unless that is empty. */
    private static String withDoctype(String subset, String reference, String xml) {
        Matcher root = ROOT.matcher(xml);
        if (!root.find()) {
            return xml;
        }
        String inside = root.group(2).isEmpty() ? reference : "";
        return xml.substring(0, root.start()) + "<!DOCTYPE " + root.group(1) + " " + subset + ">" + root.group()
                + inside + xml.substring(root.end());
    }
}
