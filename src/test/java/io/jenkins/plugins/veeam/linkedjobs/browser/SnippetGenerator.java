package io.jenkins.plugins.veeam.linkedjobs.browser;

import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The page Pipeline Syntax of a job. */
final class SnippetGenerator {

    /** The fields of the chosen step. */
    static final String BLOCK = ".dropdownList-container:has([name='_.copyJob'])";

    private final Chromium chromium;

    SnippetGenerator(Chromium chromium) {
        this.chromium = chromium;
    }

    SnippetGenerator choose(String step) {
        Select steps = new Select(chromium.find("select.dropdownList"));
        int index = 0;
        for (WebElement option : steps.getOptions()) {
            if (option.getText().startsWith(step + ":")) {
                index = steps.getOptions().indexOf(option);
            }
        }
        steps.selectByIndex(index);
        chromium.find("[name='_.server']");
        return this;
    }

    SnippetGenerator type(String field, String text) {
        chromium.type(chromium.find("[name='_." + field + "']"), text);
        return this;
    }

    SnippetGenerator select(String field, String value) {
        Select select = new Select(chromium.find("select[name='_." + field + "']"));
        chromium.await(
                "the choice " + value,
                () -> select.getOptions().stream().anyMatch(option -> value.equals(option.getDomProperty("value"))));
        select.selectByValue(value);
        return this;
    }

    String generate() {
        chromium.click(chromium.find("#generatePipelineScript"));
        return chromium.await("a snippet", () -> {
            String text = chromium.find("#prototypeText").getDomProperty("value");
            return text.isBlank() ? null : text;
        });
    }
}
