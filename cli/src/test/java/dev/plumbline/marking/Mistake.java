package dev.plumbline.marking;

/** A mistake that a student makes in the example's stack. */
enum Mistake {
    KEY_WITHOUT_ADDRESS(
            "ConnectionKey",
            "int localPort, SocketAddress remote) {\n    static",
            "int localPort, int remotePort) {\n    static",
            "(localPort, remote);",
            "(localPort, remote.port().number());"),
    UDP_CHECKSUM_ZERO("Udp", "checksum == 0 ? 0xffff : checksum", "checksum"),
    NO_WRAP("Seq", "a - b < 0", "a < b", "a - b <= 0", "a <= b"),
    NO_CARRY("Checksum", "(folded & 0xffff) + (folded >>> 16)", "folded & 0xffff"),
    SYN_NOT_COUNTED("Receiver", "nxt = irs + 1", "nxt = irs"),
    FIN_NOT_COUNTED("Receiver", "nxt++;\n        finReceived", "finReceived"),
    SIGNED_PORT("Udp", "(datagram.getShort(2) & 0xffff)", "((int) datagram.getShort(2))"),
    SENDS_ONCE(
            "Sender",
            "timer = null;\n        if (++attempts",
            "timer = null;\n        if (true) return;\n        if (++attempts"),
    OFFSET_IN_OCTETS("IpPacket", "(offset / UNIT |", "(offset |"),
    MSS_IGNORED("Sender", "mss = Math.min(fits, syn.mss() > 0 ? syn.mss() : DEFAULT_MSS)", "mss = fits"),
    OPTIONS_TAKEN_FOR_DATA("Segment", "(in.get(12) >> 4 & 0xf) * 4", "HEADER"),
    NO_PSEUDO_HEADER("Checksum", "finish(sum(pseudo.flip()) + sum(octets))", "finish(sum(octets))"),
    PORTS_SWAPPED(
            "Segment",
            "in.getShort(0) & 0xffff,\n                in.getShort(2)",
            "in.getShort(2) & 0xffff,\n                in.getShort(0)"),
    WINDOW_CLOSED("Receiver", "return BUFFER - received.count();", "return 0;");

    private static final String BETWEEN = "\0";

    private final String file;
    /** What is changed into what, in turns. */
    private final String changes;

    Mistake(String type, String... changes) {
        this.file = type + ".java";
        this.changes = String.join(BETWEEN, changes);
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
