package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** An element, found by local names in EM's namespace. */
record Xml(Element element) {
    static Xml of(String text) {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        try {
            return new Xml(factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text.replace("\uFEFF", ""))))
                    .getDocumentElement());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new AssertionError(text, e);
        }
    }

    String name() {
        return element.getLocalName();
    }

    String attribute(String name) {
        return element.hasAttribute(name) ? element.getAttribute(name) : null;
    }

    String text() {
        return element.getTextContent();
    }

    /** Names of the direct children. */
    List<String> children() {
        List<String> names = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element) {
                names.add(child.getLocalName());
            }
        }
        return names;
    }

    List<Xml> all(String name) {
        NodeList nodes = element.getElementsByTagNameNS(XmlWriter.NAMESPACE, name);
        List<Xml> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add(new Xml((Element) nodes.item(i)));
        }
        return all;
    }

    Xml one(String name) {
        List<Xml> all = all(name);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " elements " + name + " in " + name());
        }
        return all.get(0);
    }

    List<String> texts(String name) {
        return all(name).stream().map(Xml::text).toList();
    }

    List<String> attributes(String name, String attribute) {
        return all(name).stream().map(xml -> xml.attribute(attribute)).toList();
    }

    /** The targets of links by their meaning, without scheme and host. */
    List<String> links(String rel, String type) {
        return all("Link").stream()
                .filter(link -> rel.equals(link.attribute("Rel")))
                .filter(link -> type == null || type.equals(link.attribute("Type")))
                .map(link -> link.attribute("Href").replaceFirst("^https?://[^/]+", ""))
                .toList();
    }
}
