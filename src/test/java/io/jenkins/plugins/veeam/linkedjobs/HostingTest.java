package io.jenkins.plugins.veeam.linkedjobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Requirements of the Jenkins project for hosted plugins, as far as they can be checked in this repository. */
class HostingTest {

    private static final XPath XPATH = XPathFactory.newInstance().newXPath();
    private static Document pom;

    @BeforeAll
    static void read() throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        pom = factory.newDocumentBuilder().parse(new File("pom.xml"));
    }

    private static String pom(String path) throws XPathExpressionException {
        return XPATH.evaluate(path, pom).trim();
    }

    private static List<String> all(String path) throws XPathExpressionException {
        NodeList found = (NodeList) XPATH.evaluate(path, pom, XPathConstants.NODESET);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            texts.add(found.item(i).getTextContent().trim());
        }
        return texts;
    }

    @Test
    void namesFollowTheRules() throws Exception {
        assertThat(pom("/project/groupId")).isEqualTo("io.jenkins.plugins");
        assertThat(pom("/project/artifactId"))
                .matches("[a-z][a-z0-9-]*[a-z0-9]")
                .hasSizeLessThan(37)
                .doesNotContain("jenkins", "hudson", "plugin");
        assertThat(pom("/project/name")).isNotBlank().doesNotContainIgnoringCase("jenkins", "plugin");
        assertThat(pom("/project/packaging")).isEqualTo("hpi");
    }

    @Test
    void theRepositoryIsNamedAfterThePlugin() throws Exception {
        String repository = "jenkinsci/" + pom("/project/artifactId") + "-plugin";
        assertThat(pom("/project/properties/gitHubRepo")).isEqualTo(repository);
        assertThat(pom("/project/url")).isEqualTo("https://github.com/" + repository);
    }

    @Test
    void everyAddressIsHttps() throws Exception {
        List<String> addresses = all("//url | //scm/connection | //scm/developerConnection");
        assertThat(addresses).hasSizeGreaterThan(4).allMatch(each -> each.matches("(scm:git:)?https://.*"));
    }

    @Test
    void theLicenceIsNamedAndThere() throws Exception {
        assertThat(pom("/project/licenses/license/name")).isEqualTo("MIT License");
        assertThat(Files.readString(Path.of("LICENSE.md"))).contains("MIT License");
    }

    @Test
    void inheritedSettingsAreNotRepeated() throws Exception {
        assertThat(all("/project/developers")).isEmpty();
        assertThat(all("/project/distributionManagement")).isEmpty();
        assertThat(all("/project/properties/*[starts-with(name(), 'java.level')"
                        + " or starts-with(name(), 'maven.compiler')]"))
                .isEmpty();
        assertThat(all("/project/repositories/repository/id")).containsExactly("repo.jenkins-ci.org");
    }

    /** 2.541 is the last LTS line for Java 17, and the oldest that is allowed for new plugins. */
    @Test
    void baselineVersionAndBomAreOfOneLine() throws Exception {
        assertThat(pom("/project/parent/artifactId")).isEqualTo("plugin");
        assertThat(pom("/project/parent/version")).startsWith("6.");
        assertThat(pom("/project/properties/*[name() = 'jenkins.baseline']")).isEqualTo("2.541");
        assertThat(pom("/project/properties/*[name() = 'jenkins.version']")).isEqualTo("${jenkins.baseline}.3");
        assertThat(pom("/project/dependencyManagement//artifactId")).isEqualTo("bom-${jenkins.baseline}.x");
    }

    @Test
    void librariesComeFromApiPlugins() throws Exception {
        assertThat(pom("/project/properties/*[name() = 'hpi.strictBundledArtifacts']"))
                .isEqualTo("true");
        assertThat(all("/project/dependencies/dependency[not(scope = 'test')]/groupId"))
                .isNotEmpty()
                .allMatch(group -> group.matches("io\\.jenkins(\\.plugins)?|org\\.jenkins-ci\\.plugins(\\.workflow)?"));
    }

    @Test
    void pluginsGetTheirVersionFromTheBom() throws Exception {
        assertThat(all("/project/dependencies/dependency[starts-with(groupId, 'io.jenkins')"
                        + " or starts-with(groupId, 'org.jenkins')]/version"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "LICENSE.md",
                "CONTRIBUTING.md",
                "Jenkinsfile",
                ".gitignore",
                ".mvn/extensions.xml",
                ".mvn/maven.config",
                "src/main/resources/index.jelly",
                ".github/CODEOWNERS",
                ".github/dependabot.yml",
                ".github/workflows/cd.yaml",
                ".github/workflows/jenkins-security-scan.yml",
            })
    void hasRequiredFile(String file) throws Exception {
        assertThat(Files.readString(Path.of(file))).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({"linux, 25", "windows, 21"})
    void isBuiltOnTheProjectsMachines(String platform, int jdk) throws Exception {
        assertThat(Files.readString(Path.of("Jenkinsfile")))
                .contains("buildPlugin(", "[platform: '" + platform + "', jdk: " + jdk + "]");
    }

    @Test
    void ignoresBuildOutput() throws Exception {
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("target/", "work/");
    }

    @Test
    void describesItselfInASentence() throws Exception {
        assertThat(Files.readString(Path.of("src/main/resources/index.jelly")))
                .containsPattern("<div>\\s*[A-Z][^<>]*\\.\\s*</div>");
    }
}
