package dev.plumbline.steps.udp;

import dev.plumbline.application.UdpApplication;
import dev.plumbline.testbed.StackHost;
import java.time.Duration;

/** An application that asks once a second until it has an answer: reliability built above UDP (RFC 1122 section 4.1.1). */
final class RepeatedQuestion {
    private final StackHost host;
    private final UdpApplication application;
    private final Runnable question;

    private RepeatedQuestion(StackHost host, UdpApplication application, Runnable question) {
        this.host = host;
        this.application = application;
        this.question = question;
    }

    /** Asks for the first time, and goes on by itself. */
    static void ask(StackHost host, UdpApplication application, Runnable question) {
        new RepeatedQuestion(host, application, question).again();
    }

    private void again() {
        if (application.count() == 0) {
            question.run();
            host.after(Duration.ofSeconds(1), this::again);
        }
    }
}
