package io.jenkins.plugins.veeam.linkedjobs.config;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.util.FormValidation;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.ResponseFormat;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jenkins.security.FIPS140;

/**
 * Validates the fields of a server definition, for the form and for Configuration as Code alike. Each method returns an
 * error message, or null if the value is valid. None uses the network.
 */
final class ServerChecks {

    static final List<String> RESPONSE_FORMATS =
            Stream.of(ResponseFormat.values()).map(Enum::name).collect(Collectors.toUnmodifiableList());

    private static final int DAY = 86_400;
    private static final Set<String> YES = Set.of("true", "yes", "on");
    private static final Set<String> NO = Set.of("false", "no", "off");

    private ServerChecks() {}

    /** What is wrong with a definition; the first of several problems. */
    @CheckForNull
    static String all(VeeamServer server) {
        return Stream.of(
                        name(server.getName()),
                        allowHttp(server.getAllowHttp()),
                        url(server.getUrl(), server.isHttpAllowed()),
                        agents(server.agentNames()),
                        caPem(server.getCaPem()),
                        responseFormat(server.getResponseFormat()),
                        seconds("connectTimeout", server.getConnectTimeout()),
                        seconds("readTimeout", server.getReadTimeout()),
                        seconds("timeout", server.getTimeout()),
                        seconds("retryWindow", server.getRetryWindow()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @CheckForNull
    static String name(String name) {
        if (Util.fixEmptyAndTrim(name) == null) {
            return Messages.ServerChecks_NameMissing();
        }
        return SafeText.name(name).equals(name) ? null : Messages.ServerChecks_NameUnsafe();
    }

    @CheckForNull
    static String url(String url, boolean allowHttp) {
        if (allowHttp && FIPS140.useCompliantAlgorithms()) {
            return Messages.ServerChecks_Fips();
        }
        return problem(() -> EmServer.checkUrl(url, allowHttp));
    }

    /** The built-in node is no agent: without agents, queries run on it. */
    @CheckForNull
    static String agents(List<String> names) {
        return names.stream()
                .filter(name -> name.equals("built-in")
                        || name.equals("master")
                        || name.equals(ServerPlacement.NO_AGENT)
                        || !SafeText.name(name).equals(name))
                .findFirst()
                .map(name -> Messages.ServerChecks_Agent(SafeText.name(name)))
                .orElse(null);
    }

    @CheckForNull
    static String caPem(String pem) {
        return problem(() -> EmServer.certificates(Util.fixEmptyAndTrim(pem)));
    }

    @CheckForNull
    static String seconds(String field, String text) {
        String value = Util.fixEmptyAndTrim(text);
        // YAML reads a number with a leading zero as octal.
        boolean fits = value == null || value.matches("0|[1-9][0-9]{0,4}") && Integer.parseInt(value) <= DAY;
        int least = field.equals("retryWindow") ? 0 : 1;
        return fits && (value == null || Integer.parseInt(value) >= least)
                ? null
                : Messages.ServerChecks_Seconds(label(field), String.valueOf(DAY), SafeText.name(text), least);
    }

    /** The label in the form and, in parentheses, the key in Configuration as Code. */
    static String label(String field) {
        switch (field) {
            case "connectTimeout":
                return Messages.ServerChecks_ConnectTimeout();
            case "readTimeout":
                return Messages.ServerChecks_ReadTimeout();
            case "retryWindow":
                return Messages.ServerChecks_RetryWindow();
            default:
                return Messages.ServerChecks_Timeout();
        }
    }

    /**
     * Normalizes a boolean, which YAML spells in several ways.
     *
     * @return {@code true}; null for false or no value; any other text unchanged, for {@link #allowHttp} to reject
     */
    @CheckForNull
    static String flag(String text) {
        String value = Util.fixEmptyAndTrim(text);
        String word = value == null ? "false" : value.toLowerCase(Locale.ROOT);
        return YES.contains(word) ? "true" : NO.contains(word) ? null : value;
    }

    @CheckForNull
    static String allowHttp(String text) {
        String value = flag(text);
        return value == null || value.equals("true") ? null : Messages.ServerChecks_AllowHttp(SafeText.name(text));
    }

    @CheckForNull
    static String responseFormat(String text) {
        return text == null || text.isEmpty() || RESPONSE_FORMATS.contains(text)
                ? null
                : Messages.ServerChecks_ResponseFormat(String.join(", ", RESPONSE_FORMATS), SafeText.name(text));
    }

    /** The result of a check for a form. */
    static FormValidation shown(@CheckForNull String problem) {
        return problem == null ? FormValidation.ok() : FormValidation.error(problem);
    }

    private static String problem(Runnable check) {
        try {
            check.run();
            return null;
        } catch (EmException e) {
            return e.getMessage();
        }
    }
}
