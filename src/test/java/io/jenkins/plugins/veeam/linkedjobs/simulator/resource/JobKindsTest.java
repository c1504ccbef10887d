package io.jenkins.plugins.veeam.linkedjobs.simulator.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.TestClient;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.JobKind;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.SimJob;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agent jobs and file share jobs have resources, elements and UIDs of their own. */
class JobKindsTest {
    private final World world = new World();
    private final SimJob agent = world.agentJob("Laptops");
    private final SimJob nas = world.nasJob("Shares");
    private final SimulatedEm em = SimulatedEm.of(world).plainHttp().start();
    private TestClient client;

    @BeforeEach
    void login() throws Exception {
        client = TestClient.loggedIn(em);
    }

    @AfterEach
    void close() {
        em.close();
    }

    @Test
    void servesEachKindUnderItsOwnPathAlone() throws Exception {
        for (SimJob job : new SimJob[] {agent, nas}) {
            for (JobKind kind : JobKind.values()) {
                assertThat(client.get(kind.path + job.id() + "?format=Entity").status())
                        .as("%s under %s", job.name(), kind.path)
                        .isEqualTo(kind == job.kind ? 200 : 404);
            }
        }
    }

    @Test
    void namesElementsAsTheDocumentationDoes() throws Exception {
        assertThat(client.get(agent.path() + "?format=Entity").body())
                .contains("<AgentBackupJob ", "UID=\"urn:veeam:AgentBackupJob:" + agent.id(), "<JobType>AgentBackup<");
        agent.uidType("Job");
        assertThat(client.get(agent.path() + "?format=Entity").body()).contains("UID=\"urn:veeam:Job:" + agent.id());
        assertThat(client.get(nas.path() + "?format=Entity").body())
                .contains("<NASJob ", "Type=\"NasJob\"", "UID=\"urn:veeam:NasJob:" + nas.id())
                .doesNotContain("JobType");
    }

    @Test
    void findsEachKindInAQueryOfItsOwn() throws Exception {
        assertThat(query("AgentBackupJob", agent.entityUid())).contains("<AgentBackupJobs><AgentBackupJob ");
        assertThat(query("AgentBackupJob", agent.uid())).doesNotContain("<AgentBackupJob ");
        assertThat(query("NasJob", nas.entityUid())).contains("<NASJobs><NASJob ");
        assertThat(query("Job", agent.uid())).doesNotContain("Laptops");
        assertThat(client.get("/query?type=AgentBackupJob&format=Entities", "application/json")
                        .body())
                .contains("\"agentBackupJob\":{\"agentBackupJobs\":[{");
    }

    @Test
    void saysWhyAKindCannotBeRead() throws Exception {
        em.options().unlicensed(JobKind.AGENT).unknownIdsAreErrors();
        assertThat(client.get(agent.path() + "?format=Entity").status()).isEqualTo(403);
        assertThat(client.get("/query?type=AgentBackupJob&format=Entities").status())
                .isEqualTo(403);
        assertThat(client.get(JobKind.NAS.path + agent.id() + "?format=Entity").status())
                .isEqualTo(500);
    }

    @Test
    void listsCollectionsForAdministrators() throws Exception {
        world.collection(Instant.parse("2026-01-02T03:04:05Z"), Instant.parse("2026-01-02T03:05:00Z"), "Failed");
        assertThat(client.get("/systemSessions?format=Entity").body())
                .contains("<SessionType>CollectJob<", "<EndTimeUTC>2026-01-02T03:05:00Z<", "<State>Failed<");
    }

    private String query(String type, String uid) throws Exception {
        String filter = URLEncoder.encode("UID==\"" + uid + "\"", StandardCharsets.UTF_8);
        return client.get("/query?type=" + type + "&format=Entities&filter=" + filter)
                .body();
    }
}
