package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The properties of EM's representation that this client reads, whatever they are written as: attribute, element or
 * JSON key, in PascalCase (version 12) or camelCase (version 13).
 */
enum Field {
    UID,
    NAME,
    TYPE,
    REL,
    HREF,
    JOB_TYPE,
    PLATFORM,
    DESCRIPTION,
    SCHEDULE_CONFIGURED,
    SCHEDULE_ENABLED,
    NEXT_RUN,
    OBJECT_IN_JOB_ID,
    LINKED_JOB_UID,
    LINKED_BACKUP_UID,
    LINKED_BACKUP_REPOSITORY_UID,
    JOB_UID,
    JOB_NAME,
    CREATION_TIME,
    END_TIME,
    STATE,
    RESULT,
    FAILURE_MESSAGE,
    IS_RETRY,
    PAGE_NUM,
    PAGES_COUNT,
    SESSION_ID,
    MESSAGE,
    FIRST_CHANCE_EXCEPTION_MESSAGE;

    /** What a link is known by. */
    static final Set<Field> OF_LINK = EnumSet.of(LINKED_JOB_UID, OBJECT_IN_JOB_ID, HREF);

    /** What a job is known and judged by. */
    static final Set<Field> OF_JOB = EnumSet.of(UID, NAME, JOB_TYPE, SCHEDULE_CONFIGURED, SCHEDULE_ENABLED);

    /** What a session is known and judged by. */
    static final Set<Field> OF_SESSION =
            EnumSet.of(UID, JOB_UID, JOB_NAME, JOB_TYPE, CREATION_TIME, END_TIME, STATE, RESULT, IS_RETRY);

    static final Set<Field> OF_PAGING = EnumSet.of(PAGE_NUM, PAGES_COUNT);

    private static final Map<String, Field> BY_NAME = new HashMap<>();

    static {
        for (Field field : values()) {
            BY_NAME.put(field.name().replace("_", "").toLowerCase(Locale.ROOT), field);
        }
        // The body says CreationTimeUTC, the tables and filters CreationTime.
        BY_NAME.put("creationtimeutc", CREATION_TIME);
        BY_NAME.put("endtimeutc", END_TIME);
    }

    /** The field of that name in any letter case, or null for one that this client does not read. */
    static Field of(String name) {
        return BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /** Looks names up for one document, which says the same few hundreds of times. */
    static final class Lookup {

        private final Map<String, Field> seen = new HashMap<>();

        /** @throws AnswerBuilder.MalformedException for a name too long, or one too many: readers keep them all */
        Field of(String name) {
            Field field = seen.get(name);
            if (field == null && !seen.containsKey(name)) {
                if (name.length() > Limits.NAME || seen.size() == Limits.NAMES) {
                    throw new AnswerBuilder.MalformedException("it has too many names, or too long ones");
                }
                field = Field.of(name);
                seen.put(name, field);
            }
            return field;
        }
    }
}
