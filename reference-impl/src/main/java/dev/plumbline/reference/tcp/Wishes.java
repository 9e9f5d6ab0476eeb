package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.spi.IpMarks;
import dev.plumbline.spi.TcpSetting;
import java.time.Duration;
import java.util.Optional;

/** What the user of a connection has asked for besides data (RFC 9293 section 3.9.1). Nobody need ask for anything. */
public final class Wishes {
    /** Whether data is to leave at once, however little it is (RFC 9293 section 3.7.4, MUST-17). */
    public boolean noDelay;

    /** Whether the peer is to be asked now and then whether it is still there (RFC 9293 section 3.8.4, MUST-24 and MUST-25). */
    public boolean keepAlive;

    /** How long the connection is idle before that; empty where nobody has said (RFC 9293 section 3.8.4, MUST-27). */
    public Optional<Duration> keepAliveInterval = Optional.empty();

    /** R2; empty where nobody has said (RFC 9293 section 3.8.3, MUST-21). */
    public Optional<Duration> userTimeout = Optional.empty();

    /** Whether to tell of troubles that may pass (RFC 9293 section 3.9.1.8, SHLD-20). */
    public boolean errorReports;

    /** What IP is to write into the headers (RFC 9293 section 3.9.2, MUST-48 and MUST-49). */
    public IpMarks marks = IpMarks.USUAL;

    /** Takes note of one. */
    @Keeps({"RFC9293/MUST-48", "RFC9293/MUST-49", "RFC9293/SHLD-21"})
    void heed(TcpSetting setting) {
        if (setting instanceof TcpSetting.NoDelay delay) {
            noDelay = delay.on();
        } else if (setting instanceof TcpSetting.KeepAlive keeping) {
            keepAlive = keeping.on();
        } else if (setting instanceof TcpSetting.KeepAliveInterval interval) {
            keepAliveInterval = Optional.of(interval.idle());
        } else if (setting instanceof TcpSetting.UserTimeout timeout) {
            userTimeout = Optional.of(timeout.limit());
        } else if (setting instanceof TcpSetting.ErrorReports reports) {
            errorReports = reports.on();
        } else if (setting instanceof TcpSetting.Diffserv diffserv) {
            marks = marks.withCodepoint(diffserv.codepoint());
        } else if (setting instanceof TcpSetting.TimeToLive ttl) {
            marks = marks.withTimeToLive(ttl.routers());
        }
    }
}
