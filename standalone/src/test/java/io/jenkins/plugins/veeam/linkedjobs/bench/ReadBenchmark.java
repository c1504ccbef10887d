package io.jenkins.plugins.veeam.linkedjobs.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentReader;
import io.jenkins.plugins.veeam.linkedjobs.em.document.LinkedJobsDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reading the list of a copy job's links, beside StAX passes that look at nothing. */
@State(Scope.Benchmark)
public class ReadBenchmark {

    @Param("10000")
    public int links;

    private final XMLInputFactory woodstox = new WstxInputFactory();
    private final XMLInputFactory jdk = XMLInputFactory.newDefaultFactory();
    private byte[] document;

    @Setup
    public void fetch() throws Exception {
        try (Simulator simulator = Simulator.start(links, 0)) {
            document = new Floor(simulator).linkedJobs();
        }
        if (client() != links) {
            throw new IllegalStateException("This is not the list of linked jobs");
        }
    }

    @Benchmark
    public int client() throws IOException {
        return DocumentReader.read(new ByteArrayInputStream(document), LinkedJobsDocument.class)
                .rows()
                .size();
    }

    @Benchmark
    public int bareWoodstox() throws XMLStreamException {
        return pass(woodstox);
    }

    @Benchmark
    public int bareJdk() throws XMLStreamException {
        return pass(jdk);
    }

    private int pass(XMLInputFactory factory) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        int events = 0;
        for (; reader.hasNext(); events++) {
            reader.next();
        }
        return events;
    }
}
