package dev.plumbline.diagnosis;

import dev.plumbline.ip.DatagramId;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.wire.Octets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The pieces of one datagram, in the order in which they came (RFC 791 section 3.2).
 *
 * @param amongOthers whether pieces of other datagrams came, too
 */
record Pieces(List<Ipv4Packet> inOrderOfArrival, boolean amongOthers) {
    private static final int UNIT = 8;
    private static final int MOST = 6;

    /** Those of the datagram that the last piece belongs to, if all of it has come. */
    static Optional<Pieces> newest(List<Octets> datagrams) {
        List<Ipv4Packet> all = datagrams.stream()
                .flatMap(octets -> Ipv4Packet.decode(octets).value().stream())
                .filter(Ipv4Packet::isFragment)
                .toList();
        Optional<DatagramId> last = all.stream().map(DatagramId::of).reduce((one, next) -> next);
        return last.map(id -> {
                    List<Ipv4Packet> own = all.stream()
                            .filter(ip -> DatagramId.of(ip).equals(id))
                            .toList();
                    return new Pieces(own, own.size() < all.size());
                })
                .filter(Pieces::isWhole);
    }

    private boolean isWhole() {
        int end = 0;
        for (Ipv4Packet piece : inPlace()) {
            if (piece.fragmentOffset() > end) {
                return false;
            }
            end = Math.max(end, piece.fragmentEnd());
        }
        return inOrderOfArrival.stream().anyMatch(piece -> !piece.moreFragments());
    }

    private List<Ipv4Packet> inPlace() {
        return inOrderOfArrival.stream()
                .sorted(Comparator.comparing(Ipv4Packet::fragmentOffset))
                .toList();
    }

    String words() {
        boolean sorted = inPlace().equals(inOrderOfArrival);
        return "The datagram has come whole, in " + inOrderOfArrival.size() + " pieces"
                + (sorted ? ": " : ", and not in the order in which they belong: ")
                + inOrderOfArrival.stream().limit(MOST).map(Pieces::words).collect(Collectors.joining(", then "))
                + (inOrderOfArrival.size() > MOST ? ", and so on" : "")
                + ". Often the offset is not taken times " + UNIT
                + (sorted ? "" : ", pieces are joined in the order in which they come")
                + (amongOthers ? ", pieces of several datagrams are mixed (their identification tells)" : "")
                + ", or the last piece, which has an offset but no MF, is taken for a whole datagram.";
    }

    private static String words(Ipv4Packet piece) {
        int from = piece.fragmentOffset();
        return "octets " + from + " to " + (piece.fragmentEnd() - 1) + " (offset field " + from / UNIT
                + (piece.moreFragments() ? ", MF)" : ", no MF)");
    }
}
