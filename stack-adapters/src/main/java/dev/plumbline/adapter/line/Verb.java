package dev.plumbline.adapter.line;

import static dev.plumbline.adapter.line.Field.CALL;
import static dev.plumbline.adapter.line.Field.COUNT;
import static dev.plumbline.adapter.line.Field.ERROR;
import static dev.plumbline.adapter.line.Field.HOST;
import static dev.plumbline.adapter.line.Field.LISTENER;
import static dev.plumbline.adapter.line.Field.MTU;
import static dev.plumbline.adapter.line.Field.NAME;
import static dev.plumbline.adapter.line.Field.NANOS;
import static dev.plumbline.adapter.line.Field.OCTETS;
import static dev.plumbline.adapter.line.Field.OUTCOME;
import static dev.plumbline.adapter.line.Field.PORT;
import static dev.plumbline.adapter.line.Field.PREFIX;
import static dev.plumbline.adapter.line.Field.REASON;
import static dev.plumbline.adapter.line.Field.RECORD_TYPE;
import static dev.plumbline.adapter.line.Field.REMOTE_ADDRESS;
import static dev.plumbline.adapter.line.Field.REMOTE_PORT;
import static dev.plumbline.adapter.line.Field.SOCKET;
import static dev.plumbline.adapter.line.Field.TEXT;
import static dev.plumbline.adapter.line.Field.TIMER;
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
    // From the suite to the program. What stands without a role is a call, whose first field is CALL.
    /** Before a host is switched on: it has another link. */
    LINK(Role.ORDER, of(HOST, Field.LINK, Field.ADDRESS, PREFIX, MTU)),
    /** Before a host is switched on: it has another address on its first link. */
    ADDRESS(Role.ORDER, of(HOST, Field.ADDRESS)),
    /** Before a host is switched on: where a block of addresses is reached. */
    ROUTE(Role.ORDER, of(HOST, Field.ADDRESS, PREFIX, Field.LINK)),
    /** Before a host is switched on: a DNS server that it shall ask. */
    NAME_SERVER(Role.ORDER, of(HOST, Field.ADDRESS)),
    /** Switches a host on. */
    BOOT(of(CALL, HOST, Field.ADDRESS, PREFIX, MTU), of()),
    /** A datagram for the host, on its first link. */
    RX(Role.ORDER, of(HOST, OCTETS)),
    /** A datagram for the host, on any of its links. */
    RX_ON(Role.ORDER, of(HOST, Field.LINK, OCTETS)),
    /** Opens a UDP port. */
    UDP_OPEN(of(CALL, HOST, PORT), of(SOCKET, Field.ADDRESS, PORT)),
    /** Sends a UDP datagram. */
    UDP_SEND(of(CALL, HOST, SOCKET, Field.ADDRESS, PORT, OCTETS), of()),
    /** The same from one of the host's addresses. */
    UDP_SEND_FROM(of(CALL, HOST, SOCKET, Field.ADDRESS, REMOTE_ADDRESS, REMOTE_PORT, OCTETS), of()),
    /** Gives a UDP port up. */
    UDP_CLOSE(Role.ORDER, of(HOST, SOCKET)),
    /** A passive OPEN. */
    LISTEN(of(CALL, HOST, PORT), of(SOCKET, Field.ADDRESS, PORT)),
    /** A passive OPEN with a local address. */
    LISTEN_AT(of(CALL, HOST, Field.ADDRESS, PORT), of(SOCKET, Field.ADDRESS, PORT)),
    /** Accepts no more. */
    LISTEN_CLOSE(Role.ORDER, of(HOST, SOCKET)),
    /** An active OPEN, from a port to a peer. */
    CONNECT(of(CALL, HOST, PORT, REMOTE_ADDRESS, REMOTE_PORT), of(SOCKET, Field.ADDRESS, PORT)),
    /** The same with a local address. */
    CONNECT_FROM(of(CALL, HOST, Field.ADDRESS, PORT, REMOTE_ADDRESS, REMOTE_PORT), of(SOCKET, Field.ADDRESS, PORT)),
    /** An active OPEN by way of gateways: their addresses, four octets each. */
    CONNECT_VIA(of(CALL, HOST, PORT, OCTETS, REMOTE_ADDRESS, REMOTE_PORT), of(SOCKET, Field.ADDRESS, PORT)),
    /** SEND. */
    SEND(of(CALL, HOST, SOCKET, OCTETS), of(COUNT)),
    /** SEND of urgent data. */
    SEND_URGENT(of(CALL, HOST, SOCKET, OCTETS), of(COUNT)),
    /** How much urgent data remains to be read. */
    URGENT_LEFT(of(CALL, HOST, SOCKET), of(COUNT)),
    /** RECEIVE, at most so many octets. */
    RECEIVE(of(CALL, HOST, SOCKET, COUNT), of(OCTETS)),
    /** CLOSE of both directions. */
    CLOSE_HALF_DUPLEX(of(CALL, HOST, SOCKET), of()),
    /** CLOSE. */
    CLOSE(Role.ORDER, of(HOST, SOCKET)),
    /** ABORT. */
    ABORT(Role.ORDER, of(HOST, SOCKET)),
    /** Something else that an application asks of its connection. */
    SET(of(CALL, HOST, SOCKET, Field.SETTING, Field.VALUE), of()),
    /** STATUS. */
    STATUS(of(CALL, HOST, SOCKET), of(TEXT)),
    /** Asks the host's resolver. */
    RESOLVE(of(CALL, HOST, NAME, RECORD_TYPE), of(SOCKET)),
    /** Has the host answer for a zone. */
    SERVE(of(CALL, HOST, OCTETS), of(SOCKET)),
    /** Gives a server another version of its zone. */
    REPLACE(of(CALL, HOST, SOCKET, OCTETS), of()),
    /** Has a server answer no more. */
    SERVE_CLOSE(Role.ORDER, of(HOST, SOCKET)),
    /** In virtual time: what time it is on a host. */
    TIME(Role.TIME, of(HOST, NANOS)),
    /** In virtual time: what the program asked to be reminded of is due. */
    EXPIRED(Role.ORDER, of(HOST, TIMER)),
    /** In virtual time: the application knows of the event. */
    GO_ON(Role.REPLY, of()),
    /** In virtual time: random octets. */
    NUMBERS(Role.REPLY, of(OCTETS)),
    /** Switches a host off. */
    CLOSE_HOST(Role.ORDER, of(HOST)),
    /** Ends the program. */
    BYE(Role.FAREWELL, of()),

    // From the program to the suite.
    /** The program's first line. */
    PLUMBLINE(Role.GREETING, of(VERSION, TIME_BASE)),
    /** What the program is about to do before it is ready. */
    STARTING(Role.INTRODUCTION, of(TEXT)),
    /** The stack's name and what it claims. */
    STACK(Role.INTRODUCTION, of(TEXT)),
    /** In virtual time, since version 2: how many hosts the program serves in its life; without it, any number. */
    HOSTS(Role.INTRODUCTION, of(COUNT)),
    /** In virtual time: the program is ready. */
    READY(Role.READY, of()),
    /** The program cannot start, or not go on. */
    GIVE_UP(Role.GIVING_UP, of(TEXT)),
    /** What the stack was set to, for the record. */
    SETTINGS(Role.INTRODUCTION, of(TEXT)),
    /** A call was carried out; what follows depends on the call. */
    OK(Role.ANSWER, of(CALL, TEXT)),
    /** A call was not carried out. */
    REFUSED(Role.ANSWER, of(CALL, REASON, TEXT)),
    /** In virtual time: the end of a turn that was no call. */
    DONE(Role.DONE, of()),
    /** In virtual time: where the stack was when it threw, a line a frame. */
    TRACE(Role.REMARK, of(HOST, TEXT)),
    /** In virtual time: the end of a turn in which the stack threw something. */
    THREW(Role.BREAKDOWN, of(HOST, TEXT)),
    /** In virtual time: remind me once this time has passed. */
    AFTER(Role.REMARK, of(HOST, TIMER, NANOS)),
    /** In virtual time: do not remind me. */
    CANCEL(Role.REMARK, of(HOST, TIMER)),
    /** In virtual time: remind me as soon as this turn has ended. */
    SOON(Role.REMARK, of(HOST, TIMER)),
    /** In virtual time: random octets are wanted. */
    RANDOM(Role.QUESTION, of(HOST)),
    /** A datagram from the host, on its first link. */
    TX(Role.REMARK, of(HOST, OCTETS)),
    /** A datagram from the host, on any of its links. */
    TX_ON(Role.REMARK, of(HOST, Field.LINK, OCTETS)),
    /** A UDP datagram came in. */
    UDP_RECEIVED(Role.EVENT, of(HOST, SOCKET, Field.ADDRESS, PORT, OCTETS)),
    /** The same, with the address of the host that it was for. */
    UDP_RECEIVED_AT(Role.EVENT, of(HOST, SOCKET, Field.ADDRESS, REMOTE_ADDRESS, REMOTE_PORT, OCTETS)),
    /** ICMP reported that a UDP datagram did not arrive. */
    UDP_UNREACHABLE(Role.EVENT, of(HOST, SOCKET, Field.ADDRESS, PORT)),
    /** A listener has a new connection. */
    ACCEPTED(Role.EVENT, of(HOST, LISTENER, SOCKET, Field.ADDRESS, PORT, REMOTE_ADDRESS, REMOTE_PORT)),
    /** A connection that the suite opened is established. */
    ESTABLISHED(Role.EVENT, of(HOST, SOCKET)),
    /** There is data to receive. */
    READABLE(Role.EVENT, of(HOST, SOCKET)),
    /** The peer has urgent data. */
    URGENT(Role.EVENT, of(HOST, SOCKET)),
    /** There is room to send again. */
    WRITABLE(Role.EVENT, of(HOST, SOCKET)),
    /** The peer will send no more, and all it sent was taken. */
    PEER_CLOSED(Role.EVENT, of(HOST, SOCKET)),
    /** There is a trouble that may pass. */
    REPORTED(Role.EVENT, of(HOST, SOCKET, Field.REPORT)),
    /** The connection ended with an error. */
    FAILED(Role.EVENT, of(HOST, SOCKET, ERROR)),
    /** The connection ended as it should. */
    CLOSED(Role.EVENT, of(HOST, SOCKET)),
    /** What became of a question to the resolver. */
    RESOLVED(Role.EVENT, of(HOST, SOCKET, OUTCOME, TEXT)),
    /** A line for the transcript. */
    LOG(Role.REMARK, of(HOST, TEXT));

    private static final Map<String, Verb> BY_WORD =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Verb::word, Function.identity()));

    /** The version of the protocol in which {@link #HOSTS} came. */
    static final int HOSTS_SINCE = 2;

    private final Role role;
    private final List<Field> fields;
    private final List<Field> answer;
    private final String word;

    Verb(Role role, List<Field> fields) {
        this(role, fields, of());
    }

    Verb(List<Field> fields, List<Field> answer) {
        this(Role.CALL, fields, answer);
    }

    Verb(Role role, List<Field> fields, List<Field> answer) {
        this.role = role;
        this.fields = fields;
        this.answer = answer;
        this.word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The verb as it stands in a line. */
    public String word() {
        return word;
    }

    /** What part it has in the conversation. */
    public Role role() {
        return role;
    }

    /** What follows it. */
    public List<Field> fields() {
        return fields;
    }

    /** What follows {@code ok N} in the answer to it. */
    public List<Field> answer() {
        return answer;
    }

    /** Whether it tells an application something. */
    public boolean isEvent() {
        return role == Role.EVENT;
    }

    /** The verb that is written so, if there is one. */
    static Optional<Verb> named(String word) {
        return Optional.ofNullable(BY_WORD.get(word));
    }

    private static List<Field> of(Field... fields) {
        return List.of(fields);
    }
}
