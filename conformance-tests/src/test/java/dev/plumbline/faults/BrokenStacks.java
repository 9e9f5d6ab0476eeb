package dev.plumbline.faults;

import dev.plumbline.reference.ReferenceStack;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Link;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;

/** Stacks that do not break a rule but break down. */
final class BrokenStacks {
    private BrokenStacks() {}

    /** The reference, but for what happens to a datagram that arrives. */
    private record Receiving(Stack reference, Runnable otherwise) implements Stack {
        static Stack on(Host host, Runnable otherwise) {
            return new Receiving(ReferenceStack.on(host).boot(), otherwise);
        }

        @Override
        public void receive(Link link, Octets datagram) {
            otherwise.run();
        }

        @Override
        public UdpSocket openUdp(Port port, UdpHandler handler) {
            return reference.openUdp(port, handler);
        }

        @Override
        public TcpListener listen(Port port, TcpAcceptor acceptor) {
            return reference.listen(port, acceptor);
        }

        @Override
        public TcpConnection connect(Port local, SocketAddress remote, TcpHandler handler) {
            return reference.connect(local, remote, handler);
        }

        @Override
        public void close() {
            reference.close();
        }
    }

    /** It throws when a datagram arrives. */
    public static final class Throws extends FaultyStack {
        public Throws() {
            super("throws");
        }

        @Override
        public Stack boot(Host host) {
            return Receiving.on(host, () -> {
                throw new ArrayIndexOutOfBoundsException("index 20 of a header of 20");
            });
        }
    }

    /** It never comes back when a datagram arrives; or rather not before {@link #release}, for the sake of later tests. */
    public static final class Loops extends FaultyStack {
        private static volatile boolean released;

        public Loops() {
            super("loops");
        }

        static void hold() {
            released = false;
        }

        static void release() {
            released = true;
        }

        @Override
        public Stack boot(Host host) {
            return Receiving.on(host, () -> {
                while (!released) {
                    Thread.onSpinWait();
                }
            });
        }
    }

    /** It takes no notice of anything. */
    public static final class Mute extends FaultyStack {
        public Mute() {
            super("mute");
        }

        @Override
        public Stack boot(Host host) {
            return Receiving.on(host, () -> {});
        }
    }

    /** Its provider cannot even be made; it is registered in a folder of its own, which is not on the class path. */
    public static final class Unmakeable extends FaultyStack {
        public Unmakeable() {
            super("unmakeable");
            throw new IllegalStateException("no licence file");
        }

        @Override
        public Stack boot(Host host) {
            throw new AssertionError("nobody can have called this");
        }
    }
}
