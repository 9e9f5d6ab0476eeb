package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.around;

import dev.plumbline.spi.TcpConnection;
import dev.plumbline.spi.TcpSetting;
import java.util.List;

/** Stacks that do not do what an application asks for besides data (RFC 9293 section 3.9.1). */
final class ServiceFaults {
    private ServiceFaults() {}

    static List<Fault> all() {
        return List.of(fault(
                        "no-delay-unheard",
                        "TCP_NODELAY is taken note of, and nobody looks at the note.",
                        around(stack -> new OtherCalls(stack, DeafToNoDelay::new)))
                .killedBy("RFC9293/MUST-17")
                .saying("the endpoint sends all", "of these it sent"));
    }

    private static final class DeafToNoDelay extends OtherCalls.Calls {
        DeafToNoDelay(TcpConnection connection) {
            super(connection);
        }

        @Override
        public void set(TcpSetting setting) {
            if (!(setting instanceof TcpSetting.NoDelay)) {
                super.set(setting);
            }
        }
    }
}
