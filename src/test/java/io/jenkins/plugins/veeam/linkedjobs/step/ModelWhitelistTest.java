package io.jenkins.plugins.veeam.linkedjobs.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.veeam.linkedjobs.gate.Changes;
import io.jenkins.plugins.veeam.linkedjobs.gate.IgnoredJob;
import io.jenkins.plugins.veeam.linkedjobs.gate.Link;
import io.jenkins.plugins.veeam.linkedjobs.gate.Verdict;
import io.jenkins.plugins.veeam.linkedjobs.gate.Violation;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJob;
import io.jenkins.plugins.veeam.linkedjobs.model.CopyJobSummary;
import io.jenkins.plugins.veeam.linkedjobs.model.CopySession;
import io.jenkins.plugins.veeam.linkedjobs.model.JobSession;
import io.jenkins.plugins.veeam.linkedjobs.model.LinkedJob;
import io.jenkins.plugins.veeam.linkedjobs.model.OtherSources;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sandboxed pipelines can read every property of the returned objects. */
class ModelWhitelistTest {

    static Stream<Method> readers() {
        return Stream.of(
                        LinkedJob.class,
                        CopyJob.class,
                        CopyJobSummary.class,
                        CopySession.class,
                        JobSession.class,
                        OtherSources.class,
                        Verdict.class,
                        Violation.class,
                        Changes.class,
                        IgnoredJob.class,
                        Link.class)
                .flatMap(type -> Arrays.stream(type.getMethods()))
                .filter(method -> method.getDeclaringClass() != Object.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                .filter(method -> method.getName().matches("get.*|is.*|to.*Map"))
                .distinct();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void permitsEveryGetter(Method method) throws Exception {
        assertThat(new ModelWhitelist().permitsMethod(method, null, new Object[0]))
                .isTrue();
    }
}
