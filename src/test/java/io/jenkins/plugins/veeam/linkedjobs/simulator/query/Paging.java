package io.jenkins.plugins.veeam.linkedjobs.simulator.query;

import io.jenkins.plugins.veeam.linkedjobs.simulator.document.Element;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.ApiRequest;
import io.jenkins.plugins.veeam.linkedjobs.simulator.resource.StatusException;
import java.util.List;

/** Which part of the rows goes into a response. */
record Paging(int size, int page, int rows) {
    private static final int DEFAULT_SIZE = 100;

    static Paging of(ApiRequest request, int rows) {
        int size = Math.max(number(request, "pageSize", DEFAULT_SIZE), request.options.pageFloor);
        return new Paging(Math.min(size, request.options.pageCap), number(request, "page", 1), rows);
    }

    int pages() {
        return Math.max(1, (rows + size - 1) / size);
    }

    <T> List<T> cut(List<T> list) {
        long from = Math.min(list.size(), (page - 1L) * size);
        return list.subList((int) from, (int) Math.min(list.size(), from + size));
    }

    Element document(ApiRequest request) {
        Element info = new Element("PagingInfo")
                .attribute("PageNum", page)
                .attribute("PageSize", size)
                .attribute("PagesCount", pages())
                .link("First", null, href(1, request), null);
        if (page > 1) {
            info.link("Prev", null, href(page - 1, request), null);
        }
        if (page < pages()) {
            info.link("Next", null, href(page + 1, request), null);
        }
        return info.link("Last", null, href(pages(), request), null);
    }

    private String href(int number, ApiRequest request) {
        String query = request.received.query().replaceAll("(?i)&?page(Size)?=[^&]*", "");
        return request.href("/query?" + query + "&pageSize=" + size + "&page=" + number);
    }

    private static int number(ApiRequest request, String name, int otherwise) {
        String text = request.parameters().getOrDefault(name, String.valueOf(otherwise));
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw StatusException.badRequest("'" + text + "' is not a " + name + ".");
        }
        return Integer.parseInt(text);
    }
}
