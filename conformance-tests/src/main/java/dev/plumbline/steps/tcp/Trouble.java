package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.trial.Waits;

/** What an application is told that does not end its connection (RFC 9293 section 3.9.1.8). */
public enum Trouble {
    /** RFC 9293 section 3.9.2.2, SHLD-25. */
    ICMP_ERROR("an ICMP error", TcpReport.ICMP_ERROR),
    /** RFC 9293 section 3.8.3, SHLD-9. */
    RETRANSMISSIONS("a delivery problem", TcpReport.RETRANSMISSIONS);

    /** All of them, as a feature writes them. */
    static final String WORDS = "an ICMP error|a delivery problem";

    private final String words;
    private final TcpReport report;

    Trouble(String words, TcpReport report) {
        this.words = words;
        this.report = report;
    }

    /** It is told, and before the connection ends. */
    Expectation told(Trial t) {
        return Becomes.becomesTrue(
                        "the endpoint's application is told of " + words + " before the endpoint gives up",
                        () -> isTold(t),
                        () -> "it was told " + (hasFailed(t) ? "only that the connection has failed" : "nothing"))
                .unless(() -> hasFailed(t))
                .within(Waits.GIVING_UP);
    }

    /** It is not told. */
    Expectation withheld(Trial t) {
        return Becomes.staysUntrue(
                "the endpoint's application is not told of " + words,
                () -> isTold(t),
                () -> "the endpoint's application was told of " + words + ", although it does not want to know");
    }

    private boolean isTold(Trial t) {
        return Scene.application(t).isToldOf(report);
    }

    private static boolean hasFailed(Trial t) {
        return Scene.application(t).error().isPresent();
    }

    @Override
    public String toString() {
        return words;
    }
}
