package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.HexFormat;
import java.util.Locale;

/** EM's identifiers, {@code urn:veeam:<Type>:<guid>}, read strictly since GUIDs go into paths and filters. */
final class Uid {

    private static final String PREFIX = "urn:veeam:";
    static final int LENGTH = 36;
    private static final String JOBS = "/api/jobs/";

    private Uid() {}

    /** The GUID in lower case, or null for anything else. */
    static String guid(String text) {
        return isGuid(text) ? text.toLowerCase(Locale.ROOT) : null;
    }

    /** Looked at ten thousand times in a long list: quicker than by a UUID or by a regular expression. */
    private static boolean isGuid(String text) {
        if (text == null || text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? c != '-' : !HexFormat.isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }

    /** The GUID in lower case of a UID of that type, or null for anything else. */
    static String guid(String uid, String type) {
        int colon = PREFIX.length() + type.length();
        boolean ofType = uid != null
                && uid.length() == colon + 1 + LENGTH
                && uid.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
                && uid.regionMatches(true, PREFIX.length(), type, 0, type.length())
                && uid.charAt(colon) == ':';
        return ofType ? guid(uid.substring(colon + 1)) : null;
    }

    /**
     * The GUID in lower case of a job of whatever kind, or null for anything else: those of agents and file shares are
     * printed as {@code AgentBackupJob} and {@code NasJob}, and nothing tells as what a copy job links them.
     */
    static String ofJob(String uid) {
        int colon = uid == null ? -1 : uid.lastIndexOf(':');
        boolean isOfJob = colon >= 0 && isAny(uid) && uid.regionMatches(true, colon - 3, "Job", 0, 3);
        return colon < 0 ? guid(uid) : isOfJob ? guid(uid.substring(colon + 1)) : null;
    }

    /** As {@link #guid(String, String)}, or of a bare GUID: sessions' UIDs are printed as both. */
    static String guidOrBare(String uid, String type) {
        String bare = guid(uid);
        return bare == null ? guid(uid, type) : bare;
    }

    /** Whether it says that it is a UID of that type, well-formed or not. */
    static boolean isOf(String type, String uid) {
        int colon = PREFIX.length() + type.length();
        return uid != null
                && isAny(uid)
                && uid.regionMatches(true, PREFIX.length(), type, 0, type.length())
                && uid.startsWith(":", colon);
    }

    /** Whether it says that it is a UID, of whatever type. */
    static boolean isAny(String uid) {
        return uid.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** The GUID of the job that an address of EM lies below, as {@code …/jobs/GUID/linkedJobs/…}; null if there is none. */
    static String inPath(String href) {
        int jobs = href == null ? -1 : href.indexOf(JOBS);
        if (jobs < 0 && href != null) {
            jobs = href.toLowerCase(Locale.ROOT).indexOf(JOBS);
        }
        int end = jobs + JOBS.length() + LENGTH;
        return jobs < 0 || href.length() <= end || href.charAt(end) != '/'
                ? null
                : guid(href.substring(end - LENGTH, end));
    }

    static String job(String guid) {
        return PREFIX + "Job:" + guid;
    }
}
