package dev.plumbline.reference.dns;

import dev.plumbline.dns.DnsMessage;
import dev.plumbline.dns.ResponseCode;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.transport.SocketAddress;
import java.util.Set;

/**
 * Whether a message is the reply to a query: the matching rules of RFC 5452 section 9.1, one method for each. What does not match
 * is ignored, and waiting goes on: anybody can send it.
 *
 * <p>That it came to the query's own address and source port is UDP's business.
 */
public class ReplyCheck {
    private static final Set<ResponseCode> REFUSALS =
            Set.of(ResponseCode.FORMERR, ResponseCode.SERVFAIL, ResponseCode.NOTIMP, ResponseCode.REFUSED);

    /** Passes if every rule does. */
    public final boolean isReplyTo(DnsMessage query, Set<Ipv4Address> asked, SocketAddress source, DnsMessage reply) {
        return isFromServerAsked(asked, source)
                && isFromServerPort(source)
                && hasSameId(query, reply)
                && isResponse(reply)
                && hasSameOpcode(query, reply)
                && hasSameQuestion(query, reply);
    }

    /** Source address against query destination address; a reply to an earlier transmission counts too. */
    protected boolean isFromServerAsked(Set<Ipv4Address> asked, SocketAddress source) {
        return asked.contains(source.address());
    }

    /** The reply comes from the port that the query went to (RFC 2181 section 4.2). */
    protected boolean isFromServerPort(SocketAddress source) {
        return source.port().equals(StubResolver.DNS_PORT);
    }

    /** Query ID. */
    protected boolean hasSameId(DnsMessage query, DnsMessage reply) {
        return reply.header().id() == query.header().id();
    }

    /** "Discard datagrams which are queries when responses are expected" (RFC 1035 section 7.3). */
    protected boolean isResponse(DnsMessage reply) {
        return reply.header().response();
    }

    /** A response has the opcode of its query (RFC 1035 section 4.1.1). */
    protected boolean hasSameOpcode(DnsMessage query, DnsMessage reply) {
        return reply.header().opcode().equals(query.header().opcode());
    }

    /**
     * Query name, class and type. A server that refuses without repeating the question is taken at its word: that uses nothing of
     * the reply but that there will be none from there.
     */
    protected boolean hasSameQuestion(DnsMessage query, DnsMessage reply) {
        return reply.questions().equals(query.questions())
                || (reply.questions().isEmpty()
                        && REFUSALS.contains(reply.header().code()));
    }
}
