package dev.plumbline.reference.dns;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.Question;
import dev.plumbline.requirement.Keeps;
import dev.plumbline.transport.Port;
import java.util.random.RandomGenerator;

/** Makes queries that nobody can guess: ID and source port are random, for each query anew (RFC 5452 section 9.2). */
public class QueryMaker {
    /** A standard query with one question that asks for recursion (RFC 1034 section 5.3.1). */
    @Keeps({"RFC1035/QUERY", "RFC1035/Z"})
    public DnsMessage query(Question question, RandomGenerator random) {
        return DnsMessage.query(id(random), question);
    }

    /** Any of the 65536 numbers. */
    @Keeps({"RFC1035/ID", "RFC5452/QUERY-ID"})
    protected int id(RandomGenerator random) {
        return random.nextInt(0x10000);
    }

    /** The port to send from; {@link Port#ANY} has UDP choose one at random that is free. */
    @Keeps("RFC5452/QUERY-PORT")
    public Port sourcePort() {
        return Port.ANY;
    }
}
