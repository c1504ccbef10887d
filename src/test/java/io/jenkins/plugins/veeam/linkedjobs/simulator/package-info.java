/**
 * The embedded EM: a Veeam Backup Enterprise Manager for tests and for the demo, written from the description of its
 * protocol alone.
 *
 * <p>It shares no class with the client, so that the client's errors do not hide in it, and it works on plain sockets,
 * so that it can break an answer at any byte. A request goes this way:
 *
 * <pre>
 * Listener → Connection → RequestReader → Faults → Rest → …Resource → …Docs → Render → Transfer → Wire
 *   accepts    per socket    bytes in      wrong    who      what       as a    XML or    length,    bytes
 *                                         answers  answers  it finds    tree     JSON     chunks      out
 * </pre>
 *
 * <p>Tests begin with {@link io.jenkins.plugins.veeam.linkedjobs.simulator.World} (what EM knows) and {@link
 * io.jenkins.plugins.veeam.linkedjobs.simulator.EmbeddedEm} (the server), tell it to fail with {@link
 * io.jenkins.plugins.veeam.linkedjobs.simulator.Fault}, and end with {@code em.assertQuiet()}.
 */
package io.jenkins.plugins.veeam.linkedjobs.simulator;
