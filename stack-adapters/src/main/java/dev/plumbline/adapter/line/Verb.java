package dev.plumbline.adapter.line;

import static dev.plumbline.adapter.line.Field.ADDRESS;
import static dev.plumbline.adapter.line.Field.CALL;
import static dev.plumbline.adapter.line.Field.COUNT;
import static dev.plumbline.adapter.line.Field.ERROR;
import static dev.plumbline.adapter.line.Field.HOST;
import static dev.plumbline.adapter.line.Field.LISTENER;
import static dev.plumbline.adapter.line.Field.MTU;
import static dev.plumbline.adapter.line.Field.OCTETS;
import static dev.plumbline.adapter.line.Field.PORT;
import static dev.plumbline.adapter.line.Field.PREFIX;
import static dev.plumbline.adapter.line.Field.REASON;
import static dev.plumbline.adapter.line.Field.REMOTE_ADDRESS;
import static dev.plumbline.adapter.line.Field.REMOTE_PORT;
import static dev.plumbline.adapter.line.Field.SOCKET;
import static dev.plumbline.adapter.line.Field.TEXT;
import static dev.plumbline.adapter.line.Field.TIME_BASE;
import static dev.plumbline.adapter.line.Field.VERSION;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The first word of a line, with the words that follow it: the grammar of the protocol as a table. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are from List.of
public enum Verb {
    // From the suite to the program. A verb whose first field is CALL is answered with OK or REFUSED.
    /** Switches a host on. */
    BOOT(of(CALL, HOST, ADDRESS, PREFIX, MTU), of()),
    /** A datagram for the host. */
    RX(of(HOST, OCTETS)),
    /** Opens a UDP port. */
    UDP_OPEN(of(CALL, HOST, PORT), of(SOCKET, ADDRESS, PORT)),
    /** Sends a UDP datagram. */
    UDP_SEND(of(CALL, HOST, SOCKET, ADDRESS, PORT, OCTETS), of()),
    /** Gives a UDP port up. */
    UDP_CLOSE(of(HOST, SOCKET)),
    /** A passive OPEN. */
    LISTEN(of(CALL, HOST, PORT), of(SOCKET, ADDRESS, PORT)),
    /** Accepts no more. */
    LISTEN_CLOSE(of(HOST, SOCKET)),
    /** An active OPEN, from a port to a peer. */
    CONNECT(of(CALL, HOST, PORT, REMOTE_ADDRESS, REMOTE_PORT), of(SOCKET, ADDRESS, PORT)),
    /** SEND. */
    SEND(of(CALL, HOST, SOCKET, OCTETS), of(COUNT)),
    /** RECEIVE, at most so many octets. */
    RECEIVE(of(CALL, HOST, SOCKET, COUNT), of(OCTETS)),
    /** CLOSE. */
    CLOSE(of(HOST, SOCKET)),
    /** ABORT. */
    ABORT(of(HOST, SOCKET)),
    /** Switches a host off. */
    CLOSE_HOST(of(HOST)),
    /** Ends the program. */
    BYE(of()),

    // From the program to the suite.
    /** The program's first line. */
    PLUMBLINE(of(VERSION, TIME_BASE)),
    /** What the stack was set to, for the record. */
    SETTINGS(of(TEXT)),
    /** A call was carried out; what follows depends on the call. */
    OK(of(CALL, TEXT)),
    /** A call was not carried out. */
    REFUSED(of(CALL, REASON, TEXT)),
    /** A datagram from the host. */
    TX(of(HOST, OCTETS)),
    /** A UDP datagram came in. */
    UDP_RECEIVED(of(HOST, SOCKET, ADDRESS, PORT, OCTETS)),
    /** ICMP reported that a UDP datagram did not arrive. */
    UDP_UNREACHABLE(of(HOST, SOCKET, ADDRESS, PORT)),
    /** A listener has a new connection. */
    ACCEPTED(of(HOST, LISTENER, SOCKET, ADDRESS, PORT, REMOTE_ADDRESS, REMOTE_PORT)),
    /** A connection that the suite opened is established. */
    ESTABLISHED(of(HOST, SOCKET)),
    /** There is data to receive. */
    READABLE(of(HOST, SOCKET)),
    /** There is room to send again. */
    WRITABLE(of(HOST, SOCKET)),
    /** The peer will send no more, and all it sent was taken. */
    PEER_CLOSED(of(HOST, SOCKET)),
    /** The connection ended with an error. */
    FAILED(of(HOST, SOCKET, ERROR)),
    /** The connection ended as it should. */
    CLOSED(of(HOST, SOCKET)),
    /** A line for the transcript. */
    LOG(of(HOST, TEXT));

    private static final Map<String, Verb> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Verb::word, Function.identity()));

    private final List<Field> fields;
    private final List<Field> answer;
    private final String word;

    Verb(List<Field> fields) {
        this(fields, of());
    }

    Verb(List<Field> fields, List<Field> answer) {
        this.fields = fields;
        this.answer = answer;
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verb as it stands in a line. */
    public String word() {
        return word;
    }

    /** What follows it. */
    public List<Field> fields() {
        return fields;
    }

    /** What follows {@code ok N} in the answer to it. */
    public List<Field> answer() {
        return answer;
    }

    /** The verb that is written so, if there is one. */
    static Optional<Verb> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    private static List<Field> of(Field... fields) {
        return List.of(fields);
    }
}
