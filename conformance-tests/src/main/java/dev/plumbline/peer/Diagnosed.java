package dev.plumbline.peer;

import dev.plumbline.diagnosis.Diagnosis;
import dev.plumbline.diagnosis.Difference;
import dev.plumbline.diagnosis.Facts;
import dev.plumbline.diagnosis.Facts.Crossed;
import dev.plumbline.ip.Ipv4Field;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.trial.Finding;
import dev.plumbline.wire.Octets;
import java.util.List;
import java.util.Optional;

/** Names the mistake in a finding's headline, if a well-known one makes exactly the difference that it tells of. */
final class Diagnosed {
    private final List<Entry> entries;

    /** Knows what has happened at the endpoint. */
    Diagnosed(List<Entry> transcript) {
        this.entries = transcript.stream()
                .filter(entry -> entry.host().equals(Lab.ENDPOINT))
                .filter(entry -> entry.kind() == Kind.SENT || entry.kind() == Kind.RECEIVED)
                .toList();
    }

    /** The same finding, whose headline names the mistake; as it is if there is none that fits. */
    Finding finding(Finding finding) {
        List<Difference> differences = finding.comparison().differences();
        if (differences.isEmpty()) {
            return contradicted(finding).orElse(finding);
        }
        Facts facts = facts(
                finding.comparison().packet().isEmpty()
                        ? lastSent()
                        : finding.comparison().packet());
        return differences.stream()
                .flatMap(difference -> named(finding, last(differences, difference), facts).stream())
                .findFirst()
                .or(() -> contradicted(finding))
                .or(() -> ofAnotherKind(finding, facts))
                .orElse(finding);
    }

    private static Optional<Finding> ofAnotherKind(Finding finding, Facts facts) {
        List<Difference> differences = finding.comparison().differences();
        return differences.stream()
                .map(difference -> last(differences, difference))
                .flatMap(
                        difference -> Diagnosis.ofKind(difference, facts)
                                .map(words -> finding.headed(told(finding, difference, words)))
                                .stream())
                .findFirst();
    }

    /** Several words may tell of one difference: flags are named one by one. */
    private static Difference last(List<Difference> all, Difference one) {
        return all.stream()
                .filter(other -> other.quantity() == one.quantity()
                        && other.expected() == one.expected()
                        && other.seen() == one.seen())
                .reduce((earlier, later) -> later)
                .orElse(one);
    }

    /** What is wrong with the packet whatever it is compared with; with the last one, where it is said that something is missing. */
    private Optional<Finding> contradicted(Finding finding) {
        if (!finding.comparison().differences().stream()
                .allMatch(difference -> difference.quantity().isLength())) {
            return Optional.empty();
        }
        Octets culprit = finding.culprit();
        if (culprit != null) {
            return Diagnosis.contradiction(culprit).flatMap(difference -> named(finding, difference, facts(culprit)));
        }
        Octets last = lastSent();
        return Optional.of(finding)
                .filter(missing -> !missing.conclusive() && !missing.isBreakdown() && !isHandedOn(last))
                .flatMap(missing -> Diagnosis.contradiction(last))
                .flatMap(difference -> Diagnosis.of(difference, facts(last))
                        .map(mistake -> finding.diagnosed(
                                finding.headline() + "; the last packet of the endpoint cannot be read: " + mistake)));
    }

    /** What others have sent is their business. */
    private boolean isHandedOn(Octets datagram) {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.RECEIVED)
                .map(Entry::datagram)
                .anyMatch(came -> came.has(Ipv4Field.SOURCE)
                        && datagram.has(Ipv4Field.SOURCE)
                        && came.get(Ipv4Field.SOURCE) == datagram.get(Ipv4Field.SOURCE));
    }

    private Octets lastSent() {
        return entries.stream()
                .filter(entry -> entry.kind() == Kind.SENT)
                .reduce((earlier, later) -> later)
                .map(Entry::datagram)
                .orElse(Octets.empty());
    }

    private static Optional<Finding> named(Finding finding, Difference difference, Facts facts) {
        return Diagnosis.of(difference, facts).map(mistake -> finding.diagnosed(told(finding, difference, mistake)));
    }

    /** Right behind the words that tell of the difference. */
    private static String told(Finding finding, Difference difference, String mistake) {
        String headline = finding.headline();
        int at = headline.indexOf(difference.words());
        if (difference.words().isEmpty()) {
            return headline + ": " + mistake;
        }
        int end = at + difference.words().length();
        return at < 0
                ? headline + "; " + difference.words() + ": " + mistake
                : headline.substring(0, end) + ": " + mistake + headline.substring(end);
    }

    private Facts facts(Octets packet) {
        int end = entries.size();
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i).kind() == Kind.SENT && entries.get(i).datagram().equals(packet)) {
                end = i;
                break;
            }
        }
        return new Facts(
                packet,
                entries.subList(0, end).stream()
                        .map(entry -> new Crossed(entry.kind() == Kind.SENT, entry.datagram()))
                        .toList());
    }
}
