package io.jenkins.plugins.veeam.linkedjobs.report;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.XmlFile;
import hudson.model.Items;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * One file for each copy job: a build with many gates does not write the baselines of all for each. A file's name has the
 * GUID and a digest of the copy job's name, so that either is found without reading the others.
 */
final class BaselineFolder {

    private static final String SUFFIX = ".xml";
    private static final int DIGITS = 16;

    private final File folder;

    BaselineFolder(File folder) {
        this.folder = folder;
    }

    /** Those of that GUID: one, unless Jenkins crashed while a renamed copy job got another file. */
    List<XmlFile> of(String copyJobId) {
        return files(file -> file.startsWith(copyJobId));
    }

    /** Those of copy jobs that were called so when they were written. */
    List<XmlFile> named(String name) {
        String end = digest(name) + SUFFIX;
        return files(file -> file.endsWith(end));
    }

    /**
     * @param name null if it is not known
     * @param replaced the copy job's files until now
     */
    void write(String copyJobId, @CheckForNull String name, Object content, List<XmlFile> replaced) throws IOException {
        XmlFile file = file(copyJobId + (name == null ? "" : digest(name)) + SUFFIX);
        file.write(content);
        for (XmlFile each : replaced) {
            if (!each.getFile().equals(file.getFile())) {
                Files.deleteIfExists(each.getFile().toPath());
            }
        }
    }

    private static String digest(String name) {
        return "-" + Digest.of(name).substring(0, DIGITS);
    }

    private List<XmlFile> files(Predicate<String> wanted) {
        String[] names = folder.list((ignored, name) -> name.endsWith(SUFFIX) && wanted.test(name));
        List<XmlFile> files = new ArrayList<>();
        for (String name : names == null ? new String[0] : names) {
            files.add(file(name));
        }
        return files;
    }

    private XmlFile file(String name) {
        return new XmlFile(Items.XSTREAM2, new File(folder, name));
    }
}
