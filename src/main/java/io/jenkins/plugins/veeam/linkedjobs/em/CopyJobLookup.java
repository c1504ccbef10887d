package io.jenkins.plugins.veeam.linkedjobs.em;

import io.jenkins.plugins.veeam.linkedjobs.em.EmException.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Finds the copy job that a question means, by GUID or by exact name, and makes sure that it is one. */
final class CopyJobLookup {

    private final EmClient client;
    private final Question question;
    private final String what;
    private final Map<String, JobRow> seen = new LinkedHashMap<>();

    CopyJobLookup(EmClient client, Question question) {
        this.client = client;
        this.question = question;
        what = Failures.text("what.job", question.getReference());
    }

    CompletableFuture<JobRow> find() {
        return (question.guid() != null ? byGuid() : byName(1)).thenApply(this::copyJob);
    }

    private CompletableFuture<JobRow> byGuid() {
        String guid = question.guid();
        return client.get(client.api.job(guid), what, 404, 500).thenCompose(reply -> {
            if (reply.isSuccess()) {
                return CompletableFuture.completedFuture(onServer(only(guid, reply.answer)));
            }
            if (reply.status == 404) {
                throw unknown();
            }
            return byQuery(guid); // EM answers 500 for ids that it does not know, too
        });
    }

    private CompletableFuture<JobRow> byQuery(String guid) {
        return client.jobs(Api.uids("UID", List.of(guid)), 1, what).thenApply(answer -> {
            if (answer.jobs.isEmpty()) {
                throw unknown();
            }
            return onServer(only(guid, answer));
        });
    }

    /** A GUID needs no backup server to be told apart; one that is given all the same must be right. */
    private JobRow onServer(JobRow job) {
        if (!isOnServer(job)) {
            throw elsewhere(List.of(job));
        }
        return job;
    }

    private boolean isOnServer(JobRow job) {
        return question.backupServer() == null || question.backupServer().equalsIgnoreCase(job.backupServer);
    }

    private JobRow only(String guid, Answer answer) {
        JobRow found = answer.jobs.stream()
                .filter(job -> job.id.equals(guid))
                .findFirst()
                .orElseThrow(() -> Failures.of(Kind.PROTOCOL, "protocol.unexpected", client.server(), what));
        client.scope.keep(found.weight);
        return found;
    }

    /** Reads every page and compares here: the server's idea of equality, or of filters, need not be ours. */
    private CompletableFuture<JobRow> byName(int page) {
        String filter = client.api.ifShort(Api.name(question.getReference()));
        return client.jobs(filter, page, what).thenCompose(answer -> {
            answer.jobs.stream().filter(this::isNamesake).forEach(job -> {
                if (seen.putIfAbsent(job.id, job) == null) {
                    client.scope.keep(job.weight);
                }
            });
            if (!answer.hasNextPage()) {
                return CompletableFuture.completedFuture(named());
            }
            if (page == Limits.PAGES) {
                throw Failures.of(Kind.PROTOCOL, "protocol.pages", client.server(), page, what);
            }
            return byName(page + 1);
        });
    }

    /** But for the letter case, perhaps. */
    private boolean isNamesake(JobRow job) {
        return question.getReference().equalsIgnoreCase(job.name);
    }

    private JobRow named() {
        List<JobRow> namesakes = new ArrayList<>(seen.values());
        namesakes.removeIf(job -> !question.getReference().equals(job.name));
        List<JobRow> hits = new ArrayList<>(namesakes);
        hits.removeIf(job -> !isOnServer(job));
        if (hits.isEmpty()) {
            throw namesakes.isEmpty() ? unknown() : elsewhere(namesakes);
        }
        List<JobRow> copyJobs = hits.stream().filter(JobRow::isCopyJob).collect(Collectors.toList());
        if (copyJobs.size() < 2) {
            return copyJobs.isEmpty() ? hits.get(0) : copyJobs.get(0); // the first one's type tells what they are
        }
        String list = copyJobs.stream().map(CopyJobLookup::describe).collect(Collectors.joining("; "));
        throw Failures.of(
                Kind.AMBIGUOUS, "job.ambiguous", client.server(), copyJobs.size(), question.getReference(), list);
    }

    private static String describe(JobRow job) {
        return job.id + " (" + orUnknown(job.type) + " on " + orUnknown(job.backupServer) + ")";
    }

    /** Uncut: the failure takes secrets out before it cuts. */
    private static String orUnknown(String text) {
        return Objects.toString(text, "?");
    }

    private EmException elsewhere(List<JobRow> namesakes) {
        String servers = namesakes.stream()
                .map(job -> orUnknown(job.backupServer))
                .distinct()
                .collect(Collectors.joining(", "));
        return Failures.of(
                Kind.JOB_NOT_FOUND,
                "job.unknown.server",
                client.server(),
                question.getReference(),
                question.backupServer(),
                servers);
    }

    private EmException unknown() {
        return seen.values().stream()
                .findFirst()
                .map(job -> Failures.of(
                        Kind.JOB_NOT_FOUND, "job.unknown.case", client.server(), question.getReference(), job.name))
                .orElseGet(
                        () -> Failures.of(Kind.JOB_NOT_FOUND, "job.unknown", client.server(), question.getReference()));
    }

    private JobRow copyJob(JobRow job) {
        if (!job.isCopyJob()) {
            throw Failures.of(Kind.NOT_A_COPY_JOB, "job.nocopy", client.server(), job.name, job.type);
        }
        return job;
    }
}
