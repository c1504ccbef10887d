package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException.Reason;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * Reads a document, XML or JSON, whichever came. Guards what Jackson's mappers do not: the name of the root, rows that
 * would be skipped, values that contradict each other, and the size of the document.
 */
public final class DocumentReader {

    /** Bytes of a document that are read, after decompression. 10,000 links are about 7 MiB. */
    public static final long MAX_BYTES = 16L << 20;

    /** Begins names of foreign namespaces. */
    static final String FOREIGN = "foreign:";

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 1 << 20;

    /** Jackson builds all rows before anything else sees them: 16 MiB of {@code <Job/>} would fill the heap. */
    private static final long MAX_ELEMENTS = 300_000;

    private static final long MAX_TOKENS = 1_000_000;

    private static final int SNIFFED_BYTES = 512;

    /** A byte order mark, as ISO-8859-1 shows it, and blanks. */
    private static final String START = "(?:\u00EF\u00BB\u00BF)?\\s*+";

    private static final Pattern JSON_START = Pattern.compile(START + "[{\\[]");

    /** HTML is rarely well-formed XML, so it is recognized before it is parsed. */
    private static final Pattern WEB_PAGE = Pattern.compile(
            START + "(?><\\?xml.*?\\?>\\s*+)?(?><!--.*?-->\\s*+)*+<(?:!doctype\\s++)?html[\\s>].*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final XMLInputFactory XML_FACTORY = xmlFactory();

    private static final XmlMapper XML = configured(XmlMapper.builder().defaultUseWrapper(false));

    private static final JsonMapper JSON = configured(JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxTokenCount(MAX_TOKENS)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()));

    private DocumentReader() {}

    /**
     * Reads a whole document.
     *
     * @param body decompressed; not closed
     * @throws java.io.EOFException if the body ends too early; the same request may succeed
     * @throws DocumentException if this is not the requested document, or it cannot be read
     * @throws IOException if the body cannot be received
     */
    public static <T extends EmDocument> T read(InputStream body, Class<T> type) throws IOException {
        try {
            BufferedInputStream in = new BufferedInputStream(body, 16 << 10);
            in.mark(SNIFFED_BYTES);
            String start = new String(in.readNBytes(SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
            in.reset();
            if (WEB_PAGE.matcher(start).lookingAt()) {
                throw new DocumentException(Reason.WEB_PAGE, "it is a web page");
            }
            boolean isJson = JSON_START.matcher(start).lookingAt();
            T document = isJson ? JSON.readValue(in, type) : readXml(in, type);
            if (isJson && !document.isRecognized()) {
                throw DocumentException.unexpected("it has no list");
            }
            document.check();
            return document;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw DocumentException.of(e);
        }
    }

    private static <T> T readXml(InputStream in, Class<T> type) throws IOException, XMLStreamException {
        XMLStreamReader reader = XML_FACTORY.createXMLStreamReader(in);
        try {
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw new DocumentException(Reason.UNREADABLE, "it has a DOCTYPE");
                }
            }
            List<String> roots =
                    Arrays.asList(type.getAnnotation(EmDocument.Roots.class).value());
            if (!roots.contains(reader.getLocalName())) {
                throw DocumentException.unexpected(
                        "its root is <" + reader.getLocalName() + ">, not <" + roots.get(0) + ">");
            }
            T document = XML.readValue(new OwnNamespaceReader(reader), type);
            while (reader.hasNext()) {
                reader.next(); // only comments may follow
            }
            return document;
        } finally {
            reader.close();
        }
    }

    private static XMLInputFactory xmlFactory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MAX_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, MAX_BYTES);
        // .NET writes control characters of a description as &#xB; and the like, which XML 1.0 does not allow.
        factory.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
        return factory;
    }

    /** What occurs several times is merged, and a null changes nothing; but a list that is null is a list. */
    private static <M extends ObjectMapper> M configured(MapperBuilder<M, ?> builder) {
        return builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .defaultMergeable(true)
                .defaultSetterInfo(JsonSetter.Value.construct(Nulls.SKIP, Nulls.FAIL))
                .withConfigOverride(
                        List.class, rows -> rows.setSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.FAIL)))
                .addModule(Values.module())
                .build();
    }

    /** Marks names of foreign namespaces. Jackson compares local names: {@code x:UID} would overwrite UID. */
    private static final class OwnNamespaceReader extends StreamReaderDelegate {

        private final String own;

        /** @param reader positioned at the root element, whose namespace is the own one */
        OwnNamespaceReader(XMLStreamReader reader) {
            super(reader);
            own = reader.getNamespaceURI();
        }

        @Override
        public String getLocalName() {
            return marked(getNamespaceURI(), super.getLocalName());
        }

        @Override
        public String getAttributeLocalName(int index) {
            return marked(getAttributeNamespace(index), super.getAttributeLocalName(index));
        }

        private String marked(String uri, String name) {
            return uri == null || uri.isEmpty() || uri.equals(own) ? name : FOREIGN + name;
        }
    }
}
