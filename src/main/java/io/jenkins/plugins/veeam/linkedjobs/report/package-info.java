/** What a build keeps of its gates, and the page that shows it. */
package io.jenkins.plugins.veeam.linkedjobs.report;
