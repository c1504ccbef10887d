package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
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

/**
 * Reads a document, XML or JSON, whichever came. Guards what Jackson's mappers do not: the name of the root, rows that would
 * be skipped, values that contradict each other, and the size of the document.
 */
public final class DocumentReader {

    /** Bytes of a document that are read, after decompression. 10,000 links are about 7 MiB. */
    public static final long MAX_BYTES = 16L << 20;

    private static final int MAX_DEPTH = 64;
    private static final int MAX_TEXT = 1 << 20;
    private static final int MAX_NAME = 1_000;
    private static final int MAX_ATTRIBUTES = 100;

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

    private static final Pattern LIKE_ROWS =
            Pattern.compile("(?:Linked|Job|BackupJobSession).*", Pattern.CASE_INSENSITIVE);

    private static final XMLInputFactory XML_FACTORY = xmlFactory();

    private static final XmlMapper XML = configured(XmlMapper.builder().defaultUseWrapper(false));

    private static final JsonMapper JSON = configured(JsonMapper.builder(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_TEXT)
                    .maxNameLength(MAX_NAME)
                    .maxTokenCount(MAX_TOKENS)
                    .maxDocumentLength(MAX_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
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
            String start = start(in);
            if (WEB_PAGE.matcher(start).lookingAt()) {
                throw new DocumentException(Reason.WEB_PAGE, "it is a web page");
            }
            boolean xml = !JSON_START.matcher(start).lookingAt();
            T document = xml ? readXml(in, type) : JSON.readValue(in, type);
            document.check(xml);
            return document;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw ReadFailures.translate(e);
        }
    }

    private static String start(InputStream in) throws IOException {
        in.mark(SNIFFED_BYTES);
        String start = new String(in.readNBytes(SNIFFED_BYTES), StandardCharsets.ISO_8859_1);
        in.reset();
        return start;
    }

    private static <T> T readXml(InputStream in, Class<T> type) throws IOException, XMLStreamException {
        XMLStreamReader reader = XML_FACTORY.createXMLStreamReader(in);
        try {
            toRoot(reader);
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

    private static void toRoot(XMLStreamReader reader) throws IOException, XMLStreamException {
        while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
            if (reader.next() == XMLStreamConstants.DTD) {
                throw new DocumentException(Reason.UNREADABLE, "it has a DOCTYPE");
            }
        }
    }

    private static XMLInputFactory xmlFactory() {
        XMLInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MAX_ELEMENTS);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, MAX_BYTES);
        // .NET writes control characters of a description as &#xB; and the like, which XML 1.0 does not allow.
        factory.setProperty(WstxInputProperties.P_ALLOW_XML11_ESCAPED_CHARS_IN_XML10, true);
        return factory;
    }

    private static <M extends ObjectMapper> M configured(MapperBuilder<M, ?> builder) {
        return builder.enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .addModule(Values.module().setDeserializerModifier(new SetOnceProperty.Modifier()))
                .addHandler(new UnknownRows())
                .build();
    }

    /** An object or a list that is named like rows, in a class that contains rows, is not skipped. */
    private static final class UnknownRows extends DeserializationProblemHandler {
        @Override
        public boolean handleUnknownProperty(
                DeserializationContext context,
                JsonParser parser,
                JsonDeserializer<?> deserializer,
                Object container,
                String name)
                throws IOException {
            boolean hasRows = parser.currentToken().isStructStart() || isEmptyElement(parser);
            if (container instanceof EmDocument.WithRows
                    && hasRows
                    && LIKE_ROWS.matcher(name).matches()) {
                throw DocumentException.unexpected("it has an unknown list " + name);
            }
            return false;
        }

        /** In XML, an element without content may be a row. */
        private static boolean isEmptyElement(JsonParser parser) throws IOException {
            return parser.currentToken() == JsonToken.VALUE_STRING
                    && parser.getText().isEmpty();
        }
    }
}
