package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.util.List;
import java.util.Locale;

/** What kind of value a field holds: how its text in a filter is read, and how two values compare. */
enum Kind {
    /** Names and other texts. EM's database decides about letter case, so this can be either. */
    TEXT {
        @Override
        Object read(String text, Field<?> field) {
            return text;
        }
    },
    /** Ids: letter case never matters. */
    UID {
        @Override
        Object read(String text, Field<?> field) {
            return text.toLowerCase(Locale.ROOT);
        }
    },
    DATE {
        @Override
        Object read(String text, Field<?> field) {
            return Dates.parse(text);
        }
    },
    BOOLEAN {
        @Override
        Object read(String text, Field<?> field) {
            if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
                throw new Refusal(400, "'" + text + "' is not a boolean.");
            }
            return Boolean.valueOf(text);
        }
    },
    /** Compared by position: Success is less than Warning is less than Failed. */
    ENUMERATION {
        @Override
        Object read(String text, Field<?> field) {
            int position = field.position(text);
            if (position < 0) {
                throw new Refusal(400, "'" + text + "' is not a value of " + field.name() + ".");
            }
            return position;
        }
    };

    /** The value in a filter, comparable with what {@link Field#value} returns. */
    abstract Object read(String text, Field<?> field);

    static final List<String> JOB_TYPES = List.of(
            "Backup",
            "BackupCopy",
            "ImmediateBackupCopy",
            "ImmediateBackupCopyWorker",
            "Replica",
            "AgentBackup",
            "AgentManagement",
            "NasBackup");
    static final List<String> STATES =
            List.of("Starting", "Stopping", "Working", "Pausing", "Resuming", "Stopped", "Idle");
    static final List<String> RESULTS = List.of("None", "Success", "Warning", "Failed");
}
