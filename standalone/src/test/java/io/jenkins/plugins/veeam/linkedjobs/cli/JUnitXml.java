package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;

/** Reads JUnit reports. */
final class JUnitXml {

    /** The build unpacks Surefire's sources there. */
    private static final Path SCHEMA = Path.of("target", "junit-schema");

    private JUnitXml() {}

    /** The root of a report, which is valid by the schema that Surefire publishes with its sources. */
    static Element read(Path file) throws Exception {
        Path schema;
        try (Stream<Path> files = Files.walk(SCHEMA)) {
            schema = files.filter(each -> each.endsWith("surefire-test-report.xsd"))
                    .findFirst()
                    .orElseThrow();
        }
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema.toFile())
                .newValidator()
                .validate(new StreamSource(file.toFile()));
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }
}
