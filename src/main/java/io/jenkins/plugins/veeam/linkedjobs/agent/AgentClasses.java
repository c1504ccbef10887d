package io.jenkins.plugins.veeam.linkedjobs.agent;

import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.model.Computer;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import hudson.remoting.Which;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Future;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends the jars that a query needs to an agent before its first query. Otherwise, each of about a thousand classes
 * takes a round trip, which takes minutes on a slow connection.
 */
final class AgentClasses {

    private static final Logger LOGGER = Logger.getLogger(AgentClasses.class.getName());

    /** A class of each jar. All jars whose classes use each other must be here, so that one class loader has them. */
    private static final List<String> ONE_OF_EACH_JAR = List.of(
            AgentCall.class.getName(),
            "okhttp3.OkHttpClient",
            "okio.Okio",
            "kotlin.Unit",
            "com.fasterxml.jackson.annotation.JsonProperty",
            "com.fasterxml.jackson.core.JsonFactory",
            "com.fasterxml.jackson.databind.ObjectMapper",
            "com.fasterxml.jackson.dataformat.xml.XmlMapper",
            "com.ctc.wstx.stax.WstxInputFactory",
            "org.codehaus.stax2.XMLStreamReader2");

    private static final Map<VirtualChannel, Future<?>> SENT = new WeakHashMap<>();

    private AgentClasses() {}

    /** Sends the jars once for each connection. All queries of a connection get the same future, unless it fails. */
    @NonNull
    static Future<?> send(VirtualChannel channel) {
        synchronized (SENT) {
            return SENT.computeIfAbsent(
                    channel,
                    key -> Computer.threadPoolForRemoting.submit(() -> {
                        boolean done = false;
                        try {
                            preload((Channel) channel);
                            done = true;
                        } finally {
                            if (!done) {
                                forget(channel);
                            }
                        }
                    }));
        }
    }

    private static void forget(VirtualChannel channel) {
        synchronized (SENT) {
            SENT.remove(channel);
        }
    }

    /** If this fails, the classes are loaded one by one. */
    private static void preload(Channel channel) {
        try {
            ClassLoader loader = AgentClasses.class.getClassLoader();
            List<Class<?>> classes = new ArrayList<>();
            for (String name : ONE_OF_EACH_JAR) {
                Class<?> each = Class.forName(name, false, loader);
                if (Which.jarFile(each).isFile()) { // not the folder of classes of a development build
                    classes.add(each);
                }
            }
            channel.preloadJar(loader, classes.toArray(new Class<?>[0]));
        } catch (IOException | ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOGGER.log(Level.WARNING, "Can't send jars to an agent; its first query takes longer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
