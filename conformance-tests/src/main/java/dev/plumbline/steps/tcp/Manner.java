package dev.plumbline.steps.tcp;

import dev.plumbline.ip.Ecn;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.peer.SegmentDraft;
import dev.plumbline.steps.Scene;
import dev.plumbline.steps.ip.InPieces;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.Any;
import dev.plumbline.values.AnyStream;
import dev.plumbline.values.Piece;
import dev.plumbline.wire.Octets;
import java.util.List;

/** How a peer that is played by hand sends its data: in which segments, in which order they arrive, and what happens to them. */
public enum Manner {
    /** One segment that every host takes. */
    ONE_SEGMENT("in one segment") {
        @Override
        void send(Trial t) {
            PeerStream.send(t, t.draw("the peer's data", Any.data(1, AnyStream.DEFAULT_SEGMENT)));
        }
    },
    /** Where it would have dropped it otherwise (RFC 3168 section 5). */
    MARKED("in one segment, which a router marks") {
        @Override
        void send(Trial t) {
            sendAs(t, Ecn.CE);
        }
    },
    /** The peer has heard that its segments are marked (RFC 3168 section 6.1.2). */
    REDUCED("in one segment with CWR") {
        @Override
        void send(Trial t) {
            sendAs(t, Ecn.ECT_0, TcpFlag.CWR);
        }
    },
    /** And the network is crowded still. */
    MARKED_AGAIN("in one segment with CWR, which a router marks") {
        @Override
        void send(Trial t) {
            sendAs(t, Ecn.CE, TcpFlag.CWR);
        }
    },
    /** They are put together again (RFC 3168 section 5.3). */
    IN_PIECES("in one segment, in pieces") {
        @Override
        void send(Trial t) {
            pieces(t).forEach(piece -> Scene.connection(t).send(piece.encode()));
        }
    },
    /** Of a packet that was cut on its way a router sees pieces (RFC 3168 section 5.3). */
    ONE_PIECE_MARKED("in one segment, in pieces of which a router marks any one") {
        @Override
        void send(Trial t) {
            List<Ipv4Packet> pieces = pieces(t);
            int marked = t.draw("which piece is marked", AnyStream.lost()) % pieces.size();
            for (int i = 0; i < pieces.size(); i++) {
                Ipv4Packet piece = pieces.get(i);
                Scene.connection(t).send((i == marked ? piece.withEcn(Ecn.CE) : piece).encode());
            }
        }
    },
    /** It could be marked, and a part of it says that nobody would understand that (RFC 3168 section 5.3). */
    ONE_PIECE_MARKED_IN_VAIN(
            "in one segment, in pieces of which one is marked, and another one is from somebody without ECN") {
        @Override
        void send(Trial t) {
            List<Ipv4Packet> pieces = pieces(t);
            int marked = t.draw("which piece is marked", AnyStream.lost()) % pieces.size();
            int other = (marked + 1) % pieces.size();
            for (int i = 0; i < pieces.size(); i++) {
                Ecn ecn = i == marked ? Ecn.CE : i == other ? Ecn.NOT_ECT : Ecn.ECT_0;
                Scene.connection(t).send(pieces.get(i).withEcn(ecn).encode());
            }
        }
    },
    /** One after the other. */
    ANY_SIZES("in segments of any size") {
        @Override
        void send(Trial t) {
            cut(t, 1).forEach(piece -> PeerStream.send(t, piece));
        }
    },
    /** Some overtake others. */
    ANY_ORDER("in segments of any size, which arrive in any order") {
        @Override
        void send(Trial t) {
            List<Piece> pieces = cut(t, 1);
            t.draw("the order in which they arrive", AnyStream.order()).stream()
                    .filter(number -> number < pieces.size())
                    .forEach(number -> PeerStream.send(t, pieces.get(number)));
        }
    },
    /** Some octets arrive twice, and some not at all. */
    OVERLAPPING("in segments that overlap, repeat one another and arrive in any order") {
        @Override
        void send(Trial t) {
            int end = PeerStream.add(t, t.draw("the peer's data", Any.data(AnyStream.LENGTH, AnyStream.LENGTH)))
                    .to();
            t.draw("the segments", AnyStream.overlapping()).stream()
                    .filter(piece -> piece.from() < end)
                    .forEach(piece -> PeerStream.send(t, piece.before(end)));
        }
    },
    /** As large as the endpoint takes them. */
    FULL_SIZED("in any even number of full-sized segments") {
        @Override
        void send(Trial t) {
            PeerConnection connection = Scene.connection(t);
            int pair = 2 * connection.mss();
            int pairs = Math.min(t.draw("how many pairs", AnyStream.pairs()), connection.room() / pair);
            PeerStream.send(
                    t,
                    t.draw("the octets start at", Any.data(20 * AnyStream.SEGMENT, 20 * AnyStream.SEGMENT))
                            .slice(0, pairs * pair));
        }
    },
    /** A gap, and at least one segment behind it. */
    ONE_LOST("in segments of any size, but any one of them is lost on the way") {
        @Override
        void send(Trial t) {
            PeerStream.needRoom(t, 2);
            List<Piece> pieces = Piece.atLeastTwo(cut(t, 2));
            int lost = t.draw("which segment is lost", AnyStream.lost()) % (pieces.size() - 1);
            Piece gap = lose(t, pieces.get(lost), pieces.size() - 1 - lost);
            pieces.stream().filter(piece -> !piece.equals(gap)).forEach(piece -> PeerStream.send(t, piece));
        }
    },
    /** A gap from the first octet on, and one segment behind it. */
    BEHIND_A_GAP("in one segment, but any number of octets before it is missing") {
        @Override
        void send(Trial t) {
            Scene.connection(t).reader().skipAll();
            PeerStream.needRoom(t, 2);
            int size = Math.min(
                    t.draw("the size of the segment", AnyStream.size()),
                    Scene.connection(t).mss());
            int missing = t.draw("the number of missing octets", AnyStream.missing());
            Piece all = PeerStream.add(t, t.draw("the octets start at", Any.data(AnyStream.LENGTH, AnyStream.LENGTH)));
            Piece gap = lose(t, new Piece(all.from(), Math.min(all.from() + missing, all.to() - 1)), 1);
            PeerStream.send(t, new Piece(gap.to(), gap.to() + size).before(all.to()));
        }
    },
    /** So each answer has one segment that it answers (RFC 2018 section 4). */
    WITH_GAPS("in small segments with gaps between them, one after the answer to the other") {
        @Override
        void send(Trial t) {
            OneByOne.withGaps(t);
        }
    },
    /** As where acknowledgments are lost (RFC 2883 section 4.1). */
    TWICE("in small segments but one, each twice, one after the answer to the other") {
        @Override
        void send(Trial t) {
            OneByOne.twice(t);
        }
    },
    /** As where segments become larger when they are sent again (RFC 2883 section 4.2). */
    PARTLY_TWICE("in small segments but one, and then in others that overlap them, one after the answer to the other") {
        @Override
        void send(Trial t) {
            OneByOne.overlapping(t);
        }
    },
    /** The checksum tells (RFC 9293 section 3.1). */
    DAMAGED("in one segment with one bit turned over") {
        @Override
        void send(Trial t) {
            Piece all = PeerStream.add(t, t.draw("the data", Any.data(1, 1000)));
            Octets packet = envelope(t, Talk.of(t).peerData().slice(all.from(), all.to()))
                    .encode();
            int bit = t.draw(
                    "the bit that is turned over, from the start of the segment",
                    AnyStream.bit(packet.length() - Ipv4Packet.MIN_HEADER));
            Talk.of(t).lost(all, 0);
            Talk.of(t).damaged("the TCP checksum does not fit");
            Scene.connection(t).send(turned(packet, Ipv4Packet.MIN_HEADER * 8 + bit));
        }
    },
    /** In envelopes of any size: all options count when the size is chosen (RFC 9293 section 3.7.1). */
    WITH_OPTIONS("in one segment with any options in its headers and any padding behind it") {
        @Override
        void send(Trial t) {
            Ipv4Packet empty = envelope(t, Octets.empty());
            Octets data = Scene.connection(t)
                    .fitting(t.draw("the peer's data", Any.data(1, 1000)), empty.totalLength() - PLAIN_HEADERS);
            Talk.of(t).addPeerData(data);
            Scene.connection(t).send(envelope(t, data).encode().plus(t.draw("the padding", Any.data(0, 20))));
        }

        @Override
        Ipv4Packet envelope(Trial t, Octets data) {
            TcpSegment segment = segment(t, data).toBuilder()
                    .options(t.draw("the TCP options", Any.tcpOptions()))
                    .build();
            return Scene.connection(t).packet(segment).withOptions(t.draw("the IP options", Any.ipOptions()));
        }
    };

    /** All of them, as a feature writes them. */
    static final String WORDS =
            "in one segment|in one segment, which a router marks|in one segment with CWR|in one segment with CWR, which a router marks"
                    + "|in one segment, in pieces|in one segment, in pieces of which a router marks any one"
                    + "|in one segment, in pieces of which one is marked, and another one is from somebody without ECN"
                    + "|in segments of any size|in segments of any size, which arrive in any order"
                    + "|in segments that overlap, repeat one another and arrive in any order"
                    + "|in any even number of full-sized segments"
                    + "|in segments of any size, but any one of them is lost on the way"
                    + "|in one segment, but any number of octets before it is missing|in one segment with one bit turned over"
                    + "|in small segments with gaps between them, one after the answer to the other"
                    + "|in small segments but one, each twice, one after the answer to the other"
                    + "|in small segments but one, and then in others that overlap them, one after the answer to the other"
                    + "|in one segment with any options in its headers and any padding behind it";

    /** An IP header and a TCP header without options. */
    private static final int PLAIN_HEADERS = 40;

    private final String words;

    Manner(String words) {
        this.words = words;
    }

    /** The peer sends it. */
    abstract void send(Trial t);

    /** Data to send, cut into pieces of any size, as many of them as the endpoint's window takes. */
    private static List<Piece> cut(Trial t, int least) {
        int mss = Scene.connection(t).mss();
        List<Integer> sizes = t.draw("the sizes of the segments", AnyStream.sizes(least)).stream()
                .map(size -> Math.min(size, mss))
                .toList();
        int total = sizes.stream().mapToInt(Integer::intValue).sum();
        Piece all = PeerStream.add(
                t,
                t.draw("the octets start at", Any.data(AnyStream.ENOUGH, AnyStream.ENOUGH))
                        .slice(0, total));
        return Piece.cut(all.from(), all.to(), sizes);
    }

    /** One segment with these flags, in a packet with this ECN field. */
    private static void sendAs(Trial t, Ecn ecn, TcpFlag... flags) {
        Scene.connection(t).send(packet(t, ecn, flags).encode());
    }

    /** One segment that may be marked, cut on its way. */
    private static List<Ipv4Packet> pieces(Trial t) {
        return InPieces.MIXED.of(t, List.of(packet(t, Ecn.ECT_0))).pieces();
    }

    private static Ipv4Packet packet(Trial t, Ecn ecn, TcpFlag... flags) {
        Piece all = PeerStream.add(t, t.draw("the peer's data", Any.data(1, AnyStream.DEFAULT_SEGMENT)));
        SegmentDraft draft = SegmentDraft.on(Scene.connection(t))
                .with(TcpFlag.PSH)
                .with(flags)
                .carrying(Talk.of(t).peerData().slice(all.from(), all.to()));
        Scene.connection(t).taken(draft.segment().end());
        return Scene.connection(t).packet(draft.segment()).withEcn(ecn);
    }

    private static Piece lose(Trial t, Piece gap, int behind) {
        t.show("what is lost, counted from the first octet", gap);
        Talk.of(t).lost(gap, behind);
        return gap;
    }

    private static TcpSegment segment(Trial t, Octets data) {
        return Scene.connection(t).next().flag(TcpFlag.PSH).payload(data).build();
    }

    /** The packet that carries the data. */
    Ipv4Packet envelope(Trial t, Octets data) {
        return Scene.connection(t).packet(segment(t, data));
    }

    private static Octets turned(Octets octets, int bit) {
        byte[] copy = octets.toByteArray();
        copy[bit / 8] ^= (byte) (0x80 >>> bit % 8);
        return Octets.wrap(copy);
    }

    @Override
    public String toString() {
        return words;
    }
}
