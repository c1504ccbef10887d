package io.jenkins.plugins.veeam.linkedjobs.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A result with all properties set, for tests of the model. */
final class SampleModel {

    static final String ID = "0DD0B0B0-0000-4000-8000-000000000001";

    static JobSession session(String state, String result) {
        return new JobSession("5e55", state, result, "2026-02-28T21:00:00Z", "2026-02-28T21:10:00Z", true, "why");
    }

    static Job.Builder builder() {
        return new Job.Builder(ID)
                .name("SQL")
                .type("Backup")
                .details("VMware", "Daily")
                .backupServer("vbr01")
                .schedule(true, false, "2026-03-01T21:00:00Z")
                .sessions(session("Working", "None"), session("Stopped", "Success"));
    }

    static CopyHistory copies() {
        JobSession good = session("Stopped", "Success");
        return new CopyHistory(
                List.of(new CopyGroup("web", good, good, good)),
                true,
                Map.of(Duration.ofHours(24), "2026-02-27T21:10:00Z"));
    }

    static LinkedJobs answer() {
        return new LinkedJobs(
                "prod",
                builder().copyJob(),
                List.of(
                        builder().linkedBy("link-1").withCopies(copies()),
                        new Job.Builder("b").unresolved("link-2", "gone")),
                new OtherSources(1, 2),
                "2026-03-01T00:00:00Z",
                true);
    }

    private SampleModel() {}
}
