package dev.plumbline.oracle;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.trial.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All laws, watching one host in one trial. */
public final class LawBook {
    private final String host;
    private final List<Law> laws;
    private Ipv4Address own = Ipv4Address.UNSPECIFIED;
    private boolean dnsSpoken;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> applied = new HashSet<>();

    /**
     * Watches the host with this name in the transcript.
     *
     * @param time whose time the host lives in: in real time packets may cross each other on the link
     */
    public LawBook(String host, TimeBase time) {
        this.host = host;
        List<Law> all = new ArrayList<>(List.of(
                HostLaws.header(),
                HostLaws.source(() -> own),
                HostLaws.timeToLive(),
                ChecksumLaws.udp(),
                ChecksumLaws.tcp(),
                HostLaws.icmpAbout(),
                new TcpLaws(time),
                new DnsQueryIds(() -> dnsSpoken),
                new DnsAnswerLaws(() -> dnsSpoken)));
        all.addAll(new DnsMessageLaws(() -> dnsSpoken).all());
        this.laws = List.copyOf(all);
    }

    /** The requirements that the laws stand for. */
    public static List<String> requirements() {
        return new LawBook("", TimeBase.VIRTUAL)
                .laws.stream().flatMap(law -> law.requirements().stream()).toList();
    }

    /** Says which address is the host's own. */
    public void endpointIs(Ipv4Address address) {
        own = address;
    }

    /** Says that what goes to and from port 53 is DNS: elsewhere an application may use the port as it likes. */
    public void dnsIsSpoken() {
        dnsSpoken = true;
    }

    /** Takes note of what happened. */
    public void see(Transcript.Entry entry) {
        if (!entry.host().equals(host)) {
            return;
        }
        switch (entry.kind()) {
            case CALL -> laws.forEach(Law::called);
            case RECEIVED -> {
                Packet packet = Packet.of(entry.datagram());
                laws.forEach(law -> applied.addAll(law.appliesToReceived(packet)));
                laws.forEach(law -> law.received(packet));
            }
            case SENT -> {
                Packet packet = Packet.of(entry.datagram());
                laws.forEach(law -> applied.addAll(law.appliesTo(packet)));
                laws.forEach(law -> law.sent(packet).ifPresent(violation -> report(violation, packet)));
            }
            case LOST, EVENT, LOG, NOTE -> {}
        }
    }

    /** The laws that were broken, the first one first. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The requirements that at least one datagram has put to the test. */
    public Set<String> applied() {
        return Set.copyOf(applied);
    }

    private void report(Law.Violation violation, Packet packet) {
        findings.add(Finding.law(violation.requirement(), violation.headline(), violation.expected(), packet.toString())
                .about(packet.datagram()));
    }
}
