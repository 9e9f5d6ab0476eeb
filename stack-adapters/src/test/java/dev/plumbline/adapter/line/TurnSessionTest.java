package dev.plumbline.adapter.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.adapter.testing.Recorder;
import dev.plumbline.adapter.testing.TestHost;
import dev.plumbline.spi.TcpConnection;
import dev.plumbline.transport.Port;
import dev.plumbline.transport.SocketAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is new in version 2, and that a program of version 1 is judged as it was. */
@Timeout(60)
class TurnSessionTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final SocketAddress PEER = SocketAddress.parse("192.0.2.1:80");

    private final TestHost host = new TestHost("192.0.2.2");

    @Test
    void bothVersionsAreSpoken() {
        assertThat(greeted("plumbline 1 virtual-time").version()).isEqualTo(1);
        assertThat(greeted("plumbline 2 virtual-time").version()).isEqualTo(2);
        assertThatThrownBy(() -> greeted("plumbline 3 virtual-time"))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("expected 'plumbline 2 virtual-time'");
        assertThatThrownBy(() -> greeted("plumbline 2 real-time"))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("expected 'plumbline 2 virtual-time'");
    }

    @Test
    void aProgramMayServeAnyNumberOfHosts() {
        TurnSession session = greeted("plumbline 2 virtual-time");
        assertThat(session.isBounded()).isFalse();
        session.attach(host, message -> {});
        assertThat(session.isUsedUp()).isFalse();
    }

    @Test
    void aProgramThatServesOneHostIsSpentOnceThatIsGone() {
        TurnSession session = greeted("plumbline 2 virtual-time", "hosts 1");
        AtomicInteger spent = new AtomicInteger();
        session.whenSpent(spent::incrementAndGet);
        assertThat(session.isBounded()).isTrue();
        assertThat(session.isUsedUp()).isFalse();
        int number = session.attach(host, message -> {});
        assertThat(session.isUsedUp()).isTrue();
        assertThat(spent).hasValue(0);
        session.detach(number);
        assertThat(spent).hasValue(1);
    }

    @Test
    void hostsIsAWordOfVersionTwo() {
        assertThatThrownBy(() -> greeted("plumbline 1 virtual-time", "hosts 1"))
                .hasMessageContaining("in the line 'hosts 1': expected 'ready', or what a program says before that");
        assertThatThrownBy(() -> greeted("plumbline 2 virtual-time", "hosts 0"))
                .hasMessageContaining("in the line 'hosts 0': expected a number of hosts that is not zero");
    }

    @Test
    void whatIsSaidOfASocketBeforeItHasANameIsAMistakeInVersionTwo() {
        List<String> early = List.of("failed 1 5 REFUSED", "ok 2 5 192.0.2.2 40000");
        assertThat(connected("plumbline 1 virtual-time", early).local().port()).isEqualTo(Port.of(40000));
        assertThat(host.events()).isEmpty();
        assertThatThrownBy(() -> connected("plumbline 2 virtual-time", early))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("in the line 'failed 1 5 REFUSED': expected the number of a connection that the"
                        + " answer to a 'connect' or an 'accepted' has named");
    }

    /** The suite's own exception, as it was; and nobody goes on with a program that stands in the middle of a turn. */
    @Test
    void whatBreaksInTheSuiteEndsTheSessionAndIsTheSuitesOwn() {
        var program = ScriptedProgram.running(script -> {
            script.say("plumbline 2 virtual-time");
            script.say("ready");
            call(script);
            script.say("after 1 1 5"); // this host has no timers
            script.hear();
        });
        TurnSession session = TurnSession.open(program, LIMIT, LIMIT, line -> {});
        assertThatThrownBy(() -> LineStack.boot(host, session))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("a stack in real time has no timers of ours");
        assertThat(session.isBroken()).isTrue();
        assertThatThrownBy(() -> LineStack.boot(host, session))
                .isInstanceOf(StackBroken.class)
                .hasMessageContaining("the suite ended the stack's program, for it broke down itself at 'after 1 1 5'");
    }

    private TcpConnection connected(String greeting, List<String> lines) {
        var program = ScriptedProgram.running(script -> {
            script.say(greeting);
            script.say("ready");
            script.say("ok " + call(script));
            call(script);
            for (String line : lines) {
                script.say(line);
                call(script);
            }
        });
        TurnSession session = TurnSession.open(program, LIMIT, LIMIT, line -> {});
        return LineStack.boot(host, session).connect(Port.ANY, PEER, new Recorder(host));
    }

    /** The number of the next call; what time it is does not matter here. */
    private static String call(ScriptedProgram.Lines script) throws IOException {
        String line = script.hear();
        while (line.startsWith("time ")) {
            line = script.hear();
        }
        return line.equals("go-on") ? "" : line.split(" ", -1)[1];
    }

    private static TurnSession greeted(String... lines) {
        var program = ScriptedProgram.running(script -> {
            for (String line : lines) {
                script.say(line);
            }
            script.say("ready");
            script.hear();
        });
        return TurnSession.open(program, LIMIT, LIMIT, line -> {});
    }
}
