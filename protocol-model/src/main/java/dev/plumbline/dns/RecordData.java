package dev.plumbline.dns;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Decoded;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.stream.Collectors;

/** A record's data, RDATA; as text they are what a master file has (RFC 1035 section 5.1). */
public sealed interface RecordData {
    /** The type of a record with such data. */
    RecordType type();

    /** Writes the data, the names that may be compressed with {@link DataWriter#name}. */
    void writeTo(DataWriter out);

    /** The data by themselves, without compression: what {@code ResolutionHandler.found} gives. */
    default Octets encode() {
        MessageWriter out = new MessageWriter(false, 64);
        writeTo(out);
        return out.toOctets();
    }

    /** Reads data of class IN that stand alone, so that no name in them may be compressed (RFC 1035 section 4.1.4). */
    static Decoded<RecordData> decode(RecordType type, Octets data) {
        return DataReaders.decode(type, data);
    }

    /** An IPv4 address (RFC 1035 section 3.4.1). */
    record A(Ipv4Address address) implements RecordData {
        @Override
        public RecordType type() {
            return RecordType.A;
        }

        @Override
        public void writeTo(DataWriter out) {
            out.u32(address.bits());
        }

        @Override
        public String toString() {
            return address.toString();
        }
    }

    /** An IPv6 address, 16 octets (RFC 3596 section 2.2). */
    record Aaaa(Octets address) implements RecordData {
        /** Refuses what is no address. */
        public Aaaa {
            if (address.length() != 16) {
                throw new IllegalArgumentException("an IPv6 address has 16 octets, found " + address.length());
            }
        }

        @Override
        public RecordType type() {
            return RecordType.AAAA;
        }

        @Override
        public void writeTo(DataWriter out) {
            out.octets(address);
        }

        @Override
        public String toString() {
            return Ipv6Text.write(address);
        }
    }

    /** A name server (RFC 1035 section 3.3.11). */
    record Ns(DomainName server) implements RecordData {
        @Override
        public RecordType type() {
            return RecordType.NS;
        }

        @Override
        public void writeTo(DataWriter out) {
            out.name(server);
        }

        @Override
        public String toString() {
            return server.toString();
        }
    }

    /** The name that the owner is an alias of (RFC 1035 section 3.3.1). */
    record Cname(DomainName target) implements RecordData {
        @Override
        public RecordType type() {
            return RecordType.CNAME;
        }

        @Override
        public void writeTo(DataWriter out) {
            out.name(target);
        }

        @Override
        public String toString() {
            return target.toString();
        }
    }

    /** A pointer to some other name (RFC 1035 section 3.3.12). */
    record Ptr(DomainName target) implements RecordData {
        @Override
        public RecordType type() {
            return RecordType.PTR;
        }

        @Override
        public void writeTo(DataWriter out) {
            out.name(target);
        }

        @Override
        public String toString() {
            return target.toString();
        }
    }

    /**
     * The start of a zone (RFC 1035 section 3.3.13).
     *
     * @param mname the zone's primary server
     * @param rname the mailbox of who is responsible
     * @param serial the zone's version; this and the others are 0 to 2^32 - 1
     * @param refresh seconds after which a secondary looks for changes
     * @param retry seconds after which it tries again
     * @param expire seconds after which it answers no more
     * @param minimum how long in seconds what does not exist may be remembered (RFC 2308 section 4)
     */
    record Soa(DomainName mname, DomainName rname, long serial, long refresh, long retry, long expire, long minimum)
            implements RecordData {
        /** Refuses what does not fit its field. */
        public Soa {
            DataReaders.require32Bits(serial, refresh, retry, expire, minimum);
        }

        @Override
        public RecordType type() {
            return RecordType.SOA;
        }

        @Override
        public void writeTo(DataWriter out) {
            out.name(mname)
                    .name(rname)
                    .u32(serial)
                    .u32(refresh)
                    .u32(retry)
                    .u32(expire)
                    .u32(minimum);
        }

        @Override
        public String toString() {
            return mname + " " + rname + " " + serial + " " + refresh + " " + retry + " " + expire + " " + minimum;
        }
    }

    /** Where mail goes; the lowest preference first, 0 to 65535 (RFC 1035 section 3.3.9). */
    record Mx(int preference, DomainName exchange) implements RecordData {
        /** Refuses what does not fit its field. */
        public Mx {
            DataReaders.require16Bits(preference);
        }

        @Override
        public RecordType type() {
            return RecordType.MX;
        }

        @Override
        public void writeTo(DataWriter out) {
            out.u16(preference).name(exchange);
        }

        @Override
        public String toString() {
            return preference + " " + exchange;
        }
    }

    /** One string or more, each of up to 255 octets (RFC 1035 section 3.3.14). */
    record Txt(List<Octets> strings) implements RecordData {
        /** Refuses what cannot be written. */
        public Txt {
            strings = List.copyOf(strings);
            if (strings.isEmpty() || strings.stream().anyMatch(s -> s.length() > 255)) {
                throw new IllegalArgumentException("expected one string or more of up to 255 octets, found " + strings);
            }
            DataReaders.requireLength(
                    strings.stream().mapToInt(s -> 1 + s.length()).sum());
        }

        @Override
        public RecordType type() {
            return RecordType.TXT;
        }

        @Override
        public void writeTo(DataWriter out) {
            strings.forEach(s -> out.u8(s.length()).octets(s));
        }

        @Override
        public String toString() {
            return strings.stream().map(NameText::quote).collect(Collectors.joining(" "));
        }
    }

    /** Where a service is; the numbers are 0 to 65535 (RFC 2782, "The format of the SRV RR"). */
    record Srv(int priority, int weight, int port, DomainName target) implements RecordData {
        /** Refuses what does not fit its field. */
        public Srv {
            DataReaders.require16Bits(priority, weight, port);
        }

        @Override
        public RecordType type() {
            return RecordType.SRV;
        }

        @Override
        public void writeTo(DataWriter out) {
            out.u16(priority).u16(weight).u16(port).fullName(target);
        }

        @Override
        public String toString() {
            return priority + " " + weight + " " + port + " " + target;
        }
    }

    /** What an OPT record carries; {@link Edns} has the rest of it (RFC 6891 section 6.1.2). */
    record Opt(List<Option> options) implements RecordData {
        /** Refuses what cannot be written. */
        public Opt {
            options = List.copyOf(options);
            int length = 0;
            for (Option option : options) {
                length += 4 + option.data().length();
            }
            DataReaders.requireLength(length);
        }

        @Override
        public RecordType type() {
            return RecordType.OPT;
        }

        @Override
        public void writeTo(DataWriter out) {
            options.forEach(o -> out.u16(o.code()).u16(o.data().length()).octets(o.data()));
        }

        @Override
        public String toString() {
            return options.toString();
        }
    }

    /** An option of an OPT record; the code is 0 to 65535 (RFC 6891 section 6.1.2). */
    record Option(int code, Octets data) {
        /** Refuses what does not fit its field. */
        public Option {
            DataReaders.require16Bits(code);
        }

        @Override
        public String toString() {
            return code + "=" + data.toHex();
        }
    }

    /** Data of a type that has no record here, or that are wrong on purpose (RFC 3597 section 3). */
    record Unknown(RecordType type, Octets data) implements RecordData {
        /** Refuses what cannot be written. */
        public Unknown {
            DataReaders.requireLength(data.length());
        }

        @Override
        public void writeTo(DataWriter out) {
            out.octets(data);
        }

        /** The form of RFC 3597 section 5. */
        @Override
        public String toString() {
            return ("\\# " + data.length() + " " + data.toHex()).strip();
        }
    }
}
