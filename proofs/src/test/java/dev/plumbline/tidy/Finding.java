package dev.plumbline.tidy;

/** A place that breaks a house rule, and what the rule says. */
record Finding(String file, int line, String rule) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + rule;
    }
}
