package dev.plumbline.adapter.line;

import dev.plumbline.adapter.line.TurnWatch.Verdict;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Lines to and from a program that takes turns with the suite. What is wrong with the program is told as a sentence about the
 * stack, for a student brought the stack and did not write the program around it.
 *
 * <p>Once anything is wrong, everything says so with the same words: a broken channel stays broken.
 */
final class TurnChannel implements AutoCloseable {
    /** Exit codes above say which signal ended a process. */
    static final int SIGNALS = 128;
    /** Far more than any window of data in hexadecimal digits. */
    private static final long MOST_A_TURN = 16L << 20;

    private final LineProgram program;
    private final Duration limit;
    private final InputStream in;
    private final OutputStream out;
    private final LineSplitter splitter = new LineSplitter();
    private final Queue<String> lines = new ArrayDeque<>();
    private final byte[] chunk = new byte[64 * 1024];
    private final TurnWatch watch;
    private final Ear ear;
    private final Exchange exchange;
    private int lastLength;
    private long saidThisTurn;
    private volatile Duration watched = Duration.ZERO;
    private volatile boolean listening;
    private volatile @Nullable Verdict verdict;
    private volatile @Nullable StackBroken broken;

    TurnChannel(LineProgram program, Duration limit, Ear ear) {
        this.ear = ear;
        this.exchange = new Exchange(ear);
        this.program = program;
        this.limit = limit;
        this.in = ear.isUsual() ? program.output() : new PumpedInput(program.output());
        this.out = new BufferedOutputStream(program.input(), 64 * 1024);
        this.watch = new TurnWatch(program::load, program.company()::part, this::bark);
    }

    /** Until {@link #rest} or the next {@code watch} no more than this may pass. */
    void watch(Duration within) {
        watched = within;
        watch.watch(within);
    }

    /** The same for a turn. */
    void watchTurn() {
        saidThisTurn = 0;
        watch(limit);
    }

    /** Nothing is expected of the program now. */
    void rest() {
        watch.rest();
    }

    boolean isBroken() {
        return broken != null;
    }

    boolean hasHung() {
        return verdict == Verdict.HUNG;
    }

    void requireWhole() {
        StackBroken reason = broken;
        if (reason != null) {
            throw reason.again();
        }
    }

    /** Writes a line, at the latest before the next {@link #read}. */
    void write(LineMessage message) {
        requireWhole();
        exchange.said(message);
        try {
            out.write(message.octets());
        } catch (IOException e) {
            throw ended();
        }
    }

    /** The next line. */
    LineMessage read() {
        requireWhole();
        String line = lines.poll();
        while (line == null) {
            fill();
            line = lines.poll();
        }
        exchange.heard(line);
        lastLength = line.length();
        saidThisTurn += lastLength;
        if (saidThisTurn > MOST_A_TURN) {
            throw tooMuch("the stack said more than " + (MOST_A_TURN >> 20) + " MB without coming back");
        }
        try {
            LineMessage message = LineMessage.parse(line);
            exchange.understood(message);
            return message;
        } catch (MalformedLine e) {
            throw strange(e);
        }
    }

    /**
     * That the program is silent, as it must be before it is told {@code next}: what it says too early would pass for something
     * else.
     */
    void requireSilence(String next) {
        if (!ear.isUsual() && lines.isEmpty() && speaks()) {
            fill();
        }
        String early = lines.peek();
        if (early != null) {
            exchange.heard(early);
            throw strange(LineMessage.tooEarly(early, next));
        }
    }

    private boolean speaks() {
        try {
            out.flush();
            return in instanceof PumpedInput pumped
                    && pumped.speaksWithin(ear.patience().toNanos());
        } catch (IOException e) {
            throw ended();
        }
    }

    private void fill() {
        try {
            out.flush();
            int count = in.read(chunk);
            if (count < 0) {
                throw ended();
            }
            splitter.split(chunk, count, lines::add);
        } catch (IOException e) {
            throw ended();
        } catch (LineTooLong e) {
            throw tooMuch(e.sentence());
        } catch (MalformedLine e) {
            throw strange(e);
        }
    }

    /** How many octets the last line had, more or less: who writes in another alphabet is believed to write shorter. */
    int lastLength() {
        return lastLength;
    }

    /** It says more than there is room for. */
    StackBroken tooMuch(String sentence) {
        program.kill();
        return breakDown(new StackBroken(sentence, program.obituary()));
    }

    /** It said something that it must not say here. */
    StackBroken strange(MalformedLine why) {
        program.kill();
        if (program.isOfTheSuite()) {
            return breakDown(new StackBroken(
                    "the stack wrote to its standard output what does not belong there (" + why.getMessage() + ")",
                    program.obituary()));
        }
        return breakDown(mistake(
                "the adapter does not keep to the line protocol (" + why.getMessage() + ")",
                why.expected(),
                program.obituary()));
    }

    /** It never comes to an end of its turn. */
    StackBroken endless(int most) {
        program.kill();
        return breakDown(new StackBroken(
                "the stack did more than " + most + " things at one instant without coming back", program.obituary()));
    }

    /** Something broke in the suite while it was this program's turn: nobody knows where that stands now. */
    RuntimeException abandoned(LineMessage message, RuntimeException cause) {
        program.kill();
        breakDown(new StackBroken(
                "the suite ended the stack's program, for it broke down itself at '" + message + "'",
                cause.toString()));
        return cause;
    }

    /** It said itself that it cannot go on. */
    StackBroken gaveUp(LineMessage message) {
        String detail = program.obituary();
        program.kill();
        return breakDown(new StackBroken(message.words().text(), detail));
    }

    /** Says goodbye, gives the program a moment to end, and ends it otherwise. */
    @Override
    public void close() {
        if (broken == null) {
            try {
                write(LineMessage.of(Verb.BYE));
                out.close();
            } catch (IOException | StackBroken e) {
                program.kill();
            }
        }
        program.end();
        watch.close();
        if (broken == null) {
            broken = new StackBroken("the stack's program was told to end", "");
        }
    }

    private StackBroken ended() {
        Verdict why = verdict;
        if (why != null) {
            return breakDown(killed(why));
        }
        OptionalInt exitCode = program.exitCode();
        String how = "the stack closed its standard input or output";
        if (exitCode.isPresent()) {
            int code = exitCode.getAsInt();
            how = "the stack ended its process with exit code " + code
                    + (code > SIGNALS ? " (signal " + (code - SIGNALS) + ")" : "");
        }
        program.kill();
        return breakDown(new StackBroken(how, program.obituary()));
    }

    private StackBroken mistake(String sentence, String right, String obituary) {
        return new StackBroken(sentence, "the last lines:\n" + exchange + obituary, right);
    }

    private StackBroken breakDown(StackBroken reason) {
        watch.close();
        broken = reason;
        return reason;
    }

    private StackBroken killed(Verdict why) {
        String last = program.lastWords();
        if (why == Verdict.HUNG && listening) {
            return mistake(
                    "the adapter waits, and in " + seconds(watched) + " s has not said " + exchange.awaited()
                            + " (or not flushed it)",
                    exchange.awaited(),
                    last);
        }
        return switch (why) {
            case HUNG ->
                new StackUnresponsive(
                        "the stack did not come back within " + seconds(watched) + " s (an endless loop?)",
                        program.isOfTheSuite() ? last : "the last lines:\n" + exchange + last);
            case STARVED ->
                new MachineStarved(
                        "this machine was too busy: in " + TurnWatch.STARVATION.toSeconds()
                                + " s it let the stack's program" + " run for less than " + seconds(watched) + " s",
                        last);
            case GREEDY ->
                new StackBroken(
                        "the stack needs too much memory (more than " + (TurnWatch.MOST_OCTETS >> 20)
                                + " MB with all that it has started)",
                        last);
        };
    }

    /** A program that has ended, and whose pipe somebody else holds open, has ended all the same. */
    private void bark(Verdict why) {
        if (why == Verdict.HUNG && program.hasEnded()) {
            program.kill();
            return;
        }
        listening = why == Verdict.HUNG && !program.isOfTheSuite() && program.waitsForALine();
        verdict = why;
        program.kill();
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0
                ? Long.toString(time.toSeconds())
                : Double.toString(time.toMillis() / 1000.0);
    }
}
