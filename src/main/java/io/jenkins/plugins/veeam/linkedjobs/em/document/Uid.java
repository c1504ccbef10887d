package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * EM's identifiers, {@code urn:veeam:<Type>:<GUID>}. They are parsed strictly, since GUIDs become part of paths and
 * filters.
 */
public final class Uid {

    private static final String PREFIX = "urn:veeam:";
    private static final String GUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern BARE = Pattern.compile(GUID, Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPED =
            Pattern.compile("(?:" + PREFIX + "([a-z]+):)?(" + GUID + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern JOB_PATH =
            Pattern.compile("/api/jobs/(" + GUID + ")/", Pattern.CASE_INSENSITIVE);

    private Uid() {}

    /** The UID of the job with that GUID. */
    public static String job(String guid) {
        return PREFIX + "Job:" + guid;
    }

    /** The GUID in lower case of a UID of that type; null for anything else. */
    static String guid(String uid, String type) {
        Matcher matcher = TYPED.matcher(uid == null ? "" : uid);
        return matcher.matches() && type.equalsIgnoreCase(matcher.group(1)) ? lowerCase(matcher.group(2)) : null;
    }

    /** As {@link #guid}, or of a bare GUID; null for anything else. */
    public static String guidOrBare(String uid, String type) {
        return uid != null && BARE.matcher(uid).matches() ? lowerCase(uid) : guid(uid, type);
    }

    /**
     * The GUID in lower case of a job of any kind, or a bare GUID; null for anything else. UIDs of agent and file share jobs
     * are documented as {@code AgentBackupJob} and {@code NasJob}; how a copy job links them is not.
     */
    static String ofJob(String uid) {
        Matcher matcher = TYPED.matcher(uid == null ? "" : uid);
        if (!matcher.matches()) {
            return null;
        }
        String type = matcher.group(1);
        boolean isJob = type == null || type.regionMatches(true, type.length() - 3, "Job", 0, 3);
        return isJob ? lowerCase(matcher.group(2)) : null;
    }

    /** Whether it claims to be a UID of that type, well-formed or not. */
    static boolean isOf(String type, String uid) {
        String prefix = PREFIX + type + ":";
        return uid.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** Whether it claims to be a UID. */
    public static boolean isAny(String uid) {
        return uid.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The GUID of the job that an address lies below, as in {@code …/api/jobs/GUID/linkedJobs/…}; null for none. */
    static String inPath(String href) {
        Matcher matcher = JOB_PATH.matcher(href == null ? "" : href);
        return matcher.find() ? lowerCase(matcher.group(1)) : null;
    }

    private static String lowerCase(String guid) {
        return guid.toLowerCase(Locale.ROOT);
    }
}
