package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.LineInput;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.LineOutput;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.spi.CallRefused;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** The line to the suite, with the rules of taking turns. */
final class Line {
    private static final String RUNNER = "dev.plumbline.adapter.";

    /** Since when nothing is done for the suite. */
    static final long IDLE = 0;

    private final LineInput in;
    private final LineOutput out;
    private final Queue<IllegalStateException> strays = new ConcurrentLinkedQueue<>();
    private final Thread owner = Thread.currentThread();
    private final Consumer<LineMessage> handler;
    private volatile long busySince = System.nanoTime() | 1;

    /** What {@code handler} is given happens within its call. */
    Line(LineInput in, LineOutput out, Consumer<LineMessage> handler) {
        this.in = in;
        this.out = out;
        this.handler = handler;
    }

    /** Says something within a turn. */
    void say(Verb verb, Object... values) {
        out.say(verb, values);
    }

    /** Says something within a turn. */
    void say(LineMessage message) {
        out.say(message);
    }

    /** Says something at once. */
    void sayNow(Verb verb, Object... values) {
        say(verb, values);
        out.flush();
    }

    /**
     * That this thread may speak.
     *
     * @param call what it wanted to do
     * @throws IllegalStateException if it may not; the suite is told of it at the end of this turn, or of the next
     */
    void requireMine(String call) {
        if (!isMine()) {
            var stray = new IllegalStateException("a stack never calls host." + call + " on its thread '"
                    + Thread.currentThread().getName()
                    + "'; what a thread of its own has to say goes through host.execute");
            strays.add(stray);
            throw stray;
        }
    }

    /** What was called from a thread that may not, first. */
    void throwWhatStrayed() {
        IllegalStateException stray = strays.poll();
        if (stray != null) {
            throw stray;
        }
    }

    /** Whether this thread is the one whose turn it can be. */
    boolean isMine() {
        return Thread.currentThread() == owner;
    }

    /** Tells an application something, and serves what it asks for before it knows of it. */
    void tell(Verb event, Object... values) {
        say(event, values);
        serveUntil(Verb.GO_ON);
    }

    /** Asks the suite something that is answered at once. */
    LineMessage ask(Verb question, Verb answer, Object... values) {
        sayNow(question, values);
        LineMessage message = hear().orElseThrow(SuiteGone::new);
        if (message.verb() != answer) {
            throw new IllegalStateException("expected '" + answer.word() + "', found '" + message + "'");
        }
        return message;
    }

    /** Serves the suite until it says goodbye. */
    void serve() {
        serveUntil(Verb.BYE);
    }

    private void serveUntil(Verb end) {
        out.flush();
        LineMessage message = hear().orElseThrow(SuiteGone::new);
        while (message.verb() != end) {
            handler.accept(message);
            out.flush();
            message = hear().orElseThrow(SuiteGone::new);
        }
    }

    private Optional<LineMessage> hear() {
        busySince = IDLE;
        Optional<LineMessage> message = in.hear();
        busySince = System.nanoTime() | 1; // never idle
        return message;
    }

    /** When the suite was heard last, by {@link System#nanoTime()}; {@link #IDLE} while it is waited for. */
    long busySince() {
        return busySince;
    }

    /** Ends a call's turn with a refusal. */
    void refuse(int call, CallRefused why) {
        String detail = String.valueOf(why.getMessage()).replaceFirst("^" + why.reason() + ": ", "");
        say(Verb.REFUSED, call, why.reason(), LineMessage.plain(detail));
    }

    /** Ends a turn in which the stack threw something. */
    void threw(int host, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        int own = trace.length;
        while (own > 0 && trace[own - 1].getClassName().startsWith(RUNNER)) {
            own--; // who has called the stack is of no interest to who has written it
        }
        for (int i = 0; i < Math.min(own, 32); i++) {
            say(Verb.TRACE, host, LineMessage.plain(trace[i].toString()));
        }
        say(Verb.THREW, host, LineMessage.plain(thrown.toString()));
    }

    /** The suite has closed its end of the line. */
    static final class SuiteGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
