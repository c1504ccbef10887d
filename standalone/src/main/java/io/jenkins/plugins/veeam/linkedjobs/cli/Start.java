package io.jenkins.plugins.veeam.linkedjobs.cli;

/**
 * The jar's main class. It uses no library, so that it can say what is wrong where they are missing. (The JVM would fail
 * before {@link Main} runs, with a stack trace and no advice.)
 */
public final class Start {

    private Start() {}

    /** @see Main#main */
    public static void main(String[] args) {
        try {
            Main.main(args);
        } catch (NoClassDefFoundError e) {
            System.err.println("veeam-linked-jobs: a library is missing (" + e.getMessage()
                    + "); keep the jar together with the other jars of the archive's directory lib");
            System.exit(1);
        }
    }
}
