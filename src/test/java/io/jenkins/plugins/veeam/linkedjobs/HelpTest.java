package io.jenkins.plugins.veeam.linkedjobs;

import static org.assertj.core.api.Assertions.assertThat;

import hudson.model.Descriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jenkinsci.plugins.structs.describable.DescribableModel;
import org.jenkinsci.plugins.structs.describable.DescribableParameter;
import org.junit.jupiter.api.Test;

/** Every form field has a help file. */
class HelpTest extends OnController {

    private static List<Descriptor<?>> descriptors() {
        List<Descriptor<?>> ours = new ArrayList<>();
        for (Descriptor<?> each : jenkins.jenkins.getExtensionList(Descriptor.class)) {
            if (each.getClass().getName().startsWith(HelpTest.class.getPackageName())) {
                ours.add(each);
            }
        }
        return ours;
    }

    @Test
    void everyFieldHasHelp() {
        Set<String> fields = new TreeSet<>();
        Set<String> missing = new TreeSet<>();
        for (Descriptor<?> descriptor : descriptors()) {
            for (String field : fieldsOf(descriptor)) {
                String name = descriptor.clazz.getSimpleName() + "." + field;
                fields.add(name);
                if (!hasHelp(descriptor, field)) {
                    missing.add(name);
                }
            }
        }
        assertThat(fields)
                .contains(
                        "VeeamLinkedJobsConfiguration.servers",
                        "VeeamServer.caPem",
                        "VeeamLinkedJobsGateStep.copyJob",
                        "VeeamLinkedJobsGateStep.required",
                        "VeeamBackupCopyJobsStep.allowEmpty",
                        "VeeamLinkedJobsBuilder.gate");
        assertThat(missing).isEmpty();
    }

    @Test
    void stepsAndBuilderHaveHelp() {
        assertThat(descriptors())
                .filteredOn(each -> each.clazz.getSimpleName().matches(".*(Step|Builder)"))
                .hasSize(4)
                .allMatch(each -> hasHelp(each, null));
    }

    /** Jenkins finds views only during a request. */
    private static boolean hasHelp(Descriptor<?> descriptor, String field) {
        try {
            return jenkins.executeOnServer(() -> descriptor.getHelpFile(field)) != null;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> fieldsOf(Descriptor<?> descriptor) {
        if (descriptor.clazz.equals(descriptor.getClass())) { // a global configuration is its own descriptor
            return List.of("servers", "defaultServer", "folderServerHosts");
        }
        return DescribableModel.of(descriptor.clazz).getParameters().stream()
                .map(DescribableParameter::getName)
                .toList();
    }
}
