package io.jenkins.plugins.veeam.linkedjobs.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Which part of a long list goes into an answer. */
record Paging(int size, int page, int rows) {
    private static final int DEFAULT_SIZE = 100;

    static Paging of(Context context, int rows) {
        int asked = number(context, "pageSize", DEFAULT_SIZE);
        int atLeast = Math.max(asked, context.options().smallestPage);
        return new Paging(Math.min(atLeast, context.options().largestPage), number(context, "page", 1), rows);
    }

    int pages() {
        return Math.max(1, (rows + size - 1) / size);
    }

    <T> List<T> cut(List<T> list) {
        long from = Math.min(list.size(), (page - 1L) * size);
        return list.subList((int) from, (int) Math.min(list.size(), from + size));
    }

    Doc doc(Context context) {
        Links links = new Links(context);
        link(links, "First", 1, context);
        if (page > 1) {
            link(links, "Prev", page - 1, context);
        }
        if (page < pages()) {
            link(links, "Next", page + 1, context);
        }
        link(links, "Last", pages(), context);
        return new Doc("PagingInfo")
                .attribute("PageNum", page)
                .attribute("PageSize", size)
                .attribute("PagesCount", pages())
                .links(links.list());
    }

    private void link(Links links, String rel, int number, Context context) {
        StringBuilder query = new StringBuilder("/query?");
        for (Map.Entry<String, String> parameter : context.parameters().entrySet()) {
            String name = parameter.getKey();
            if (!name.equalsIgnoreCase("page") && !name.equalsIgnoreCase("pageSize")) {
                query.append(name)
                        .append('=')
                        .append(encode(parameter.getValue()))
                        .append('&');
            }
        }
        links.action(rel, query + "pageSize=" + size + "&page=" + number);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static int number(Context context, String name, int otherwise) {
        String text = context.parameters().get(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new Refusal(400, "'" + text + "' is not a " + name + ".");
        }
        return Integer.parseInt(text);
    }
}
