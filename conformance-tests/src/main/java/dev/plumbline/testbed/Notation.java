package dev.plumbline.testbed;

import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;

/**
 * Prints what one host, the endpoint, saw, in packetdrill's notation: {@code 0.100000 < S 0:0(0) win 65535 <mss 1460>}.
 *
 * <ul>
 *   <li>Times are seconds since the timeline began, with six decimals, the rest cut off; never since the line before.
 *   <li>{@code <} goes to the endpoint, {@code >} comes from it; {@code * lost} marks what did not arrive, with the reason
 *       behind it. Calls, events, debug lines and remarks begin with {@code *}, those of other hosts with their names.
 *   <li>Sequence numbers count from their direction's first SYN, or if none was seen, from the first number seen of it, be it
 *       in an acknowledgment (RFC 9293 section 3.4 has the arithmetic); a header names the numbers they count from, and
 *       behind a negative one stands the number itself. Flows after the first are marked with their number.
 *   <li>Addresses are given where they are not those of the first datagram, which the header names.
 *   <li>If nothing has happened for half a second at least when it ends, the last line says until when.
 *   <li>What is malformed is printed in hexadecimal, with the reason.
 * </ul>
 */
public final class Notation {
    private static final int MOST_HEX = 64;
    private static final Duration SILENCE = Duration.ofMillis(500);

    private final String endpoint;
    private final Flows flows = new Flows();

    /** From the point of view of the host with this name. */
    public Notation(String endpoint) {
        this.endpoint = endpoint;
    }

    /** The whole transcript, header lines first, each line ended by a line feed. */
    public static String print(Transcript transcript, String endpoint) {
        Notation notation = new Notation(endpoint);
        transcript.entries().forEach(notation::learn);
        StringBuilder lines = new StringBuilder(notation.header());
        for (Entry entry : transcript.entries()) {
            String line = notation.line(entry);
            if (!line.isEmpty()) {
                lines.append(line).append('\n');
            }
        }
        return lines.append(silence(transcript)).toString();
    }

    /** How long nothing has happened at the end: what has not come by then was waited for. */
    private static String silence(Transcript transcript) {
        List<Entry> entries = transcript.entries();
        Duration last = entries.isEmpty()
                ? Duration.ZERO
                : entries.get(entries.size() - 1).at();
        return transcript.now().minus(last).compareTo(SILENCE) < 0
                ? ""
                : Seconds.print(transcript.now()) + " # nothing more until here\n";
    }

    /** Takes note of the addresses and first sequence numbers in an entry that is not, or not yet, to be printed. */
    public void learn(Entry entry) {
        if (isSeen(entry) && entry.isDatagram()) {
            Ipv4Packet.decode(entry.datagram()).value().ifPresent(packet -> learn(entry, packet));
        }
    }

    private void learn(Entry entry, Ipv4Packet packet) {
        if (entry.host().equals(endpoint)) {
            flows.learnAddresses(packet, isOutbound(entry));
        }
        flows.learnNumbers(packet);
    }

    /** The first packets that one host saw from an entry of the transcript on, each on a line. */
    public static List<String> packets(Transcript transcript, String endpoint, int from, int most) {
        Notation notation = new Notation(endpoint);
        List<Entry> entries = transcript.entries();
        entries.subList(0, from).forEach(notation::learn);
        return entries.subList(from, entries.size()).stream()
                .filter(entry -> entry.isDatagram() && notation.isSeen(entry))
                .limit(most)
                .map(notation::line)
                .toList();
    }

    /** Comment lines with what the printed numbers are relative to, as far as it is known, each ended by a line feed. */
    public String header() {
        return "# seen from " + endpoint + ", times in seconds since the start\n" + flows.header();
    }

    /** One entry without a line feed; empty if the endpoint does not see it. */
    public String line(Entry entry) {
        learn(entry);
        return isSeen(entry) ? Seconds.print(entry.at()) + " " + what(entry) : "";
    }

    /** The endpoint's own packets and all that was lost; what applications did, wherever. */
    boolean isSeen(Entry entry) {
        return entry.host().equals(endpoint) || (entry.kind() != Kind.SENT && entry.kind() != Kind.RECEIVED);
    }

    private String what(Entry entry) {
        return switch (entry.kind()) {
            case SENT -> "> " + words(entry);
            case RECEIVED -> "< " + words(entry);
            case LOST -> "* lost " + arrow(entry) + " " + words(entry);
            case CALL, EVENT, LOG, NOTE -> "* " + words(entry);
        };
    }

    /** What happened, without when and in which direction. */
    String words(Entry entry) {
        String text = entry.text();
        return switch (entry.kind()) {
            case SENT, RECEIVED -> datagram(entry.datagram());
            case LOST -> datagram(entry.datagram()) + " # " + place(entry) + text;
            case CALL -> who(entry) + "app: " + text;
            case EVENT -> who(entry) + "event: " + text;
            case LOG -> who(entry) + "log: " + text;
            case NOTE -> who(entry) + "note: " + text;
        };
    }

    private String who(Entry entry) {
        return entry.host().isEmpty() || entry.host().equals(endpoint) ? "" : entry.host() + " ";
    }

    private String place(Entry entry) {
        return entry.host().equals(endpoint) ? "" : "at " + entry.host() + ": ";
    }

    private String arrow(Entry entry) {
        return isOutbound(entry) ? ">" : "<";
    }

    /** Only a loss elsewhere needs a look at the addresses. */
    boolean isOutbound(Entry entry) {
        return entry.host().equals(endpoint) ? entry.kind() != Kind.RECEIVED : flows.isFromEndpoint(entry.datagram());
    }

    private String datagram(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .match(
                        packet -> DatagramNotation.of(packet, flows)
                                .match(text -> text, why -> hex(datagram, why.toString())),
                        why -> hex(datagram, why.toString()));
    }

    private static String hex(Octets datagram, String why) {
        int shown = Math.min(MOST_HEX, datagram.length());
        String rest = shown < datagram.length() ? "..." : "";
        return "raw (" + datagram.length() + ") " + datagram.slice(0, shown).toHex() + rest + " # " + why;
    }
}
