package io.jenkins.plugins.veeam.linkedjobs.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The hosts that are reached without a proxy, as curl reads them: {@code *} alone for all, domains with their
 * subdomains, addresses, and networks such as 10.0.0.0/8. Beyond that, an entry may have a port, as for Go and Python.
 */
record NoProxy(List<String> entries) {

    private static final Pattern PORT = Pattern.compile("(\\[.*]|[^:]*):([0-9]{1,5})");

    /** Characters of an address: a host name would be looked up. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f.]*:[0-9a-f:.]*");

    static NoProxy of(Map<String, String> environment) {
        String lower = environment.getOrDefault("no_proxy", "");
        String text = lower.isEmpty() ? environment.getOrDefault("NO_PROXY", "") : lower;
        return new NoProxy(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[\\s,]+"))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean contains(HttpUrl url) {
        return entries.equals(List.of("*")) || entries.stream().anyMatch(entry -> matches(entry, url));
    }

    private static boolean matches(String entry, HttpUrl url) {
        Matcher port = PORT.matcher(entry);
        if (port.matches()) {
            return Integer.parseInt(port.group(2)) == url.port() && matches(port.group(1), url);
        }
        String host = url.host();
        byte[] address = address(host);
        if (address != null) {
            String[] parts = entry.replaceAll("[\\[\\]]", "").split("/", 2);
            return isIn(address, address(parts[0]), parts.length < 2 ? "0" : parts[1]);
        }
        String domain = entry.replaceFirst("^\\.", "").replaceFirst("\\.$", "");
        return !domain.isEmpty() && ('.' + host.replaceFirst("\\.$", "")).endsWith('.' + domain);
    }

    /** Null for a host name. */
    private static byte[] address(String text) {
        try {
            return ADDRESS.matcher(text).matches() ? InetAddress.getByName(text).getAddress() : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Whether both have the first bits in common; 0, as for curl, stands for all bits. */
    private static boolean isIn(byte[] address, byte[] network, String prefix) {
        if (network == null || network.length != address.length || !prefix.matches("[0-9]{1,3}")) {
            return false;
        }
        int length = address.length * Byte.SIZE;
        int bits = Integer.parseInt(prefix) == 0 ? length : Integer.parseInt(prefix);
        for (int i = 0; i < Math.min(bits, length); i++) {
            int mask = 0x80 >> i % Byte.SIZE;
            if (((address[i / Byte.SIZE] ^ network[i / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return bits <= length;
    }
}
