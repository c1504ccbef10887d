/** What the pipeline steps and the build step share: settings, form fields, query, gate, record and log. */
package io.jenkins.plugins.veeam.linkedjobs.service;
