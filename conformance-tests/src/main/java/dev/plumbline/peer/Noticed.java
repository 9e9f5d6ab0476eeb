package dev.plumbline.peer;

import dev.plumbline.diagnosis.Facts.Crossed;
import dev.plumbline.diagnosis.Notices;
import dev.plumbline.oracle.Packet;
import dev.plumbline.testbed.Transcript;
import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the exchange of a world that failed shows besides what was found there. */
public final class Noticed {
    private static final String CONNECTED = " is connected to ";

    private Noticed() {}

    /** Nothing, if the stack broke down: then that is what its reader must hear of. */
    public static List<String> in(Transcript transcript, Finding finding) {
        boolean judged = finding.kind() == Finding.Kind.VIOLATION || finding.kind() == Finding.Kind.UNREACHED;
        if (!judged) {
            return List.of();
        }
        List<Entry> own = transcript.entries().stream()
                .filter(entry -> entry.host().equals(Lab.ENDPOINT))
                .toList();
        List<String> all = new ArrayList<>(Notices.of(crossed(own), !finding.conclusive()));
        moreThanCame(own).ifPresent(all::add);
        otherThanWhoCame(own).ifPresent(all::add);
        if (!finding.conclusive()) {
            emptyHanded(own).ifPresent(all::add);
            leftWaiting(own).ifPresent(all::add);
            new Unanswered(own, transcript.alarms(Lab.ENDPOINT), transcript.now())
                    .words()
                    .ifPresent(all::add);
            all.addAll(silent(own));
        }
        return all;
    }

    private static List<String> silent(List<Entry> own) {
        boolean spoke = own.stream().anyMatch(entry -> entry.kind() == Kind.SENT || entry.kind() == Kind.EVENT);
        return spoke
                ? List.of()
                : Notices.ofSilence(own.stream()
                        .filter(entry -> entry.kind() == Kind.RECEIVED)
                        .map(Entry::datagram)
                        .toList());
    }

    private static Optional<String> emptyHanded(List<Entry> own) {
        return own.stream()
                .filter(entry -> entry.kind() == Kind.EVENT && entry.text().endsWith(" receives 0 octets"))
                .findFirst()
                .map(entry ->
                        "The application was told that there is data, and was given none. Perhaps it is told before"
                                + " the data lies where receive finds it.");
    }

    private static Optional<String> moreThanCame(List<Entry> own) {
        return own.stream()
                .filter(entry -> entry.text().endsWith(", more than has come in, and asks no more"))
                .findFirst()
                .map(entry ->
                        "The application was given far more octets than have come in: what it has taken must leave"
                                + " the receive buffer.");
    }

    /** A connection is with who has sent the segments that came. */
    private static Optional<String> otherThanWhoCame(List<Entry> own) {
        Set<String> came = own.stream()
                .filter(entry -> entry.kind() == Kind.RECEIVED)
                .map(entry -> Packet.of(entry.datagram()))
                .flatMap(packet -> packet.tcp().stream()
                        .flatMap(segment -> packet.ip().stream()
                                .map(ip -> new SocketAddress(ip.source(), segment.sourcePort()).toString())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return own.stream()
                .filter(entry -> entry.kind() == Kind.EVENT && entry.text().contains(CONNECTED))
                .map(entry -> entry.text().substring(entry.text().indexOf(CONNECTED) + CONNECTED.length()))
                .filter(told -> !came.isEmpty() && !came.contains(told))
                .findFirst()
                .map(told -> "The application was told that it is connected to " + told
                        + ", but the segments came from " + String.join(" and ", came) + ".");
    }

    private static Optional<String> leftWaiting(List<Entry> own) {
        boolean keeps = own.stream().anyMatch(entry -> entry.text().contains(" and keeps the rest until "));
        boolean told = own.stream().anyMatch(entry -> entry.text().endsWith(" is told that there is room"));
        return keeps && !told
                ? Optional.of(
                        "The application still keeps data that the stack did not take: it was never told that there is"
                                + " room again.")
                : Optional.empty();
    }

    private static List<Crossed> crossed(List<Entry> own) {
        return own.stream()
                .filter(entry -> entry.kind() == Kind.SENT || entry.kind() == Kind.RECEIVED)
                .map(entry -> new Crossed(entry.kind() == Kind.SENT, entry.datagram()))
                .toList();
    }
}
