package dev.plumbline.testbed;

import dev.plumbline.text.Shown;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * All that happened in one world, in order: what crossed the wire, what applications called and were told, remarks. It is
 * written by one thread; another may read it meanwhile, for a stack that hangs is left behind and may come back at any time.
 */
public final class Transcript {
    /** What kind of thing happened. */
    public enum Kind {
        /** The host put the datagram on the wire. */
        SENT,
        /** The datagram was handed to the host. */
        RECEIVED,
        /** The datagram was dropped on the way; the text says why. */
        LOST,
        /** The host's application called the stack. */
        CALL,
        /** The host's application was told something. */
        EVENT,
        /** The stack's own debug line. */
        LOG,
        /** The suite's remark. */
        NOTE
    }

    /**
     * One thing that happened.
     *
     * @param at when, since the timeline began
     * @param host at which host; for {@link Kind#LOST} the one that put it on the wire last; empty for nobody's
     * @param kind what kind of thing
     * @param datagram the octets on the wire; empty if it is not about a datagram
     * @param text what there is to say, without line breaks; empty if the datagram says it all
     */
    public record Entry(Duration at, String host, Kind kind, Octets datagram, String text) {
        /** Puts the text on one line; whatever a stack has said in it does nothing to who reads it. */
        public Entry {
            text = Shown.line(text.indexOf('\n') < 0 ? text : onOneLine(text));
        }

        private static String onOneLine(String text) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.joining(" | "));
        }

        /** Whether it is about a datagram. */
        public boolean isDatagram() {
            return kind == Kind.SENT || kind == Kind.RECEIVED || kind == Kind.LOST;
        }
    }

    private final Timeline timeline;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Consumer<Entry>> listeners = new ArrayList<>();
    private final Map<String, Alarms> alarms = new ConcurrentHashMap<>();
    private long datagrams;
    private boolean sealed;

    /** An empty one, which takes its times from {@code timeline}. */
    public Transcript(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Adds an entry, then tells every listener of it; once sealed, neither. */
    public synchronized void append(Entry entry) {
        if (sealed) {
            return;
        }
        entries.add(entry);
        if (entry.kind() == Kind.SENT) {
            datagrams++;
        }
        for (int i = 0; i < listeners.size(); i++) {
            listeners.get(i).accept(entry);
        }
    }

    /** Adds an entry about a datagram, now. */
    public void append(Kind kind, String host, Octets datagram, String text) {
        append(new Entry(timeline.now(), host, kind, datagram, text));
    }

    /** Adds an entry that is not about a datagram, now. */
    public void append(Kind kind, String host, String text) {
        append(kind, host, Octets.empty(), text);
    }

    /** Adds a remark of the suite, now. */
    public void note(String text) {
        append(Kind.NOTE, "", text);
    }

    /** Adds a remark of the suite about {@code host}, now. */
    public void note(String host, String text) {
        append(Kind.NOTE, host, text);
    }

    /** Has {@code listener} told of every entry from now on, at once; it may add entries itself. */
    public void listen(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    /** From now on nothing is added, and no listener hears of anything: what is told of it is told of the same. */
    public synchronized void seal() {
        sealed = true;
    }

    /** The timers of a host's stack. */
    public Alarms alarms(String host) {
        return alarms.computeIfAbsent(host, name -> new Alarms());
    }

    /** How far the timeline has come. */
    public Duration now() {
        return timeline.now();
    }

    /** Everything so far. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** How many entries there are. */
    public synchronized int length() {
        return entries.size();
    }

    /** How many datagrams hosts have put on a wire, forwarding by routers not counted. */
    public synchronized long datagrams() {
        return datagrams;
    }
}
