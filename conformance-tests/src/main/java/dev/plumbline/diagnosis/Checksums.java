package dev.plumbline.diagnosis;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.InternetChecksum;
import dev.plumbline.wire.Octets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What was left out of a checksum, counted too much or forgotten in the end (RFC 1071 section 1, RFC 9293 section 3.1). */
enum Checksums implements Diagnoser {
    ZERO_NOT_SENT_AS_ONES("it comes out as 0, and must be sent as 0xffff, for 0 says that there is none") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return summed.quantity() == Quantity.UDP_CHECKSUM && summed.seen() == 0 && summed.right() == ONES;
        }
    },
    FIELD_LEFT_ZERO("nothing was written into the field") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return summed.seen() == 0;
        }
    },
    COPIED("it is that of the packet that has come, and was not computed anew") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return arrived(summed, facts).contains(summed.seen());
        }
    },
    NOT_COMPLEMENTED("it is the sum itself, and not its complement") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return summed.seen() == (~summed.right() & ONES);
        }
    },
    PSEUDO_HEADER_LEFT_OUT("it leaves the pseudo-header out") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return hasPseudo(summed) && is(summed, Summed.sum(summed.octets()));
        }
    },
    PSEUDO_HEADER_ADDED("a pseudo-header was added, which ICMP does not have") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return summed.quantity() == Quantity.ICMP_CHECKSUM
                    && is(
                            summed,
                            Summed.sum(summed.octets())
                                    + Summed.sum(summed.datagram().slice(12, 20))
                                    + IpProtocol.ICMP.number()
                                    + summed.octets().length());
        }
    },
    ADDRESSES_LEFT_OUT("it leaves the two addresses of the pseudo-header out") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return hasPseudo(summed)
                    && is(summed, whole(summed) - Summed.sum(summed.pseudo().addresses()));
        }
    },
    GATEWAYS_ADDRESS("its pseudo-header has the destination of the IP header, which is a gateway on a source route") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            long header = Summed.sum(summed.datagram().slice(12, 20));
            return hasPseudo(summed)
                    && is(summed, whole(summed) - Summed.sum(summed.pseudo().addresses()) + header);
        }
    },
    PROTOCOL_LEFT_OUT("it leaves the protocol number of the pseudo-header out") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return hasPseudo(summed)
                    && is(summed, whole(summed) - summed.pseudo().protocol());
        }
    },
    LENGTH_LEFT_OUT("it leaves the length in the pseudo-header out") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return hasPseudo(summed)
                    && is(summed, whole(summed) - summed.pseudo().length());
        }
    },
    OTHER_PROTOCOLS_NUMBER("the protocol number in its pseudo-header is that of another protocol") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            long others = IpProtocol.TCP.number()
                    + IpProtocol.UDP.number()
                    - 2L * summed.pseudo().protocol();
            return hasPseudo(summed) && is(summed, whole(summed) + others);
        }
    },
    LENGTH_OF_DATA("the length in its pseudo-header is that of the data alone, and the header counts, too") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return hasPseudo(summed) && is(summed, whole(summed) - summed.header());
        }
    },
    LENGTH_OF_UDP("the length in its pseudo-header counts a header of 8 octets, as if it was UDP") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return summed.quantity() == Quantity.TCP_CHECKSUM
                    && is(summed, whole(summed) - summed.header() + UdpDatagram.HEADER);
        }
    },
    LENGTH_OF_PACKET(
            "the length in its pseudo-header is that of the whole IP packet, and the IP header does not count") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            int header = summed.datagram().length() - summed.octets().length();
            return hasPseudo(summed) && is(summed, whole(summed) + header);
        }
    },
    ONLY_OCTET_LEFT_OUT("it leaves the only octet of data out") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return summed.octets().length() - summed.header() == 1
                    && summed.quantity() != Quantity.IP_CHECKSUM
                    && isWithoutLast(summed);
        }
    },
    LAST_OCTET_LEFT_OUT("it leaves the last octet out, for their number is odd: it counts as if a 0 came after it") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return isOdd(summed) && isWithoutLast(summed);
        }
    },
    LAST_OCTET_MISPLACED(
            "the last octet, for their number is odd, was counted in the low half of its word: the 0 comes after it") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return isOdd(summed) && is(summed, whole(summed) - ((long) last(summed) << 8) + last(summed));
        }
    },
    DATA_LEFT_OUT("it leaves the data out") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            Octets header = summed.octets().slice(0, summed.header());
            return summed.quantity() != Quantity.IP_CHECKSUM
                    && is(summed, summed.pseudo().sum() + Summed.sum(header));
        }
    },
    OPTIONS_LEFT_OUT("it leaves the options of the header out") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            int plain = summed.quantity() == Quantity.UDP_CHECKSUM ? UdpDatagram.HEADER : Ipv4Packet.MIN_HEADER;
            boolean hasOptions = summed.quantity() != Quantity.ICMP_CHECKSUM && summed.header() > plain;
            return hasOptions
                    && is(summed, whole(summed) - Summed.sum(summed.octets().slice(plain, summed.header())));
        }
    },
    WHOLE_PACKET("it was computed over the whole packet, and not over the header alone") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return summed.quantity() == Quantity.IP_CHECKSUM
                    && is(
                            summed,
                            Summed.sum(summed.octets().plus(summed.datagram().from(summed.header()))));
        }
    },
    ADDRESSES_NOT_YET_WRITTEN("it leaves the two addresses of the header out, as if they were written later") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return isOfHeaderWithout(summed, 12, 20);
        }
    },
    LENGTH_NOT_YET_WRITTEN("it leaves the total length out, as if that was written later") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return isOfHeaderWithout(summed, 2, 4);
        }
    },
    CARRY_LOST("what was carried beyond 16 bits was dropped, and not added again") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return summed.seen() == (~whole(summed) & ONES);
        }
    },
    CARRY_ADDED_ONCE(
            "what was carried beyond 16 bits was added again once, but that gives a carry once more: add until there is none") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            long once = (whole(summed) & ONES) + (whole(summed) >>> 16);
            return summed.seen() == (~once & ONES);
        }
    },
    FIELD_NOT_ZEROED(
            "its field was not 0 while it was computed, but still had the checksum of the packet that has come") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return arrived(summed, facts).stream().anyMatch(old -> is(summed, whole(summed) + old));
        }
    },
    SIGNED("octets of 128 or more were added as negative numbers: a byte has a sign in Java, so mask it with 0xff") {
        @Override
        boolean makes(Summed summed, Facts facts) {
            return Arrays.stream(SignedWord.values()).anyMatch(word -> summed.seen() == word.checksum(summed));
        }
    };

    /** What is done with each word: a sum that it makes may come out as if something else had been left out, too. */
    static final List<Checksums> OF_ANY_WORD = List.of(CARRY_LOST, SIGNED);

    private static final int ONES = 0xffff;

    private final String words;

    Checksums(String words) {
        this.words = words;
    }

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        if (!difference.quantity().isChecksum() || difference.expected() == difference.seen()) {
            return Optional.empty();
        }
        Optional<Summed> summed = difference.quantity() == Quantity.IP_CHECKSUM
                ? Summed.ofIp(facts.culprit())
                : Summed.ofPayload(facts.culprit());
        return summed.filter(s -> s.quantity() == difference.quantity()
                        && s.right() == difference.expected()
                        && s.seen() == difference.seen())
                .filter(s -> makes(s, facts))
                .map(s -> words);
    }

    abstract boolean makes(Summed summed, Facts facts);

    private static boolean is(Summed summed, long sum) {
        return sum >= 0 && summed.seen() == InternetChecksum.finish(sum);
    }

    private static long whole(Summed summed) {
        return summed.pseudo().sum() + Summed.sum(summed.octets());
    }

    private static boolean hasPseudo(Summed summed) {
        return summed.quantity() == Quantity.TCP_CHECKSUM || summed.quantity() == Quantity.UDP_CHECKSUM;
    }

    private static boolean isOfHeaderWithout(Summed summed, int from, int to) {
        return summed.quantity() == Quantity.IP_CHECKSUM
                && is(summed, whole(summed) - Summed.sum(summed.octets().slice(from, to)));
    }

    private static boolean isOdd(Summed summed) {
        return summed.octets().length() % 2 == 1 && last(summed) != 0;
    }

    /** Whether or not its length counts it. */
    private static boolean isWithoutLast(Summed summed) {
        long rest = whole(summed) - ((long) last(summed) << 8);
        return is(summed, rest) || (hasPseudo(summed) && is(summed, rest - 1));
    }

    private static int last(Summed summed) {
        return summed.octets().u8(summed.octets().length() - 1);
    }

    /** The checksums of the same kind that have come in. */
    private static Set<Integer> arrived(Summed summed, Facts facts) {
        return facts.datagramsIn()
                .flatMap(octets -> (summed.quantity() == Quantity.IP_CHECKSUM
                                ? Summed.ofIp(octets)
                                : Summed.ofPayload(octets))
                        .stream())
                .filter(other -> other.quantity() == summed.quantity() && other.seen() != 0)
                .map(Summed::seen)
                .collect(Collectors.toSet());
    }
}
