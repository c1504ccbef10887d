package io.jenkins.plugins.veeam.linkedjobs.cli;

import picocli.CommandLine.IVersionProvider;

/** Reads the version from the manifest of the JAR. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {"veeam-linked-jobs " + (version == null ? "(development build)" : version)};
    }
}
