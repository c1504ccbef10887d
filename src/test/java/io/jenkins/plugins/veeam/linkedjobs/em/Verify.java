package io.jenkins.plugins.veeam.linkedjobs.em;

/** How much is tried: little by default, much with {@code VERIFY=full} or {@code -Dverify.full=true}. */
final class Verify {

    private Verify() {}

    static boolean full() {
        return Boolean.getBoolean("verify.full") || "full".equals(System.getenv("VERIFY"));
    }

    /** Settable with {@code -Dverify.seed=…}; another one each time otherwise. */
    static long seed() {
        return Long.getLong("verify.seed", System.nanoTime());
    }

    /** Settable with {@code -Dverify.sequences=…}. */
    static int sequences() {
        return Integer.getInteger("verify.sequences", full() ? 10_000 : 1_000);
    }
}
