package dev.plumbline.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.testbed.Transcript.Entry;
import dev.plumbline.testbed.Transcript.Kind;
import dev.plumbline.wire.Octets;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapngTest {
    private record Option(int code, Octets value) {}

    private record Block(int type, Octets body) {
        /** The options from {@code at} on; the padding must be zero and the end must be marked. */
        List<Option> options(int at) {
            List<Option> options = new ArrayList<>();
            int next = at;
            while (body.u16(next) != 0) {
                int length = body.u16(next + 2);
                options.add(new Option(body.u16(next), body.slice(next + 4, next + 4 + length)));
                int padded = (length + 3) / 4 * 4;
                assertThat(body.slice(next + 4 + length, next + 4 + padded))
                        .isEqualTo(Octets.wrap(new byte[padded - length]));
                next += 4 + padded;
            }
            assertThat(body.length()).isEqualTo(next + 4);
            assertThat(body.i32(next)).isZero();
            return options;
        }

        Octets packet() {
            return body.slice(20, 20 + body.i32(12));
        }

        List<Option> packetOptions() {
            return options(20 + (body.i32(12) + 3) / 4 * 4);
        }
    }

    private final Transcript transcript = new Conversation().play();

    @Test
    void beginsWithASectionAndOneInterfaceForEachHost() throws IOException {
        List<Block> blocks = read(write());
        Block section = blocks.get(0);
        assertThat(section.type()).isEqualTo(0x0A0D0D0A);
        assertThat(section.body().slice(0, 16)).isEqualTo(Octets.ofHex("1a2b3c4d 0001 0000 ffffffffffffffff"));
        assertThat(section.options(16)).containsExactly(new Option(4, Octets.ofText("plumbline")));

        List<Block> interfaces =
                blocks.stream().filter(block -> block.type() == 1).toList();
        assertThat(interfaces).extracting(block -> block.body().u16(0)).containsExactly(101, 101);
        assertThat(interfaces)
                .extracting(block -> block.options(8))
                .containsExactly(
                        List.of(new Option(2, Octets.ofText("endpoint")), new Option(9, Octets.of(9))),
                        List.of(new Option(2, Octets.ofText("peer")), new Option(9, Octets.of(9))));
    }

    @Test
    void everyDatagramIsThereWithTimeAndDirection() throws IOException {
        List<Entry> expected = transcript.entries().stream()
                .filter(entry -> entry.kind() == Kind.SENT || entry.kind() == Kind.RECEIVED)
                .toList();
        List<Block> packets = packets(write("endpoint"));
        assertThat(packets).hasSameSizeAs(expected);
        for (int i = 0; i < packets.size(); i++) {
            Block block = packets.get(i);
            Entry entry = expected.get(i);
            assertThat(block.packet()).isEqualTo(entry.datagram());
            assertThat(block.body().i32(16)).isEqualTo(entry.datagram().length());
            long nanos = ((long) block.body().i32(4) << 32) | (block.body().i32(8) & 0xffffffffL);
            assertThat(nanos).isEqualTo(946_684_800_000_000_000L + entry.at().toNanos());
            Octets flags = Octets.of(0, 0, 0, entry.kind() == Kind.RECEIVED ? 1 : 2);
            assertThat(block.packetOptions()).contains(new Option(2, flags));
        }
    }

    @Test
    void whatHappenedBetweenPacketsAndLossesAreComments() throws IOException {
        List<List<String>> comments = packets(write()).stream()
                .map(block -> block.packetOptions().stream()
                        .filter(option -> option.code() == 1)
                        .map(option -> option.value().toText())
                        .toList())
                .filter(list -> !list.isEmpty())
                .toList();
        assertThat(comments)
                .containsExactly(
                        List.of("CALL listen(80)"),
                        List.of("EVENT accepted 192.0.2.2:1234", "LOG state ESTABLISHED"),
                        List.of("LOST dropped by the network"),
                        List.of("LOST dropped by the network"));
    }

    /** A storm leaves the same packet over and over. */
    @Test
    void noMoreThanSoManyOctetsAndHowManyAreLeftOut() throws IOException {
        Transcript storm = new Transcript(new VirtualTimeline());
        for (int i = 0; i < 10_000; i++) {
            storm.append(Transcript.Kind.SENT, "endpoint", Octets.wrap(new byte[1_000]), "");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pcapng.write(out, storm, "endpoint", 2 << 20);
        assertThat(out.size()).isBetween(1 << 20, 2 << 20);
        List<Block> packets = read(out.toByteArray()).stream()
                .filter(block -> block.type() == 6)
                .toList();
        Block last = packets.get(packets.size() - 1);
        assertThat(last.packet().length()).isZero();
        assertThat(last.packetOptions().get(0).value())
                .isEqualTo(Octets.ofText(10_000 - packets.size() + 1 + " more are left out"));
    }

    @Test
    void equalTranscriptsGiveEqualFiles() throws IOException {
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        Pcapng.write(again, new Conversation().play());
        assertThat(again.toByteArray()).isEqualTo(write());
    }

    private byte[] write() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Pcapng.write(file, transcript);
        return file.toByteArray();
    }

    private byte[] write(String host) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Pcapng.write(file, transcript, host);
        return file.toByteArray();
    }

    private static List<Block> packets(byte[] file) {
        return read(file).stream().filter(block -> block.type() == 6).toList();
    }

    /** Blocks follow each other without gaps; each tells its length at both ends, a multiple of four. */
    private static List<Block> read(byte[] bytes) {
        Octets file = Octets.wrap(bytes);
        List<Block> blocks = new ArrayList<>();
        int at = 0;
        while (at < file.length()) {
            int length = file.i32(at + 4);
            assertThat(length % 4).isZero();
            assertThat(file.i32(at + length - 4)).isEqualTo(length);
            blocks.add(new Block(file.i32(at), file.slice(at + 8, at + length - 4)));
            at += length;
        }
        return blocks;
    }
}
