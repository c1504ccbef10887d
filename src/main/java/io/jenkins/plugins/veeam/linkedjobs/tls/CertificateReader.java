package io.jenkins.plugins.veeam.linkedjobs.tls;

import io.jenkins.plugins.veeam.linkedjobs.tls.InvalidCertificatesException.Problem;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads certificates as people have them: PEM in any encoding, Base64 without BEGIN and END, DER, PKCS #7. */
public final class CertificateReader {

    private static final String LABEL = "(?:X509 CERTIFICATE|CERTIFICATE|PKCS7)";
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (" + LABEL + ")-----[^-]*-----END \\1-----", Pattern.CASE_INSENSITIVE);

    /** Also if its dashes are missing or were replaced by a mail program. */
    private static final Pattern EDGE =
            Pattern.compile("(?im)(?:^|[^\\s\\w])\\s*(?:BEGIN|END) " + LABEL + "(?![A-Z0-9]| REQUEST)");

    private static final Pattern OTHER = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]{100,}={0,2}\\s*");

    private CertificateReader() {}

    /** Bytes as characters: all that counts is ASCII, and {@link #read} drops the zeros of UTF-16. */
    public static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }

    /**
     * @param text with any text between blocks; null or blank for none
     * @throws InvalidCertificatesException for a private key, and for anything that cannot be read
     */
    public static List<X509Certificate> read(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        if (isDer(text)) {
            return der(text.getBytes(StandardCharsets.ISO_8859_1), text);
        }
        String pem = text.replace("\0", "");
        if (pem.contains("PRIVATE KEY")) {
            throw new InvalidCertificatesException(Problem.PRIVATE_KEY, null);
        }
        List<String> blocks =
                BLOCK.matcher(pem).results().map(MatchResult::group).toList();
        if (EDGE.matcher(pem).results().count() != 2L * blocks.size()) {
            throw new InvalidCertificatesException(Problem.CUT, null, blocks.size());
        }
        byte[] base64 = blocks.isEmpty() && BASE64.matcher(pem).matches() ? decoded(pem) : null;
        if (base64 != null) {
            return der(base64, pem);
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            try {
                certificates.addAll(parse(blocks.get(i).getBytes(StandardCharsets.US_ASCII)));
            } catch (CertificateException e) {
                throw new InvalidCertificatesException(Problem.MALFORMED, e, reason(e), i + 1, blocks.size());
            }
        }
        if (certificates.isEmpty()) {
            throw new InvalidCertificatesException(Problem.NONE, null, content(pem));
        }
        return List.copyOf(certificates);
    }

    /** Without the names of Java classes that the JDK puts into its messages. */
    private static String reason(CertificateException failure) {
        return String.valueOf(failure.getMessage()).replaceAll("\\b[a-z]+(\\.\\w+)+(Exception|Error)(: )?", "");
    }

    /** Null for text that only looks like Base64, such as words without punctuation. */
    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** A long sequence: no text begins with a zero and a byte beyond ASCII. */
    private static boolean isDer(String text) {
        return text.length() > 2 && text.charAt(0) == '0' && text.charAt(1) >= 0x80 && text.charAt(1) <= 0x84;
    }

    private static List<X509Certificate> der(byte[] bytes, String text) {
        try {
            return parse(bytes);
        } catch (CertificateException e) {
            int three = text(bytes).indexOf("\u0002\u0001\u0003"); // a PKCS #12 store begins with the number 3
            String what = three >= 2 && three <= 6
                    ? "a PKCS #12 store (.pfx), which usually has the private key, too"
                    : "binary data that is no certificate";
            throw new InvalidCertificatesException(Problem.NONE, e, what);
        }
    }

    private static List<X509Certificate> parse(byte[] bytes) throws CertificateException {
        Collection<? extends Certificate> all =
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes));
        if (all.isEmpty()) {
            throw new CertificateException("no content");
        }
        return all.stream().map(X509Certificate.class::cast).toList();
    }

    /** What there is instead of a certificate. */
    private static String content(String text) {
        String labels = OTHER.matcher(text)
                .results()
                .map(label -> label.group(1))
                .distinct()
                .collect(Collectors.joining(", "));
        String other = text.matches("(?is)\\s*<(!doctype )?html.*") ? "a web page" : "other text";
        return labels.isEmpty() ? other : labels;
    }
}
