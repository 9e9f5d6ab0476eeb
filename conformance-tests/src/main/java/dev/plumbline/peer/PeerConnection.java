package dev.plumbline.peer;

import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.oracle.Packet;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.trial.Expectation;
import dev.plumbline.trial.Waits;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * The peer's end of a TCP connection, played by hand: it keeps the numbers of RFC 9293 section 3.3.1, and sends only what a
 * step tells it to, unless it is told to {@link #acknowledgeByItself}.
 */
public final class PeerConnection {
    private final Peer peer;
    private final SocketAddress local;
    private final SocketAddress remote;
    private final Ends ends;
    private final SeqNumber iss;
    private final Reader reader;
    private SeqNumber sndNxt;
    private final Heard heard;
    private final Incoming incoming = new Incoming();
    private final Extensions extensions;
    private boolean synReceived;
    private final Overlooked overlooked = new Overlooked();
    private final Outgoing outgoing = new Outgoing(this);
    private Consumer<Octets> listener = data -> {};
    private final Replies replies = new Replies(this, incoming);

    /** One that has neither sent nor received anything; {@code iss} is the number of its SYN. */
    public PeerConnection(Peer peer, SocketAddress local, SocketAddress remote, SeqNumber iss) {
        this.peer = peer;
        this.local = local;
        this.remote = remote;
        this.ends = new Ends(peer, local, remote);
        this.iss = iss;
        this.sndNxt = iss;
        this.heard = new Heard(iss);
        this.extensions = peer.extensions();
        this.reader = peer.reader(ends::concerns);
        peer.claim(local.port());
        peer.onArrival(this::arrived);
    }

    /** The peer's address and port. */
    public SocketAddress local() {
        return local;
    }

    /** The endpoint's address and port. */
    public SocketAddress remote() {
        return remote;
    }

    /** ISS: the number of its SYN. */
    public SeqNumber iss() {
        return iss;
    }

    /** SND.NXT: the number of the next octet it will send. */
    public SeqNumber sndNxt() {
        return sndNxt;
    }

    /** SND.UNA: the number up to which the endpoint has acknowledged. */
    public SeqNumber acknowledged() {
        return heard.acknowledged();
    }

    /** How many octets more the endpoint's window takes. */
    public int room() {
        return Math.max(0, heard.rightEdge().minus(sndNxt));
    }

    /** The largest segment that the endpoint takes, as far as this end would send one. */
    public int mss() {
        return extensions.mss(heard.mss());
    }

    /** IRS: the number of the endpoint's SYN. */
    public SeqNumber irs() {
        return heard.irs();
    }

    /** RCV.NXT: the number it expects next from the endpoint. */
    public SeqNumber rcvNxt() {
        return incoming.next();
    }

    /** What the endpoint has sent in order, while this end acknowledged by itself. */
    public Octets received() {
        return incoming.received();
    }

    /** Every segment of this connection that has arrived, in order. */
    public List<TcpSegment> arrivals() {
        return ends.arrivals();
    }

    /** Goes through the arrivals of this connection. */
    public Reader reader() {
        return reader;
    }

    /** A segment with the next sequence number, acknowledging what was received. */
    public TcpSegment.Builder next() {
        TcpSegment.Builder segment = TcpSegment.between(local.port(), remote.port())
                .seq(sndNxt)
                .window(extensions.field(incoming.window()))
                .options(extensions.onSegment());
        return synReceived ? segment.ack(incoming.next()) : segment;
    }

    /** Its SYN, with the option that says how large segments may be, and with what it offers; acknowledges the endpoint's SYN if that has come. */
    public TcpSegment syn() {
        return extensions.syn(next().seq(iss), incoming.window(), synReceived);
    }

    /** Sends a segment and moves SND.NXT to its end, if that is further on. */
    public void send(TcpSegment segment) {
        transmit(segment);
        sndNxt = SeqNumber.later(sndNxt, segment.end());
    }

    /** Sends a segment that does not count: SND.NXT stays. */
    public void transmit(TcpSegment segment) {
        extensions.sent(segment);
        peer.send(packet(segment).encode());
    }

    /** Sends data in one segment, pushed. */
    public void sendData(Octets data) {
        send(next().flag(TcpFlag.PSH).payload(data).build());
    }

    /** As much of {@code data} as goes into one segment and the endpoint's window, beside so many octets of options. */
    public Octets fitting(Octets data, int options) {
        return data.slice(0, Math.min(data.length(), Math.min(room(), Math.max(1, mss() - options))));
    }

    /** Sends data in as many segments as it takes, as the endpoint's window lets it. Nothing is sent again. */
    public void sendAll(Octets data) {
        outgoing.add(data);
    }

    /** What it has still to send. */
    public Outgoing outgoing() {
        return outgoing;
    }

    /** Sends a bare acknowledgment. */
    public void acknowledge() {
        transmit(next().build());
    }

    /** Takes note of the endpoint's SYN. */
    public void synArrived(TcpSegment syn) {
        synReceived = true;
        extensions.heard(syn);
        heard.syn(syn);
        incoming.goOnAt(syn.seq().plus(1));
    }

    /** From now on keeps what comes in order, and acknowledges it at once. */
    public void acknowledgeByItself() {
        replies.begin();
    }

    /** Has somebody told of the data that this end takes while it acknowledges by itself. */
    public void onData(Consumer<Octets> other) {
        listener = other;
    }

    /** The endpoint has everything up to {@code end}: that is what this end sends next. */
    public void taken(SeqNumber end) {
        sndNxt = SeqNumber.later(sndNxt, end);
    }

    /** Takes note of the end of the endpoint's stream. */
    public void finArrived(TcpSegment fin) {
        incoming.goOnAt(fin.end());
    }

    /** Whether the endpoint's SYN has arrived. */
    public boolean hasSyn() {
        return synReceived;
    }

    /** Whether a segment of the endpoint begins with what is expected next. */
    boolean isNext(TcpSegment segment) {
        return synReceived && segment.seq().equals(incoming.next());
    }

    /** From now on offers a window of so many octets, 0 to 65535, more if it scales its windows, and takes no more. */
    public void offer(int octets) {
        incoming.offer(octets);
    }

    /** From now on what it takes fills its window, whose right edge stays where it is (RFC 9293 section 3.8.6, SHLD-14). */
    public void fillUp() {
        incoming.fillUp();
        replies.begin();
    }

    /** From now on it takes what probes of a closed window bring (RFC 9293 section 3.8.6.1). */
    public void takeProbes() {
        incoming.takeProbes();
    }

    /** What it keeps behind a gap, the latest first. */
    public List<TcpOption.Block> held() {
        return incoming.held();
    }

    /** What it offers in its SYN besides its MSS. */
    public Extensions extensions() {
        return extensions;
    }

    /** How it answers by itself, if it does. */
    public Replies replies() {
        return replies;
    }

    /** The next segment that carries {@code number} is lost on the way, for all that this end knows. */
    public void overlook(SeqNumber number) {
        overlooked.next(number);
    }

    /** Keeps what has arrived, without a word to the endpoint. */
    public void take(Octets data) {
        incoming.take(data);
    }

    /** An IP packet of this connection, for those who want to change something in it. */
    public Ipv4Packet packet(TcpSegment segment) {
        return peer.packet(IpProtocol.TCP, remote.address(), segment.encode(local.address(), remote.address()));
    }

    /** Sends an IP packet as it is. */
    public void send(Octets datagram) {
        peer.send(datagram);
    }

    /** Waits for a segment. What is repeated, or acknowledges without saying anything else, is harmless. */
    public Expectation expect(SegmentPattern wanted, Consumer<TcpSegment> then) {
        return expectWithin(Waits.ANSWER, wanted, then);
    }

    /** The same, and how long to wait at most. */
    public Expectation expectWithin(Duration limit, SegmentPattern wanted, Consumer<TcpSegment> then) {
        SegmentPattern pattern = wanted.between(remote, local);
        return new Arrives(
                reader,
                pattern.toString(),
                SegmentJudge.of(this, pattern),
                arrival -> then.accept(arrival.tcp().orElseThrow()),
                limit);
    }

    private void arrived(Packet arrival) {
        arrival.tcp().filter(ends::belongs).filter(s -> !s.has(TcpFlag.RST)).ifPresent(segment -> {
            extensions.heard(segment);
            heard.segment(segment, sndNxt, extensions.windowOf(segment));
            outgoing.sendWhatFits();
            if (replies.answer(segment) && !segment.has(TcpFlag.SYN) && !overlooked.hits(segment)) {
                answer(segment);
            }
        });
    }

    /**
     * Takes what it can, and answers whatever takes up numbers or lies outside the window. Where a segment is lost on purpose
     * nothing is kept that comes early: the sender is to send it again.
     */
    private void answer(TcpSegment segment) {
        int before = received().length();
        SeqNumber first = rcvNxt();
        boolean repeated = segment.seq().isBefore(rcvNxt());
        incoming.take(segment, !overlooked.any() || replies.keepsEarly());
        if (segment.len() > 0 || repeated) {
            replies.reply(rcvNxt().minus(first));
        }
        if (received().length() > before) {
            listener.accept(received().from(before));
        }
    }
}
