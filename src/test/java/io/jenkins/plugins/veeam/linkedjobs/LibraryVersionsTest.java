package io.jenkins.plugins.veeam.linkedjobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.PackageVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.OkHttp;
import org.junit.jupiter.api.Test;

/** Command line and plugin use the same versions of libraries, so that the tests of one are valid for the other. */
class LibraryVersionsTest {

    @Test
    void okHttpMatchesTheStandaloneBuild() throws Exception {
        assertThat(OkHttp.VERSION).isEqualTo(standalone("okhttp.version"));
    }

    @Test
    void jacksonMatchesTheStandaloneBuild() throws Exception {
        assertThat(PackageVersion.VERSION.toString()).isEqualTo(standalone("jackson.version"));
    }

    private static String standalone(String property) throws Exception {
        Matcher found = Pattern.compile("<" + property + ">([^<]+)<")
                .matcher(Files.readString(Path.of("standalone", "pom.xml")));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
