package io.jenkins.plugins.veeam.linkedjobs.em;

/** One element or object while it is read: its own values, and what its children without a UID reported upwards. */
final class Frame {

    private final String[] values = new String[Field.values().length];

    /** Bits of the fields that have a value: emptying this is quicker than emptying the array for every element. */
    private int given;

    String name;
    String backupServer;
    boolean linkedJobsLink;
    boolean repositoriesLink;
    int links;
    int repositories;
    int backups;

    /** Characters of its own values. */
    int weight;

    void begin(String newName) {
        given = 0;
        name = newName;
        backupServer = null;
        linkedJobsLink = false;
        repositoriesLink = false;
        links = 0;
        repositories = 0;
        backups = 0;
        weight = 0;
    }

    /** The first value wins: a repeated one is none of EM's. */
    void set(Field field, String text) {
        if (text != null && !isGiven(field)) {
            values[field.ordinal()] = text;
            given |= 1 << field.ordinal();
            weight += text.length();
        }
    }

    /** The value as written, or null for none; blank is none. */
    String get(Field field) {
        return isGiven(field) && !values[field.ordinal()].isBlank() ? values[field.ordinal()] : null;
    }

    private boolean isGiven(Field field) {
        return (given & 1 << field.ordinal()) != 0;
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
        links += child.links;
        repositories += child.repositories;
        backups += child.backups;
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
