package dev.plumbline.courses;

import java.util.List;

/** A mistake that a student makes in the example's stack. */
enum Mistake {
    KEY_WITHOUT_ADDRESS(
            "PORT-3",
            "ConnectionKey",
            "int localPort, SocketAddress remote) {\n    static",
            "int localPort, int remotePort) {\n    static",
            "(localPort, remote);",
            "(localPort, remote.port().number());"),
    UDP_CHECKSUM_ZERO("UDP-2 RFC1122/UDP-CHECKSUM", "Udp", "checksum == 0 ? 0xffff : checksum", "checksum"),
    NO_WRAP("HS-5 HS-2 HS-4 ORD-1", "Seq", "a - b < 0", "a < b", "a - b <= 0", "a <= b"),
    NO_CARRY(
            "RFC791/HEADER IP-4 LAY-4 RFC9293/MUST-2 UDP-2 RFC1122/UDP-CHECKSUM",
            "Checksum",
            "(folded & 0xffff) + (folded >>> 16)",
            "folded & 0xffff"),
    SYN_NOT_COUNTED("HS-2 HS-3", "Receiver", "nxt = irs + 1", "nxt = irs"),
    FIN_NOT_COUNTED("DEL-1", "Receiver", "nxt++;\n        finReceived", "finReceived"),
    SIGNED_PORT("PORT-5 PORT-1", "Udp", "(datagram.getShort(2) & 0xffff)", "((int) datagram.getShort(2))"),
    SENDS_ONCE(
            "HS-6 DEL-2 DEL-3 HS-2 HS-5",
            "Sender",
            "timer = null;\n        if (++attempts",
            "timer = null;\n        if (true) return;\n        if (++attempts"),
    OFFSET_IN_OCTETS("IP-2 IP-3 RFC791/FRAGMENTS", "IpPacket", "(offset / UNIT |", "(offset |"),
    MSS_IGNORED(
            "RFC9293/MUST-16 LAY-4",
            "Sender",
            "mss = Math.min(fits, syn.mss() > 0 ? syn.mss() : DEFAULT_MSS)",
            "mss = fits"),
    /** It does not read the peer's MSS either, which is an option, and so sends what the peer does not take. */
    OPTIONS_TAKEN_FOR_DATA("LAY-3 HS-2 RFC9293/MUST-16", "Segment", "(in.get(12) >> 4 & 0xf) * 4", "HEADER"),
    NO_PSEUDO_HEADER(
            "LAY-4 RFC9293/MUST-2 UDP-2 RFC1122/UDP-CHECKSUM",
            "Checksum",
            "finish(sum(pseudo.flip()) + sum(octets))",
            "finish(sum(octets))"),
    PORTS_SWAPPED(
            "PORT-2 HS-2 PORT-1 PORT-5",
            "Segment",
            "in.getShort(0) & 0xffff,\n                in.getShort(2)",
            "in.getShort(2) & 0xffff,\n                in.getShort(0)"),
    WINDOW_CLOSED("DEL-1 HS-5 RFC9293/WINDOW", "Receiver", "return BUFFER - received.count();", "return 0;");

    private static final String BETWEEN = "\0";

    private final String file;
    /** What is changed into what, in turns. */
    private final String changes;

    /** Each of these it breaks itself; the first is the one that it is made for. */
    private final String rows;

    Mistake(String rows, String type, String... changes) {
        this.rows = rows;
        this.file = type + ".java";
        this.changes = String.join(BETWEEN, changes);
    }

    /** The requirements that it breaks, and not only those that stand on them. */
    List<String> requirements() {
        return List.of(rows.split(" "));
    }

    /** The source with the mistake in it. */
    String made(String name, String source) {
        if (!name.equals(file)) {
            return source;
        }
        String changed = source;
        String[] each = changes.split(BETWEEN, -1);
        for (int i = 0; i < each.length; i += 2) {
            if (!changed.contains(each[i])) {
                throw new IllegalStateException(this + " does not find: " + each[i]);
            }
            changed = changed.replace(each[i], each[i + 1]);
        }
        return changed;
    }
}
