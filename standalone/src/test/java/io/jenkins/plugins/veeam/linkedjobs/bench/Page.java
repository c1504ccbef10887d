package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page with numbers of a run: what stands between two marks is written anew, so that nobody types a number. */
final class Page {
    private Page() {}

    /**
     * Puts the text between {@code <!-- bench:name -->} and {@code <!-- bench -->}.
     *
     * @throws IllegalArgumentException if the page has no such place
     */
    static String filled(String page, String name, String text) {
        String begin = "<!-- bench:" + name + " -->\n";
        Pattern place = Pattern.compile(Pattern.quote(begin) + ".*?(?=<!-- bench -->)", Pattern.DOTALL);
        Matcher found = place.matcher(page);
        if (!found.find()) {
            throw new IllegalArgumentException("The page has no place for " + name);
        }
        return found.replaceFirst(Matcher.quoteReplacement(begin + text.stripTrailing() + "\n"));
    }
}
