package dev.plumbline.testbed;

import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.wire.Octets;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Writes a transcript as a capture file in the format pcapng (draft-ietf-opsawg-pcapng-02 section 4), for Wireshark and its
 * kin.
 *
 * <p>Every host has an interface of its own, named after it; virtual time zero is 2000-01-01T00:00:00Z. What happened between
 * packets, and why a packet was lost, are comments on packets; what happened after a host's last packet is left out. Equal
 * transcripts give equal files.
 */
public final class Pcapng {
    /** With what is said about it. */
    private static final int LONGEST_PACKET = 1 << 18;

    private final PcapngBlocks blocks;
    private final Map<String, Integer> interfaces = new LinkedHashMap<>();
    private final Map<String, List<String>> comments = new HashMap<>();

    private Pcapng(OutputStream out) {
        blocks = new PcapngBlocks(out);
    }

    /**
     * Writes what every host saw; a datagram that two hosts saw is there twice.
     *
     * @throws IOException as {@code out} does
     */
    public static void write(OutputStream out, Transcript transcript) throws IOException {
        write(out, transcript.entries(), host -> true, Integer.MAX_VALUE);
    }

    /**
     * Writes what one host saw.
     *
     * @throws IOException as {@code out} does
     */
    public static void write(OutputStream out, Transcript transcript, String host) throws IOException {
        write(out, transcript, host, Integer.MAX_VALUE);
    }

    /**
     * The same, but not more than so many octets; a packet of no length at the end says how many are left out.
     *
     * @throws IOException as {@code out} does
     */
    public static void write(OutputStream out, Transcript transcript, String host, int most) throws IOException {
        write(out, transcript.entries(), host::equals, most);
    }

    private static void write(OutputStream out, List<Entry> all, Predicate<String> taps, int most) throws IOException {
        List<Entry> entries = all.stream()
                .filter(entry -> entry.host().isEmpty() || taps.test(entry.host()))
                .toList();
        Pcapng file = new Pcapng(out);
        file.blocks.sectionHeader("plumbline");
        for (Entry entry : entries) {
            if (entry.isDatagram() && !file.interfaces.containsKey(entry.host())) {
                file.interfaces.put(entry.host(), file.interfaces.size());
                file.blocks.interfaceDescription(entry.host());
            }
        }
        int next = 0;
        while (next < entries.size() && file.blocks.size() < most - LONGEST_PACKET) {
            file.add(entries, next);
            next++;
        }
        file.leftOut(entries.subList(next, entries.size()));
        out.flush();
    }

    private void leftOut(List<Entry> entries) throws IOException {
        long packets = entries.stream().filter(Entry::isDatagram).count();
        if (packets > 0) {
            blocks.packet(0, entries.get(0).at(), Octets.empty(), true, List.of(packets + " more are left out"));
        }
    }

    private void add(List<Entry> entries, int i) throws IOException {
        Entry entry = entries.get(i);
        if (!entry.isDatagram()) {
            remark(entry);
        } else if (entry.kind() != Kind.LOST) {
            boolean lost = i + 1 < entries.size() && isLossOf(entry, entries.get(i + 1));
            packet(entry, lost ? "LOST " + entries.get(i + 1).text() : "");
        } else if (i == 0 || !isLossOf(entries.get(i - 1), entry)) {
            packet(entry, "LOST " + entry.text());
        }
    }

    /** A datagram that is lost at once is one packet in the file, not two. */
    private static boolean isLossOf(Entry sent, Entry lost) {
        return sent.kind() == Kind.SENT
                && lost.kind() == Kind.LOST
                && sent.host().equals(lost.host())
                && sent.datagram().equals(lost.datagram());
    }

    private void remark(Entry entry) {
        String text = entry.kind() + " " + entry.text();
        for (String host : interfaces.keySet()) {
            if (entry.host().isEmpty() || entry.host().equals(host)) {
                comments.computeIfAbsent(host, any -> new ArrayList<>()).add(text);
            }
        }
    }

    private void packet(Entry entry, String remark) throws IOException {
        List<String> pending = comments.remove(entry.host());
        List<String> remarks = pending == null ? new ArrayList<>() : pending;
        if (!remark.isEmpty()) {
            remarks.add(remark);
        }
        Integer tap = interfaces.get(entry.host());
        blocks.packet(tap == null ? 0 : tap, entry.at(), entry.datagram(), entry.kind() == Kind.RECEIVED, remarks);
    }
}
