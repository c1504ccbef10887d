package io.jenkins.plugins.veeam.linkedjobs.em.document;

import io.jenkins.plugins.veeam.linkedjobs.em.document.DocumentException.Reason;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;

/** A document of EM, or a part of one. Fields are null where EM sent nothing, null or blanks, which all mean "none". */
public abstract class EmDocument {

    /**
     * Checks what Jackson cannot: that the document is the requested one, and that each row has what identifies it.
     *
     * @param xml whether the document was XML, whose root name was compared; JSON has no root name
     */
    abstract void check(boolean xml) throws DocumentException;

    /** The rows; an empty list for null. A row that is null would be skipped otherwise. */
    static <T> List<T> rows(List<T> rows) throws DocumentException {
        if (rows != null && rows.contains(null)) {
            throw new DocumentException(Reason.UNREADABLE, "a row of a list is null");
        }
        return rows == null ? List.of() : rows;
    }

    /**
     * Names that the root element may have. EM's documentation contradicts itself on some. Jackson does not compare the root:
     * a web page or an error would read as an empty list.
     */
    @Retention(RetentionPolicy.RUNTIME)
    @interface Roots {
        String[] value();
    }

    /** In a class that contains rows, an unknown property that is named like rows is an error: it would be skipped. */
    interface WithRows {}

    /** A list, which also tells whether it is complete: only then does an empty one mean "none". */
    abstract static class Rows extends EmDocument implements WithRows {

        PagingInfo pagingInfo;

        private String message;

        private String firstChanceExceptionMessage;

        void checkNoError() throws DocumentException {
            if (message != null || firstChanceExceptionMessage != null) {
                throw DocumentException.unexpected("it has an error message");
            }
        }

        void checkComplete(boolean hasList) throws DocumentException {
            checkNoError();
            if (!hasList) {
                throw DocumentException.unexpected("it has no list");
            }
            if (pagingInfo != null && pagingInfo.hasNext()) {
                throw DocumentException.unexpected("it is one page of several");
            }
        }
    }

    /** Where a page is among the pages of its list. Page: "pagesize_and_page". */
    static final class PagingInfo {

        private Integer pageNum;

        private Integer pagesCount;

        /** From 1; 0 if EM does not say. */
        int pageNum() {
            return pageNum == null ? 0 : pageNum;
        }

        /** 0 if EM does not say. */
        int pagesCount() {
            return pagesCount == null ? 0 : pagesCount;
        }

        boolean hasNext() {
            return pageNum() < pagesCount();
        }
    }

    /** A hypertext link, selected by {@code Rel} and {@code Type}. Its address is never followed. Page: "links". */
    static final class Link {

        private String rel;

        private String type;

        private String name;

        private static boolean is(Link link, String rel, String type) {
            return link != null && rel.equalsIgnoreCase(link.rel) && type.equalsIgnoreCase(link.type);
        }

        static boolean hasDown(List<Link> links, String type) {
            return links != null && links.stream().anyMatch(link -> is(link, "Down", type));
        }

        /** Name of the backup server that a job or session belongs to. */
        static String backupServer(List<Link> links) {
            for (Link link : links == null ? List.<Link>of() : links) {
                if (is(link, "Up", "BackupServerReference")) {
                    return link.name;
                }
            }
            return null;
        }
    }
}
