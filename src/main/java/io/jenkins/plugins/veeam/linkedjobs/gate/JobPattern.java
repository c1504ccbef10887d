package io.jenkins.plugins.veeam.linkedjobs.gate;

import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.NamePattern;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Selects linked jobs by exact name, by a name with {@code *} for any text, or by GUID. Names are case-sensitive. An
 * unresolved link has no name, so only its GUID selects it.
 */
final class JobPattern implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final String URN = "urn:veeam:";
    private static final Pattern ID = Pattern.compile(
            "(?:urn:veeam:\\w+:)?" + "(\\p{XDigit}{8}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{4}-\\p{XDigit}{12})");

    private final String text;
    private final String id;

    private JobPattern(String text, String id) {
        this.text = text;
        this.id = id;
    }

    /** Empty if the text is a URN without a GUID. */
    static Optional<JobPattern> parse(String given) {
        String text = given.strip();
        Matcher matcher = ID.matcher(text);
        if (matcher.matches()) {
            return Optional.of(new JobPattern(text, matcher.group(1).toLowerCase(Locale.ROOT)));
        }
        if (text.regionMatches(true, 0, URN, 0, URN.length())) {
            return Optional.empty();
        }
        return Optional.of(new JobPattern(text, null));
    }

    boolean matches(LinkedJob job) {
        if (id != null) {
            return id.equals(job.getId());
        }
        if (!job.isResolved() || job.getName() == null) {
            return false;
        }
        String name = job.getName().strip();
        return isWildcard() ? new NamePattern(text).matches(name) : name.equals(text);
    }

    /** Whether it would match if names were not case-sensitive. Only for an exact name. */
    boolean matchesIgnoringCase(LinkedJob job) {
        return id == null
                && !isWildcard()
                && job.getName() != null
                && text.equalsIgnoreCase(job.getName().strip());
    }

    /** Whether it can match any number of jobs, so that none is fine, too. */
    boolean isWildcard() {
        return id == null && text.contains("*");
    }

    @Override
    public String toString() {
        return text;
    }
}
