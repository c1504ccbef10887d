package io.jenkins.plugins.veeam.linkedjobs.browser;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with the parts of the open page that this plugin draws, and with no other part. */
final class PageAudit {

    private static final String AXE = Chromium.script("/axe.min.js");
    /**
     * What the tags of core and of the credentials plugin draw into a form without asking anybody: the question mark,
     * the remark's colours, the choice of credentials, and text areas and check boxes, which take no label.
     */
    private static final List<String> NOT_OURS = List.of(
            ".jenkins-help-button",
            ".validation-error-area",
            ".credentials-select",
            "textarea",
            "input[type=checkbox]");

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** What is inside a part that scrolls by itself may be as wide as it likes. */
    private static final String WIDE = """
            const wide = [];
            for (const part of document.querySelectorAll(arguments[0])) {
              for (const each of [part, ...part.querySelectorAll('*')]) {
                const box = each.getBoundingClientRect();
                if (box.right > window.innerWidth + 1 && !each.parentElement.closest('.veeam-wide')) {
                  wide.push(each.outerHTML.substring(0, 120) + ' ends at ' + box.right);
                }
              }
            }
            return wide;
            """;

    private static final String FAULTS = """
            const done = arguments[arguments.length - 1];
            axe.run({include: arguments[0], exclude: arguments[1]}, {resultTypes: ['violations']})
              .then(found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                [rule.impact, rule.id + ': ' + rule.help + ' ' + node.html + ' ' + node.failureSummary]))))
              .catch(e => done([['critical', String(e)]]));
            """;

    private final Chromium chromium;
    private final String drawn;

    /** The parts by their selector. */
    PageAudit(Chromium chromium, String drawn) {
        this.chromium = chromium;
        this.drawn = drawn;
    }

    /** By how many pixels the page is wider than its window. */
    long overhang() {
        return (Long)
                chromium.run("return Math.max(0, Math.ceil(document.documentElement.scrollWidth - window.innerWidth))");
    }

    /** What ends outside the window. */
    List<String> wide() {
        return strings(chromium.run(WIDE, drawn));
    }

    /** Serious and critical faults that axe finds. */
    List<String> faults() {
        chromium.run(AXE + "; return true");
        return ((List<?>) chromium.runAsync(FAULTS, drawn, NOT_OURS))
                .stream()
                        .map(PageAudit::strings)
                        .filter(fault -> GRAVE.contains(fault.get(0)))
                        .map(fault -> fault.get(1))
                        .collect(Collectors.toList());
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).collect(Collectors.toList());
    }
}
