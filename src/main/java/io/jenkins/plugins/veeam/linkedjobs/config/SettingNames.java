package io.jenkins.plugins.veeam.linkedjobs.config;

import io.jenkins.plugins.veeam.linkedjobs.em.EmServer;
import io.jenkins.plugins.veeam.linkedjobs.em.Setting;

/** Tells the client what its messages call a setting: the label in the form and the key in Configuration as Code. */
final class SettingNames {

    private SettingNames() {}

    static EmServer.Builder addTo(EmServer.Builder server) {
        return server.called(Setting.CONNECT_TIMEOUT, ofServer("connectTimeout"))
                .called(Setting.READ_TIMEOUT, ofServer("readTimeout"))
                .called(Setting.TIMEOUT, ofServer("timeout"))
                .called(Setting.RETRY_WINDOW, ofServer("retryWindow"))
                .called(Setting.CERTIFICATES, Messages.VeeamServer_TrustedCertificates())
                .called(Setting.PROXY, Messages.VeeamServer_Proxy());
    }

    private static String ofServer(String field) {
        return Messages.VeeamServer_Setting(ServerChecks.label(field));
    }
}
