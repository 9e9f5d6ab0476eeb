package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;

import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.TcpConnection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stacks whose applications go away altogether, and which say too much or too little of it (RFC 9293 section 3.6.1). */
final class HalfDuplexFaults {
    private static final int EVERYTHING = 65_536;

    private HalfDuplexFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "half-duplex-aborts",
                                "Who closes both directions resets the connection, whether anything is lost or not.",
                                closing(TcpConnection::abort))
                        .killedBy("RFC9293/MAY-1")
                        .saying("FIN"),
                fault(
                                "half-duplex-throws-away",
                                "What nobody has read is thrown away in silence (RFC 2525 section 2.17).",
                                closing(HalfDuplexFaults::throwAway))
                        .killedBy("RFC9293/SHLD-3")
                        .saying("RST"),
                fault(
                                "half-duplex-goes-on-taking",
                                "What comes for an application that has gone is acknowledged, and read by nobody.",
                                closing(TcpConnection::close))
                        .killedBy("RFC9293/SHLD-3")
                        .saying("RST"));
    }

    private static Function<Host, Stack> closing(Consumer<TcpConnection> how) {
        return around(stack -> new OtherCalls(stack, connection -> new OtherCalls.Calls(connection) {
            @Override
            public void closeHalfDuplex() {
                how.accept(connection);
            }
        }));
    }

    private static void throwAway(TcpConnection connection) {
        while (!connection.receive(EVERYTHING).isEmpty()) {
            // Until nothing is left.
        }
        connection.closeHalfDuplex();
    }
}
