package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** A process that is ended with all that it started, however it did so. */
final class DemoProcess implements AutoCloseable {

    private static final long PATIENCE = Duration.ofSeconds(20).toSeconds();

    private final Process process;
    private final Set<ProcessHandle> all = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    DemoProcess(Path folder, Path log, List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        isAlive();
    }

    /** To be called now and then: remembers the processes that it started, since they may outlive it. */
    boolean isAlive() {
        all.add(process.toHandle());
        process.descendants().forEach(all::add);
        return process.isAlive();
    }

    /** Whether {@link #close} was called. */
    boolean isClosed() {
        return closed;
    }

    /** Terminates each process, waits, and kills those that still run. */
    @Override
    public void close() {
        closed = true;
        isAlive();
        all.forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < end) {
            DemoController.pause();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }
}
