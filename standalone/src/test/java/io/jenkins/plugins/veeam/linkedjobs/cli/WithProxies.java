package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.simulator.CountingProxy;
import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A simulated Enterprise Manager and two real CONNECT proxies, in settings of a query OPEN and LOCKED. */
abstract class WithProxies {

    @TempDir
    private Path folder;

    final SimulatedEm em = SimulatedEm.of(World.sample()).start();
    final CountingProxy open = CountingProxy.open();
    final CountingProxy locked = new CountingProxy();
    String caFile;

    @BeforeEach
    void begin() throws Exception {
        caFile = Files.writeString(folder.resolve("ca.pem"), em.caPem()).toString();
    }

    @AfterEach
    void end() throws Exception {
        em.assertLoggedOutAndReadOnly();
        em.close();
        open.close();
        locked.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String filled(String text) {
        String account = encoded(CountingProxy.USER) + ":" + encoded(CountingProxy.PASSWORD);
        return text.replace("OPEN", "127.0.0.1:" + open.port())
                .replace("LOCKED", "127.0.0.1:" + locked.port())
                .replace("ACCOUNT", account)
                .replace("EMPORT", String.valueOf(em.port()));
    }

    /** @param settings variables and options, such as {@code https_proxy=http://OPEN}, separated by blanks */
    final Shell.Result query(String settings) {
        Map<String, String> environment = new HashMap<>(Map.of("VEEAM_EM_PASSWORD", "secret"));
        List<String> args = new ArrayList<>(List.of("--url", em.url(), "--user", "admin", "--ca-file", caFile));
        args.addAll(List.of("--copy-job", "Offsite copy"));
        for (String setting : filled(settings).split(" ")) {
            if (setting.startsWith("--")) {
                args.add(setting);
            } else if (!setting.isEmpty()) {
                environment.put(setting.split("=", 2)[0], setting.split("=", 2)[1]);
            }
        }
        return Shell.type(environment, "", args.toArray(new String[0]));
    }
}
