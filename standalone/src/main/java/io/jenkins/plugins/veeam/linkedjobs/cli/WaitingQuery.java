package io.jenkins.plugins.veeam.linkedjobs.cli;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException;
import io.jenkins.plugins.veeam.linkedjobs.em.EnterpriseManager;
import io.jenkins.plugins.veeam.linkedjobs.gate.GateWait;
import java.time.Instant;
import java.util.Optional;

/** Repeats a query while its gate waits for running jobs, on the caller's thread. */
final class WaitingQuery implements QueryRunner.Query<QueryResult> {

    private final QueryRunner.Query<QueryResult> query;
    private final GateWait wait;
    private final Terminal terminal;

    WaitingQuery(QueryRunner.Query<QueryResult> query, GateWait wait, Terminal terminal) {
        this.query = query;
        this.wait = wait;
        this.terminal = terminal;
    }

    @Override
    public QueryResult run(EnterpriseManager manager) throws InterruptedException {
        while (true) {
            Instant queried = Instant.now();
            try {
                QueryResult result = query.run(manager);
                if (wait.isOver(result.verdict, queried)) {
                    return result;
                }
                print(wait.waiting(result.verdict, Instant.now()));
            } catch (EmException e) {
                if (!e.isTemporary() || wait.isOver(queried)) {
                    throw e;
                }
                print(wait.repeating(e.getMessage(), Instant.now()));
            }
            Thread.sleep(wait.pause(Instant.now()).toMillis() + 1); // the last query is past the deadline
        }
    }

    /** On standard error, since a program may read the result. */
    private void print(Optional<String> line) {
        line.ifPresent(terminal.err::println);
    }
}
