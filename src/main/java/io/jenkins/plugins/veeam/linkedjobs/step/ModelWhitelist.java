package io.jenkins.plugins.veeam.linkedjobs.step;

import hudson.Extension;
import java.io.IOException;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.ProxyWhitelist;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.StaticWhitelist;

/**
 * Lets sandboxed pipelines read the objects that the steps return. A file, since these classes must not depend on
 * Jenkins.
 */
@Extension
public class ModelWhitelist extends ProxyWhitelist {

    public ModelWhitelist() throws IOException {
        super(StaticWhitelist.from(ModelWhitelist.class.getResource("whitelist")));
    }
}
