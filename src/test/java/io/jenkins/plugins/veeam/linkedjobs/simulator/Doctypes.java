package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Right answers with a DOCTYPE in front, and an entity in the first element. */
final class Doctypes {
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z:]+)[^>]*?(/?)>");
    private static final int GENERATIONS = 9;

    private Doctypes() {}

    static void external(String url, Exchange exchange) throws IOException {
        send(
                exchange,
                xml -> with(
                        "SYSTEM \"" + url + "/em.dtd\" [<!ENTITY % more SYSTEM \"" + url
                                + "/more.ent\"> %more; <!ENTITY bait SYSTEM \"" + url + "/bait.xml\">]",
                        "&bait;",
                        xml));
    }

    static void billionLaughs(Exchange exchange) throws IOException {
        StringBuilder entities = new StringBuilder("[<!ENTITY lol0 \"lol\">");
        for (int i = 1; i <= GENERATIONS; i++) {
            String ten = ("&lol" + (i - 1) + ";").repeat(10);
            entities.append("<!ENTITY lol").append(i).append(" \"").append(ten).append("\">");
        }
        send(exchange, xml -> with(entities + "]", "&lol" + GENERATIONS + ";", xml));
    }

    private static void send(Exchange exchange, UnaryOperator<String> change) throws IOException {
        exchange.send(
                AnswerFaults.altered(change, exchange.answer(exchange.context().json(false))));
    }

    /** An element without content is left so, with the DOCTYPE alone. */
    private static String with(String subset, String reference, String xml) {
        Matcher root = ROOT.matcher(xml);
        if (!root.find()) {
            return xml;
        }
        String inside = root.group(2).isEmpty() ? reference : "";
        return xml.substring(0, root.start()) + "<!DOCTYPE " + root.group(1) + " " + subset + ">" + root.group()
                + inside + xml.substring(root.end());
    }
}
