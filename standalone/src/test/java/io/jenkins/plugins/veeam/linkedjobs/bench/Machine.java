package io.jenkins.plugins.veeam.linkedjobs.bench;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what was measured: without names or paths. */
final class Machine {
    private Machine() {}

    static Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("processors", Runtime.getRuntime().availableProcessors());
        json.put("heapMegabytes", Runtime.getRuntime().maxMemory() >> 20);
        json.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        json.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        json.put("load", load());
        return json;
    }

    /** Average of the last minute: above the number of processors, times mean little. */
    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
