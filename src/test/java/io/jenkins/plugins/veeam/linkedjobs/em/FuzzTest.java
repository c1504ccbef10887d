package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The readers of answers, references, dates, filters, durations and rules under inputs that a fuzzer makes up, guided by what they run through. */
class FuzzTest {

    private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
    private static final List<String> FIXTURES = List.of(
            "copyjob.xml",
            "copyjob-unusual.xml",
            "copyjob-v12.json",
            "sessions.xml",
            "sessions-v13.json",
            "linkedjobs.xml",
            "linkedjobs-v12.json",
            "logonsession.xml",
            "enterprisemanager-v13.json");

    @Test
    void nothingButARefusalComesOfIt(@TempDir Path folder) throws Exception {
        assumeThat(isThere(JAZZER)).as("Jazzer is among the libraries").isTrue();
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        seed(corpus);
        ForkedJvm jvm = ForkedJvm.run(
                folder,
                "512m",
                JAZZER,
                "--target_class=" + Fuzz.class.getName(),
                "--instrumentation_includes="
                        + LinkedJobs.class.getPackageName().replace(".model", ".**"),
                "-max_total_time=" + Verify.fuzzing().toSeconds(),
                "-max_len=4096",
                "-timeout=10",
                corpus.toString());
        assertThat(jvm.exitCode).as(jvm.output).isZero();
        assertThat(jvm.output).containsPattern("Done \\d{3,} runs");
        System.out.println(jvm.output.lines().reduce((first, last) -> last).orElse(""));
    }

    private static boolean isThere(String type) {
        try {
            Class.forName(type, false, FuzzTest.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static void seed(Path corpus) throws IOException {
        for (String fixture : FIXTURES) {
            ByteArrayOutputStream seed = new ByteArrayOutputStream();
            seed.write('a');
            seed.write(Fixture.bytes(fixture));
            Files.write(corpus.resolve(fixture), seed.toByteArray());
        }
        Files.writeString(corpus.resolve("urn"), "qurn:veeam:Job:0c0ffee0-0000-4000-8000-000000000001");
        Files.writeString(corpus.resolve("name"), "qOffsite copy");
        Files.writeString(corpus.resolve("date"), "d2026-02-28T21:00:00.1234567+01:00");
        Files.writeString(corpus.resolve("filter"), "fOffsite copy ;(,) & more");
        Files.writeString(corpus.resolve("duration"), "m10000w");
        Files.writeString(corpus.resolve("weeks"), "m 009999W ");
        Files.writeString(corpus.resolve("rule"), "rlast-result\nWarning");
        Files.writeString(corpus.resolve("names"), "rrequired\nSQL\nExchange");
    }

    /** What fuzzers found, or tend to find. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a\uFEFF",
                "a<",
                "a<!--",
                "a<a:b/>",
                "a<a b='&x;'/>",
                "a<a xmlns:x='' x:b=''/>",
                "a<?xml version='1.1'?><a>\u0001</a>",
                "a<?xml encoding='no-such-encoding'?><a/>",
                "a<?xml version='1.0' encoding='UTF-16'?><a/>",
                "a{\"a\":1e999999999}",
                "a{\"UID\":[[[[\"urn:veeam:Job:0c0ffee0-0000-4000-8000-000000000001\"]]]]}",
                "a{\"PagesCount\":-1}",
                "a{\"a\":\"\\uD800\"}",
                "a{,}",
                "a}",
                "q\u0000",
                "qURN:VEEAM:JOB:\u0130",
                "d+999999999-12-31T23:59:59.999999999-18:00",
                "d-999999999-01-01T00:00:00+18:00",
                "d2026-02-28T21:00:00Z[Europe/Berlin]",
                "d2026-02-28T24:00:00Z",
                "fx;Name!=y",
                "fa),(Name==b",
                "f100%25+;,",
                "fx&pageSize=1#%2522+",
                "f\u0000\u2028\uD83D\uDE00",
                "f(",
                "m0h",
                "m-1h",
                "m\u0661h",
                "m1\u212A",
                "m99999999999999999999w",
                "m10000w",
                "m9999w",
                "m1 h",
                "rMAX-AGE\n1h",
                "rmin-count\n\u0663",
                "rlast-result\n\u0130success",
                "rrequired\n \n",
                "r{0}\n{1}'"
            })
    void whatTendsToBreakReadersBreaksNothing(String input) {
        assertThatCode(() -> Fuzz.fuzzerTestOneInput(input.getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }
}
