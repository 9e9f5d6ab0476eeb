package dev.plumbline.application;

import dev.plumbline.dns.DomainName;
import dev.plumbline.dns.RecordType;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.testbed.StackHost;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An application that looks up the records of one name, most often its addresses, once (RFC 1034 section 5.2.1). */
public final class LookUp implements ResolutionHandler {
    /** What it can be told. */
    public enum Outcome {
        /** There are records. */
        FOUND("records"),
        /** The name exists, but has no address. */
        NO_DATA("that the name has no address"),
        /** The name does not exist. */
        NO_SUCH_NAME("that there is no such name"),
        /** No server gave a usable answer. */
        FAILED("that the look-up failed");

        private final String words;

        Outcome(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private final StackHost host;
    private final String name;
    private final DomainName question;
    private final Consumer<List<Ipv4Address>> then;
    private @Nullable Outcome outcome;
    private List<Octets> data = List.of();
    private int told;

    private LookUp(StackHost host, String name, DomainName question, Consumer<List<Ipv4Address>> then) {
        this.host = host;
        this.name = name;
        this.question = question;
        this.then = then;
    }

    /**
     * Asks the stack.
     *
     * @param name what the transcript calls the application
     */
    public static LookUp start(StackHost host, String name, DomainName question) {
        return start(host, name, question, addresses -> {});
    }

    /** The same for records of any type. */
    public static LookUp start(StackHost host, String name, DomainName question, RecordType type) {
        LookUp lookUp = new LookUp(host, name, question, addresses -> {});
        String what = type.equals(RecordType.A) ? "" : type + " of ";
        host.call(name + " looks up " + what + question, () -> host.stack().resolve(question, type, lookUp));
        return lookUp;
    }

    /** The same, with something to do once it has addresses. */
    static LookUp start(StackHost host, String name, DomainName question, Consumer<List<Ipv4Address>> then) {
        LookUp lookUp = new LookUp(host, name, question, then);
        host.call(name + " looks up " + question, () -> host.stack().resolve(question, RecordType.A, lookUp));
        return lookUp;
    }

    /** The name that it looks up. */
    public DomainName question() {
        return question;
    }

    /** What it was told, if it was told anything. */
    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    /** How often it was told something: once, if all is well. */
    public int timesTold() {
        return told;
    }

    /** The addresses it was told, as they were told; data that are no addresses are left out. */
    public List<Ipv4Address> addresses() {
        return data.stream()
                .filter(d -> d.length() == 4)
                .map(d -> new Ipv4Address(d.i32(0)))
                .toList();
    }

    /** Whether all it was told are addresses. */
    public boolean hasOnlyAddresses() {
        return addresses().size() == data.size();
    }

    /** What it was told, in words. */
    @Override
    public String toString() {
        if (outcome == null) {
            return "nothing";
        }
        return outcome == Outcome.FOUND ? words() : outcome.toString();
    }

    @Override
    public void found(List<Octets> all) {
        data = List.copyOf(all);
        tell(Outcome.FOUND);
        if (!addresses().isEmpty()) {
            then.accept(addresses());
        }
    }

    @Override
    public void noData() {
        tell(Outcome.NO_DATA);
    }

    @Override
    public void noSuchName() {
        tell(Outcome.NO_SUCH_NAME);
    }

    @Override
    public void failed() {
        tell(Outcome.FAILED);
    }

    private void tell(Outcome what) {
        outcome = what;
        told++;
        host.event(name + " is told of " + question + ": " + this);
    }

    private String words() {
        return data.isEmpty()
                ? "an empty list of addresses"
                : data.stream()
                        .map(d -> d.length() == 4 ? new Ipv4Address(d.i32(0)).toString() : "0x" + d.toHex())
                        .collect(Collectors.joining(", "));
    }
}
