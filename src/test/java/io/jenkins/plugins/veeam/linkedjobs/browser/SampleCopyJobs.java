package io.jenkins.plugins.veeam.linkedjobs.browser;

import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.time.Duration;
import java.util.UUID;

/** Creates copy jobs with links of every kind, and with long names. */
final class SampleCopyJobs {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final World world;

    SampleCopyJobs(World world) {
        this.world = world;
    }

    /** The copy job's name. */
    String of(int links) {
        String name = "Copy of " + links;
        SimJob copy = world.copyJob(name).every(HOUR, DAY, "Success");
        for (int i = 0; i < links; i++) {
            if (i % 8 == 5) {
                copy.links(UUID.nameUUIDFromBytes(new byte[] {(byte) i}));
            } else {
                SimJob job = job(links, i);
                copy.links(job);
                if (i % 3 != 0) {
                    world.worker(copy, job).session(HOUR.multipliedBy(2), i % 3 == 1 ? "Warning" : "Failed");
                }
            }
        }
        if (links > 1) {
            copy.repositories(2).backups(1);
        }
        return name;
    }

    private SimJob job(int links, int i) {
        switch (i % 8) {
            case 1:
                return world.job("Mail servers of the branch offices in the north, every night " + i)
                        .every(DAY, DAY.multipliedBy(3), "Warning");
            case 2:
                return world.job("srv-" + "x".repeat(70) + i).every(HOUR, DAY, "Failed");
            case 3:
                return world.job("Never ran " + i);
            case 4:
                SimJob old = world.job("Archive " + i).schedule(true, false, null);
                old.session(DAY.multipliedBy(9), "Success");
                return old;
            case 6:
                SimJob running = world.job("Long haul " + i).backupServer("vbr-north.branch-offices.corp.local");
                running.running(HOUR);
                return running;
            case 7:
                return world.job("Büro <" + i + "> & Söhne").every(HOUR, DAY, "Success");
            default:
                return world.job("SQL " + links + "." + i).every(HOUR, DAY, "Success");
        }
    }
}
