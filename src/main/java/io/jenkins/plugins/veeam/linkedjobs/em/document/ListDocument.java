package io.jenkins.plugins.veeam.linkedjobs.em.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/** A document that lists rows, or says why it does not. */
abstract class ListDocument extends EmDocument implements RowContainer {

    @JsonProperty("PagingInfo")
    private PagingInfo pagingInfo;

    @JsonProperty("Message")
    private String message;

    @JsonProperty("FirstChanceExceptionMessage")
    private String firstChanceExceptionMessage;

    /** A list without its error message and without further pages, so that an empty one means "none". */
    final void checkComplete(boolean isNamed) throws DocumentException {
        if (Text.orNull(message) != null || Text.orNull(firstChanceExceptionMessage) != null) {
            throw DocumentException.unexpected("it has an error message");
        }
        if (!isNamed) {
            throw DocumentException.unexpected("it has no list");
        }
        if (pagingInfo != null && pagingInfo.hasNext()) {
            throw DocumentException.unexpected("it is one page of several");
        }
    }

    /** @return the rows without a null; never null */
    static <T> List<T> rows(List<T> rows) throws DocumentException {
        if (rows == null) {
            return List.of();
        }
        if (rows.contains(null)) {
            throw new DocumentException(DocumentException.Reason.UNREADABLE, "a row of a list is null");
        }
        return rows;
    }

    /** Where a page stands among the pages of its list. Page: "pagesize_and_page". */
    static final class PagingInfo {

        @JsonProperty("PageNum")
        private Integer pageNum;

        @JsonProperty("PagesCount")
        private Integer pagesCount;

        int pageNum() {
            return pageNum == null ? 0 : pageNum;
        }

        int pagesCount() {
            return pagesCount == null ? 0 : pagesCount;
        }

        boolean hasNext() {
            return pageNum() < pagesCount();
        }
    }
}
