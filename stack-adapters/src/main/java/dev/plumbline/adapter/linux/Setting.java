package dev.plumbline.adapter.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A kernel setting of a network namespace, with the reason why it is not left to the machine's owner: two runs on two machines
 * shall see the same stack.
 *
 * @param name its path below {@code /proc/sys/net}
 * @param values what to set it to: the first of these that the kernel takes
 * @param reason why
 */
record Setting(String name, List<String> values, String reason) {
    private static final String MISSING = "missing";
    private static final Path ROOT = Path.of("/proc/sys/net");

    private static Setting of(String name, String value, String reason) {
        return new Setting(name, List.of(value), reason);
    }

    /** All of them; those that decide what a device inherits have to be set before the device is made. */
    static final List<Setting> ALL = List.of(
            of("ipv6/conf/all/disable_ipv6", "1", "keeps router solicitations off the wire"),
            of("ipv6/conf/default/disable_ipv6", "1", "keeps router solicitations off the wire"),
            of("ipv4/conf/all/rp_filter", "0", "a datagram is judged by what it says, not by where it came in"),
            of("ipv4/conf/default/rp_filter", "0", "the larger of the two counts"),
            of("ipv4/conf/all/accept_source_route", "1", "claimed (RFC 1122 section 3.2.1.8); off in many machines"),
            of("ipv4/conf/default/accept_source_route", "1", "the smaller of the two counts"),
            of("ipv4/ip_forward", "0", "a host, not a router"),
            of(
                    "ipv4/ip_default_ttl",
                    "64",
                    "RFC 1122 section 3.2.1.7 wants it configurable; this is the default of today"),
            of("ipv4/ip_no_pmtu_disc", "0", "path MTU discovery is on (RFC 1191 section 3)"),
            of("ipv4/ip_local_port_range", "32768 60999", "RFC 6056 section 3.2: where chosen ports come from"),
            of("ipv4/ip_local_reserved_ports", "", "no port is kept from being chosen"),
            of("ipv4/icmp_ratelimit", "0", "each error shall be seen, not one a second"),
            of("ipv4/icmp_msgs_per_sec", "100000", "all hosts of a run share it in older kernels"),
            of("ipv4/icmp_msgs_burst", "10000", "goes with it"),
            of("ipv4/icmp_echo_ignore_all", "0", "RFC 1122 section 3.2.2.6: answers pings"),
            of("ipv4/icmp_echo_ignore_broadcasts", "1", "the default; RFC 1122 section 3.2.2.6 allows either"),
            of("ipv4/tcp_window_scaling", "1", "claimed"),
            of("ipv4/tcp_timestamps", "1", "claimed"),
            of("ipv4/tcp_sack", "1", "claimed"),
            of("ipv4/tcp_dsack", "1", "goes with tcp_sack (RFC 2883 section 4)"),
            of("ipv4/tcp_ecn", "1", "claimed: asks for ECN, too, and not only agrees to it"),
            of("ipv4/tcp_ecn_fallback", "1", "the default: asks without ECN, if nobody answers"),
            of("ipv4/tcp_fastopen", "0", "no data on a SYN"),
            of("ipv4/tcp_invalid_ratelimit", "0", "each challenge ACK shall be seen, not two a second"),
            of(
                    "ipv4/tcp_challenge_ack_limit",
                    "2147483647",
                    "the same (RFC 5961 section 7 asks for a limit, not for a low one)"),
            of(
                    "ipv4/tcp_syn_linear_timeouts",
                    "0",
                    "a SYN's retransmissions back off from the first (RFC 6298 section 5, rule (5.5))"),
            of("ipv4/tcp_syn_retries", "4", "an unanswered OPEN fails after 31 s, which a test can wait for"),
            of("ipv4/tcp_synack_retries", "5", "the default"),
            of(
                    "ipv4/tcp_retries2",
                    "5",
                    "data that nobody acknowledges fails after 13 s or more, which a test can wait for"),
            of("ipv4/tcp_fin_timeout", "60", "the default"),
            of("ipv4/tcp_tw_reuse", "0", "TIME-WAIT is kept (RFC 9293 section 3.6.1)"),
            of("ipv4/tcp_rfc1337", "0", "the default"),
            of("ipv4/tcp_syncookies", "0", "a SYN is answered in one way only"),
            of("ipv4/tcp_max_syn_backlog", "4096", "no SYN is dropped for want of room"),
            of("ipv4/tcp_abort_on_overflow", "0", "the default"),
            of("ipv4/tcp_no_metrics_save", "1", "one connection shall not learn from another"),
            of("ipv4/tcp_moderate_rcvbuf", "0", "else the receive window grows as it fills"),
            of("ipv4/tcp_rmem", "4096 131072 131072", "the same receive window everywhere: 64 KiB at first"),
            of("ipv4/tcp_wmem", "4096 65536 262144", "the same room for SEND everywhere"),
            of("ipv4/tcp_adv_win_scale", "1", "goes with tcp_rmem"),
            of("ipv4/tcp_workaround_signed_windows", "0", "the default"),
            of("ipv4/tcp_slow_start_after_idle", "1", "RFC 5681 section 4.1"),
            of("ipv4/tcp_autocorking", "0", "what is sent leaves at once"),
            of("ipv4/tcp_comp_sack_delay_ns", "0", "each segment out of order is acknowledged (RFC 5681 section 4.2)"),
            of("ipv4/tcp_early_retrans", "3", "the default: tail loss probes (RFC 8985 section 7)"),
            of("ipv4/tcp_min_tso_segs", "2", "the default"),
            of("ipv4/tcp_mtu_probing", "0", "the default"),
            new Setting(
                    "ipv4/tcp_congestion_control", List.of("cubic", "reno"), "else the machine's, which may be BBR"));

    /**
     * Sets it in the network namespace of this thread and reads it back.
     *
     * @return {@code name=value} with what the kernel says then, or {@code name=missing}
     */
    String apply() {
        Path file = ROOT.resolve(name);
        for (String value : values) {
            if (write(file, value) && read(file).equals(value.replace(' ', ','))) {
                break;
            }
        }
        String now = read(file);
        boolean asWanted = values.stream().anyMatch(value -> now.equals(value.replace(' ', ',')));
        String note = asWanted || now.equals(MISSING) ? "" : "(not-as-wanted)";
        return name.replace('/', '.') + "=" + now + note;
    }

    private static boolean write(Path file, String value) {
        try {
            Files.writeString(file, value + "\n", StandardOpenOption.WRITE);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** In one piece: the kernel gives the rest of a number to no second read. */
    private static String read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] content = new byte[4096];
            int length = Math.max(0, in.read(content));
            return new String(content, 0, length, StandardCharsets.US_ASCII)
                    .strip()
                    .replaceAll("\\s+", ",");
        } catch (IOException e) {
            return MISSING;
        }
    }

    /** Makes the network namespace of this thread forget what it learnt about paths, such as their MTU. */
    static void forgetRoutes() {
        try {
            Files.writeString(ROOT.resolve("ipv4/route/flush"), "1\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the routing cache cannot be flushed", e);
        }
    }
}
