package dev.plumbline.line;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.line.LineStack;
import dev.plumbline.adapter.line.TurnSession;
import dev.plumbline.adapter.runner.StackRunner;
import dev.plumbline.icmp.IcmpMessage;
import dev.plumbline.ip.IpProtocol;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.ip.Ipv4Packet;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpSegment;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.udp.UdpDatagram;
import dev.plumbline.wire.Octets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A real session with the reference in a program of its own, in which each kind of turn occurs; written down with remarks. */
final class PageSession {
    private static final Ipv4Address PEER = Ipv4Address.parse("198.19.0.1");
    private static final Port ECHO = Port.of(7);
    private static final Port WEB = Port.of(8080);
    private static final Port THEIRS = Port.of(5000);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<String> lines;
    private final PageHost host = new PageHost();
    private final Stack stack;

    private PageSession(TurnSession session, List<String> lines) {
        this.lines = lines;
        remark("What host 1 is told of its network; none of it is a call. Then it is switched on.");
        stack = LineStack.boot(host, session);
    }

    /** Its lines. */
    static List<String> record() {
        List<String> lines = new ArrayList<>();
        lines.add("# The program says what it is. It serves any number of hosts; else it would say 'hosts 1' here.");
        var program = new RecordedProgram(ChildProgram.start("stack runner", command()), lines::add);
        try (TurnSession session = TurnSession.open(program, LIMIT, LIMIT, line -> {})) {
            PageSession page = new PageSession(session, lines);
            page.ping();
            page.echoDatagrams();
            page.serve();
            page.connect();
            page.switchOff();
        }
        return lines;
    }

    private static List<String> command() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                StackRunner.class.getName(),
                Long.toString(ProcessHandle.current().pid()),
                "class:dev.plumbline.reference.ReferenceProvider");
    }

    private void ping() {
        remark("A datagram comes in, 2 ms later: an echo request. The answer leaves in the same turn.");
        host.pass(Duration.ofMillis(2));
        comes(IpProtocol.ICMP, new IcmpMessage.EchoRequest(1, 1, Octets.ofText("ping")).encode());
    }

    private void echoDatagrams() {
        remark(
                "An application opens UDP port 7 and sends back what comes. It is told within the turn, and calls within that.");
        UdpSocket[] socket = new UdpSocket[1];
        socket[0] = stack.openUdp(ECHO, (source, data) -> socket[0].send(source, data));
        comes(IpProtocol.UDP, new UdpDatagram(THEIRS, ECHO, Octets.ofText("hello")).encode(PEER, host.address()));
        socket[0].close();
    }

    private void serve() {
        remark("Another listens at TCP port 8080; nobody else can.");
        stack.listen(WEB, connection -> new Reading());
        try {
            stack.listen(WEB, connection -> new Reading());
        } catch (CallRefused expected) {
            remark("A SYN. The stack wants a random number, and a timer in case its answer is lost.");
        }
        SeqNumber theirs = SeqNumber.of(1000);
        comes(TcpSegment.between(THEIRS, WEB).seq(theirs).flag(TcpFlag.SYN));
        remark("It is lost: a second later the timer is due, and the next one is for twice as long.");
        host.pass(Duration.ofSeconds(1));
        remark("The ACK comes, with data. The application is told of the connection, then of the data, and takes it");
        remark("while it is told: a turn within the turn, at whose end the stack has not yet acknowledged anything.");
        SeqNumber ours = answer().end();
        comes(TcpSegment.between(THEIRS, WEB).seq(theirs.plus(1)).ack(ours).payload(Octets.ofText("hi")));
        remark("The peer has nothing more to say. The application closes as well, while it is told.");
        comes(TcpSegment.between(THEIRS, WEB).seq(theirs.plus(3)).ack(ours).flag(TcpFlag.FIN));
        remark("Its FIN is acknowledged: the connection is gone.");
        comes(TcpSegment.between(THEIRS, WEB).seq(theirs.plus(4)).ack(ours.plus(1)));
    }

    private void connect() {
        remark("An active OPEN: the answer names the socket before anything is said of it. The peer resets it.");
        TcpConnection connection = stack.connect(Port.of(5001), new SocketAddress(PEER, WEB), new Reading());
        TcpSegment syn = answer();
        comes(TcpSegment.between(WEB, connection.local().port())
                .seq(SeqNumber.of(0))
                .ack(syn.end())
                .flag(TcpFlag.RST));
    }

    private void switchOff() {
        remark("Host 1 is switched off at once; then the session ends.");
        stack.close();
    }

    private void remark(String text) {
        lines.add("# " + text);
    }

    private TcpSegment answer() {
        Ipv4Packet packet = Ipv4Packet.decode(host.last()).orElseThrow();
        return TcpSegment.decode(packet.payload(), packet.source(), packet.destination())
                .orElseThrow();
    }

    private void comes(TcpSegment.Builder segment) {
        comes(IpProtocol.TCP, segment.window(65535).build().encode(PEER, host.address()));
    }

    private void comes(IpProtocol protocol, Octets payload) {
        stack.receive(
                host.link(),
                Ipv4Packet.of(PEER, host.address(), protocol, payload).encode());
    }

    /** An application that takes what comes, and closes when the peer has. */
    private static final class Reading implements TcpHandler {
        @Override
        public void readable(TcpConnection connection) {
            var unused = connection.receive(1000);
        }

        @Override
        public void peerClosed(TcpConnection connection) {
            connection.close();
        }
    }
}
