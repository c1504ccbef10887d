package io.jenkins.plugins.veeam.linkedjobs.em;

import java.util.Arrays;
import java.util.Set;

/** One element or object while it is read: its own values, and what its children without a UID reported upwards. */
final class Frame {

    private static final int HEAVY = 10_000;

    private final String[] values = new String[Field.values().length];

    /** Bits of the fields that have a value: emptying this is quicker than emptying the array for every element. */
    private int given;

    /** Bits of the fields that are no text, or have two different ones. */
    private int odd;

    /** Bits of the fields that are there, with or without a value. */
    private int mentioned;

    String name;

    /** How many strangers the answer had when this began. */
    int strangersBefore;

    /** How many rows. */
    int rowsBefore;

    /** How many of them were links. */
    int linksBefore;

    String backupServer;
    boolean linkedJobsLink;
    boolean repositoriesLink;
    int repositories;
    int backups;

    /** Whether it has a list of repositories, be it an empty one. */
    boolean listsRepositories;

    /** Characters of its own values. */
    int weight;

    void begin(String newName, Answer answer) {
        strangersBefore = answer.strangers;
        rowsBefore = answer.rows();
        linksBefore = answer.links.size();
        if (weight > HEAVY) {
            Arrays.fill(values, null);
        }
        given = 0;
        odd = 0;
        mentioned = 0;
        name = newName;
        backupServer = null;
        linkedJobsLink = false;
        repositoriesLink = false;
        repositories = 0;
        backups = 0;
        listsRepositories = "LinkedBackupRepositoryIncludes".equalsIgnoreCase(newName);
        weight = 0;
    }

    /** @return how many characters more it holds */
    int set(Field field, String text) {
        int bit = 1 << field.ordinal();
        mentioned |= bit;
        if (text == null) {
            return 0;
        }
        if (isGiven(field)) {
            odd |= values[field.ordinal()].equals(text) ? 0 : bit;
            return 0;
        }
        values[field.ordinal()] = text;
        given |= bit;
        weight += text.length();
        return text.length();
    }

    /** The field is there, but is no text. */
    void structured(Field field) {
        mentioned |= 1 << field.ordinal();
        odd |= 1 << field.ordinal();
    }

    /** Whether one of these is no text, or has two that differ, so that nobody can tell which one is right. */
    boolean isOdd(Set<Field> fields) {
        return odd != 0 && fields.stream().anyMatch(field -> (odd & 1 << field.ordinal()) != 0);
    }

    /** Whether the field is there, be it without a value. */
    boolean mentions(Field field) {
        return (mentioned & 1 << field.ordinal()) != 0;
    }

    /** As {@link #get}, without blanks around it: for ids and words, not for names. */
    String word(Field field) {
        String text = get(field);
        return text == null ? null : text.trim();
    }

    /** The value as written, or null for none; blank is none. */
    String get(Field field) {
        return isGiven(field) && !values[field.ordinal()].isBlank() ? values[field.ordinal()] : null;
    }

    private boolean isGiven(Field field) {
        return (given & 1 << field.ordinal()) != 0;
    }

    /** @throws AnswerBuilder.MalformedException if it is neither true nor false: that must not pass for either */
    Boolean flag(Field field) {
        String text = word(field);
        return text == null ? null : Boolean.valueOf(isTrue(text, field));
    }

    private static boolean isTrue(String text, Field field) {
        boolean isTrue = text.equalsIgnoreCase("true") || text.equals("1");
        if (!isTrue && !text.equalsIgnoreCase("false") && !text.equals("0")) {
            throw new AnswerBuilder.MalformedException(field + " is neither true nor false");
        }
        return isTrue;
    }

    boolean has(Field field) {
        return get(field) != null;
    }

    /** What a child that is no entity of its own said about the one that it belongs to. */
    void takeFrom(Frame child) {
        if (backupServer == null) {
            backupServer = child.backupServer;
        }
        linkedJobsLink |= child.linkedJobsLink;
        repositoriesLink |= child.repositoriesLink;
        repositories += child.repositories;
        backups += child.backups;
        listsRepositories |= child.listsRepositories;
    }

    /** An element {@code Link}: chosen by {@code Rel} and {@code Type}, as the page "links" asks. */
    void noteLink(Frame link) {
        String rel = link.get(Field.REL);
        String type = link.get(Field.TYPE);
        if ("Up".equalsIgnoreCase(rel) && "BackupServerReference".equalsIgnoreCase(type) && backupServer == null) {
            backupServer = link.get(Field.NAME);
        } else if ("Down".equalsIgnoreCase(rel) && "LinkedJobObjectList".equalsIgnoreCase(type)) {
            linkedJobsLink = true;
        } else if ("Down".equalsIgnoreCase(rel) && "LinkedBackupRepositoryObjectList".equalsIgnoreCase(type)) {
            repositoriesLink = true;
        }
    }
}
