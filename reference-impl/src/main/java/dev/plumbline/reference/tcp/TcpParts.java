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
        return new SegmentArrives(sender, ackProcessing(sender));
    }

    /** The rules for what they acknowledge. */
    public AckProcessing ackProcessing(Sender sender) {
        return new AckProcessing(sender, sackProcessing(sender));
    }

    /** The rules for what they acknowledge selectively. */
    public SackProcessing sackProcessing(Sender sender) {
        return new SackProcessing(sender);
    }

    /** The rules for the user's calls. */
    public UserCalls userCalls(Sender sender) {
        return new UserCalls(sender);
    }

    /** The rules for timers that run out. */
    public Timeouts timeouts(Sender sender) {
        return new Timeouts(sender, sackProcessing(sender));
    }

    /** The rules for errors that the network reports. */
    public IcmpErrorArrives icmpErrorArrives(Sender sender) {
        return new IcmpErrorArrives(sender);
    }

    // One for each connection.

    /** How long a connection waits for an acknowledgment. */
    public RetransmissionTimeout retransmissionTimeout() {
        return new RetransmissionTimeout();
    }

    /** How much it puts under way. */
    public CongestionWindow congestionWindow() {
        return new CongestionWindow();
    }

    /** How it learns from routers, before they drop anything, and tells the peer. */
    public CongestionNotification congestionNotification(CongestionWindow window) {
        return new CongestionNotification(window);
    }

    /** What it makes of duplicate acknowledgments. */
    public FastRecovery fastRecovery(CongestionWindow window) {
        return new FastRecovery(window);
    }

    /** Whether it permits selective acknowledgments (RFC 2018 section 2). */
    public boolean permitsSack() {
        return true;
    }

    /** What it tells the peer of text beyond a gap. */
    public ArrivedBlocks arrivedBlocks() {
        return new ArrivedBlocks();
    }

    /** What it knows of what is under way, with selective acknowledgments. */
    public Scoreboard scoreboard() {
        return new Scoreboard();
    }

    /** How it then finds what is lost. */
    public Rack rack() {
        return new Rack(new ReorderingWindow());
    }

    /** When it asks whether the last segments are lost. */
    public TailLossProbe tailLossProbe() {
        return new TailLossProbe();
    }

    /** How losses change what it puts under way. */
    public SackRecovery sackRecovery(CongestionWindow window) {
        return new SackRecovery(window);
    }

    /** Where it keeps what has arrived. */
    public ReceiveQueue receiveQueue() {
        return new ReceiveQueue();
    }

    /** When it asks whether the peer is still there. */
    public KeepAlive keepAlive() {
        return new KeepAlive();
    }

    /** What it says of urgent data. */
    public UrgentMark urgentMark() {
        return new UrgentMark();
    }

    /** By way of which gateways its segments go. */
    public SourceRouting sourceRouting() {
        return new SourceRouting();
    }

    /** When it sends less than a full segment. */
    public WhenToSendData whenToSendData() {
        return new WhenToSendData();
    }

    /** When its acknowledgments wait. */
    public WhenToAcknowledge whenToAcknowledge() {
        return new WhenToAcknowledge();
    }

    /** When it opens its window again. */
    public WhenToUpdateWindow whenToUpdateWindow() {
        return new WhenToUpdateWindow();
    }

    /** Whether and how it scales its windows. */
    public WindowScaling windowScaling() {
        return new WindowScaling();
    }

    /** What it does with timestamps; {@code offset} is its clock's, which differs from connection to connection. */
    public Timestamping timestamping(int offset) {
        return new Timestamping(offset);
    }

    // One for all connections.

    /** What chooses initial sequence numbers. */
    public IsnGenerator isnGenerator(RandomGenerator random) {
        return new IsnGenerator(random.nextLong(), random.nextLong());
    }

    /** When a connection in TIME-WAIT gives way. */
    public Reincarnation reincarnation() {
        return new Reincarnation();
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
