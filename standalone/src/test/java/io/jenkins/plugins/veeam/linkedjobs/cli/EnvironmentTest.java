package io.jenkins.plugins.veeam.linkedjobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm;
import io.jenkins.plugins.veeam.linkedjobs.simulator.data.World;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line takes from environment variables, except certificates ({@code CaFileVariableTest}). */
class EnvironmentTest {

    private final SimulatedEm em = SimulatedEm.of(World.sample()).plainHttp().start();

    @AfterEach
    void close() {
        em.assertLoggedOutAndReadOnly();
        em.close();
    }

    private Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "VEEAM_EM_URL", em.url(),
                "VEEAM_EM_USER", "admin",
                "VEEAM_EM_PASSWORD", "secret"));
    }

    private static Shell.Result query(Map<String, String> environment, String... more) {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "--allow-http";
        arguments[1] = "--copy-job";
        arguments[2] = "Offsite copy";
        System.arraycopy(more, 0, arguments, 3, more.length);
        return Shell.type(environment, "", arguments);
    }

    @Test
    void givesUrlUserAndPassword() {
        assertThat(query(environment()).code).isZero();
    }

    @Test
    void theOptionsWin() {
        Map<String, String> environment = environment();
        environment.put("VEEAM_EM_URL", "https://localhost:1");
        environment.put("VEEAM_EM_USER", "nobody");
        assertThat(query(environment, "--url", em.url(), "--user", "admin").code)
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "VEEAM_EM_URL, --url is required. Set it or VEEAM_EM_URL (--help lists the options)",
        "VEEAM_EM_USER, --user is required. Set it or VEEAM_EM_USER (--help lists the options)",
        "VEEAM_EM_PASSWORD, The password is missing. Set VEEAM_EM_PASSWORD or --password-file"
    })
    void aVariableThatIsUnsetOrEmptyIsNamed(String variable, String message) {
        for (String value : new String[] {null, ""}) {
            Map<String, String> environment = environment();
            environment.put(variable, value);
            Shell.Result result = query(environment);
            assertThat(result.code).isEqualTo(Main.USAGE);
            assertThat(result.err.strip()).isEqualTo(message);
            assertThat(result.out).isEmpty();
        }
        assertThat(em.requests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"VEEAM_EM_URL", "VEEAM_EM_USER", "VEEAM_EM_PASSWORD", "VEEAM_EM_CA_FILE", "https_proxy"})
    void aVariableThatTheLocaleMangledIsNotUsed(String variable) {
        Map<String, String> environment = environment();
        environment.put(variable, "S\uFFFD\uFFFDhne");
        environment.put("LANG", "de_DE.UTF-8");
        environment.put("UNRELATED", "\uFFFD");
        Shell.Result result = query(environment);
        assertThat(result.code).isEqualTo(Main.USAGE);
        assertThat(result.err)
                .isEqualTo(variable + " has characters that can't be decoded in the locale \"de_DE.UTF-8\"."
                        + " Use an installed locale with UTF-8, for example: export LC_ALL=C.UTF-8\n");
        assertThat(em.requests()).isZero();
    }
}
