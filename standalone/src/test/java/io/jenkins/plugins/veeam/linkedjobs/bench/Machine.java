package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what was measured: without names or paths. */
final class Machine {

    private static final double LOAD_BEFORE = load();

    private Machine() {}

    static Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("processors", processors());
        json.put("heapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        json.put("java", java());
        json.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.put("load", LOAD_BEFORE);
        return json;
    }

    /** One line for a page. */
    static String text(boolean quick) {
        return String.format(
                "%s with %d processors, %s, load %.1f before and %.1f after%s.",
                System.getProperty("os.name"), processors(), java(), LOAD_BEFORE, load(), quick ? "; a quick run" : "");
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String java() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
    }

    /** Average of the last minute: above the number of processors, times mean little. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
