package dev.plumbline.adapter.linux;

import dev.plumbline.adapter.line.Field.Outcome;
import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.naming.CompositeName;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;
import org.jspecify.annotations.Nullable;

/**
 * The stub resolver of the Java library (JNDI's DNS provider), at work in a host's namespace: a kernel has none of its own. Each
 * question has a thread, for it is a thread that is in a namespace, with the sockets that it opens.
 */
final class JavaResolver {
    private static final Map<String, String> PATIENCE = new TreeMap<>(Map.of(
            "com.sun.jndi.dns.timeout.initial", "1000",
            "com.sun.jndi.dns.timeout.retries", "3"));

    private final Namespace namespace;
    private final List<Ipv4Address> servers;

    JavaResolver(Namespace namespace, List<Ipv4Address> servers) {
        this.namespace = namespace;
        this.servers = List.copyOf(servers);
    }

    /**
     * What became of a question.
     *
     * @param data of each record that was found, its data
     */
    record Answer(Outcome outcome, List<Octets> data) {
        private static Answer without(Outcome outcome) {
            return new Answer(outcome, List.of());
        }
    }

    /** How long it waits for an answer, and how often it asks, for the record: 1 s, 2 s and 4 s of each server. */
    static List<String> settings() {
        return PATIENCE.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    /** Whether it can look up records of a type. */
    static boolean knows(RecordType type) {
        return type.equals(RecordType.A);
    }

    /** Looks for the addresses of a name, and tells of the outcome from another thread. */
    void ask(DomainName name, Consumer<Answer> whenDone) {
        Thread thread = new Thread(() -> whenDone.accept(ask(name)), "question about " + name);
        thread.setDaemon(true);
        thread.start();
    }

    private Answer ask(DomainName name) {
        try {
            namespace.enter();
            return servers.isEmpty() ? Answer.without(Outcome.FAILED) : lookUp(name);
        } catch (NameNotFoundException e) {
            return Answer.without(Outcome.NO_SUCH_NAME);
        } catch (NamingException | RuntimeException e) {
            System.err.println(name + ": " + e);
            return Answer.without(Outcome.FAILED);
        }
    }

    @SuppressWarnings(
            "BanJNDI") // the DNS provider makes text of what it reads, never objects; and this is a child process
    private Answer lookUp(DomainName name) throws NamingException {
        InitialDirContext context = new InitialDirContext(environment());
        try {
            // As the one component of a name, in which a slash is not a separator.
            CompositeName asked = new CompositeName();
            asked.add(name.toString());
            Attribute addresses =
                    context.getAttributes(asked, new String[] {"A"}).get("A");
            return addresses == null ? Answer.without(Outcome.NO_DATA) : found(addresses);
        } finally {
            context.close();
        }
    }

    @SuppressWarnings("JdkObsolete") // JNDI asks for a Hashtable
    private Hashtable<String, Object> environment() {
        Hashtable<String, Object> environment = new Hashtable<>(PATIENCE);
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put(
                Context.PROVIDER_URL,
                servers.stream().map(server -> "dns://" + server).collect(Collectors.joining(" ")));
        return environment;
    }

    private static Answer found(Attribute addresses) throws NamingException {
        List<Octets> data = new ArrayList<>();
        NamingEnumeration<?> all = addresses.getAll();
        while (all.hasMore()) {
            @Nullable Object address = all.next();
            data.add(Ipv4Address.parse(String.valueOf(address)).octets());
        }
        return new Answer(Outcome.FOUND, data);
    }
}
