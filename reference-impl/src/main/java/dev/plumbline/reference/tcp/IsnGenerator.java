package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.transport.SocketAddress;
import java.time.Duration;

/**
 * Chooses initial sequence numbers: {@code ISN = M + F(localip, localport, remoteip, remoteport, secretkey)} (RFC 9293 section
 * 3.4.1). M is a clock, so that a new connection begins after the old one of the same name; F gives each name its own
 * numbers, which nobody without the key can guess.
 */
public class IsnGenerator {
    private static final long TICK_NANOS = 4_000;

    private final long key0;
    private final long key1;

    /** With a secret of 128 bits. */
    public IsnGenerator(long key0, long key1) {
        this.key0 = key0;
        this.key1 = key1;
    }

    /** The initial sequence number for a connection that is opened now. */
    @Keeps({"RFC9293/MUST-8", "RFC9293/MUST-9", "RFC9293/SHLD-1", "RFC9293/3.4.1-SECRET"})
    public SeqNumber choose(SocketAddress local, SocketAddress remote, Duration now) {
        long m = now.toNanos() / TICK_NANOS;
        long f = SipHash.of(key0, key1, word(local), word(remote));
        return SeqNumber.of(m + f);
    }

    /**
     * What the timestamp clock of such a connection shows at time zero: the same whenever it is opened, so that timestamps grow from
     * one connection to the next of that name (RFC 7323 section 5.4, RFC 6191 section 2), and nobody else can tell it.
     */
    public int clock(SocketAddress local, SocketAddress remote) {
        return (int) SipHash.of(key1, key0, word(local), word(remote));
    }

    private static long word(SocketAddress socket) {
        return ((socket.address().bits() & 0xffffffffL) << 16) | socket.port().number();
    }
}
