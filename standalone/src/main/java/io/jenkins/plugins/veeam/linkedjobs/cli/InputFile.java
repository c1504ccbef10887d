package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.cli.Main.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that options name, up to a size, and says in plain words why that fails. */
final class InputFile {

    /** More than any password and any list of rules; certificates of all public CAs take a quarter of a megabyte. */
    static final int MOST_TEXT = 64 << 10;

    static final int MOST_CERTIFICATES = 4 << 20;

    private InputFile() {}

    /**
     * The content of a text file in UTF-8, without a byte order mark.
     *
     * @throws UsageException if the file can't be read, is too large or is not in UTF-8
     */
    static String text(Path file, String option, int mostBytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file, option, mostBytes)))
                    .toString()
                    .replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new UsageException(option + ": " + file + " is not encoded in UTF-8");
        }
    }

    /**
     * The content of a file. A device or a pipe is read up to the limit, too.
     *
     * @throws UsageException if the file can't be read or is too large
     */
    static byte[] bytes(Path file, String option, int mostBytes) {
        if (file.toString().isBlank()) {
            throw new UsageException(option + " has no file name");
        }
        if (Files.isDirectory(file)) {
            throw new UsageException(option + ": can't read " + file + " (it is a directory)");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(mostBytes + 1);
            if (bytes.length > mostBytes) {
                String most = mostBytes < 1 << 20 ? (mostBytes >> 10) + " KiB" : (mostBytes >> 20) + " MiB";
                throw new UsageException(option + ": " + file + " is larger than " + most + ". Check the file name");
            }
            return bytes;
        } catch (IOException e) {
            throw new UsageException(option + ": can't read " + file + " (" + reason(e) + ")");
        }
    }

    /** Completes "can't read …" and "can't write …"; without the name of the file. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = failure instanceof FileSystemException
                ? ((FileSystemException) failure).getReason()
                : failure.getMessage();
        return reason == null || reason.isBlank() ? "unknown reason" : reason;
    }
}
