package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A list in EM's order, which also tells whether it is complete: only then does an empty one mean "none". */
public abstract class ListDocument<T extends EmDocument> extends EmDocument {

    private static final Pattern LIKE_ROWS =
            Pattern.compile("(?i)(?:Linked|Job|AgentBackupJob|NASJob|BackupJobSession).*");

    /** Of an error. */
    @JsonAlias("FirstChanceExceptionMessage")
    private String message;

    PagingInfo pagingInfo;

    private transient List<T> rows;

    /**
     * Subclasses name the properties that have rows. These may come in several runs: an XML list that something
     * interrupts, or two names for one list. Jackson would keep the last run alone.
     */
    void append(List<T> run) throws DocumentException {
        rows = rows == null ? new ArrayList<>() : rows;
        for (T row : run == null ? List.<T>of() : run) {
            row.check();
            rows.add(row);
        }
    }

    /** Whatever is named like rows may be rows, which must not be skipped. */
    @JsonAnySetter
    @JsonDeserialize(contentUsing = Values.Skipped.class)
    private void unknown(String name, Boolean mayBeRows) throws DocumentException {
        if (Boolean.TRUE.equals(mayBeRows) && LIKE_ROWS.matcher(name).matches()) {
            throw DocumentException.unexpected("it has an unknown list " + name);
        }
    }

    @Override
    boolean isRecognized() {
        return rows != null;
    }

    void checkNoError() throws DocumentException {
        if (message != null) {
            throw DocumentException.unexpected("it has an error message");
        }
    }

    @Override
    void check() throws DocumentException {
        checkNoError();
        if (hasNextPage()) {
            throw DocumentException.unexpected("it is one page of several");
        }
    }

    public List<T> rows() {
        return rows == null ? List.of() : rows;
    }

    /** Number of this page, from 1; 0 if EM does not say. */
    int page() {
        return pagingInfo == null || pagingInfo.pageNum == null ? 0 : pagingInfo.pageNum;
    }

    /** Number of pages; 0 if EM does not say. */
    public int pagesCount() {
        return pagingInfo == null || pagingInfo.pagesCount == null ? 0 : pagingInfo.pagesCount;
    }

    public boolean hasNextPage() {
        return page() < pagesCount();
    }

    /** Where a page is among the pages of its list. Page: "pagesize_and_page". */
    static final class PagingInfo {
        private Integer pageNum;
        private Integer pagesCount;
    }
}
