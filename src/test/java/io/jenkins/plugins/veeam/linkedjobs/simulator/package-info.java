/**
 * A simulated Veeam Backup Enterprise Manager for tests and for the demo, written from the description of its protocol
 * alone. It shares no class with the client, so that an error of the client does not hide in it.
 *
 * <p>Tests begin with {@link io.jenkins.plugins.veeam.linkedjobs.simulator.data.World} (what it knows) and {@link
 * io.jenkins.plugins.veeam.linkedjobs.simulator.SimulatedEm} (the server), tell it to fail with {@link
 * io.jenkins.plugins.veeam.linkedjobs.simulator.fault.Fault}, and end with {@code em.assertLoggedOutAndReadOnly()}.
 *
 * <p>This package has what tests use and the server itself, on OkHttp's MockWebServer. {@code data}: jobs, sessions,
 * accounts. {@code resource}: one class for each kind of address, and login and logout; {@code ApiRouter} lists them.
 * {@code query}: the query service, with one class for each type of rows. {@code document}: XML and JSON. {@code fault}:
 * what can go wrong.
 */
package io.jenkins.plugins.veeam.linkedjobs.simulator;
