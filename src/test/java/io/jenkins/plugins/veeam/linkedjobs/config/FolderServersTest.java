package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.model.FreeStyleProject;
import hudson.model.Item;
import hudson.model.Result;
import hudson.model.Run;
import io.jenkins.plugins.casc.ConfigurationAsCode;
import io.jenkins.plugins.casc.ConfigurationContext;
import io.jenkins.plugins.casc.ConfiguratorRegistry;
import io.jenkins.plugins.casc.misc.Util;
import io.jenkins.plugins.veeam.linkedjobs.Pipelines;
import io.jenkins.plugins.veeam.linkedjobs.WithServer;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.freestyle.VeeamLinkedJobsBuilder;
import io.jenkins.plugins.veeam.linkedjobs.service.QuerySettings;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.Role;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javaposse.jobdsl.plugin.ExecuteDslScripts;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.jenkinsci.plugins.workflow.job.WorkflowJob;
import org.jenkinsci.plugins.workflow.job.WorkflowRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers and defaults that folders define. */
class FolderServersTest extends WithServer {

    private static final String QUERY = "veeamLinkedJobs copyJob: 'Offsite copy'";

    private Folder team;

    FolderServersTest() {
        super(World.sample().user("team", "team-password", Role.PORTAL_ADMINISTRATOR));
    }

    @BeforeEach
    void begin() throws Exception {
        team = Folders.folder("team");
        Folders.credentials(team, "own", "team", "team-password");
        allow("localhost:" + em.port());
    }

    @AfterEach
    void end() throws Exception {
        for (var item : List.copyOf(jenkins.jenkins.getItems())) {
            item.delete();
        }
        allow(null);
        VeeamLinkedJobsConfiguration.get().setDefaultServer(null);
    }

    private static void allow(String hosts) {
        VeeamLinkedJobsConfiguration.get().setFolderServerHosts(hosts == null ? null : List.of(hosts));
    }

    private FolderServer server(String name) {
        FolderServer server = new FolderServer(name, em.url(), "own");
        server.setCaPem(em.caPem());
        return server;
    }

    private WorkflowRun run(Result result, Folder folder, String script) throws Exception {
        WorkflowJob job = Folders.job(folder, "job" + folder.getItems().size(), script);
        return jenkins.assertBuildStatus(result, job.scheduleBuild2(0));
    }

    @Test
    void jobsInTheFolderQueryItsServerWithItsCredentials() throws Exception {
        Folders.define(team, server("own"));
        WorkflowRun run = run(Result.SUCCESS, Folders.folder("team/a"), QUERY + ", server: 'own'");
        assertThat(Pipelines.log(run)).contains("[Offsite copy] Server \"own\" is defined in folder \"team\"");
        assertThat(em.logins()).isOne();
        jenkins.assertLogContains(
                "No Enterprise Manager has the name \"own\"",
                run(Result.FAILURE, Folders.folder("other"), QUERY + ", server: 'own'"));
    }

    @Test
    void innermostFolderDecides() throws Exception {
        Folders.define(team, server("own"), new FolderServer("outer", "https://outer.example.com", null));
        Folder inner = Folders.folder("team/a");
        Folders.define(inner, server("own"));
        assertThat(ServerResolver.visibleTo(inner))
                .extracting(VeeamServer::getName)
                .containsExactly("own", "outer", "prod");
        assertThat(ServerResolver.choose(inner, "own").description()).contains("\"team/a\"");
        assertThat(ServerResolver.choose(team, "own").description()).contains("\"team\"");
    }

    /** What config.xml and Job DSL bypass is checked again before each connection. */
    @ParameterizedTest
    @CsvSource({
        "prod, own, '', '', The controller has an Enterprise Manager of the name",
        "own, own, http, '', Plain HTTP is not allowed for a server of a folder",
        "own, own, '', agent, can't name agents",
        "own, veeam-em, '', '', Credentials \"veeam-em\" of Enterprise Manager \"own\" don't exist",
    })
    void rejectsWhatAFolderMustNotDefine(String name, String id, String http, String agent, String problem)
            throws Exception {
        FolderServer server = new FolderServer(name, em.url(), id);
        server.setCaPem(em.caPem());
        server.setAllowHttp(http.isEmpty() ? null : "true");
        server.setAgents(agent);
        Folders.define(team, server);
        WorkflowRun run = run(Result.FAILURE, team, QUERY + ", server: '" + name + "'");
        jenkins.assertLogContains(problem, run);
        assertThat(em.requests()).isZero();
    }

    @Test
    void hostMustBeAllowedBeforeEachConnection() throws Exception {
        Folders.define(team, server("own"));
        run(Result.SUCCESS, team, QUERY + ", server: 'own'");
        int requests = em.requests();
        allow("em.example.com");
        jenkins.assertLogContains(
                "Servers of folders can't be at localhost:", run(Result.FAILURE, team, QUERY + ", server: 'own'"));
        allow(null);
        jenkins.assertLogContains(
                "Folders can't have servers of their own", run(Result.FAILURE, team, QUERY + ", server: 'own'"));
        assertThat(em.requests()).isEqualTo(requests);
    }

    /** A global server that only an inner folder can use can't be redefined by an outer one either. */
    @Test
    void globalServerOfAnInnerFolderIsNotShadowed() throws Exception {
        Folder inner = Folders.folder("team/a");
        VeeamServer restricted = Servers.server("prod", em);
        restricted.setFolders("team/a");
        Servers.set(restricted);
        Folders.define(team, server("prod"));
        assertThat(ServerResolver.find(team, "prod")).isInstanceOf(FolderServer.class);
        assertThatThrownBy(() -> ServerResolver.find(inner, "prod"))
                .hasMessageContaining("The controller has an Enterprise Manager of the name \"prod\"");
    }

    /** Such as somebody could write into config.xml: it would have agents and no patterns. */
    @Test
    void ignoresAGlobalDefinitionInAFolder() throws Exception {
        Folders.define(team, server("own"));
        String xml = team.getConfigFile().asString();
        assertThat(xml).contains(FolderServer.class.getName());
        String global = xml.replace(FolderServer.class.getName(), VeeamServer.class.getName());
        team.updateByXml((Source) new StreamSource(new StringReader(global)));
        assertThat(ServerResolver.visibleTo(team))
                .extracting(VeeamServer::getName)
                .containsExactly("prod");
    }

    @Test
    void twoServersOfOneNameAreInvalid() throws Exception {
        Folders.define(team, server("own"), server("own"));
        assertThatThrownBy(() -> ServerResolver.find(team, "own")).hasMessageContaining("Two Enterprise Managers");
    }

    @Test
    void folderSetsServerAndCredentials() throws Exception {
        Servers.systemCredentials("veeam-em", "nobody", "wrong");
        Servers.set(Servers.server("prod", em), Servers.server("lab", em));
        Folder inner = Folders.folder("team/a");
        VeeamFolderProperty property = Folders.define(team);
        property.setDefaultServer("lab");
        property.setDefaultCredentialsId("own");
        WorkflowRun run = run(Result.SUCCESS, inner, QUERY);
        assertThat(Pipelines.log(run))
                .contains(
                        "[Offsite copy] Server \"lab\", the default server of folder \"team\", is defined in Manage Jenkins");
        run(Result.SUCCESS, inner, QUERY + ", server: 'lab'");
        // The credentials belong to the default server alone.
        jenkins.assertLogContains("nobody", run(Result.FAILURE, inner, QUERY + ", server: 'prod'"));
        property.setDefaultCredentialsId("veeam-em");
        jenkins.assertLogContains("don't exist in folder \"team\"", run(Result.FAILURE, inner, QUERY));
        Folders.define(inner).setDefaultServer("gone");
        jenkins.assertLogContains("The default server \"gone\" doesn't exist", run(Result.FAILURE, inner, QUERY));
    }

    /** Whoever configures an inner folder must not get credentials of an outer one by defining a server. */
    @ParameterizedTest
    @ValueSource(strings = {"own", ""})
    void credentialsOfAFolderDoNotApplyToAServerOfAnInnerOne(String defaultServer) throws Exception {
        Servers.set(); // without a default server, the credentials are those for the only server
        VeeamFolderProperty property =
                defaultServer.isEmpty() ? Folders.define(team) : Folders.define(team, server("own"));
        property.setDefaultServer(defaultServer);
        property.setDefaultCredentialsId("own");
        Folder inner = Folders.folder("team/a");
        FolderServer same = new FolderServer("own", em.url(), null);
        same.setCaPem(em.caPem());
        Folders.define(inner, same);
        for (String script : List.of(QUERY, QUERY + ", server: 'own'")) {
            jenkins.assertLogContains("\"own\" has no credentials", run(Result.FAILURE, inner, script));
        }
        assertThat(em.requests()).isZero();
        assertThat(ServerResolver.choose(inner, "own").hasOwnCredentials(null)).isFalse();
        assertThat(ServerResolver.choose(inner, "own").hasOwnCredentials("mine"))
                .isTrue();
        if (!defaultServer.isEmpty()) {
            assertThat(ServerResolver.choose(team, null).hasOwnCredentials(null))
                    .isTrue();
            run(Result.SUCCESS, team, QUERY);
        }
    }

    @Test
    void queriesOfAFoldersServerDoNotResetTheFailuresOfTheController() throws Exception {
        VeeamServer global = new VeeamServer("prod", em.url(), "own");
        Folders.define(team, server("prod"));
        FolderServer local =
                team.getProperties().get(VeeamFolderProperty.class).getServers().get(0);
        ServerHealth.get().failed(global, false, new EmException(EmException.Kind.UNREACHABLE, "", "down", null));
        ServerHealth.get().succeeded(local);
        assertThat(ServerHealth.get().failures(global)).isNotNull();
        assertThat(ServerHealth.get().failures(local)).isNull();
    }

    @Test
    void freestyleJobsGetTheSame() throws Exception {
        Folders.define(team, server("own")).setDefaultServer("own");
        FreeStyleProject job = team.createProject(FreeStyleProject.class, "free");
        job.getBuildersList().add(new VeeamLinkedJobsBuilder(new QuerySettings("Offsite copy")));
        Run<?, ?> run = jenkins.buildAndAssertSuccess(job);
        jenkins.assertLogContains("Server \"own\", the default server of folder \"team\", is defined in folder", run);
    }

    @Test
    void formKeepsTheSettings() throws Exception {
        FolderServer server = server("own");
        server.setTimeout("90");
        Folders.define(team, server).setDefaultServer("own");
        team.getProperties().get(VeeamFolderProperty.class).setDefaultCredentialsId("own");
        jenkins.configRoundtrip((Item) team);
        VeeamFolderProperty saved = team.getProperties().get(VeeamFolderProperty.class);
        jenkins.assertEqualDataBoundBeans(server, saved.getServers().get(0));
        assertThat(saved.getDefaultServer()).isEqualTo("own");
        assertThat(saved.getDefaultCredentialsId()).isEqualTo("own");
        Folder empty = Folders.folder("empty");
        jenkins.configRoundtrip((Item) empty);
        assertThat(empty.getProperties().get(VeeamFolderProperty.class)).isNull();
    }

    @Test
    void jobDslDefinesAFolder() throws Exception {
        ExecuteDslScripts scripts = new ExecuteDslScripts();
        scripts.setScriptText("""
                folder('dsl') { properties { veeamLinkedJobsFolder {
                    defaultServer('own')
                    defaultCredentialsId('team')
                    servers { folderEnterpriseManager {
                        name('own')
                        url('https://em.example.com')
                        credentialsId('team')
                        timeout('90')
                    } }
                } } }""");
        FreeStyleProject seed = jenkins.createFreeStyleProject();
        seed.getBuildersList().add(scripts);
        jenkins.buildAndAssertSuccess(seed);
        VeeamFolderProperty property = Folders.folder("dsl").getProperties().get(VeeamFolderProperty.class);
        assertThat(property.getDefaultServer()).isEqualTo("own");
        FolderServer server = property.getServers().get(0);
        assertThat(server.getTimeout()).isEqualTo("90");
        assertThat(server.getProblem()).contains("Servers of folders can't be at em.example.com:9398");
    }

    @Test
    void configurationAsCodeKeepsTheGlobalPart(@TempDir Path folder) throws Exception {
        Path yaml = Files.writeString(folder.resolve("jenkins.yaml"), """
                unclassified:
                  veeamLinkedJobs:
                    defaultServer: prod
                    folderServerHosts:
                      - em.example.com
                      - '*.example.org:443'
                    servers:
                      - name: prod
                        url: https://em.example.com
                        folders: [team, other/deep]
                        agents: [backup-1, backup-2]
                      - name: nobody
                        url: https://em.example.com
                        folders: []
                """);
        ConfigurationAsCode.get().configure(yaml.toString());
        VeeamLinkedJobsConfiguration configuration = VeeamLinkedJobsConfiguration.get();
        assertThat(configuration.getProblems()).isEmpty();
        assertThat(configuration.getDefaultServer()).isEqualTo("prod");
        assertThat(configuration.getFolderServerHosts()).containsExactly("em.example.com", "*.example.org:443");
        VeeamServer prod = configuration.getServers().get(0);
        assertThat(prod.folderNames()).containsExactly("team", "other/deep");
        assertThat(prod.agentNames()).containsExactly("backup-1", "backup-2");
        assertThat(configuration.getServers().get(1).isVisibleTo(team)).isFalse();
        ConfigurationContext context = new ConfigurationContext(ConfiguratorRegistry.get());
        assertThat(Util.toYamlString(Util.getUnclassifiedRoot(context).get("veeamLinkedJobs"))
                        .strip())
                .isEqualTo("""
                        defaultServer: "prod"
                        folderServerHosts:
                        - "em.example.com"
                        - "*.example.org:443"
                        servers:
                        - agents:
                          - "backup-1"
                          - "backup-2"
                          folders:
                          - "team"
                          - "other/deep"
                          name: "prod"
                          url: "https://em.example.com"
                        - folders:
                          - "<none>"
                          name: "nobody"
                          url: "https://em.example.com\"""");
    }
}
