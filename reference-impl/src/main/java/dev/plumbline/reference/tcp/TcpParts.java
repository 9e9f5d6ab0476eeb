package dev.plumbline.reference.tcp;

import java.util.random.RandomGenerator;

/**
 * The parts that a {@link ReferenceTcp} is made of (RFC 9293 section 3.9 has the picture). Whoever wants one of them otherwise,
 * above all a suite that needs stacks with one fault each, overrides the method that makes it.
 */
public class TcpParts {
    /** What makes segments. */
    public Sender sender() {
        return new Sender();
    }

    /** The rules for segments that arrive. */
    public SegmentArrives segmentArrives(Sender sender) {
        return new SegmentArrives(sender);
    }

    /** The rules for the user's calls. */
    public UserCalls userCalls(Sender sender) {
        return new UserCalls(sender);
    }

    /** The rules for timers that run out. */
    public Timeouts timeouts(Sender sender) {
        return new Timeouts(sender);
    }

    /** One for each connection. */
    public RetransmissionTimeout retransmissionTimeout() {
        return new RetransmissionTimeout();
    }

    /** What chooses initial sequence numbers. */
    public IsnGenerator isnGenerator(RandomGenerator random) {
        return new IsnGenerator(random.nextLong(), random.nextLong());
    }

    /** Where connections are found. */
    public <C> ConnectionTable<C> connectionTable() {
        return new ConnectionTable<>();
    }

    /** What writes and reads segments. */
    public SegmentCodec codec() {
        return new SegmentCodec();
    }
}
