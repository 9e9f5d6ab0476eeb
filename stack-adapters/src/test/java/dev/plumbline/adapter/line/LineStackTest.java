package dev.plumbline.adapter.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.adapter.testing.Recorder;
import dev.plumbline.adapter.testing.TestHost;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import dev.plumbline.wire.Octets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LineStackTest {
    private static final Duration START = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofMillis(300);
    private static final SocketAddress PEER = SocketAddress.parse("192.0.2.1:80");

    private final TestHost host = new TestHost("192.0.2.2");
    private volatile String bootLine = "";

    @Test
    void bootsWithAddressPrefixAndMtu() {
        LineStack stack = stack(program -> program.say("log 1 " + program.hear()));
        stack.receive(host.link(), Octets.of(0x45, 0xff));
        host.awaitEvent("log rx 1 45ff");
        assertThat(bootLine).isEqualTo("boot 1 1 192.0.2.2 24 1500");
    }

    @Test
    void eventsComeAfterTheCallThatTheyBelongTo() {
        LineStack stack = stack(program -> {
            String call = program.hear();
            program.say("ok " + call.split(" ", -1)[1] + " 5 192.0.2.2 40000");
            program.say("established 1 5");
            program.say("readable 1 5");
        });
        TcpConnection connection = stack.connect(Port.ANY, PEER, new Recorder(host));
        assertThat(host.events()).isEmpty();
        assertThat(connection.local()).isEqualTo(SocketAddress.parse("192.0.2.2:40000"));
        host.awaitEvent("readable");
        assertThat(host.events()).containsExactly("established", "readable");
    }

    @Test
    void aRefusalIsThrown() {
        LineStack stack = stack(
                program -> program.say("refused " + program.hear().split(" ", -1)[1] + " PORT_IN_USE bind: in use"));
        assertThatThrownBy(() -> stack.listen(Port.of(7), connection -> new Recorder(host)))
                .isInstanceOfSatisfying(
                        CallRefused.class, e -> assertThat(e.reason()).isEqualTo(CallRefused.Reason.PORT_IN_USE))
                .hasMessageContaining("bind: in use");
    }

    @Test
    void longDataGoesInPiecesUntilOneIsNotTakenWhole() {
        LineStack stack = stack(program -> {
            program.agree("5 192.0.2.2 40000");
            program.agree("65536");
            program.agree("10");
        });
        TcpConnection connection = stack.connect(Port.ANY, PEER, new Recorder(host));
        assertThat(connection.send(Octets.wrap(new byte[200_000]))).isEqualTo(65546);
    }

    @Test
    void aConnectionThatHasEndedMeanwhileHasNothingToReceive() {
        LineStack stack = stack(program -> {
            program.agree("5 192.0.2.2 40000");
            program.say("refused " + program.hear().split(" ", -1)[1] + " CONNECTION_CLOSING the socket is closed");
        });
        TcpConnection connection = stack.connect(Port.ANY, PEER, new Recorder(host));
        assertThat(connection.receive(100)).isEqualTo(Octets.empty());
    }

    @Test
    void aProgramThatDoesNotAnswerIsUnresponsive() {
        LineStack stack = stack(program -> {
            program.hear();
            program.hear();
        });
        assertThatThrownBy(() -> stack.openUdp(Port.of(9), (source, data) -> {}))
                .isInstanceOf(StackUnresponsive.class)
                .hasMessageContaining("did not answer within 300 ms")
                .hasMessageContaining("the call 'udp-open 2 1 9'")
                .hasMessageContaining("the last line from it 'ok 1'");
        assertThatThrownBy(() -> stack.openUdp(Port.of(9), (source, data) -> {}))
                .isInstanceOf(StackUnresponsive.class)
                .hasMessageContaining("udp-open 2 1 9");
    }

    @Test
    void aProgramThatDoesNotReadIsUnresponsive() {
        LineStack stack = stack(program -> program.say("log 1 now I stop reading"));
        host.awaitEvent("log now I stop reading");
        assertThatThrownBy(() -> {
                    for (int i = 0; i < 10; i++) {
                        stack.receive(host.link(), Octets.wrap(new byte[1500]));
                    }
                })
                .isInstanceOf(StackUnresponsive.class)
                .hasMessageContaining("does not read its standard input for 300 ms");
    }

    @Test
    void aProgramThatPrintsGarbageIsBroken() {
        LineStack stack = stack(program -> {
            program.hear();
            program.say("Hello, world!");
            program.hear();
        });
        assertThatThrownBy(() -> stack.openUdp(Port.of(9), (source, data) -> {}))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("does not keep to the line protocol: in the line 'Hello, world!'");
    }

    @Test
    void aLineWithoutEndIsBroken() {
        LineStack stack = stack(program -> {
            program.hear();
            program.say("tx 1 " + "00".repeat(2 * 1024 * 1024));
        });
        assertThatThrownBy(() -> stack.openUdp(Port.of(9), (source, data) -> {}))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("no more than 262144 octets in a line");
    }

    @Test
    void anAnswerToNoCallIsBroken() {
        LineStack stack = stack(program -> {
            program.hear();
            program.say("ok 77 5 192.0.2.2 9");
            program.hear();
        });
        assertThatThrownBy(() -> stack.openUdp(Port.of(9), (source, data) -> {}))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("expected the number of a call that is not answered yet");
    }

    @Test
    void anAnswerOfTheWrongShapeIsBroken() {
        LineStack stack = stack(program -> {
            program.agree("many");
            program.hear();
        });
        assertThatThrownBy(() -> stack.openUdp(Port.of(9), (source, data) -> {}))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("gave a wrong answer to udp-open")
                .hasMessageContaining("found 'many'");
    }

    @Test
    void anotherVersionIsRefused() {
        var program = ScriptedProgram.running(lines -> {
            lines.say("plumbline 3 real-time");
            lines.hear();
        });
        assertThatThrownBy(() -> LineSession.open(program, START, SOON))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("expected 'plumbline 2 real-time'");
    }

    @Test
    void theEndOfAChildIsToldWithExitCodeAndStandardError() {
        var child = ChildProgram.start(
                "dying", List.of("sh", "-c", "echo plumbline 1 real-time; read line; echo no memory >&2; exit 3"));
        try (LineSession session = LineSession.open(child, START, START)) {
            assertThatThrownBy(() -> LineStack.boot(host, session))
                    .isInstanceOf(StackBroken.class)
                    .hasMessageContaining("ended without being told to")
                    .hasMessageContaining("exit code 3")
                    .hasMessageContaining("no memory");
        }
    }

    @Test
    void aChildThatNeverGreetsIsToldWithItsStandardError() {
        var child = ChildProgram.start("silent", List.of("sh", "-c", "echo cannot start >&2; exit 1"));
        assertThatThrownBy(() -> LineSession.open(child, START, START))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("exit code 1")
                .hasMessageContaining("cannot start");
    }

    @Test
    void aCommandThatDoesNotExistIsTold() {
        assertThatThrownBy(() -> ChildProgram.start("absent", List.of("no-such-command")))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("could not be started");
    }

    /** Boots on a program that greets, agrees to the boot, runs the script, and then does nothing for ever. */
    private LineStack stack(ScriptedProgram.Script script) {
        var program = ScriptedProgram.running(lines -> {
            lines.say("plumbline 1 real-time");
            bootLine = lines.hear();
            lines.say("ok " + bootLine.split(" ", -1)[1]);
            script.run(lines);
            new CompletableFuture<Void>().join();
        });
        return LineStack.boot(host, LineSession.open(program, START, SOON));
    }
}
