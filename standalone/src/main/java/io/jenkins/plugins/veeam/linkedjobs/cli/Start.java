package io.jenkins.plugins.veeam.linkedjobs.cli;

/**
 * The main class of the JAR. It uses no library, so that it can report a missing one. Without it, the JVM would end
 * with a stack trace before {@link Main} runs.
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
