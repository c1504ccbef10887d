package io.jenkins.plugins.veeam.linkedjobs.step;

import hudson.Extension;
import java.io.IOException;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.ProxyWhitelist;
import org.jenkinsci.plugins.scriptsecurity.sandbox.whitelists.StaticWhitelist;

/** What a sandboxed pipeline may do with what the steps return: read it. A file, so that the model knows no Jenkins. */
@Extension
public class ModelWhitelist extends ProxyWhitelist {

    public ModelWhitelist() throws IOException {
        super(StaticWhitelist.from(ModelWhitelist.class.getResource("whitelist")));
    }
}
