package dev.plumbline.oracle;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.TimeBase;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.trial.Finding;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All laws, watching one host in one trial. */
public final class LawBook {
    private final String host;
    private final List<Law> laws;
    /** Those with a requirement that nothing has put to the test yet. */
    private final List<Law> untested;

    private Duration now = Duration.ZERO;
    private List<Link> links = List.of();
    private boolean dnsSpoken;
    private final List<Finding> findings = new ArrayList<>();
    private final Fragments fragments = new Fragments();
    private final Fragments ownFragments = new Fragments();
    /** What a datagram carries is right or wrong however it was cut. */
    private final List<Law> lawsOfWhole = List.of(ChecksumLaws.udp(), ChecksumLaws.tcp());

    private final SourceLaw source;
    private final Set<String> applied = new HashSet<>();
    private List<Ipv4Address> moreAddresses = List.of();
    private Set<String> excused = Set.of();
    private Set<String> leftOut = Set.of();
    private final Set<String> deviations = new HashSet<>();

    /**
     * Watches the host with this name in the transcript.
     *
     * @param time whose time the host lives in: in real time packets may cross each other on the link
     */
    public LawBook(String host, TimeBase time) {
        this.host = host;
        source = new SourceLaw(() -> links, () -> moreAddresses);
        List<Law> all = new ArrayList<>(List.of(
                HostLaws.header(),
                source,
                HostLaws.timeToLive(),
                HostLaws.mtu(() -> links),
                new FragmentLaws(source::isOwn, () -> now),
                new IcmpQuoteLaw(),
                ChecksumLaws.udp(),
                ChecksumLaws.tcp(),
                HostLaws.icmpAbout(),
                TcpHeaderLaws.reserved(),
                TcpHeaderLaws.padding(),
                TcpHeaderLaws.mssOnSyn(),
                TcpHeaderLaws.sackPermittedOnSyn(),
                new TcpLaws(time, () -> now)));
        this.laws = all;
        this.untested = new ArrayList<>(all);
    }

    private static List<Law> lawsOfDns() {
        List<Law> all = new ArrayList<>(List.of(new DnsQueryIds(), new GuessedQueries(), new DnsAnswerLaws()));
        all.addAll(DnsMessageLaws.all());
        return all;
    }

    /** The requirements that the laws stand for. */
    public static List<String> requirements() {
        LawBook book = new LawBook("", TimeBase.VIRTUAL);
        book.dnsIsSpoken();
        return book.laws.stream().flatMap(law -> law.requirements().stream()).toList();
    }

    /** Says which links the host has: one, or several if it is a router; and which addresses besides theirs. */
    public void endpointIs(List<Link> own, List<Ipv4Address> more) {
        links = List.copyOf(own);
        moreAddresses = List.copyOf(more);
    }

    /** Says that what goes to and from port 53 is DNS: elsewhere an application may use the port as it likes. */
    public void dnsIsSpoken() {
        if (!dnsSpoken) {
            dnsSpoken = true;
            List<Law> more = lawsOfDns();
            laws.addAll(more);
            untested.addAll(more);
        }
    }

    /** Says which requirements the host is known not to keep: breaking these is no finding. */
    public void excuse(Set<String> requirements) {
        excused = Set.copyOf(requirements);
    }

    /** Says which requirements the host does not claim to keep: they are none of its business. */
    public void leaveOut(Set<String> requirements) {
        leftOut = Set.copyOf(requirements);
    }

    /** Takes note of what happened. */
    public void see(Transcript.Entry entry) {
        if (!entry.host().equals(host)) {
            return;
        }
        now = entry.at();
        switch (entry.kind()) {
            case CALL -> laws.forEach(Law::called);
            case RECEIVED -> received(Packet.of(entry.datagram()));
            case SENT -> sent(Packet.of(entry.datagram()));
            case LOST, EVENT, LOG, NOTE -> {}
        }
    }

    private void received(Packet packet) {
        untested.removeIf(law -> isTested(law, law.appliesToReceived(packet)));
        for (Law law : laws) {
            law.received(packet);
        }
        fragments.add(packet).ifPresent(whole -> laws.forEach(law -> law.received(whole)));
    }

    private void sent(Packet packet) {
        untested.removeIf(law -> isTested(law, law.appliesTo(packet)));
        for (Law law : laws) {
            Optional<Law.Violation> violation = law.sent(packet);
            if (violation.isPresent()) {
                report(violation.get(), packet, "");
            }
        }
        if (packet.ip().filter(ip -> source.isOwn(ip.source())).isPresent()) {
            ownFragments.add(packet).ifPresent(this::sentInFragments);
        }
    }

    private void sentInFragments(Packet whole) {
        for (Law law : lawsOfWhole) {
            applied.addAll(law.appliesTo(whole));
            law.sent(whole).ifPresent(violation -> report(violation, whole, ", cut into fragments"));
        }
    }

    private boolean isTested(Law law, Set<String> concerned) {
        return !concerned.isEmpty() && applied.addAll(concerned) && applied.containsAll(law.requirements());
    }

    /** The laws that were broken, the first one first. */
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    /** The requirements that at least one datagram has put to the test. */
    public Set<String> applied() {
        return Set.copyOf(applied);
    }

    /** The excused requirements that were broken indeed. */
    public Set<String> deviations() {
        return Set.copyOf(deviations);
    }

    private void report(Law.Violation violation, Packet packet, String how) {
        if (leftOut.contains(violation.requirement())) {
            return;
        }
        if (excused.contains(violation.requirement())) {
            deviations.add(violation.requirement());
            return;
        }
        Finding finding = Finding.law(
                violation.requirement(), violation.headline() + how, violation.expected(), packet.toString());
        findings.add((violation.conclusive() ? finding : finding.inconclusive())
                .about(packet.datagram())
                .comparing(packet.datagram(), violation.differences()));
    }
}
