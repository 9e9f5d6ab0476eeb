package dev.plumbline.adapter.line;

import dev.plumbline.adapter.processor.Company;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.TimeBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A conversation in virtual time: suite and program take turns. Each message to the program opens a turn, in which the program
 * says what the stack does; the turn is over when it says so. What the program tells an application may lead to calls, which
 * are turns within the turn. All of it happens on the caller's thread, one at a time.
 */
public final class TurnSession implements Conversation {
    /** More than any honest stack has to say at one instant. */
    private static final int MOST_LINES_A_TURN = 5_000;

    /** What a host says is kept until its scenario ends; no scenario asks for more than a few MB of data. */
    private static final long MOST_FROM_A_HOST = 48L << 20;

    private final TurnChannel channel;
    private final Company company;
    private final Map<Integer, Guest> guests = new HashMap<>();
    private final int version;
    private final int mostHosts;
    private final List<StackTraceElement> trace = new ArrayList<>();
    private Runnable spent = () -> {};
    private int hosts;
    private int calls;
    private int depth;
    private int linesThisTurn;
    private int whoseTurn;

    private TurnSession(TurnChannel channel, Company company, Opening opening) {
        this.channel = channel;
        this.company = company;
        this.version = opening.version();
        this.mostHosts = opening.mostHosts();
    }

    /**
     * Starts a conversation and hears what the program says until it is ready.
     *
     * @param start how long it may take until its first line
     * @param limit how long it may take from one line to the next before it is ready, and for a turn then
     * @param heard told of each line after the first, until the program is ready or gives up
     * @throws StackBroken if it does not start as it should
     */
    public static TurnSession open(LineProgram program, Duration start, Duration limit, Consumer<LineMessage> heard) {
        return open(program, start, limit, heard, Ear.USUAL);
    }

    /**
     * The same, for whoever looks for mistakes.
     *
     * @param ear how closely the program is listened to
     */
    public static TurnSession open(
            LineProgram program, Duration start, Duration limit, Consumer<LineMessage> heard, Ear ear) {
        TurnChannel channel = new TurnChannel(program, limit, ear);
        return new TurnSession(channel, program.company(), Opening.hear(channel, start, limit, heard));
    }

    @Override
    public TimeBase timeBase() {
        return TimeBase.VIRTUAL;
    }

    @Override
    public int version() {
        return version;
    }

    @Override
    public boolean isBroken() {
        return channel.isBroken();
    }

    /** Whether the program serves only so many hosts in its life. */
    public boolean isBounded() {
        return mostHosts < Integer.MAX_VALUE;
    }

    /** Whether it has had all the hosts that it serves: the next one needs a program of its own. */
    public synchronized boolean isUsedUp() {
        return hosts >= mostHosts;
    }

    /** Runs {@code action} once the program has had all its hosts and all of them are switched off: it is of no use then. */
    public synchronized void whenSpent(Runnable action) {
        spent = action;
    }

    /** Whether it is broken because the stack did not come back from a turn. */
    public boolean hasHung() {
        return channel.hasHung();
    }

    @Override
    public synchronized int attach(Host host, Consumer<LineMessage> sink) {
        hosts++;
        guests.put(hosts, new Guest(host, sink));
        company.join();
        return hosts;
    }

    @Override
    public synchronized void detach(int host) {
        guests.remove(host);
        noticeTheEnd();
    }

    private void noticeTheEnd() {
        if (guests.isEmpty() || channel.isBroken()) {
            company.leave();
        }
        if (depth == 0 && isUsedUp() && guests.isEmpty()) {
            spent.run();
        }
    }

    @Override
    public synchronized void tell(Verb verb, Object... values) {
        LineMessage end = turn(LineMessage.of(verb, values));
        if (end.verb() != Verb.DONE) {
            throw strange(end, "'done' at the end of a turn that was no call");
        }
    }

    @Override
    public synchronized Words call(Verb verb, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = ++calls;
        System.arraycopy(values, 0, all, 1, values.length);
        int call = calls;
        LineMessage end = turn(LineMessage.of(verb, all));
        if (end.verb() == Verb.DONE || end.words().number(Field.CALL) != call) {
            throw channel.strange(new MalformedLine(
                    end.format(),
                    "the answer to the call, with its number",
                    "no 'ok " + call + "' or 'refused " + call + "'"));
        }
        if (end.verb() == Verb.REFUSED) {
            throw new CallRefused(
                    (CallRefused.Reason) end.words().value(Field.REASON),
                    end.words().text());
        }
        try {
            return end.answerTo(verb);
        } catch (MalformedLine e) {
            throw channel.strange(e);
        }
    }

    @Override
    public void close() {
        channel.close();
        company.leave();
    }

    /** One turn; returns the line that ends it. */
    private LineMessage turn(LineMessage message) {
        channel.requireWhole();
        channel.requireSilence("the suite's next line");
        if (depth == 0) {
            linesThisTurn = 0;
            channel.watchTurn();
        }
        depth++;
        int outer = whoseTurn;
        whoseTurn = message.words().number(Field.HOST);
        try {
            tellTheTime(message);
            channel.write(message);
            return listen();
        } finally {
            depth--;
            whoseTurn = outer;
            if (depth == 0) {
                channel.rest();
                noticeTheEnd();
            }
        }
    }

    private void tellTheTime(LineMessage message) {
        int number = message.words().number(Field.HOST);
        Guest guest = guests.get(number);
        if (guest != null) {
            long now = guest.host().now().toNanos();
            if (guest.isLate(now)) {
                channel.write(LineMessage.of(Verb.TIME, number, now));
            }
        }
    }

    /** What an application throws while it is told something passes through the stack as it would without a protocol. */
    private LineMessage listen() {
        @Nullable RuntimeException thrown = null;
        while (true) {
            LineMessage message = next();
            switch (message.verb()) {
                case OK, REFUSED, DONE -> {
                    if (thrown != null) {
                        throw thrown;
                    }
                    return message;
                }
                case THREW -> throw new StackThrew(message.words().text(), takeTrace());
                case TRACE -> trace.add(StackThrew.frame(message.words().text()));
                case GIVE_UP -> throw channel.gaveUp(message);
                case RANDOM ->
                    channel.write(LineMessage.of(
                            Verb.NUMBERS, Chance.octets(guest(message).host().random())));
                case TX, TX_ON, LOG, AFTER, CANCEL, SOON -> remark(message);
                default -> thrown = event(message, thrown);
            }
        }
    }

    private LineMessage next() {
        if (++linesThisTurn > MOST_LINES_A_TURN) {
            throw channel.endless(MOST_LINES_A_TURN);
        }
        return channel.read();
    }

    /** What breaks in the suite by it leaves the turn in the middle: the program cannot be talked to any more. */
    private void remark(LineMessage message) {
        try {
            guest(message).hear(message);
        } catch (StackBroken e) {
            throw e;
        } catch (MalformedLine e) {
            throw channel.strange(e);
        } catch (RuntimeException e) {
            throw channel.abandoned(message, e);
        }
    }

    private @Nullable RuntimeException event(LineMessage message, @Nullable RuntimeException before) {
        if (!message.verb().isEvent()) {
            throw strange(message, "a message that a program sends within a turn");
        }
        channel.requireSilence("'go-on', after an event");
        @Nullable RuntimeException thrown = before;
        try {
            guest(message).hear(message);
        } catch (StackBroken e) {
            throw e;
        } catch (MalformedLine e) {
            throw channel.strange(e);
        } catch (RuntimeException e) {
            thrown = before == null ? e : before;
        }
        channel.write(LineMessage.of(Verb.GO_ON));
        return thrown;
    }

    private Guest guest(LineMessage message) {
        int number = message.words().number(Field.HOST);
        Guest guest = guests.get(number);
        if (guest == null || number != whoseTurn) {
            throw channel.strange(new MalformedLine(
                    message.format(), "the number of the host whose turn it is", number + " for " + whoseTurn));
        }
        if (guest.said(channel.lastLength()) > MOST_FROM_A_HOST) {
            throw channel.tooMuch("the stack said more than " + (MOST_FROM_A_HOST >> 20) + " MB on one host");
        }
        return guest;
    }

    private StackTraceElement[] takeTrace() {
        StackTraceElement[] taken = trace.toArray(StackTraceElement[]::new);
        trace.clear();
        return taken;
    }

    private StackBroken strange(LineMessage message, String expected) {
        return channel.strange(new MalformedLine(message.format(), expected));
    }
}
