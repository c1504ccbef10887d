package io.jenkins.plugins.veeam.linkedjobs.service;

import io.jenkins.plugins.veeam.linkedjobs.config.EnterpriseManagerHolder;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;

/** The query of one build, which may run it: all is checked, and its credentials are resolved. */
final class PreparedQuery implements PolledQuery<PreparedQuery.Key, LinkedJobsResponse> {

    private static final String SALT = UUID.randomUUID().toString();

    final EmServer server;
    final LinkedJobsRequest request;
    private final EmCredentials credentials;

    PreparedQuery(EmServer server, EmCredentials credentials, LinkedJobsRequest request) {
        this.server = server;
        this.credentials = credentials;
        this.request = request;
    }

    /**
     * What makes two queries the same. Builds share the result of a query only if all of this is equal, so whatever may
     * change a result belongs here.
     *
     * @param server the whole definition, not only its name
     * @param password a salted hash
     * @param request copy job, backup server, and what is read
     */
    record Key(EmServer server, String user, String password, LinkedJobsRequest request) {}

    @Override
    public Key key() {
        return new Key(server, credentials.getUser(), hash(credentials.getPassword()), request);
    }

    @Override
    public LinkedJobsResponse run(Consumer<String> notices, Runnable reading) throws InterruptedException {
        return EnterpriseManagerHolder.get().query(server, credentials, request, notices, reading);
    }

    @Override
    public Runnable keepSession() {
        return EnterpriseManagerHolder.get().keepSession(server, credentials);
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
