package dev.plumbline.diagnosis;

import dev.plumbline.diagnosis.Facts.Crossed;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpField;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an exchange shows by itself, where a failure says only that something did not happen. Each notice is a fact; what it may come
 * from is told as a possibility.
 */
public final class Notices {
    /** In packets: the first ones tell as much as all. */
    private static final int MOST = 200;

    private static final int EIGHT = 8;

    private static final String PERHAPS =
            "Perhaps the endpoint does not count its own SYN (SND.NXT is ISS + 1 from then on),"
                    + " keeps another number than it has written, or does not find the connection by its addresses and ports.";

    private static final String NOTHING_WAITS =
            " No data has come that could fill its buffer, so that all of it should be on offer: the window is the"
                    + " size of the buffer minus what waits in it.";

    private final List<Crossed> crossed;
    private final Facts facts;

    private Notices(List<Crossed> all) {
        this.crossed = lastConversation(all);
        this.facts = new Facts(Octets.empty(), crossed);
    }

    /** What is no segment, and the segments of the connection that the last one belongs to: others have numbers of their own. */
    private static List<Crossed> lastConversation(List<Crossed> all) {
        Optional<Set<String>> last =
                all.stream().flatMap(each -> ends(each.datagram()).stream()).reduce((earlier, later) -> later);
        return all.stream()
                .filter(each -> ends(each.datagram())
                        .filter(ends -> !last.equals(Optional.of(ends)))
                        .isEmpty())
                .toList();
    }

    /** The two ends of a segment's connection. */
    private static Optional<Set<String>> ends(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(ip -> ip.protocol().equals(IpProtocol.TCP) && !ip.isFragment())
                .filter(ip -> ip.payload().has(TcpField.DESTINATION_PORT))
                .map(ip -> new TreeSet<>(List.of(
                        ip.source() + ":" + ip.payload().get(TcpField.SOURCE_PORT),
                        ip.finalDestination() + ":" + ip.payload().get(TcpField.DESTINATION_PORT))));
    }

    /**
     * Of all that has crossed a host's links, in order.
     *
     * @param missing whether something did not come, and nothing that came is known to be wrong
     */
    public static List<String> of(List<Crossed> crossed, boolean missing) {
        Notices notices = new Notices(crossed);
        return Stream.concat(
                        Stream.concat(notices.synNumberItself().stream(), notices.handshakeRefused().stream()),
                        missing ? notices.whereSomethingIsMissing() : Stream.<String>empty())
                .toList();
    }

    /** Of all that has come in, if nothing has left and no application was told anything of it. */
    public static List<String> ofSilence(List<Octets> in) {
        if (in.isEmpty() || Pieces.newest(in).isPresent()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "Not one packet has left the endpoint. What came last reads as follows; see whether your stack reads the same:");
        Octets last = in.get(in.size() - 1);
        headerLength(last).ifPresent(lines::add);
        List<String> fields = Fields.of(last);
        fields.forEach(header -> lines.add("    " + header));
        if (!fields.isEmpty()) {
            lines.add(
                    "    If one of these comes out otherwise: an octet of 128 or more is negative in Java, unless it is"
                            + " masked with 0xff; and the high octet of a number comes first. If all of them come out so,"
                            + " see what becomes of them then.");
        }
        return lines;
    }

    /** That there are options, if there are (RFC 791 section 3.1). */
    private static Optional<String> headerLength(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .map(Ipv4Packet::headerLength)
                .filter(length -> length > Ipv4Packet.MIN_HEADER)
                .map(length -> "    The IP header has " + length + " octets, " + (length - Ipv4Packet.MIN_HEADER)
                        + " of them options: its checksum covers them, and what it carries begins behind them.");
    }

    private Stream<String> whereSomethingIsMissing() {
        List<String> all = new ArrayList<>();
        refusalUnheard().ifPresent(all::add);
        piecesApart().ifPresent(all::add);
        offsetOfOctets().ifPresent(all::add);
        countedWrong().ifPresent(all::add);
        windowClosed().ifPresent(all::add);
        List<Octets> in = crossed.stream()
                .filter(each -> !each.left())
                .map(Crossed::datagram)
                .toList();
        Pieces.newest(in).map(Pieces::words).ifPresent(all::add);
        return all.stream();
    }

    /** A SYN counts as one (RFC 9293 section 3.4): what acknowledges it names the next number. */
    private Optional<String> synNumberItself() {
        boolean isLast = !crossed.isEmpty() && !crossed.get(crossed.size() - 1).left();
        return facts.ownSyn()
                .map(TcpSegment::seq)
                .filter(iss -> isLast
                        && facts.arrived().stream()
                                .findFirst()
                                .filter(s -> s.has(TcpFlag.ACK) && s.ack().equals(iss))
                                .isPresent())
                .map(iss -> "The last segment acknowledges " + iss + ", the number of the endpoint's own SYN. What"
                        + " acknowledges a SYN is the number after it, " + iss.plus(1)
                        + ". Perhaps its own SYN is not counted"
                        + " (SND.NXT is ISS + 1 from then on), or the number is not looked at.");
    }

    /** Nothing but SYNs and resets has left, though the SYN was acknowledged, and nothing but that and the peer's SYN had come. */
    private Optional<String> handshakeRefused() {
        boolean nothingElse = facts.left().stream().allMatch(s -> s.has(TcpFlag.SYN) || s.has(TcpFlag.RST));
        boolean reset = facts.left().stream().anyMatch(s -> s.has(TcpFlag.RST));
        return facts.ownSyn()
                .map(syn -> syn.seq().plus(1))
                .filter(next -> nothingElse && reset && isAcknowledged(next, false) && isPlain(next))
                .map(next -> "The peer acknowledged " + next
                        + ", the number after the endpoint's SYN, as it must, and was answered with a reset. "
                        + PERHAPS);
    }

    /** The SYN leaves again, though it was refused. */
    private Optional<String> refusalUnheard() {
        boolean again = facts.left().stream().filter(s -> s.has(TcpFlag.SYN)).count() > 1;
        return facts.ownSyn()
                .map(syn -> syn.seq().plus(1))
                .filter(next -> again && isAcknowledged(next, true))
                .map(next -> "The peer's reset acknowledges " + next
                        + ", the number after the endpoint's SYN as it left, but the SYN is sent again. " + PERHAPS);
    }

    private boolean isPlain(SeqNumber next) {
        List<TcpSegment> others = facts.arrived().stream()
                .filter(s -> s.has(TcpFlag.SYN) || !s.ack().equals(next))
                .toList();
        return others.size() <= 1
                && others.stream()
                        .allMatch(s -> s.has(TcpFlag.SYN) && s.payload().isEmpty());
    }

    private boolean isAcknowledged(SeqNumber next, boolean byReset) {
        return facts.arrived().stream()
                .anyMatch(s -> s.has(TcpFlag.ACK)
                        && s.has(TcpFlag.RST) == byReset
                        && s.ack().equals(next));
    }

    /** A piece that goes on where the one before it ends (RFC 791 section 3.2). */
    private Optional<String> piecesApart() {
        List<Ipv4Packet> own = own();
        return IntStream.range(1, own.size())
                .filter(i -> goesOn(own.get(i - 1), own.get(i))
                        && own.get(i - 1).identification() != own.get(i).identification())
                .mapToObj(i -> "The endpoint's pieces have different identifications, "
                        + own.get(i - 1).identification() + " and " + own.get(i).identification()
                        + ": those of one datagram have the same, or nobody can put them together.")
                .findFirst();
    }

    /** A piece whose offset field holds octets, where eights are counted (RFC 791 section 3.1). */
    private Optional<String> offsetOfOctets() {
        List<Ipv4Packet> own = own();
        return IntStream.range(1, own.size())
                .filter(i -> own.get(i - 1).moreFragments()
                        && own.get(i).fragmentOffset() == EIGHT * own.get(i - 1).fragmentEnd()
                        && own.get(i - 1).fragmentEnd() > 0)
                .mapToObj(i -> "The endpoint's second piece goes to octet "
                        + own.get(i).fragmentOffset() + ", but the one before it ends at "
                        + own.get(i - 1).fragmentEnd()
                        + ": its field says " + own.get(i - 1).fragmentEnd()
                        + ", and counts in units of 8 octets. Perhaps the offset was not divided by 8.")
                .findFirst();
    }

    private List<Ipv4Packet> own() {
        return crossed.stream()
                .filter(Crossed::left)
                .flatMap(each -> Ipv4Packet.decode(each.datagram()).value().stream())
                .toList();
    }

    private static boolean goesOn(Ipv4Packet first, Ipv4Packet next) {
        return first.moreFragments() && next.isFragment() && next.fragmentOffset() == first.fragmentEnd();
    }

    private Optional<String> windowClosed() {
        return facts.left().stream()
                .findFirst()
                .filter(s -> s.has(TcpFlag.ACK) && !s.has(TcpFlag.RST) && s.window() == 0)
                .map(s -> "The endpoint's last segment offers a window of 0: the peer may send no data."
                        + (hasComeEmpty() ? NOTHING_WAITS : ""));
    }

    /** No text has come on the connection. */
    private boolean hasComeEmpty() {
        return facts.arrived().stream().allMatch(s -> s.payload().isEmpty());
    }

    /** The first acknowledgment that a well-known mistake explains, and that moves: one that stays may be delayed. */
    private Optional<String> countedWrong() {
        for (int i = 0; i < Math.min(MOST, crossed.size()); i++) {
            if (crossed.get(i).left()) {
                Optional<String> wrong = countedWrong(new Facts(crossed.get(i).datagram(), crossed.subList(0, i)));
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> countedWrong(Facts then) {
        return then.segment()
                .filter(s -> s.has(TcpFlag.ACK) && !s.has(TcpFlag.RST) && !stays(s, then))
                .map(TcpSegment::ack)
                .flatMap(ack -> expected(then)
                        .filter(next -> !next.equals(ack))
                        .flatMap(next -> Diagnosis.of(
                                        Difference.of(Quantity.ACKNOWLEDGMENT, next.value(), ack.value()), then)
                                .map(mistake -> "The endpoint acknowledged " + ack + ", and not " + next
                                        + relative(ack, next, then) + ": " + mistake + ".")));
    }

    /** As the exchange has the two numbers. */
    private static String relative(SeqNumber ack, SeqNumber next, Facts then) {
        return then.peersSyn()
                .map(TcpSegment::seq)
                .map(zero -> " (relative " + ack.minus(zero) + ", and not " + next.minus(zero) + ")")
                .orElse("");
    }

    private static boolean stays(TcpSegment segment, Facts then) {
        return then.left().stream()
                .filter(s -> s.has(TcpFlag.ACK))
                .findFirst()
                .filter(s -> s.ack().equals(segment.ack()))
                .isPresent();
    }

    /** RCV.NXT by what has come. */
    private static Optional<SeqNumber> expected(Facts then) {
        List<TcpSegment> inOrder = new ArrayList<>(then.arrived());
        Collections.reverse(inOrder);
        return then.peersSyn().map(TcpSegment::end).map(start -> {
            SeqNumber next = start;
            while (true) {
                SeqNumber known = next;
                Optional<SeqNumber> further = inOrder.stream()
                        .filter(s -> s.seq().isAtOrBefore(known) && s.end().isAfter(known))
                        .map(TcpSegment::end)
                        .findFirst();
                if (further.isEmpty()) {
                    return known;
                }
                next = further.get();
            }
        });
    }
}
