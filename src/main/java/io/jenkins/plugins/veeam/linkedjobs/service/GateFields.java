package io.jenkins.plugins.veeam.linkedjobs.service;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.Util;
import hudson.model.AbstractProject;
import hudson.model.Item;
import hudson.util.FormValidation;
import hudson.util.ListBoxModel;
import hudson.util.ListBoxModel.Option;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateRules;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import io.jenkins.plugins.veeam.linkedjobs.gate.InvalidRuleException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kohsuke.stapler.AncestorInPath;
import org.kohsuke.stapler.QueryParameter;
import org.kohsuke.stapler.verb.POST;

/**
 * Web methods of the form fields of {@link GateSettings}, for each descriptor with these fields. A list always includes
 * the current value as it is written. Otherwise saving the form would remove the rule.
 */
public interface GateFields {

    @POST
    default ListBoxModel doFillLastResultItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String lastResult) {
        return items(
                item,
                lastResult,
                new Option(Messages.GateFields_AnyResult(), ""),
                new Option(Messages.GateFields_Success(), "Success"),
                new Option(Messages.GateFields_Warning(), "Warning"));
    }

    @POST
    default ListBoxModel doFillCopyLastResultItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String copyLastResult) {
        return items(
                item,
                copyLastResult,
                new Option(Messages.GateFields_AnyResult(), ""),
                new Option(Messages.GateFields_Success(), "Success"),
                new Option(Messages.GateFields_Warning(), "Warning"));
    }

    @POST
    default FormValidation doCheckCopiedWithin(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "copiedWithin", value, Map.of());
    }

    @POST
    default ListBoxModel doFillUnchangedSinceItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String unchangedSince) {
        return items(
                item,
                unchangedSince,
                new Option(Messages.GateFields_MayChange(), ""),
                new Option(Messages.GateFields_LastPassed(), "lastPassed"));
    }

    @POST
    default ListBoxModel doFillOnViolationItems(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String onViolation) {
        return items(
                item,
                onViolation,
                new Option(Messages.GateFields_Fail(), OnViolation.FAIL.name()),
                new Option(Messages.GateFields_Unstable(), OnViolation.UNSTABLE.name()),
                new Option(Messages.GateFields_Report(), OnViolation.REPORT.name()));
    }

    @POST
    default FormValidation doCheckMinCount(
            @CheckForNull @AncestorInPath Item item, @QueryParameter String value, @QueryParameter String maxCount) {
        return check(item, "minCount", value, maxCount.isBlank() ? Map.of() : Map.of("maxCount", maxCount));
    }

    @POST
    default FormValidation doCheckMaxCount(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "maxCount", value, Map.of("minCount", "0"));
    }

    @POST
    default FormValidation doCheckMaxAge(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        return check(item, "maxAge", value, Map.of());
    }

    @POST
    default FormValidation doCheckWaitUpTo(@CheckForNull @AncestorInPath Item item, @QueryParameter String value) {
        if (!Permissions.toConfigure(item) || !isFinal(item, value)) {
            return FormValidation.ok();
        }
        try {
            GateWait.parse(GateArguments.WAIT_UP_TO, value);
            return FormValidation.ok();
        } catch (InvalidRuleException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** The options and the current value; only the value for users who can't configure the job. */
    static ListBoxModel items(Item item, String value, Option... options) {
        ListBoxModel items = Permissions.toConfigure(item) ? new ListBoxModel(options) : new ListBoxModel();
        String current = Util.fixNull(value);
        if (!current.isEmpty() && items.stream().noneMatch(each -> each.value.equals(current))) {
            items.add(current);
        }
        return items;
    }

    private static boolean isFinal(Item item, String value) {
        boolean hasVariables = item instanceof AbstractProject && value.contains("$"); // expanded by the build step
        return !value.isBlank() && !hasVariables;
    }

    /** The error of a rule; none for users who can't configure the job. */
    static FormValidation check(Item item, String rule, String value, Map<String, String> others) {
        // Counts are numbers, in which saving the form rejects a variable.
        boolean isCount = rule.equals("minCount") || rule.equals("maxCount");
        if (!Permissions.toConfigure(item) || value.isBlank() || !isCount && !isFinal(item, value)) {
            return FormValidation.ok();
        }
        Map<String, String> rules = new LinkedHashMap<>(others);
        rules.put(rule, value);
        try {
            GateRules.of(rules);
            return FormValidation.ok();
        } catch (InvalidRuleException e) {
            return FormValidation.error(withLabels(e.getMessage()));
        }
    }

    /** Names fields by their labels, where a pipeline has arguments. */
    private static String withLabels(String message) {
        return message.replaceAll("\\bminCount\\b", Messages.GateForm_MinCount())
                .replaceAll("\\bmaxCount\\b", Messages.GateForm_MaxCount())
                .replaceAll("\\bmaxAge\\b", Messages.GateFields_MaxAge())
                .replaceAll("\\bcopiedWithin\\b", Messages.GateFields_CopiedWithin());
    }
}
