package dev.plumbline.trial;

/** Ends an action of a trial with a finding. */
public final class FindingError extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    /** With what was found. */
    public FindingError(Finding finding) {
        super(finding.headline());
        this.finding = finding;
    }

    /** What was found. */
    public Finding finding() {
        return finding;
    }
}
