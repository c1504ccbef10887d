package io.jenkins.plugins.veeam.linkedjobs.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium for a test class. It uses an installed browser and never downloads one. Without a browser the
 * class is skipped; with {@code VERIFY=full} it fails.
 */
final class Chromium implements BeforeAllCallback, AfterAllCallback {

    private static final File BROWSER = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Records every policy violation, since the log of the browser omits some. */
    private static final String HEAR = "window.heard = [];"
            + "document.addEventListener('securitypolicyviolation', e => window.heard.push("
            + "e.violatedDirective + ' of ' + (e.blockedURI || 'inline') + ' in ' + e.sourceFile + ':' + e.lineNumber));";

    private static final String BRIGHTNESS = "const paint = document.createElement('canvas').getContext('2d');"
            + "paint.fillStyle = getComputedStyle(document.body).backgroundColor;"
            + "paint.fillRect(0, 0, 1, 1);"
            + "return paint.getImageData(0, 0, 1, 1).data[1]";

    private static final String NO_TRANSITIONS =
            "return !document.getAnimations().some(each => each instanceof CSSTransition)";

    private ChromeDriver driver;
    private Path profile;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        if (!"full".equals(System.getenv("VERIFY")) && !Boolean.getBoolean("verify.full")) {
            assumeTrue(BROWSER.canExecute() && DRIVER.canExecute(), "No " + BROWSER + " with " + DRIVER + " here");
        }
        profile = Files.createTempDirectory("chromium");
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER)
                        .usingAnyFreePort()
                        .build(),
                options());
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", HEAR));
        at(View.USUAL);
    }

    private ChromeOptions options() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--hide-scrollbars",
                "--lang=en",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
        return options;
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (driver == null) {
            return;
        }
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }

    /** Sets width and color scheme, also of the open page, and waits until its colors have changed. */
    void at(View view) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", view.width(), "height", view.height(), "deviceScaleFactor", 1, "mobile", false));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", view.colours()))));
        await("the end of all transitions", () -> run(NO_TRANSITIONS).equals(true));
    }

    void open(String url) {
        complaints();
        driver.get(url);
    }

    /** Errors in the console and policy violations since the last call. */
    List<String> complaints() {
        return Stream.concat(
                        driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                                .filter(entry -> entry.getLevel().intValue() >= Level.SEVERE.intValue())
                                .map(entry -> entry.getMessage()),
                        ((List<?>) run("const heard = window.heard || []; window.heard = []; return heard"))
                                .stream().map(String::valueOf))
                .collect(Collectors.toList());
    }

    WebElement find(String css) {
        return await(
                "something visible that is " + css,
                () -> driver.findElements(By.cssSelector(css)).stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Runs the body of a function and returns its result. */
    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** Like {@link #run}; the last argument of the script is the callback for its result. */
    Object runAsync(String script, Object... arguments) {
        return driver.executeAsyncScript(script, arguments);
    }

    /** Waits until the result is neither null nor false. */
    <T> T await(String what, Supplier<T> condition) {
        return new WebDriverWait(driver, PATIENCE)
                .pollingEvery(Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .withMessage(() -> what + " on " + driver.getCurrentUrl())
                .until(ignored -> condition.get());
    }

    /** Scrolls the element to the middle of the window, where nothing covers it, and clicks it. */
    void click(WebElement element) {
        run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", element);
        element.click();
    }

    /** Replaces the value of a field and leaves the field, so that it is checked. */
    void type(WebElement field, String text) {
        run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", field);
        field.clear();
        field.sendKeys(text);
        run("arguments[0].dispatchEvent(new Event('change', {bubbles: true})); arguments[0].blur()", field);
    }

    /** Like {@link #type}, for long values. */
    void paste(WebElement field, String text) {
        run(
                "arguments[0].value = arguments[1];"
                        + "arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                field,
                text);
    }

    /** Brightness of the page's background: 0 is black, 255 is white. */
    long brightness() {
        return (Long) run(BRIGHTNESS);
    }

    byte[] picture() {
        return driver.getScreenshotAs(OutputType.BYTES);
    }

    byte[] picture(WebElement part) {
        return part.getScreenshotAs(OutputType.BYTES);
    }

    /** Reads a script from the class path. */
    static String script(String name) {
        try {
            return new String(Chromium.class.getResourceAsStream(name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
