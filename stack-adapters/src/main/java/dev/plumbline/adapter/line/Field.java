package dev.plumbline.adapter.line;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpError;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.wire.Octets;
import java.util.Locale;
import java.util.function.Function;

/** What a word of a line can be: how it is written, and what it must look like to be read. */
public enum Field {
    /** The version of the protocol. */
    VERSION(0, Integer.MAX_VALUE),
    /** Whose time the program lives in. */
    TIME_BASE(TimeBase.class, "'real-time' or 'virtual-time'", Field::timeBase),
    /** What an answer refers to. */
    CALL(0, Integer.MAX_VALUE),
    /** A booted host. */
    HOST(0, Integer.MAX_VALUE),
    /** One of a host's links. */
    LINK(0, Integer.MAX_VALUE),
    /** An open UDP port, a listener, a connection, a question to a resolver or a name server. */
    SOCKET(0, Integer.MAX_VALUE),
    /** The listener that a connection came to. */
    LISTENER(0, Integer.MAX_VALUE),
    /** An address. */
    ADDRESS(Ipv4Address.class, "an IPv4 address such as 192.0.2.1", Ipv4Address::parse),
    /** A port. */
    PORT(0, 65535),
    /** The peer's address. */
    REMOTE_ADDRESS(Ipv4Address.class, "an IPv4 address such as 192.0.2.1", Ipv4Address::parse),
    /** The peer's port. */
    REMOTE_PORT(0, 65535),
    /** How many leading bits the addresses on the link share. */
    PREFIX(0, 32),
    /** The largest datagram on the link, in octets. */
    MTU(68, 65535),
    /** A number of octets. */
    COUNT(0, Integer.MAX_VALUE),
    /** Octets; a lone hyphen stands for none. */
    OCTETS(Octets.class, "octets in hex, or - for none", word -> word.equals("-") ? Octets.empty() : hex(word)),
    /** Why a call was refused. */
    REASON(CallRefused.Reason.class, "a reason such as PORT_IN_USE", CallRefused.Reason::valueOf),
    /** How a connection failed. */
    ERROR(TcpError.class, "REFUSED, RESET, TIMED_OUT or UNREACHABLE", TcpError::valueOf),
    /** A span of time, or the time since a host was switched on, in nanoseconds. */
    NANOS(Long.class, "a decimal number of nanoseconds", word -> number(word, Long.MAX_VALUE)),
    /** A trouble that may pass. */
    REPORT(TcpReport.class, "ICMP_ERROR or RETRANSMISSIONS", TcpReport::valueOf),
    /** What an application asks of its connection. */
    SETTING(SettingName.class, "a setting such as NO_DELAY", SettingName::valueOf),
    /** What it is to be: 1 or 0 for yes or no, a number of nanoseconds, or another number. */
    VALUE(Long.class, "a decimal number", word -> number(word, Long.MAX_VALUE)),
    /** A timer, or other work that the program wants to be reminded of. */
    TIMER(0, Integer.MAX_VALUE),
    /** A domain name as RFC 1035 section 5.1 writes it. */
    NAME(DomainName.class, "a domain name such as www.example.", DomainName::parse),
    /** What is asked about a name. */
    RECORD_TYPE(RecordType.class, "a record type's number", word -> new RecordType((int) number(word, 65535))),
    /** How a question to a resolver ended. */
    OUTCOME(Outcome.class, "FOUND, NO_DATA, NO_SUCH_NAME or FAILED", Outcome::valueOf),
    /** The rest of the line; may be empty. */
    TEXT(String.class, "text without control characters", Field::text);

    /** How a question to a resolver ended: the calls of {@link dev.plumbline.spi.ResolutionHandler}. */
    public enum Outcome {
        /** There are such records. */
        FOUND,
        /** The name has no such record. */
        NO_DATA,
        /** There is no such name. */
        NO_SUCH_NAME,
        /** Nobody knows. */
        FAILED
    }

    private final Class<?> type;
    private final String expected;

    @SuppressWarnings("ImmutableEnumChecker") // the functions above hold nothing
    private final Function<String, ?> reader;

    Field(Class<?> type, String expected, Function<String, ?> reader) {
        this.type = type;
        this.expected = expected;
        this.reader = reader;
    }

    Field(int min, int max) {
        this(Integer.class, "a decimal number from " + min + " to " + max, word -> number(word, min, max));
    }

    /** What must stand here, in words. */
    public String expected() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", " + expected;
    }

    /** Reads a word; throws {@link IllegalArgumentException} if it is not of this kind. */
    Object read(String word) {
        return reader.apply(word);
    }

    /** Writes a value of this kind; throws {@link IllegalArgumentException} if it is of another, or out of range. */
    String write(Object value) {
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException("expected " + expected() + ", found " + value);
        }
        String word = word(value);
        if (value instanceof Octets || value instanceof Ipv4Address) {
            return word; // there is no wrong one
        }
        var unused = reader.apply(word);
        return word.strip();
    }

    private static String word(Object value) {
        if (value instanceof Octets octets) {
            return octets.isEmpty() ? "-" : octets.toHex();
        }
        if (value instanceof RecordType recordType) {
            return Integer.toString(recordType.code());
        }
        if (value instanceof DomainName name) {
            return name.toString().replace(" ", "\\032");
        }
        if (value instanceof TimeBase base) {
            return base == TimeBase.REAL ? "real-time" : "virtual-time";
        }
        return value.toString();
    }

    private static Octets hex(String word) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException("no octets");
        }
        return Octets.ofHex(word);
    }

    private static Integer number(String word, int min, int max) {
        long value = number(word, max);
        if (value < min) {
            throw new IllegalArgumentException("out of range: " + word);
        }
        return (int) value;
    }

    private static long number(String word, long max) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) < '0' || word.charAt(i) > '9') {
                throw new IllegalArgumentException("not a number: " + word);
            }
        }
        long value = Long.parseLong(word);
        if (value > max) {
            throw new IllegalArgumentException("out of range: " + word);
        }
        return value;
    }

    private static TimeBase timeBase(String word) {
        return switch (word) {
            case "real-time" -> TimeBase.REAL;
            case "virtual-time" -> TimeBase.VIRTUAL;
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static String text(String rest) {
        if (rest.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control characters in text");
        }
        return rest;
    }
}
