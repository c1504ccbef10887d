package io.jenkins.plugins.veeam.linkedjobs.em;

import com.ctc.wstx.stax.WstxInputFactory;
import io.jenkins.plugins.veeam.linkedjobs.bench.Server;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The list of linked jobs of a large copy job: read as the client does, beside the least that any reader does, which is
 * a StAX pass that looks at nothing. In the client's package, since what reads answers is nobody else's business.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ParsingBenchmark {

    @Param("10000")
    public int links;

    private final XMLInputFactory plain = new WstxInputFactory();
    private final XMLInputFactory jdk = XMLInputFactory.newDefaultFactory();
    private byte[] document;

    @Setup
    public void fetch() throws Exception {
        document = Server.linkedJobs(links);
    }

    @Benchmark
    public int ours() throws IOException {
        return Answers.read(new ByteArrayInputStream(document), Limits.BYTES, held -> {})
                .links
                .size();
    }

    /** Woodstox as it is, without the limits that ours sets, and lazy: texts that nobody looks at are skipped. */
    @Benchmark
    public int bare() throws XMLStreamException {
        return pass(plain);
    }

    /** The JDK's own reader. */
    @Benchmark
    public int bareJdk() throws XMLStreamException {
        return pass(jdk);
    }

    private int pass(XMLInputFactory factory) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document));
        int events = 0;
        while (reader.hasNext()) {
            reader.next();
            events++;
        }
        reader.close();
        return events;
    }
}
