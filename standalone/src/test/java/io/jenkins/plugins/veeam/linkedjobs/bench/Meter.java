package io.jenkins.plugins.veeam.linkedjobs.bench;

import com.sun.management.ThreadMXBean;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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

    /** The threads that clients have for their calls now, whoever waits for them. */
    static Set<Long> callThreads() {
        return callThreadIds().boxed().collect(Collectors.toSet());
    }

    private static LongStream callThreadIds() {
        return Arrays.stream(THREADS.getThreadInfo(THREADS.getAllThreadIds()))
                .filter(Meter::isCall)
                .mapToLong(ThreadInfo::getThreadId);
    }

    private static boolean isCall(ThreadInfo thread) {
        return thread != null && thread.getThreadName().startsWith(CALLS);
    }

    /** The caller's thread and those of the calls. */
    private static long[] threads() {
        return LongStream.concat(LongStream.of(Thread.currentThread().getId()), callThreadIds())
                .toArray();
    }

    private static Map<Long, Long> cpu() {
        return byThread(THREADS::getThreadCpuTime);
    }

    private static Map<Long, Long> allocated() {
        return byThread(THREADS::getThreadAllocatedBytes);
    }

    private static Map<Long, Long> byThread(UnaryOperator<long[]> counter) {
        long[] threads = threads();
        long[] counts = counter.apply(threads);
        Map<Long, Long> byThread = new HashMap<>();
        for (int i = 0; i < threads.length; i++) {
            byThread.put(threads[i], counts[i]);
        }
        return byThread;
    }

    /** By thread, since threads of those who asked before may end meanwhile: their past must not be taken away. */
    private static long grown(Map<Long, Long> before, Map<Long, Long> after) {
        return after.entrySet().stream()
                .mapToLong(thread -> thread.getValue() - before.getOrDefault(thread.getKey(), 0L))
                .filter(growth -> growth > 0)
                .sum();
    }

    /** Between start and stop. A thread of its own that ended would be missing: it lives ten idle seconds. */
    final class Reading {
        private final long bytesBefore = bytes.sum();
        private final Map<Long, Long> cpuBefore = cpu();
        private final Map<Long, Long> allocatedBefore = allocated();
        private final long begun = System.nanoTime();

        long nanos() {
            return System.nanoTime() - begun;
        }

        Cost stop(int requests) {
            long nanos = nanos();
            long allocated = grown(allocatedBefore, allocated());
            return new Cost(nanos, requests, bytes.sum() - bytesBefore, grown(cpuBefore, cpu()), allocated);
        }
    }
}
