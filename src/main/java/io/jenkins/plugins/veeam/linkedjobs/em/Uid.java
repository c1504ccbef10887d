package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EM's identifiers, {@code urn:veeam:<Type>:<guid>}, read strictly since GUIDs go into paths and filters. */
final class Uid {

    private static final String GUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern BARE = Pattern.compile(GUID, Pattern.CASE_INSENSITIVE);
    private static final Pattern URN =
            Pattern.compile("urn:veeam:([A-Za-z0-9_-]{1,60}):(" + GUID + ")", Pattern.CASE_INSENSITIVE);

    private Uid() {}

    static boolean isGuid(String text) {
        return text != null && BARE.matcher(text).matches();
    }

    /** The GUID in lower case of a UID of that type, or null for anything else. */
    static String guid(String uid, String type) {
        Matcher urn = uid == null ? null : URN.matcher(uid);
        return urn != null && urn.matches() && urn.group(1).equalsIgnoreCase(type)
                ? urn.group(2).toLowerCase(Locale.ROOT)
                : null;
    }

    /** Sessions' UIDs are printed both as URN and bare. */
    static String guidOrBare(String uid, String type) {
        return isGuid(uid) ? uid.toLowerCase(Locale.ROOT) : guid(uid, type);
    }

    static String job(String guid) {
        return "urn:veeam:Job:" + guid;
    }
}
