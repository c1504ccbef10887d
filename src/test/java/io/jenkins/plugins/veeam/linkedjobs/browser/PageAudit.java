package io.jenkins.plugins.veeam.linkedjobs.browser;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks accessibility and overflow of the parts of a page that this plugin renders. */
final class PageAudit {

    private static final String AXE = Chromium.script("/axe.min.js");
    /** Elements that tags of Jenkins render: help button, colors of messages. */
    private static final List<String> NOT_OURS = List.of(".jenkins-help-button", ".validation-error-area");

    private static final Set<String> SEVERE = Set.of("serious", "critical");

    /** Ignores the contents of elements that scroll by themselves. */
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

    private static final String VIOLATIONS = """
            const done = arguments[arguments.length - 1];
            axe.run({include: arguments[0], exclude: arguments[1]}, {resultTypes: ['violations']})
              .then(found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                [rule.impact, rule.id + ': ' + rule.help + ' ' + node.html + ' ' + node.failureSummary]))))
              .catch(e => done([['critical', String(e)]]));
            """;

    private final Chromium chromium;
    private final String drawn;

    /** @param drawn selector of the parts */
    PageAudit(Chromium chromium, String drawn) {
        this.chromium = chromium;
        this.drawn = drawn;
    }

    /** Number of pixels by which the page is wider than the window. */
    long overhang() {
        return (Long)
                chromium.run("return Math.max(0, Math.ceil(document.documentElement.scrollWidth - window.innerWidth))");
    }

    /** Elements that end outside the window. */
    List<String> wide() {
        return strings(chromium.run(WIDE, drawn));
    }

    /** Serious and critical violations that axe reports. */
    List<String> violations() {
        chromium.run(AXE + "; return true");
        return ((List<?>) chromium.runAsync(VIOLATIONS, drawn, NOT_OURS))
                .stream()
                        .map(PageAudit::strings)
                        .filter(violation -> SEVERE.contains(violation.get(0)))
                        .map(violation -> violation.get(1))
                        .collect(Collectors.toList());
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).collect(Collectors.toList());
    }
}
