package dev.plumbline.steps.dns;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.Question;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.peer.DnsServerPeer;
import dev.plumbline.peer.PhoneBook;
import dev.plumbline.steps.Scene;
import dev.plumbline.trial.Trial;
import dev.plumbline.values.AnyDns;
import java.util.List;
import net.jqwik.api.Arbitrary;

/** The book of the DNS server that the endpoint asks, and that server, which is played by the first peer. */
final class Book extends Directory {
    private static final int MOST = 8;
    private static final DomainName ANYWHERE = DomainName.parse("example.com");

    private final DnsServerPeer server;
    private final int timeToLive;
    private ServerReply reply = ServerReply.RIGHT;

    Book(Trial trial, Lifetime lifetime) {
        super(trial);
        Scene.lab(trial).speakDns();
        server = new DnsServerPeer(Scene.peer(trial), trial.world().timeline());
        timeToLive = lifetime.seconds(trial);
    }

    DnsServerPeer server() {
        return server;
    }

    /** The server answers in another way from now on. */
    void answersWith(ServerReply other, DnsScene scene) {
        reply = other;
        other.begin(scene);
    }

    /** What who looks up a name must be told as things are now. */
    DnsTold told(DomainName name) {
        if (reply.isFailure()) {
            return DnsTold.FAILURE;
        }
        return server.book().has(name) ? DnsTold.ADDRESSES : DnsTold.NO_SUCH_NAME;
    }

    /** The names in it, in the order in which they came in. */
    List<DomainName> owners() {
        return server.book().records().stream().map(r -> r.name()).distinct().toList();
    }

    /** Which of its names a question is about; the first one, if it is about none. */
    int place(Question question) {
        return Math.max(0, owners().indexOf(question.name()));
    }

    @Override
    void publish(PhoneBook next) {
        super.publish(next);
        server.use(next);
    }

    /** What is not in it may be remembered as that for as long as what is. */
    @Override
    PhoneBook blank() {
        return PhoneBook.empty(DomainName.ROOT, 1, timeToLive);
    }

    @Override
    Arbitrary<DomainName> names() {
        return AnyDns.name();
    }

    @Override
    Arbitrary<DomainName> shortNames() {
        return AnyDns.shortName();
    }

    @Override
    Arbitrary<DomainName> below(DomainName above) {
        return AnyDns.nameBelow(above, DomainName.MAX_NAME);
    }

    @Override
    int timeToLive() {
        return timeToLive;
    }

    @Override
    List<Ipv4Address> addresses() {
        return trial().draw(ADDRESSES, AnyDns.addresses(1, MOST));
    }

    @Override
    DomainName wild() {
        return ANYWHERE.prepend("wild");
    }

    @Override
    DomainName between() {
        return ANYWHERE.prepend("between");
    }
}
