package io.jenkins.plugins.veeam.linkedjobs.service;

import io.jenkins.plugins.veeam.linkedjobs.config.ServerHealth;
import io.jenkins.plugins.veeam.linkedjobs.config.ServerQueries;
import io.jenkins.plugins.veeam.linkedjobs.config.VeeamServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** The query of one build, which may run it: all is checked, and its credentials are resolved. */
final class PreparedQuery implements PolledQuery<PreparedQuery.Key, LinkedJobsResponse> {

    private static final String SALT = UUID.randomUUID().toString();

    final String description;
    final EmServer server;
    final LinkedJobsRequest request;
    private final VeeamServer definition;
    final EmCredentials credentials;
    private final boolean ownCredentials;

    /**
     * @param description which server was chosen, for the log
     * @param ownCredentials whether the account is another one than that of the server
     */
    PreparedQuery(
            VeeamServer definition,
            String description,
            EmCredentials credentials,
            boolean ownCredentials,
            LinkedJobsRequest request) {
        this.definition = definition;
        this.description = description;
        this.ownCredentials = ownCredentials;
        server = definition.toEmServer();
        this.credentials = credentials;
        this.request = request;
    }

    /**
     * What makes two queries the same. Builds share the result of a query only if all of this is equal, so whatever may
     * change a result belongs here.
     *
     * @param server the whole definition, not only its name
     * @param agents names of the nodes that query; empty for the controller
     * @param password a salted hash
     * @param request copy job, backup server, and what is read
     */
    record Key(EmServer server, List<String> agents, String user, String password, LinkedJobsRequest request) {}

    @Override
    public Key key() {
        return new Key(
                server, definition.agentNames(), credentials.getUser(), hash(credentials.getPassword()), request);
    }

    @Override
    public LinkedJobsResponse run(Consumer<String> notices, Runnable reading) throws InterruptedException {
        try {
            LinkedJobsResponse response = ServerQueries.query(definition, credentials, request, notices, reading);
            ServerHealth.get().succeeded(definition);
            return response;
        } catch (EmException e) {
            ServerHealth.get().failed(definition, ownCredentials, e);
            throw e;
        }
    }

    @Override
    public Runnable keepSession() {
        return ServerQueries.keepSession(definition, credentials);
    }

    private static String hash(String password) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest((SALT + password).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JVM has it
        }
    }
}
