package dev.plumbline.reference.tcp;

import dev.plumbline.spi.TcpSetting;

/** What the user of a connection has asked for besides data (RFC 9293 section 3.9.1). Nobody need ask for anything. */
public final class Wishes {
    /** Whether data is to leave at once, however little it is (RFC 9293 section 3.7.4, MUST-17). */
    public boolean noDelay;

    /** Takes note of one. */
    void heed(TcpSetting setting) {
        if (setting instanceof TcpSetting.NoDelay delay) {
            noDelay = delay.on();
        }
    }
}
