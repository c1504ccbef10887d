package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmCredentials;
import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.ResponseFormat;
import io.jenkins.plugins.veeam.linkedjobs.em.Setting;
import io.jenkins.plugins.veeam.linkedjobs.model.SafeText;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the connection. There is none for the password, since other users can read arguments. */
final class ServerOptions {

    @Option(names = "--url", paramLabel = "URL", description = "required. https://HOST:9398. Default: VEEAM_EM_URL")
    private String url;

    @Option(names = "--user", paramLabel = "NAME", description = "required. The account. Default: VEEAM_EM_USER")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "required. A file with the password in UTF-8. Default: VEEAM_EM_PASSWORD")
    private Path passwordFile;

    @Option(
            names = "--ca-file",
            paramLabel = "PEM",
            description = "trusted certificates: the CA of the server's certificate, or that certificate itself."
                    + " Default: VEEAM_EM_CA_FILE")
    private Path caFile;

    @Option(names = "--allow-http", description = "allow plain HTTP, which sends the password unencrypted")
    private boolean allowHttp;

    @Mixin
    private TimeOptions timeOptions;

    @Mixin
    private ProxyOptions proxyOptions;

    @Option(
            names = "--accept",
            paramLabel = "xml|json",
            defaultValue = "xml",
            description = "response format (${DEFAULT-VALUE})")
    private ResponseFormat responseFormat;

    EmServer server(Terminal terminal) {
        String address = given(url, "VEEAM_EM_URL", "--url", terminal);
        PasswordHint.checkUrl(address, terminal);
        boolean isHttp = address.strip().regionMatches(true, 0, "http://", 0, 7);
        if (!allowHttp && isHttp) {
            throw new UsageException(
                    "The URL is plain HTTP, which would send the password unencrypted. Use https:// or "
                            + terminal.name("--allow-http"));
        }
        EmServer.Builder server = EmServer.at(address)
                .caPem(caPem(terminal))
                .allowHttp(allowHttp)
                .responseFormat(responseFormat)
                .called(Setting.CERTIFICATES, terminal.name("--ca-file"))
                .called(Setting.PROXY, proxyOptions.source(!isHttp, terminal));
        timeOptions.addTo(server, terminal);
        return server.build();
    }

    /** The HTTP client for this server, with its proxy. */
    OkHttpClient client(EmServer server, Terminal terminal) {
        return proxyOptions.client(server.url(), terminal);
    }

    /** An empty variable counts as unset, as shells, CI systems and Terraform set it so. */
    private String caPem(Terminal terminal) {
        if (caFile != null) {
            return pem(caFile, terminal.name("--ca-file"));
        }
        String file = terminal.environment.getOrDefault("VEEAM_EM_CA_FILE", "");
        try {
            return file.isEmpty() ? null : pem(Path.of(file), "VEEAM_EM_CA_FILE");
        } catch (InvalidPathException e) {
            throw new UsageException("VEEAM_EM_CA_FILE: \"" + SafeText.name(file) + "\" is not a valid file name");
        }
    }

    EmCredentials credentials(Terminal terminal) {
        return new EmCredentials(given(user, "VEEAM_EM_USER", "--user", terminal), password(terminal));
    }

    private String password(Terminal terminal) {
        String option = terminal.name("--password-file");
        if (passwordFile != null) {
            if (Files.notExists(passwordFile)) { // its name may be the password
                throw new UsageException(option + ": no such file. It takes the name of a file with the password");
            }
            String password = InputFile.text(passwordFile, option, InputFile.MOST_TEXT)
                    .replaceFirst("\\r?\\n\\z", "");
            if (password.isEmpty() || password.contains("\n")) {
                throw new UsageException(option + ": " + passwordFile
                        + (password.isEmpty() ? " is empty" : " has more than one line")
                        + ". It must contain only the password");
            }
            return password;
        }
        String password = terminal.environment.get("VEEAM_EM_PASSWORD");
        if (password == null || password.isEmpty()) {
            throw new UsageException("The password is missing. Set VEEAM_EM_PASSWORD or " + option);
        }
        return password;
    }

    private static String given(String option, String variable, String name, Terminal terminal) {
        String value = option == null ? terminal.environment.get(variable) : option;
        if (value == null || value.isBlank()) {
            throw new UsageException(terminal.name(name) + " is required. Set it or " + variable + terminal.help());
        }
        return value;
    }

    /** An empty file is an error, since it probably comes from a command that failed. */
    private static String pem(Path file, String source) {
        String text = file.toString().isBlank()
                ? ""
                : EmServer.certificateText(InputFile.bytes(file, source, InputFile.MOST_CERTIFICATES));
        if (text.isBlank()) {
            throw new UsageException(
                    source + ": \"" + file + "\" is empty. Use a file with certificates in PEM, or omit it");
        }
        try {
            EmServer.certificates(text);
        } catch (EmException e) {
            throw new UsageException(source + ": " + file + ": " + e.getMessage());
        }
        return text;
    }
}
