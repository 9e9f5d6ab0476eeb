package dev.plumbline.dns;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** How the data of each known type are read, all of them and no more (RFC 9267 section 5). */
final class DataReaders {
    /** The longest RDATA in octets (RFC 1035 section 4.1.3). */
    private static final int MAX_LENGTH = 65535;

    /** What most OPT records carry. */
    private static final RecordData NO_OPTIONS = new RecordData.Opt(List.of());

    private DataReaders() {}

    /** Reads a record's data; of a type or class that is not known here they are opaque (RFC 3597 section 3). */
    static RecordData read(RecordType type, RecordClass recordClass, MessageReader in) {
        if (isInternetOnly(type) && !recordClass.equals(RecordClass.IN)) {
            return new RecordData.Unknown(type, in.rest());
        }
        return switch (type.code()) {
            case 1 -> new RecordData.A(new Ipv4Address((int) in.u32("the address")));
            case 2 -> new RecordData.Ns(in.name("the server's name"));
            case 5 -> new RecordData.Cname(in.name("the canonical name"));
            case 6 -> soa(in);
            case 12 -> new RecordData.Ptr(in.name("the other name"));
            case 15 -> new RecordData.Mx(in.u16("the preference"), in.name("the exchange"));
            case 16 -> txt(in);
            case 28 -> new RecordData.Aaaa(in.octets(16, "the address"));
            case 33 -> srv(in);
            case 41 -> opt(in);
            default -> new RecordData.Unknown(type, in.rest());
        };
    }

    /** Whether what the data mean depends on the class (RFC 1035 section 3.4, RFC 3596 section 2.1). */
    private static boolean isInternetOnly(RecordType type) {
        return type.equals(RecordType.A) || type.equals(RecordType.AAAA) || type.equals(RecordType.SRV);
    }

    /** Reads data of class IN that stand alone. */
    static Decoded<RecordData> decode(RecordType type, Octets data) {
        try {
            MessageReader in = MessageReader.ofData(data);
            return Decoded.valid(in.data(data.length(), type, RecordClass.IN));
        } catch (NotWellFormed e) {
            return new Decoded.Rejected<>(e.why());
        }
    }

    static void require16Bits(int... numbers) {
        for (int number : numbers) {
            require(number, 0xffff);
        }
    }

    static void require32Bits(long... numbers) {
        for (long number : numbers) {
            require(number, 0xffffffffL);
        }
    }

    static void requireLength(int octets) {
        if (octets > MAX_LENGTH) {
            throw new IllegalArgumentException("RDATA are at most 65535 octets, found " + octets);
        }
    }

    private static void require(long number, long max) {
        if (number < 0 || number > max) {
            throw new IllegalArgumentException("expected a number from 0 to " + max + ", found " + number);
        }
    }

    private static RecordData soa(MessageReader in) {
        return new RecordData.Soa(
                in.name("MNAME"),
                in.name("RNAME"),
                in.u32("SERIAL"),
                in.u32("REFRESH"),
                in.u32("RETRY"),
                in.u32("EXPIRE"),
                in.u32("MINIMUM"));
    }

    private static RecordData txt(MessageReader in) {
        List<Octets> strings = new ArrayList<>();
        do {
            strings.add(in.octets(in.u8("a string's length"), "a string"));
        } while (in.remaining() > 0);
        return new RecordData.Txt(strings);
    }

    private static RecordData srv(MessageReader in) {
        return new RecordData.Srv(
                in.u16("the priority"), in.u16("the weight"), in.u16("the port"), in.name("the target"));
    }

    private static RecordData opt(MessageReader in) {
        if (in.remaining() == 0) {
            return NO_OPTIONS;
        }
        List<RecordData.Option> options = new ArrayList<>();
        while (in.remaining() > 0) {
            int code = in.u16("an option's code");
            options.add(new RecordData.Option(code, in.octets(in.u16("an option's length"), "an option")));
        }
        return new RecordData.Opt(options);
    }
}
