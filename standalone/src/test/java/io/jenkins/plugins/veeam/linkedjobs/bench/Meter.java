package io.jenkins.plugins.veeam.linkedjobs.bench;

import com.sun.management.ThreadMXBean;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/** Counts what the client does: bytes by a listener, processor time and allocation by the names of its threads. */
final class Meter {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final String CALLS = "Enterprise Manager call ";

    private final LongAdder bytes = new LongAdder();

    /** A new client, whose bytes are counted here. */
    OkHttpClient client() {
        EventListener listener = new EventListener() {
            @Override
            public void responseBodyEnd(Call call, long byteCount) {
                bytes.add(byteCount);
            }
        };
        return EnterpriseManager.newClient()
                .newBuilder()
                .eventListener(listener)
                .build();
    }

    Reading start() {
        return new Reading();
    }

    /** How many threads the client has for its calls now, whoever waits for them. */
    static int callThreads() {
        return (int) Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(Meter::isCall)
                .count();
    }

    private static boolean isCall(ThreadInfo thread) {
        return thread != null && thread.getThreadName().startsWith(CALLS);
    }

    /** The caller's thread and those of the calls. */
    private static long[] threads() {
        LongStream calls = Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(Meter::isCall)
                .mapToLong(ThreadInfo::getThreadId);
        return LongStream.concat(LongStream.of(Thread.currentThread().getId()), calls)
                .toArray();
    }

    private static long cpu() {
        return Arrays.stream(THREADS.getThreadCpuTime(threads()))
                .filter(nanos -> nanos > 0)
                .sum();
    }

    private static long allocated() {
        return Arrays.stream(THREADS.getThreadAllocatedBytes(threads()))
                .filter(size -> size > 0)
                .sum();
    }

    /** Between start and stop. Threads that ended in between would be missing: they live ten idle seconds. */
    final class Reading {
        private final long bytesBefore = bytes.sum();
        private final long cpuBefore = cpu();
        private final long allocatedBefore = allocated();
        private final long begun = System.nanoTime();

        Cost stop(int requests) {
            long nanos = System.nanoTime() - begun;
            return new Cost(
                    nanos,
                    requests,
                    bytes.sum() - bytesBefore,
                    Math.max(0, cpu() - cpuBefore),
                    Math.max(0, allocated() - allocatedBefore));
        }
    }
}
