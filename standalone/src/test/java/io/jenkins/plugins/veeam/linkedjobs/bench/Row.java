package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A line of the table: all contenders with that many links at that latency.
 *
 * @param scriptMeasured false if the script's time was computed from smaller ones
 */
record Row(int links, int latency, Cost cold, Cost warm, Cost floor, Cost script, boolean scriptMeasured) {

    static final String HEAD = String.format(
            "%7s %4s | %9s %5s | %9s %5s %9s | %9s %5s | %10s %6s | %6s %6s",
            "links",
            "ms",
            "cold ms",
            "req",
            "warm ms",
            "req",
            "kB",
            "floor ms",
            "/fl",
            "script ms",
            "req",
            "x cold",
            "x warm");

    static final String[] HEADINGS = {
        "Links",
        "Latency, ms",
        "Cold, ms",
        "requests",
        "Warm, ms",
        "requests",
        "Answers, kB",
        "Floor, ms",
        "warm ÷ floor",
        "Script, ms",
        "requests",
        "script ÷ cold",
        "script ÷ warm"
    };

    String[] cells() {
        return new String[] {
            Numbers.of(links),
            Numbers.of(latency),
            Numbers.of(cold.millis()),
            Numbers.of(cold.requests()),
            Numbers.of(warm.millis()),
            Numbers.of(warm.requests()),
            Numbers.of(warm.bytes() / 1e3),
            Numbers.of(floor.millis()),
            Numbers.of(overFloor()),
            Numbers.of(script.millis()) + (scriptMeasured ? "" : " \\*"),
            Numbers.of(script.requests()),
            Numbers.of(coldGain()),
            Numbers.of(warmGain())
        };
    }

    double overFloor() {
        return (double) warm.nanos() / floor.nanos();
    }

    double coldGain() {
        return (double) script.nanos() / cold.nanos();
    }

    double warmGain() {
        return (double) script.nanos() / warm.nanos();
    }

    String text() {
        return String.format(
                "%7d %4d | %9.1f %5d | %9.1f %5d %9.1f | %9.1f %5.2f | %9.0f%s %6d | %6.1f %6.1f",
                links,
                latency,
                cold.millis(),
                cold.requests(),
                warm.millis(),
                warm.requests(),
                warm.bytes() / 1e3,
                floor.millis(),
                overFloor(),
                script.millis(),
                scriptMeasured ? " " : "*",
                script.requests(),
                coldGain(),
                warmGain());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("links", links);
        json.put("latencyMillis", latency);
        json.put("cold", cold);
        json.put("warm", warm);
        json.put("floor", floor);
        json.put("script", script);
        json.put("scriptMeasured", scriptMeasured);
        return json;
    }
}
