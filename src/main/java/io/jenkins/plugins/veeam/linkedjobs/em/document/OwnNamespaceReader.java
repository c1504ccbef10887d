package io.jenkins.plugins.veeam.linkedjobs.em.document;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Hides elements and attributes of foreign namespaces. Jackson compares local names alone, so {@code x:UID} would
 * overwrite {@code UID}. The own namespace is that of the root element; names without a namespace belong to it.
 */
final class OwnNamespaceReader extends StreamReaderDelegate {

    private final String own;
    private int[] attributes;
    private int attributeCount;

    /** @param reader positioned at the root element */
    OwnNamespaceReader(XMLStreamReader reader) {
        super(reader);
        own = String.valueOf(reader.getNamespaceURI());
        selectAttributes();
    }

    @Override
    public int next() throws XMLStreamException {
        int event = super.next();
        while (event == START_ELEMENT && !isOwn(getNamespaceURI())) {
            for (int depth = 1; depth > 0; ) {
                int skipped = super.next();
                depth += skipped == START_ELEMENT ? 1 : skipped == END_ELEMENT ? -1 : 0;
            }
            event = super.next();
        }
        if (event == START_ELEMENT) {
            selectAttributes();
        }
        return event;
    }

    private void selectAttributes() {
        attributes = new int[super.getAttributeCount()];
        attributeCount = 0;
        for (int i = 0; i < attributes.length; i++) {
            if (isOwn(super.getAttributeNamespace(i))) {
                attributes[attributeCount++] = i;
            }
        }
    }

    private boolean isOwn(String uri) {
        return uri == null || uri.isEmpty() || uri.equals(own);
    }

    @Override
    public int getAttributeCount() {
        return attributeCount;
    }

    @Override
    public String getAttributeNamespace(int index) {
        return super.getAttributeNamespace(attributes[index]);
    }

    @Override
    public String getAttributeLocalName(int index) {
        return super.getAttributeLocalName(attributes[index]);
    }

    @Override
    public String getAttributeValue(int index) {
        return super.getAttributeValue(attributes[index]);
    }
}
