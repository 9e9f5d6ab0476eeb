package dev.plumbline.adapter.line;

import dev.plumbline.spi.TimeBase;
import java.time.Duration;
import java.util.function.Consumer;

/** What a program says until it is ready for its first turn. */
final class Opening {
    private final TurnChannel channel;
    private int version;
    private int mostHosts = Integer.MAX_VALUE;

    private Opening(TurnChannel channel) {
        this.channel = channel;
    }

    /** Hears it; as {@link TurnSession#open} describes. */
    static Opening hear(TurnChannel channel, Duration start, Duration limit, Consumer<LineMessage> heard) {
        Opening opening = new Opening(channel);
        channel.watch(start);
        opening.greet(channel.read());
        channel.watch(limit);
        LineMessage message = channel.read();
        while (message.verb() != Verb.READY) {
            // First who wants to know: a program that gives up says why, not what it was doing.
            try {
                heard.accept(message);
            } catch (MalformedLine e) {
                throw channel.strange(e);
            }
            opening.heed(message);
            channel.watch(limit);
            message = channel.read();
        }
        channel.rest();
        return opening;
    }

    /** The version of the protocol that it speaks. */
    int version() {
        return version;
    }

    /** How many hosts it serves in its life. */
    int mostHosts() {
        return mostHosts;
    }

    private void greet(LineMessage first) {
        if (first.verb() != Verb.PLUMBLINE
                || !first.isSpoken()
                || first.words().value(Field.TIME_BASE) != TimeBase.VIRTUAL) {
            LineMessage expected = LineMessage.of(Verb.PLUMBLINE, LineMessage.VERSION, TimeBase.VIRTUAL);
            throw strange(first, "'" + expected.format() + "'");
        }
        version = first.words().number(Field.VERSION);
    }

    private void heed(LineMessage message) {
        Verb verb = message.verb();
        if (verb == Verb.GIVE_UP) {
            throw channel.gaveUp(message);
        }
        if (verb.role() != Role.INTRODUCTION || (verb == Verb.HOSTS && version < Verb.HOSTS_SINCE)) {
            throw strange(message, "'ready', or what a program says before that");
        }
        if (verb == Verb.HOSTS) {
            mostHosts = message.words().number(Field.COUNT);
        }
        if (mostHosts == 0) {
            throw strange(message, "a number of hosts that is not zero");
        }
    }

    private StackBroken strange(LineMessage message, String expected) {
        return channel.strange(new MalformedLine(message.format(), expected));
    }
}
