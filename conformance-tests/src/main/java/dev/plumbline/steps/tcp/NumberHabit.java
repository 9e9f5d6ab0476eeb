package dev.plumbline.steps.tcp;

import dev.plumbline.oracle.Packet;
import dev.plumbline.peer.Becomes;
import dev.plumbline.peer.Lab;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the endpoint chooses the numbers that its connections begin with (RFC 9293 section 3.4.1). */
enum NumberHabit implements Habit {
    /** Who may connect once, and read one number, must not know those of others from it. */
    UNRELATED("begins each with a number that tells nothing of the others") {
        @Override
        public Expectation seen(Trial t) {
            return Expectation.NOTHING;
        }

        @Override
        public void judge(Trial t) {
            List<TcpSegment> syns = List.copyOf(syns(t).values());
            boolean related = syns.stream()
                    .allMatch(syn -> Math.abs((long) syn.seq().minus(syns.get(0).seq())) <= NEAR);
            Habit.require(
                    syns.size() < ENOUGH || !related,
                    "the endpoint's connections all begin with numbers that lie close to one another",
                    "numbers that differ by a function of both sockets and of a secret, besides the clock (RFC 9293 section"
                            + " 3.4.1, SHLD-1)",
                    syns.stream().map(syn -> syn.seq().toString()).toList().toString());
        }

        /** The first one of each connection. */
        private Map<Object, TcpSegment> syns(Trial t) {
            Map<Object, TcpSegment> first = new LinkedHashMap<>();
            for (Entry entry : Scene.lab(t).transcript().entries()) {
                if (entry.kind() == Kind.SENT && entry.host().equals(Lab.ENDPOINT)) {
                    Packet packet = Packet.of(entry.datagram());
                    packet.tcp()
                            .filter(s -> s.has(TcpFlag.SYN))
                            .ifPresent(s -> first.putIfAbsent(
                                    List.of(packet.ip().orElseThrow().destination(), s.sourcePort()), s));
                }
            }
            return first;
        }
    },
    /** MUST-9. Who has nothing but a clock has no such function, and is told so by another row. */
    SECRET("begins them with numbers that the other host does not know") {
        @Override
        public Expectation seen(Trial t) {
            return Becomes.becomesTrue(
                    "both hosts send the SYNs of two connections",
                    () -> Lives.endpoint(t).size() == 2 && Lives.twin(t).size() == 2,
                    () -> Lives.endpoint(t).size() + " and " + Lives.twin(t).size() + " connections");
        }

        @Override
        public void judge(Trial t) {
            List<SeqNumber> own = Lives.endpoint(t);
            List<SeqNumber> others = Lives.twin(t);
            boolean isFunctionOfSockets = Math.abs((long) own.get(1).minus(own.get(0))) > NEAR;
            Habit.require(
                    !isFunctionOfSockets || !own.equals(others),
                    "the endpoint begins its connections with numbers that another host computes from the sockets and the time",
                    "a function of the two sockets and of a secret, which nobody outside of the host knows (RFC 9293 section 3.4.1,"
                            + " MUST-9)",
                    own + ", and at a host with the same stack, address and time " + others);
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS = "begins each with a number that tells nothing of the others"
            + "|begins them with numbers that the other host does not know";

    /** With five drawn numbers nobody lives to see that all are so near to the first: once in 10^11. */
    static final int ENOUGH = 5;
    /** What a clock ticks in 16 seconds, or a counter counts in dozens of connections. */
    private static final long NEAR = 1 << 22;

    private final String words;

    NumberHabit(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
