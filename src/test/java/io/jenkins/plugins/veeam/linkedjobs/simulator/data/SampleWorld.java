package io.jenkins.plugins.veeam.linkedjobs.simulator.data;

import java.time.Duration;
import java.util.UUID;

/** The world of the demo: a copy job whose gate passes, one whose gate fails, and cases that users ask about. */
final class SampleWorld {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final UUID DELETED_JOB = UUID.fromString("9b1c6a5e-7d42-4f0b-b3a8-2e5f7c8d9a01");

    private final World world;
    private final Duration history;

    private SampleWorld(World world, Duration history) {
        this.world = world;
        this.history = history;
    }

    static World fill(World world, Duration history) {
        world.user("operator", "secret", Role.PORTAL_USER);
        SampleWorld sample = new SampleWorld(world, history);
        SimJob sql = sample.hourly("SQL", "Database servers, hourly");
        SimJob exchange = sample.hourly("Exchange", "Mail servers, hourly");
        sample.passing(sql, exchange);
        sample.failing(sql);
        sample.others(sql, exchange);
        return world;
    }

    /** Passes a gate with the rules {@code lastResult: 'Warning'} and {@code maxAge: '24h'}. */
    private void passing(SimJob sql, SimJob exchange) {
        SimJob files = world.nasJob("File server")
                .description("File shares, daily")
                .schedule(true, true, world.now().plus(DAY.dividedBy(2)))
                .every(DAY, history, "Success");
        SimJob erp = daily("ERP <prod> & test", "Application servers, daily");
        erp.session(Duration.ofHours(5), "Warning");
        SimJob domain =
                daily("Domain controllers", "Daily, with a retry last night").platform("HyperV");
        domain.session(Duration.ofHours(7), "Failed").failureMessage("The RPC server is unavailable.");
        domain.session(Duration.ofHours(6), "Success").retry();
        SimJob web = daily("Webshop", "Web servers, daily").backupServer("vbr02.corp.local");
        SimJob copy = copy("Offsite copy", "Everything that must survive a fire")
                .links(sql, exchange, files, erp, domain, web);
        // Worker jobs copy the restore points. Their sessions are not those of the copy job.
        for (SimJob source : new SimJob[] {sql, exchange}) {
            world.worker(copy, source).every(HOUR, history, "Success");
        }
        for (SimJob source : new SimJob[] {files, erp, domain, web}) {
            world.worker(copy, source).every(DAY, history, "Success");
        }
    }

    /** Fails a gate in several ways: a failed job, one that last ran 9 days ago, one that was deleted. */
    private void failing(SimJob sql) {
        SimJob payroll = daily("Payroll", "Daily");
        payroll.session(Duration.ofHours(3), "Failed").failureMessage("Not enough space on the repository.");
        SimJob archive =
                world.job("Archive").description("Weekly, and switched off").schedule(true, false, null);
        archive.session(Duration.ofDays(9), "Success");
        archive.session(Duration.ofDays(16), "Success");
        copy("Offsite copy (gap)", "Shows how a gate fails")
                .links(sql, payroll, archive)
                .links(DELETED_JOB);
    }

    private void others(SimJob sql, SimJob exchange) {
        copy("Repository copy", "Copies a repository as a whole").repositories(1);
        copy("Monthly copy", "Made by version 11").legacy().links(sql, exchange);
        hourly("Test lab", "No copy job");
        world.job("Daily").description("One of two of this name").every(DAY, history, "Success");
        world.job("Daily")
                .description("The other of two of this name")
                .backupServer("vbr02.corp.local")
                .every(DAY, history, "Success");
        world.job("Long haul").description("Runs since this morning").running(Duration.ofHours(8));
    }

    private SimJob copy(String name, String description) {
        return world.copyJob(name).description(description).every(HOUR, history, "Success");
    }

    private SimJob hourly(String name, String description) {
        return world.job(name)
                .description(description)
                .schedule(true, true, world.now().plus(HOUR.dividedBy(2)))
                .every(HOUR, history, "Success");
    }

    private SimJob daily(String name, String description) {
        return world.job(name)
                .description(description)
                .schedule(true, true, world.now().plus(DAY.dividedBy(2)))
                .every(DAY, history, "Success");
    }
}
