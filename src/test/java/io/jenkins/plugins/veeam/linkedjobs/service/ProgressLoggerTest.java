package io.jenkins.plugins.veeam.linkedjobs.service;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.util.StreamTaskListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How often a build's log says that it waits. */
class ProgressLoggerTest {

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final ManualTimer timer = new ManualTimer();
    private final ProgressLogger logger = new ProgressLogger(
            new StreamTaskListener(log, StandardCharsets.UTF_8), line -> "[Offsite copy] " + line, timer);

    @AfterEach
    void close() {
        logger.close();
        timer.shutdownNow();
    }

    private List<String> lines() {
        return log.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void backsOffToOnceAMinute() {
        for (int i = 0; i < 8; i++) {
            timer.next.run();
        }
        assertThat(lines())
                .extracting(line -> line.replaceAll("\\D", ""))
                .containsExactly("5", "10", "20", "40", "80", "140", "200", "260");
        assertThat(timer.delay).isEqualTo(60);
    }

    @Test
    void saysNothingAfterTheQuery() {
        timer.next.run();
        Runnable late = timer.next;
        logger.close();
        late.run();
        assertThat(lines()).containsExactly("[Offsite copy] Still waiting for Enterprise Manager (5 s)");
        assertThat(timer.next).isSameAs(late);
    }

    /** Runs tasks when the test says so. */
    private static final class ManualTimer extends ScheduledThreadPoolExecutor {
        private Runnable next;
        private long delay;

        ManualTimer() {
            super(1);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable task, long time, TimeUnit unit) {
            next = task;
            delay = unit.toSeconds(time);
            return super.schedule(() -> {}, 1, TimeUnit.DAYS);
        }
    }
}
