package dev.plumbline.steps.tcp;

import dev.plumbline.oracle.ArrivedNumbers;
import dev.plumbline.oracle.ArrivedNumbers.Range;
import dev.plumbline.peer.PeerConnection;
import dev.plumbline.steps.Scene;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the endpoint has made of a segment with text, and what it could know then: all numbers are counted from the peer's SYN.
 *
 * @param segment the numbers of its text
 * @param twice what of it was there before, in parts without a gap
 * @param held what lies beyond a gap now, each block whole, the one that was touched last first
 * @param answer what the endpoint has sent next, before anything else came
 * @param blocks what that reports
 */
record SackReport(Range segment, List<Range> twice, List<Range> held, Optional<TcpSegment> answer, List<Range> blocks) {
    /** All of them, in order. */
    static List<SackReport> all(Trial t) {
        PeerConnection connection = Scene.connection(t);
        List<Crossing> crossings = Crossing.all(t);
        ArrivedNumbers numbers = new ArrivedNumbers();
        numbers.add(new Range(0, 1));
        List<Range> latestFirst = new ArrayList<>();
        List<SackReport> all = new ArrayList<>();
        for (int i = 0; i < crossings.size(); i++) {
            TcpSegment segment = crossings.get(i).segment();
            if (isText(crossings.get(i))) {
                Range range = range(connection, new Block(segment.seq(), segment.end()));
                List<Range> twice = numbers.add(range);
                latestFirst.add(0, range);
                Optional<TcpSegment> answer = answer(crossings.subList(i + 1, crossings.size()));
                all.add(new SackReport(range, twice, held(numbers, latestFirst), answer, blocks(connection, answer)));
            }
        }
        return all;
    }

    private static boolean isText(Crossing crossing) {
        return !crossing.sent()
                && !crossing.segment().payload().isEmpty()
                && !crossing.segment().has(TcpFlag.SYN);
    }

    private static Range range(PeerConnection connection, Block block) {
        return new Range(block.left().minus(connection.iss()), block.right().minus(connection.iss()));
    }

    private static List<Range> held(ArrivedNumbers numbers, List<Range> latestFirst) {
        return latestFirst.stream()
                .flatMap(range -> numbers.beyond(0).stream().filter(whole -> whole.contains(range)))
                .distinct()
                .toList();
    }

    private static Optional<TcpSegment> answer(List<Crossing> after) {
        return after.stream()
                .filter(crossing -> crossing.sent() || isText(crossing))
                .findFirst()
                .filter(Crossing::sent)
                .map(Crossing::segment);
    }

    private static List<Range> blocks(PeerConnection connection, Optional<TcpSegment> answer) {
        return answer.map(TcpSegment::sackBlocks).orElse(List.of()).stream()
                .map(block -> range(connection, block))
                .toList();
    }

    /** Whether it is about something new beyond a gap, and about nothing else. */
    boolean isEarly() {
        return twice.isEmpty() && !held.isEmpty() && held.get(0).contains(segment);
    }

    /** The blocks but the one of what has come twice, if that is told. */
    List<Range> blocksOfHeld() {
        boolean told = !twice.isEmpty() && !blocks.isEmpty() && twice.contains(blocks.get(0));
        boolean whole = told && held.contains(blocks.get(0)) && Collections.frequency(blocks, blocks.get(0)) == 1;
        return told && !whole ? blocks.subList(1, blocks.size()) : blocks;
    }

    /** How many blocks there is room for (RFC 2018 section 3). */
    int room() {
        return answer.flatMap(segment -> segment.option(Timestamps.class)).isPresent() ? 3 : 4;
    }

    @Override
    public String toString() {
        return "octets " + segment + " were answered with "
                + answer.map(segment -> blocks.isEmpty() ? "no block" : "the blocks " + blocks)
                        .orElse("nothing")
                + (held.isEmpty() ? "" : ", when there were beyond a gap, the latest first, " + held);
    }
}
