package io.jenkins.plugins.veeam.linkedjobs.em;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebPageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><html><body>Sign in</body></html>",
                "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"http://127.0.0.1:1/strict.dtd\"><HTML></HTML>",
                "<html><body><br>Not well-formed</html>",
                "<HTML lang=en><body>",
                "\uFEFF\n<?xml version=\"1.0\"?><!-- a --><!-- b -->\n<html>",
                "<html xmlns=\"http://www.w3.org/1999/xhtml\"><head/></html>"
            })
    void isToldFromAnAnswerThatCannotBeRead(String page) {
        assertThatThrownBy(() -> Answers.read(
                        new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)), Limits.BYTES, held -> {}))
                .isInstanceOf(Answers.WebPageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE Jobs><Jobs/>", "<Jobs><html></Jobs>"})
    void isNotEverythingThatCannotBeRead(String text) {
        assertThatThrownBy(() -> Answers.read(
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Limits.BYTES, held -> {}))
                .isInstanceOf(Answers.UnreadableException.class);
    }
}
