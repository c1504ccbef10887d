package io.jenkins.plugins.veeam.linkedjobs.em.document;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EM's identifiers, {@code urn:veeam:<Type>:<GUID>}. Parsed strictly, since GUIDs become part of paths and filters. */
public final class Uid {

    private static final String PREFIX = "urn:veeam:";
    private static final String GUID = "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";
    private static final Pattern UID =
            Pattern.compile("\\s*(?:" + PREFIX + "([a-z]+):)?" + GUID + "\\s*", Pattern.CASE_INSENSITIVE);
    private static final Pattern JOB_PATH = Pattern.compile("/api/jobs/" + GUID + "/", Pattern.CASE_INSENSITIVE);

    private Uid() {}

    /** The UID of the job with that GUID. */
    public static String job(String guid) {
        return PREFIX + "Job:" + guid;
    }

    /** The GUID in lower case of a UID of that type; null for anything else. */
    static String guid(String uid, String type) {
        Matcher matcher = UID.matcher(uid == null ? "" : uid);
        return matcher.matches() && type.equalsIgnoreCase(matcher.group(1)) ? lowerCase(matcher.group(2)) : null;
    }

    /** As {@link #guid}, or of a bare GUID; null for anything else. */
    public static String guidOrBare(String uid, String type) {
        Matcher matcher = UID.matcher(uid == null ? "" : uid);
        boolean isBare = matcher.matches() && matcher.group(1) == null;
        return isBare ? lowerCase(matcher.group(2)) : guid(uid, type);
    }

    /** The GUID of a job of any kind, such as {@code AgentBackupJob} and {@code NasJob}, or a bare one; null otherwise. */
    static String ofJob(String uid) {
        Matcher matcher = UID.matcher(uid == null ? "" : uid);
        boolean isJob = matcher.matches()
                && (matcher.group(1) == null || lowerCase(matcher.group(1)).endsWith("job"));
        return isJob ? lowerCase(matcher.group(2)) : null;
    }

    /** Whether it claims to be a UID, of something else than a job. */
    static boolean isOfOther(String uid) {
        return isAny(uid) && !uid.regionMatches(true, 0, PREFIX + "Job:", 0, PREFIX.length() + 4);
    }

    /** Whether it claims to be a UID, well-formed or not. */
    public static boolean isAny(String uid) {
        return uid != null && uid.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The GUID of the job that an address is below, as in {@code …/api/jobs/GUID/linkedJobs/…}; null for none. */
    static String inPath(String href) {
        Matcher matcher = JOB_PATH.matcher(href == null ? "" : href);
        return matcher.find() ? lowerCase(matcher.group(1)) : null;
    }

    private static String lowerCase(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
