package dev.plumbline.diagnosis;

import dev.plumbline.dns.DnsHeader;
import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.RecordClass;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.util.Optional;

/** Messages that cannot be read, but could be if one mistake was undone (RFC 1035 sections 4.1.2 and 4.1.4). */
enum DnsText implements Diagnoser {
    COUNTS_REVERSED("its counts of questions and records have their octets the wrong way round") {
        @Override
        Octets undone(Octets message) {
            Octets result = message;
            for (int at = FIRST_COUNT; at < DnsHeader.LENGTH; at += 2) {
                result = result.withAt(at, Octets.of(message.u8(at + 1), message.u8(at)));
            }
            return result;
        }
    },
    LENGTH_IN_FRONT("it begins with its length in two octets, as it would over TCP, but not over UDP") {
        @Override
        Octets undone(Octets message) {
            return message.u16(0) == message.length() - 2 ? message.from(2) : message;
        }
    },
    LABELS_COUNT_THEMSELVES("the length of each label counts its own octet, too, and should not") {
        @Override
        Octets undone(Octets message) {
            Octets result = message;
            int at = DnsHeader.LENGTH;
            while (at < message.length() && message.u8(at) != 0) {
                result = result.withAt(at, Octets.of(message.u8(at) - 1));
                at += message.u8(at);
            }
            return result;
        }
    },
    ROOT_LEFT_OUT("the name does not end with the zero octet of the root") {
        @Override
        Octets undone(Octets message) {
            int at = DnsHeader.LENGTH;
            while (at < message.length() && message.u8(at) != 0) {
                at += 1 + message.u8(at);
            }
            return at < message.length()
                    ? message.slice(0, at).plus(Octets.of(0)).plus(message.from(at))
                    : message;
        }
    },
    POINTER_WITHOUT_MARK("its pointer does not begin with two bits that are set") {
        @Override
        Octets undone(Octets message) {
            Octets result = message;
            for (int at = DnsHeader.LENGTH; at + RECORD_BEGINS <= message.length(); at++) {
                boolean isOwner = message.u16(at) == DnsHeader.LENGTH && message.u16(at + 2 * 2) == CLASS_IN;
                result = isOwner ? result.withAt(at, Octets.of(POINTER)) : result;
            }
            return result;
        }
    },
    POINTER_FROM_UDP_HEADER("its pointers count from the UDP header, and should from the first octet of the message") {
        @Override
        Octets undone(Octets message) {
            return pointersMoved(message, UdpDatagram.HEADER);
        }
    },
    POINTER_FROM_LENGTH("its pointers count the two octets of the length that go before the message over TCP") {
        @Override
        Octets undone(Octets message) {
            return pointersMoved(message, 2);
        }
    },
    POINTER_FROM_QUESTION("its pointers count from behind the header, and should from the first octet of the message") {
        @Override
        Octets undone(Octets message) {
            return pointersMoved(message, -DnsHeader.LENGTH);
        }
    };

    private static final int FIRST_COUNT = 4;
    private static final int POINTER = 0xc0;
    private static final int CLASS_IN = 1;
    /** A pointer, type and class. */
    private static final int RECORD_BEGINS = 6;

    private final String words;

    DnsText(String words) {
        this.words = words;
    }

    @Override
    public Optional<String> explain(Difference difference, Facts facts) {
        boolean cannotBeRead =
                difference.quantity() == Quantity.DNS_READABLE && difference.expected() == 1 && difference.seen() == 0;
        return in(facts.culprit())
                .filter(message -> cannotBeRead && message.length() > DnsHeader.LENGTH)
                .filter(message -> DnsMessage.decode(message).problem().isPresent())
                .filter(message -> DnsMessage.decode(undone(message))
                        .value()
                        .filter(DnsText::asks)
                        .isPresent())
                .map(message -> words);
    }

    /** The same message without the mistake; whatever comes out if it is not there. */
    abstract Octets undone(Octets message);

    /** What a UDP datagram carries, if it is one. */
    static Optional<Octets> in(Octets datagram) {
        return Ipv4Packet.decode(datagram)
                .value()
                .filter(ip -> ip.protocol().equals(IpProtocol.UDP) && !ip.isFragment())
                .flatMap(ip -> UdpDatagram.decode(ip.payload(), ip.source(), ip.finalDestination())
                        .value())
                .map(UdpDatagram::payload);
    }

    /** Octets that make sense by chance do not ask what people ask. */
    private static boolean asks(DnsMessage message) {
        return message.questions().size() == 1
                && message.questions().get(0).recordClass().equals(RecordClass.IN);
    }

    /** Every pointer leads so many octets less far. */
    private static Octets pointersMoved(Octets message, int back) {
        Octets result = message;
        for (int at = DnsHeader.LENGTH; at + 1 < message.length(); at++) {
            if (message.u8(at) >= POINTER) {
                int moved = message.u16(at) - back;
                result = result.withAt(at, Octets.of((moved >>> 8) & 0xff, moved & 0xff));
                at++;
            }
        }
        return result;
    }
}
