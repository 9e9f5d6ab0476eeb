package dev.plumbline.adapter.line;

import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.TimeBase;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The suite's end of a conversation with one program, which may serve many hosts. Calls may come from any thread; lines from
 * the program are read by one daemon thread.
 *
 * <p>Once anything is wrong with the program, every call says so with the same words: a broken session stays broken.
 */
public final class LineSession implements Conversation {
    private final LineProgram program;
    private final Duration limit;
    private final LineWriter writer;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger hosts = new AtomicInteger();
    private final Map<Integer, CompletableFuture<LineMessage>> unanswered = new ConcurrentHashMap<>();
    private final Map<Integer, Consumer<LineMessage>> sinks = new ConcurrentHashMap<>();
    private final CompletableFuture<LineMessage> greeting = new CompletableFuture<>();
    private final AtomicBoolean breaking = new AtomicBoolean();
    private final CompletableFuture<StackBroken> broken = new CompletableFuture<>();
    private volatile String settings = "";
    private volatile String lastSent = "nothing";
    private volatile String lastRead = "nothing";
    private volatile boolean closing;

    private LineSession(LineProgram program, Duration limit) {
        this.program = program;
        this.limit = limit;
        this.writer = new LineWriter(program.input(), limit, this::stuck);
    }

    /**
     * Starts a conversation and waits for the program's first line.
     *
     * @param start how long the program may take until its first line
     * @param limit how long it may take to answer a call, or to read a line
     * @throws StackBroken if it does not start as it should
     */
    public static LineSession open(LineProgram program, Duration start, Duration limit) {
        LineSession session = new LineSession(program, limit);
        Thread reader = new Thread(session::read, program.name() + " reader");
        reader.setDaemon(true);
        reader.start();
        session.requireGreeting(session.await(session.greeting, start, "its first line"));
        return session;
    }

    /** What the program said its stack is set to; empty if it said nothing. */
    public String settings() {
        return settings;
    }

    @Override
    public TimeBase timeBase() {
        return TimeBase.REAL;
    }

    @Override
    public int version() {
        return greeting.join().words().number(Field.VERSION);
    }

    @Override
    public boolean isBroken() {
        return breaking.get();
    }

    @Override
    public int attach(Host unused, Consumer<LineMessage> sink) {
        int host = hosts.incrementAndGet();
        sinks.put(host, sink);
        return host;
    }

    @Override
    public void detach(int host) {
        sinks.remove(host);
    }

    @Override
    public void tell(Verb verb, Object... values) {
        requireWhole();
        LineMessage message = LineMessage.of(verb, values);
        lastSent = message.toString();
        try {
            writer.write(message);
        } catch (IOException e) {
            throw breakDown("does not take lines any more (" + e.getMessage() + ")");
        }
    }

    @Override
    public Words call(Verb verb, Object... values) {
        int call = calls.incrementAndGet();
        var answer = new CompletableFuture<LineMessage>();
        unanswered.put(call, answer);
        List<Object> all = new ArrayList<>(List.of(call));
        all.addAll(List.of(values));
        tell(verb, all.toArray());
        LineMessage message = await(answer, limit, "the call '" + lastSent + "'");
        if (message.verb() == Verb.REFUSED) {
            var reason = (CallRefused.Reason) message.words().value(Field.REASON);
            throw new CallRefused(reason, message.words().text());
        }
        try {
            return message.answerTo(verb);
        } catch (MalformedLine e) {
            throw kill("gave a wrong answer to " + verb.word() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        closing = true;
        if (!isBroken()) {
            try {
                writer.write(LineMessage.of(Verb.BYE));
                program.input().close();
            } catch (IOException e) {
                program.kill();
            }
        }
        program.end();
        breakDown("was told to end");
        writer.close();
    }

    private void read() {
        LineSplitter lines = new LineSplitter();
        byte[] chunk = new byte[64 * 1024];
        try (InputStream in = program.output()) {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                lines.split(chunk, count, this::read);
            }
            lines.end(this::read);
            breakDown(closing ? "was told to end" : "ended without being told to");
        } catch (IOException e) {
            breakDown("cannot be read from (" + e.getMessage() + ")");
        } catch (MalformedLine e) {
            kill("does not keep to the line protocol: " + e.getMessage());
        }
    }

    private void read(String line) {
        lastRead = line;
        take(LineMessage.parse(line));
    }

    private void take(LineMessage message) {
        switch (message.verb()) {
            case PLUMBLINE -> greeting.complete(message);
            case SETTINGS -> settings = message.words().text();
            case OK, REFUSED -> answer(message);
            default -> {
                if (!message.verb().isEvent()
                        && !Set.of(Verb.TX, Verb.TX_ON, Verb.LOG).contains(message.verb())) {
                    throw new MalformedLine(message.format(), "a message that a program in real time sends");
                }
                sinks.getOrDefault(message.words().number(Field.HOST), gone -> {})
                        .accept(message);
            }
        }
    }

    private void answer(LineMessage message) {
        var waiting = unanswered.remove(message.words().number(Field.CALL));
        if (waiting == null) {
            throw new MalformedLine(message.format(), "the number of a call that is not answered yet");
        }
        waiting.complete(message);
    }

    private void requireGreeting(LineMessage first) {
        Object base = first.words().value(Field.TIME_BASE);
        if (!first.isSpoken() || base != TimeBase.REAL) {
            var wrong = new MalformedLine(first.format(), "'plumbline " + LineMessage.VERSION + " real-time'");
            throw kill("speaks another language: " + wrong.getMessage());
        }
    }

    private LineMessage await(CompletableFuture<LineMessage> answer, Duration atMost, String what) {
        try {
            requireWhole();
            return answer.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw unresponsive("did not answer within " + atMost.toMillis() + " ms; what was awaited is " + what);
        } catch (ExecutionException e) {
            requireWhole();
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw breakDown("was not waited for: the caller was interrupted while waiting for " + what);
        }
    }

    private void stuck() {
        var unused = unresponsive("does not read its standard input for " + limit.toMillis() + " ms");
    }

    private void requireWhole() {
        if (breaking.get()) {
            throw broken.join().again();
        }
    }

    private StackBroken breakDown(String what) {
        return breakDown(what, false, StackBroken::new);
    }

    private StackBroken kill(String what) {
        return breakDown(what, true, StackBroken::new);
    }

    private StackBroken unresponsive(String what) {
        return breakDown(what, true, StackUnresponsive::new);
    }

    /** The first reason is the one that counts: what follows is its consequence. */
    private StackBroken breakDown(String what, boolean kill, Function<String, StackBroken> kind) {
        if (!breaking.compareAndSet(false, true)) {
            return broken.join().again();
        }
        if (kill) {
            program.kill();
        }
        StackBroken reason = kind.apply(report(what));
        broken.complete(reason);
        unanswered.values().forEach(answer -> answer.completeExceptionally(reason));
        greeting.completeExceptionally(reason);
        return reason;
    }

    private String report(String what) {
        return "the program " + program.name() + " " + what + "; the last line to it was '"
                + MalformedLine.excerpt(lastSent) + "', the last line from it '" + MalformedLine.excerpt(lastRead)
                + "'; " + program.obituary();
    }
}
