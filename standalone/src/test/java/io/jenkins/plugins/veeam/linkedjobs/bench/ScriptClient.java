package io.jenkins.plugins.veeam.linkedjobs.bench;

import groovy.lang.GroovyShell;
import groovy.lang.Script;
import java.util.List;

/** {@code script.groovy}, compiled once. */
final class ScriptClient {

    private final Simulator simulator;
    private final Script script;

    ScriptClient(Simulator simulator) throws Exception {
        this.simulator = simulator;
        script = new GroovyShell()
                .parse(ScriptClient.class.getResource("script.groovy").toURI());
        script.setProperty("url", simulator.url);
        script.setProperty("copyJobId", simulator.copyJobId);
        script.setProperty("user", Simulator.USER);
        script.setProperty("password", Simulator.PASSWORD);
    }

    /** Returns name and result of each job. With a new socket factory, the JDK opens a new connection for each run. */
    List<?> run() {
        script.setProperty("socketFactory", simulator.trust().sslContext().getSocketFactory());
        return (List<?>) script.run();
    }
}
