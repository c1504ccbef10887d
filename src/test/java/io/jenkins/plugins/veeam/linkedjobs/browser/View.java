package io.jenkins.plugins.veeam.linkedjobs.browser;

import java.util.stream.Stream;

/** Width of a window in CSS pixels, and preferred color scheme. */
record View(int width, int height, String colours) {

    static final View USUAL = new View(1280, 900, "light");

    static Stream<View> all() {
        return Stream.of(1280, 390).flatMap(width -> Stream.of("light", "dark").map(USUAL.wide(width)::in));
    }

    View wide(int value) {
        return new View(value, height, colours);
    }

    View in(String value) {
        return new View(width, height, value);
    }

    View high(int value) {
        return new View(width, value, colours);
    }

    @Override
    public String toString() {
        return width + " px, " + colours;
    }
}
