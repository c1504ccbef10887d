/** Queries Enterprise Managers from agents, for servers whose definition names some. */
package io.jenkins.plugins.veeam.linkedjobs.agent;
