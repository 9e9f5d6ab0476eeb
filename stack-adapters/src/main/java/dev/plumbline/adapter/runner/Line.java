package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.LineInput;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.LineOutput;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.spi.CallRefused;
import java.util.Optional;
import java.util.function.Consumer;

/** The line to the suite, with the rules of taking turns. */
final class Line {
    private final LineInput in = new LineInput();
    private final LineOutput out = new LineOutput();
    private final Thread owner = Thread.currentThread();
    private final Consumer<LineMessage> handler;

    /** What {@code handler} is given happens within its call. */
    Line(Consumer<LineMessage> handler) {
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
        return in.hear();
    }

    /** Ends a call's turn with a refusal. */
    void refuse(int call, CallRefused why) {
        String detail = String.valueOf(why.getMessage()).replaceFirst("^" + why.reason() + ": ", "");
        say(Verb.REFUSED, call, why.reason(), LineMessage.plain(detail));
    }

    /** Ends a turn in which the stack threw something. */
    void threw(int host, Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        for (int i = 0; i < Math.min(trace.length, 32); i++) {
            say(Verb.TRACE, host, LineMessage.plain(trace[i].toString()));
        }
        say(Verb.THREW, host, LineMessage.plain(thrown.toString()));
    }

    /** The suite has closed its end of the line. */
    static final class SuiteGone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
