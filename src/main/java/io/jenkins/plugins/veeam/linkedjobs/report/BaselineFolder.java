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
 * The folder with the baselines of a job, one file per copy job, so that a build with many gates does not rewrite all
 * baselines for each gate. The name of a file contains the GUID of the copy job and a digest of its name, so that it is
 * found by either one.
 */
final class BaselineFolder {

    private static final String SUFFIX = ".xml";
    private static final int DIGITS = 16;

    private final File folder;

    BaselineFolder(File folder) {
        this.folder = folder;
    }

    /** Files of the copy job with that GUID: one, unless Jenkins crashed while a renamed copy job got a new file. */
    List<XmlFile> of(String copyJobId) {
        return files(file -> file.startsWith(copyJobId));
    }

    /** Files of copy jobs that had that name when their file was written. */
    List<XmlFile> named(String name) {
        String end = digest(name) + SUFFIX;
        return files(file -> file.endsWith(end));
    }

    /**
     * @param name null if it is not known
     * @param replaced the previous files of the copy job
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

    private List<XmlFile> files(Predicate<String> filter) {
        String[] names = folder.list((ignored, name) -> name.endsWith(SUFFIX) && filter.test(name));
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
