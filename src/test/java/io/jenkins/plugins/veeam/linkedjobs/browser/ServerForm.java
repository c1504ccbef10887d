package io.jenkins.plugins.veeam.linkedjobs.browser;

import java.util.List;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** The form of the first server under Manage Jenkins, System. */
final class ServerForm {

    static final String BLOCK = ".repeated-chunk[name=servers]";

    private final Chromium chromium;

    ServerForm(Chromium chromium) {
        this.chromium = chromium;
    }

    /** Whether the open page has a server. */
    boolean isOpen() {
        return !chromium.all(BLOCK).isEmpty();
    }

    /** Adds a server. */
    ServerForm add() {
        chromium.click(chromium.await(
                "the button that adds",
                () -> chromium.all("button.repeatable-add").stream()
                        .filter(button -> button.getText().contains("Add Enterprise Manager"))
                        .findFirst()
                        .orElse(null)));
        chromium.find(BLOCK);
        return this;
    }

    ServerForm fill(String name, String url, String credentialsId, String pem) {
        type("name", name);
        type("url", url);
        choose("credentialsId", credentialsId);
        return paste("caPem", pem);
    }

    ServerForm paste(String field, String text) {
        chromium.paste(field(field), text);
        return this;
    }

    ServerForm type(String field, String text) {
        chromium.type(field(field), text);
        return this;
    }

    /** Waits until Jenkins has filled the list, which it does again after each choice: that would undo this one. */
    ServerForm choose(String field, String value) {
        Select select = new Select(field(field));
        chromium.await(
                "the choice " + value,
                () -> !isBeingFilled(field)
                        && select.getOptions().stream()
                                .anyMatch(option -> value.equals(option.getDomProperty("value"))));
        select.selectByValue(value);
        return this;
    }

    String value(String field) {
        return field(field).getDomProperty("value");
    }

    /**
     * Waits for the message of a field. Jenkins also checks a field when it appears, and the result of that check can
     * come last. In that case the field is checked again.
     */
    String remark(String field) {
        return chromium.await("a remark on " + field, () -> {
            String text = (String) chromium.run(
                    "return arguments[0].closest('.jenkins-form-item').querySelector('.validation-error-area').innerText",
                    field(field));
            if (text.isBlank()) {
                chromium.run("arguments[0].dispatchEvent(new Event('change', {bubbles: true}))", field(field));
                return null;
            }
            return text;
        });
    }

    /** Tests the connection and returns the element with the result. */
    WebElement test() {
        WebElement button = chromium.find(BLOCK + " .validate-button");
        chromium.run("arguments[0].nextElementSibling.innerHTML = ''", button);
        chromium.click(button);
        return chromium.await("an answer to the test", () -> {
            List<WebElement> answers = chromium.all(BLOCK + " .jenkins-validate-button__container__status > div > div");
            return answers.isEmpty() || answers.get(0).getText().isBlank() ? null : answers.get(0);
        });
    }

    /** Removes the server. */
    ServerForm remove() {
        chromium.click(chromium.find(BLOCK + " .repeatable-delete"));
        chromium.await("no server", () -> chromium.all(BLOCK).isEmpty());
        return this;
    }

    /** Saves, which leaves the page. */
    void save() {
        WebElement button = chromium.find("button[name=Submit]");
        button.click();
        chromium.await(
                "another page",
                () -> !String.valueOf(chromium.run("return location.pathname")).contains("configure"));
    }

    private boolean isBeingFilled(String field) {
        return String.valueOf(field(field).getDomAttribute("class")).contains("select-ajax-pending");
    }

    private WebElement field(String name) {
        return chromium.find(BLOCK).findElement(By.name("_." + name));
    }
}
