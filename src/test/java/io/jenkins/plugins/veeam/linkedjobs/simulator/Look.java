package io.jenkins.plugins.veeam.linkedjobs.simulator;

/** How answers are spelled, without a difference in what they mean. */
record Look(
        LetterCase letterCase,
        EmptyList emptyList,
        String prefix,
        boolean shuffledAttributes,
        boolean unknownElements,
        boolean bom) {
    static final Look PLAIN = new Look(LetterCase.CAMEL, EmptyList.BRACKETS, "", false, false, false);

    Look with(LetterCase value) {
        return new Look(value, emptyList, prefix, shuffledAttributes, unknownElements, bom);
    }

    Look with(EmptyList value) {
        return new Look(letterCase, value, prefix, shuffledAttributes, unknownElements, bom);
    }

    Look withPrefix(String value) {
        return new Look(letterCase, emptyList, value, shuffledAttributes, unknownElements, bom);
    }

    Look withShuffledAttributes() {
        return new Look(letterCase, emptyList, prefix, true, unknownElements, bom);
    }

    Look withUnknownElements() {
        return new Look(letterCase, emptyList, prefix, shuffledAttributes, true, bom);
    }

    Look withBom() {
        return new Look(letterCase, emptyList, prefix, shuffledAttributes, unknownElements, true);
    }
}
