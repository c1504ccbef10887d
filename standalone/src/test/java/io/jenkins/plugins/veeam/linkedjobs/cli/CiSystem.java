package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A CI system of the documentation: its example, and how it starts a shell. */
enum CiSystem {
    GITHUB("github-actions.yml", "bash", "-e"),
    GITLAB("gitlab-ci.yml", "bash", "-eo", "pipefail"),
    AZURE("azure-pipelines.yml", "bash", "--noprofile", "--norc");

    static final Path EXAMPLES = Path.of("..", "docs", "examples", "ci");

    final String file;
    final List<String> shell;

    CiSystem(String file, String... shell) {
        this.file = file;
        this.shell = List.of(shell);
    }

    Map<?, ?> yaml() throws Exception {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(EXAMPLES.resolve(file)));
    }

    /** In their order: shell text and environment. */
    Map<String, Map<?, ?>> parts() throws Exception {
        Map<String, Map<?, ?>> parts = new LinkedHashMap<>();
        if (this == GITLAB) {
            for (String job : List.of("verify-backups", "deploy")) {
                Object script = ((Map<?, ?>) yaml().get(job)).get("script");
                parts.put(String.join("\n", strings(script)) + "\n", Map.of());
            }
            return parts;
        }
        Object jobs = yaml().get("jobs");
        Object job = this == GITHUB ? ((Map<?, ?>) jobs).get("deploy") : ((List<?>) jobs).get(0);
        for (Object step : (List<?>) ((Map<?, ?>) job).get("steps")) {
            Map<?, ?> each = (Map<?, ?>) step;
            Object text = each.get(this == GITHUB ? "run" : "bash");
            if (text != null) {
                Object env = each.get("env");
                parts.put(text + "\n", env == null ? Map.of() : (Map<?, ?>) env);
            }
        }
        return parts;
    }

    private static List<String> strings(Object list) {
        return ((List<?>) list).stream().map(String::valueOf).toList();
    }
}
