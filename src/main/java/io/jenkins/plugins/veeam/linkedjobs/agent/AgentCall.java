package io.jenkins.plugins.veeam.linkedjobs.agent;

import io.jenkins.plugins.veeam.linkedjobs.em.CopyJobsRequest;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.em.LinkedJobsRequest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import jenkins.security.MasterToSlaveCallable;

/** Runs one query in the agent's JVM. Uses nothing of the controller but its argument and the classes. */
final class AgentCall extends MasterToSlaveCallable<AgentAnswer, Exception> {

    private static final long serialVersionUID = 1L;

    private final AgentRequest request;

    AgentCall(AgentRequest request) {
        this.request = request;
    }

    @Override
    public AgentAnswer call() throws Exception {
        EnterpriseManager client = AgentClient.of(getChannelOrFail());
        List<String> notices = Collections.synchronizedList(new ArrayList<>());
        Serializable result = result(client, notices);
        return new AgentAnswer(result, new ArrayList<>(notices));
    }

    private Serializable result(EnterpriseManager client, List<String> notices) throws InterruptedException {
        EmServer server = request.server();
        EmCredentials credentials = request.credentials();
        Serializable query = request.query();
        if (query == null) {
            return client.test(server, credentials);
        }
        return query instanceof CopyJobsRequest
                ? client.copyJobs(server, credentials, (CopyJobsRequest) query, notices::add)
                : client.query(server, credentials, (LinkedJobsRequest) query, notices::add);
    }

    @Override
    public String toString() {
        return request.toString();
    }
}
