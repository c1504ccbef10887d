package io.jenkins.plugins.veeam.linkedjobs.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.cloudbees.hudson.plugins.folder.Folder;
import hudson.AbortException;
import hudson.model.Item;
import hudson.model.Items;
import hudson.model.User;
import hudson.security.ACL;
import hudson.security.ACLContext;
import hudson.security.AccessDeniedException3;
import hudson.security.AuthorizationStrategy;
import io.jenkins.plugins.veeam.linkedjobs.OnController;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jenkins.model.Jenkins;
import org.htmlunit.html.HtmlForm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.jvnet.hudson.test.MockAuthorizationStrategy;

/** Global servers that are restricted to folders, and the default server. */
class ServerFoldersTest extends OnController {

    private Item inside;
    private Item outside;

    @BeforeEach
    void define() throws Exception {
        Servers.set(server("everywhere", null), server("secret", "team/a\nother"));
        inside = Folders.job(Folders.folder("team/a/deep"), "job", "");
        outside = Folders.job(Folders.folder("team/ab"), "job", "");
    }

    @AfterEach
    void delete() throws Exception {
        for (var item : List.copyOf(jenkins.jenkins.getItems())) {
            item.delete();
        }
        VeeamLinkedJobsConfiguration.get().setDefaultServer(null);
        VeeamLinkedJobsConfiguration.get().setFolderServerHosts(null);
    }

    private static VeeamServer server(String name, String folders) {
        VeeamServer server = new VeeamServer(name, "https://" + name + ".example.com", null);
        server.setFolders(folders);
        return server;
    }

    private static List<String> visible(Item item) {
        return ServerResolver.visibleTo(item).stream().map(VeeamServer::getName).toList();
    }

    private static String folders() {
        return VeeamLinkedJobsConfiguration.get().getServers().get(1).getFolders();
    }

    @Test
    void isVisibleInItsFoldersOnly() throws Exception {
        assertThat(visible(inside)).containsExactly("everywhere", "secret");
        assertThat(visible(outside)).containsExactly("everywhere");
        assertThat(ServerResolver.find(inside, "secret").getName()).isEqualTo("secret");
        assertThat(ServerResolver.find(outside, null).getName())
                .as("the only visible one")
                .isEqualTo("everywhere");
        assertThatThrownBy(() -> ServerResolver.find(inside, null)).hasMessageStartingWith("2 Enterprise Managers");
    }

    /** Nobody can tell a restricted server from one that doesn't exist. */
    @Test
    void restrictedServerHasTheMessageOfAnUnknownOne() {
        String restricted = message(outside, "secret");
        assertThat(restricted).isEqualTo(message(outside, "unknown").replace("unknown", "secret"));
        Servers.set(server("secret", "team/a"));
        assertThat(message(outside, "secret")).isEqualTo(message(outside, "unknown"));
    }

    private static String message(Item item, String name) {
        try {
            return ServerResolver.find(item, name).getName();
        } catch (AbortException e) {
            return e.getMessage();
        }
    }

    @Test
    void followsRenamesAndMoves() throws Exception {
        Folder team = Folders.folder("team");
        team.renameTo("crew");
        assertThat(folders()).isEqualTo("crew/a\nother");
        assertThat(visible(inside)).contains("secret");
        Items.move(Folders.folder("crew/a"), Folders.folder("new"));
        assertThat(folders()).isEqualTo("new/a\nother");
        // Nobody inherits by taking a name that became free.
        Item heir = Folders.job(Folders.folder("team/a"), "job", "");
        Folders.folder("crew/ab").renameTo("a");
        assertThat(visible(heir)).doesNotContain("secret");
        assertThat(visible(outside)).doesNotContain("secret");
        assertThat(new VeeamLinkedJobsConfiguration().getServers().get(1).getFolders())
                .as("saved")
                .isEqualTo("new/a\nother");
    }

    @Test
    void deletedFolderLeavesNothingBehind() throws Exception {
        Folders.folder("other").delete();
        assertThat(folders()).isEqualTo("team/a");
        Folders.folder("team").delete();
        assertThat(folders()).isEqualTo("<none>");
        Item heir = Folders.job(Folders.folder("team/a"), "job", "");
        assertThat(visible(heir)).containsExactly("everywhere");
    }

    @ParameterizedTest
    @CsvSource({
        "everywhere, everywhere, everywhere",
        "secret, secret, everywhere", // for jobs outside there is no default, and only one server
    })
    void defaultServerIsTakenIfVisible(String name, String forInside, String forOutside) throws Exception {
        VeeamLinkedJobsConfiguration.get().setDefaultServer(name);
        assertThat(ServerResolver.choose(inside, null).description())
                .isEqualTo("Server \"" + forInside + "\", the default server, is defined in Manage Jenkins");
        assertThat(ServerResolver.find(outside, null).getName()).isEqualTo(forOutside);
        assertThat(ServerResolver.choose(inside, "secret").description())
                .isEqualTo("Server \"secret\" is defined in Manage Jenkins");
    }

    @Test
    void formKeepsAllSettings() throws Exception {
        Folders.folder("other");
        VeeamServer server = server("secret", "team/a\nother");
        server.setAgents("backup-1\nbackup-2");
        Servers.set(server("everywhere", null), server);
        VeeamLinkedJobsConfiguration.get().setDefaultServer("secret");
        VeeamLinkedJobsConfiguration.get().setFolderServerHosts(List.of("em.example.com", "*.example.org:443"));
        jenkins.configRoundtrip();
        VeeamLinkedJobsConfiguration saved = VeeamLinkedJobsConfiguration.get();
        assertThat(saved.getServers().get(1).getAgents()).isEqualTo("backup-1\nbackup-2");
        assertThat(folders()).isEqualTo("team/a\nother");
        assertThat(saved.getServers().get(0).getFolders()).isNull();
        assertThat(saved.getServers().get(0).getAgents()).isNull();
        assertThat(saved.getDefaultServer()).isEqualTo("secret");
        assertThat(saved.getFolderServerHosts()).containsExactly("em.example.com", "*.example.org:443");
    }

    @ParameterizedTest
    @CsvSource({
        "_.folders, gone, There is no folder \"gone\"",
        "_.folders, TEAM, There is no folder \"TEAM\"",
        "_.agents, built-in, \"built-in\" can't be the name of an agent",
        "_.defaultServer, gone, The default server \"gone\" is not defined",
        "_.folderServerHosts, *, \"*\" is not a host",
    })
    void formRejectsInvalidValues(String field, String value, String problem) throws Exception {
        Servers.set(server("everywhere", null));
        try (var web = jenkins.createWebClient().withThrowExceptionOnFailingStatusCode(false)) {
            HtmlForm form = web.goTo("manage/configure").getFormByName("config");
            if (field.equals("_.defaultServer")) {
                form.getInputByName(field).setValue(value);
            } else {
                form.getTextAreaByName(field).setText(value);
            }
            assertThat(jenkins.submit(form).getWebResponse().getContentAsString())
                    .contains(problem);
        }
        assertThat(VeeamLinkedJobsConfiguration.get().getServers().get(0).getFolders())
                .isNull();
        assertThat(VeeamLinkedJobsConfiguration.get().getDefaultServer()).isNull();
        assertThat(VeeamLinkedJobsConfiguration.get().getFolderServerHosts()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", " // ", "/\n/"})
    void nameThatIsOnlySlashesIsNoFolder(String name) {
        assertThat(server("restricted", name).isVisibleTo(inside)).isFalse();
    }

    @Test
    void deletionOfAFolderAndANewListOfServersWaitForEachOther() throws Exception {
        CountDownLatch saved = new CountDownLatch(1);
        VeeamLinkedJobsConfiguration.get().changeFolders(server -> {
            if (server.getName().equals("secret")) {
                new Thread(() -> {
                            Servers.set(server("new", null));
                            saved.countDown();
                        })
                        .start();
                assertThat(wait(saved, 1)).as("saved while folders change").isFalse();
            }
            return true;
        });
        assertThat(wait(saved, 30)).isTrue();
        assertThat(visible(inside)).containsExactly("new");
    }

    private static boolean wait(CountDownLatch latch, int seconds) {
        try {
            return latch.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Overall/Manage lets users change other parts of the configuration, and scripts may run as anybody. */
    @Test
    void onlyAdministratorsChangeServers() {
        jenkins.jenkins.setSecurityRealm(jenkins.createDummySecurityRealm());
        jenkins.jenkins.setAuthorizationStrategy(new MockAuthorizationStrategy()
                .grant(Jenkins.MANAGE, Jenkins.READ)
                .everywhere()
                .to("manager"));
        VeeamServer server = server("everywhere", null);
        server.setAgents("own-agent");
        try (ACLContext manager =
                ACL.as2(User.getOrCreateByIdOrFullName("manager").impersonate2())) {
            assertThatThrownBy(() -> Servers.set(server)).isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> VeeamLinkedJobsConfiguration.get().setFolderServerHosts(List.of("em.example.com")))
                    .isInstanceOf(AccessDeniedException3.class);
            assertThatThrownBy(() -> VeeamLinkedJobsConfiguration.get().setDefaultServer("everywhere"))
                    .isInstanceOf(AccessDeniedException3.class);
        } finally {
            jenkins.jenkins.setAuthorizationStrategy(AuthorizationStrategy.UNSECURED);
        }
        assertThat(VeeamLinkedJobsConfiguration.get().getServers()).hasSize(2);
    }
}
