package dev.plumbline.steps.tcp;

import dev.plumbline.peer.Becomes;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Piece;
import dev.plumbline.wire.Octets;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;

/** What the peer says of urgent data, rightly or wrongly (RFC 9293 section 3.8.5). */
enum UrgentDeed implements Deed {
    /** Each segment points behind the last octet of it. */
    SENDS(
            "sends any urgent data",
            t -> Urgency.of(t)
                    .peers(PeerStream.send(
                            t,
                            data(t, "urgent"),
                            (segment, left) -> segment.flag(TcpFlag.URG).urgentPointer(left)))) {
        /** What does not leave is not urgent. */
        @Override
        public Expectation needs(Trial t) {
            return Becomes.becomesTrue(
                    "the endpoint's window is open", () -> Scene.connection(t).room() > 0, () -> "a closed window");
        }
    },
    /** Nothing of it is there yet. */
    ANNOUNCES("says that what it sends next is urgent", UrgentDeed::announce),
    /** Up to where it is urgent the segment says still, and what comes next is not. */
    REPEATS("sends the last of that again, and what comes next", UrgentDeed::repeat),
    /** The field is there in every header, and means nothing then (RFC 9293 section 3.1). */
    POINTS_WITHOUT_URG(
            "sends any data with an urgent pointer, but without URG",
            t -> PeerStream.send(t, data(t, "ordinary"), (segment, left) -> segment.urgentPointer(left))),
    /** To and fro, into the future and nowhere. */
    MISPOINTS("sends any data in segments with any urgent pointer", UrgentDeed::mispoint);

    /** All of them, as a feature writes them. */
    static final String WORDS = "sends any urgent data|says that what it sends next is urgent"
            + "|sends the last of that again, and what comes next"
            + "|sends any data with an urgent pointer, but without URG|sends any data in segments with any urgent pointer";

    private static final int SEGMENTS = 4;
    /** With what comes next it makes one segment. */
    private static final int MOST_AGAIN = 100;

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // a function without a memory
    private final Consumer<Trial> deed;

    UrgentDeed(String words, Consumer<Trial> deed) {
        this.words = words;
        this.deed = deed;
    }

    @Override
    public void act(Trial t) {
        Urgency.of(t).begin(t);
        deed.accept(t);
    }

    private static Octets data(Trial t, String which) {
        return Amount.ANY.draw(t, Side.PEER.whose(), which + " part of ");
    }

    private static void mispoint(Trial t) {
        for (int i = 1; i <= SEGMENTS; i++) {
            int pointer = t.draw("urgent pointer " + i, Arbitraries.integers().between(0, 65_535));
            PeerStream.send(
                    t,
                    data(t, i + ". "),
                    (segment, left) -> segment.flag(TcpFlag.URG).urgentPointer(pointer));
        }
    }

    private static void repeat(Trial t) {
        Piece urgent = Urgency.of(t).peers();
        int again = t.draw(
                "how much of it comes again",
                Arbitraries.integers().between(1, Math.min(MOST_AGAIN, urgent.to() - urgent.from())));
        Piece next = PeerStream.add(t, Octets.ofText("not urgent"));
        Scene.connection(t)
                .send(Scene.connection(t)
                        .next()
                        .seq(PeerStream.numberOf(t, urgent.to() - again))
                        .flag(TcpFlag.PSH)
                        .flag(TcpFlag.URG)
                        .urgentPointer(again)
                        .payload(Talk.of(t).peerData().slice(urgent.to() - again, next.to()))
                        .build());
    }

    private static void announce(Trial t) {
        int ahead = t.draw("how much of it is urgent", Arbitraries.integers().between(1, 1000));
        int from = Talk.of(t).peerData().length();
        Urgency.of(t).peers(new Piece(from, from + ahead));
        Scene.connection(t)
                .transmit(Scene.connection(t)
                        .next()
                        .flag(TcpFlag.URG)
                        .urgentPointer(ahead)
                        .build());
    }

    @Override
    public String toString() {
        return words;
    }
}
