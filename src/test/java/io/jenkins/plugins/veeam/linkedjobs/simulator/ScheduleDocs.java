package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.List;
import java.util.stream.Stream;

/** The schedule inside a job: enough of it to be told from other things. */
final class ScheduleDocs {
    private static final List<String> DAYS =
            List.of("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");
    private static final String ALL_HOURS = "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1";

    private ScheduleDocs() {}

    static Doc options(SimJob job) {
        Doc options = new Doc("JobScheduleOptions");
        if (job.type().equals("ImmediateBackupCopy")) {
            options.nulls("Standart").child(new Doc("ImmediateCopyMode").child(continuous("true")));
        } else {
            options.child(standard()).nulls("ImmediateCopyMode");
        }
        return options.nulls("Links");
    }

    private static Doc standard() {
        return new Doc("Standart")
                .child(new Doc("RetryOptions")
                        .leaf("RetryTimes", 3)
                        .leaf("RetryTimeout", 10)
                        .leaf("RetrySpecified", "RetrySpecified1", true))
                .leaf("WaitForBackupCompletion", true)
                .child(new Doc("OptionsDaily")
                        .attribute("Enabled", true)
                        .leaf("Kind", "Everyday")
                        .words("Days", DAYS)
                        .leaf("Time", "18:00:00.0000000+01:00")
                        .leaf("TimeOffsetUtc", 1))
                .child(continuous("false"))
                .child(new Doc("OptionsDaisyChaining")
                        .attribute("Enabled", false)
                        .leaf("PreviousJobUid", ""));
    }

    private static Doc continuous(String enabled) {
        Stream<Doc> days =
                DAYS.stream().map(day -> new Doc("Day").attribute("Name", day).text(ALL_HOURS));
        return new Doc("OptionsContinuous")
                .attribute("Enabled", Boolean.valueOf(enabled))
                .child(new Doc("Schedule").rows("Days", days.toList()));
    }
}
