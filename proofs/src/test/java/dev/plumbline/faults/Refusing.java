package dev.plumbline.faults;

import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpAcceptor;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpHandler;
import dev.plumbline.spi.TcpListener;
import dev.plumbline.spi.TcpReport;
import dev.plumbline.spi.TcpSetting;
import dev.plumbline.spi.TcpStatus;
import dev.plumbline.spi.UdpHandler;
import dev.plumbline.spi.UdpSocket;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.util.Optional;
import java.util.Set;

/** Refuses some calls as a stack does that has never heard of them. */
class Refusing extends OtherCalls {
    private final Set<Capability> refused;

    Refusing(Stack stack, Set<Capability> refused) {
        super(stack, connection -> new RefusingConnection(connection, refused));
        this.refused = refused;
    }

    @Override
    boolean tells(TcpReport report) {
        return !refused.contains(Capability.TCP_ERROR_REPORTS);
    }

    @Override
    public TcpListener listen(SocketAddress local, TcpAcceptor acceptor) {
        require(Capability.TCP_LOCAL_ADDRESS, refused);
        return super.listen(local, acceptor);
    }

    @Override
    public TcpConnection connect(SocketAddress local, SocketAddress remote, TcpHandler handler) {
        require(Capability.TCP_LOCAL_ADDRESS, refused);
        return super.connect(local, remote, handler);
    }

    @Override
    public UdpSocket openUdp(Port port, UdpHandler handler) {
        return new ChangedUdpSocket(super.openUdp(port, told(handler))) {
            @Override
            public void send(Ipv4Address source, SocketAddress destination, Octets data) {
                require(Capability.UDP_LOCAL_ADDRESS, refused);
                super.send(source, destination, data);
            }
        };
    }

    private UdpHandler told(UdpHandler handler) {
        return new UdpHandler() {
            @Override
            public void received(SocketAddress source, Octets data) {
                handler.received(source, data);
            }

            @Override
            public void received(SocketAddress source, Ipv4Address destination, Octets data) {
                if (refused.contains(Capability.UDP_LOCAL_ADDRESS)) {
                    handler.received(source, data);
                } else {
                    handler.received(source, destination, data);
                }
            }

            @Override
            public void unreachable(SocketAddress destination) {
                if (!refused.contains(Capability.UDP_ERROR_REPORTS)) {
                    handler.unreachable(destination);
                }
            }
        };
    }

    private static void require(Capability call, Set<Capability> refused) {
        if (refused.contains(call)) {
            throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack has no " + call);
        }
    }

    private static final class RefusingConnection extends OtherCalls.Calls {
        private final Set<Capability> refused;

        RefusingConnection(TcpConnection connection, Set<Capability> refused) {
            super(connection);
            this.refused = refused;
        }

        @Override
        public int sendUrgent(Octets data) {
            require(Capability.TCP_URGENT, refused);
            return super.sendUrgent(data);
        }

        @Override
        public int urgentLeft() {
            require(Capability.TCP_URGENT, refused);
            return super.urgentLeft();
        }

        @Override
        public void closeHalfDuplex() {
            require(Capability.TCP_HALF_DUPLEX_CLOSE, refused);
            super.closeHalfDuplex();
        }

        @Override
        public void set(TcpSetting setting) {
            require(setting.needs(), refused);
            super.set(setting);
        }

        @Override
        public Optional<TcpStatus> status() {
            return refused.contains(Capability.INSPECT) ? Optional.empty() : super.status();
        }
    }
}
