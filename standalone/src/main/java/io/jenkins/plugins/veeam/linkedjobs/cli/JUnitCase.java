package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.gate.IgnoredJob;
import io.jenkins.plugins.veeam.linkedjobs.gate.RuleNames;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** One rule applied to one job, to one required name, or to all linked jobs. */
final class JUnitCase {

    /** Rules that are applied to each linked job, by the names of their arguments in camelCase. */
    private static final Set<String> PER_JOB = Set.of(
            "lastResult", "maxAge", "scheduleEnabled", "notRunning", "copyLastResult", "copiedWithin");

    final String name;

    /** Empty if the test case passes. */
    final List<Violation> violations;

    /** Why the rule was not applied; null if it was. */
    final String skipped;

    private JUnitCase(String name, List<Violation> violations) {
        this(name, violations, null);
    }

    private JUnitCase(String name, List<Violation> violations, String skipped) {
        this.name = name;
        this.violations = violations;
        this.skipped = skipped;
    }

    /** Each violation is in exactly one case. */
    static List<JUnitCase> of(Verdict verdict) {
        List<Violation> rest = verdict.getViolations();
        List<JUnitCase> cases = new ArrayList<>();
        verdict.getRules().forEach((argument, value) -> add(argument, value, verdict, rest, cases));
        rest.forEach(each -> cases.add(new JUnitCase(name(each.getRule(), subject(each)), List.of(each))));
        return cases;
    }

    private static void add(
            String argument, Object value, Verdict verdict, List<Violation> rest, List<JUnitCase> cases) {
        String rule = rule(argument);
        if (PER_JOB.contains(argument)) {
            for (LinkedJob job : verdict.getLinkedJobs()) {
                if (job.isResolved()) {
                    cases.add(new JUnitCase(
                            name(rule, unique(job, verdict)),
                            take(rest, each -> each.getRule().equals(rule) && isOf(each, job)),
                            ignored(job, verdict)));
                }
            }
        } else if (argument.equals("required") && value instanceof Iterable) {
            for (Object required : (Iterable<?>) value) {
                cases.add(new JUnitCase(
                        name(rule, String.valueOf(required)),
                        take(rest, each -> each.getRule().equals(rule) && required.equals(each.getJob()))));
            }
        } else if (verdict.getViolations().stream()
                .noneMatch(each -> each.getRule().equals(rule))) {
            cases.add(new JUnitCase(rule, List.of()));
        }
    }

    /** Violations name the rule; only the one for links has another name than its argument. */
    private static String rule(String argument) {
        return argument.equals("allowUnresolved") ? "unresolved" : RuleNames.toKebabCase(argument);
    }

    private static List<Violation> take(List<Violation> rest, Predicate<Violation> belongs) {
        List<Violation> taken = new ArrayList<>();
        for (Iterator<Violation> each = rest.iterator(); each.hasNext(); ) {
            Violation violation = each.next();
            if (belongs.test(violation)) {
                taken.add(violation);
                each.remove();
            }
        }
        return taken;
    }

    private static String ignored(LinkedJob job, Verdict verdict) {
        return verdict.getIgnored().stream()
                .filter(each -> each.getUid().equals(job.getUid()))
                .map(IgnoredJob::toString)
                .findFirst()
                .orElse(null);
    }

    private static boolean isOf(Violation violation, LinkedJob job) {
        return Objects.equals(violation.getUid(), job.getUid());
    }

    private static String name(String rule, String subject) {
        return subject == null ? rule : rule + ": " + SafeText.name(subject);
    }

    private static String subject(Violation violation) {
        return violation.getJob() == null ? violation.getUid() : violation.getJob();
    }

    /** CI systems take two cases of one name for one that ran twice. */
    private static String unique(LinkedJob job, Verdict verdict) {
        long same = verdict.getLinkedJobs().stream()
                .filter(each -> Objects.equals(each.getName(), job.getName()))
                .count();
        return same == 1 ? job.getName() : job.getName() + " (" + job.getUid() + ")";
    }
}
