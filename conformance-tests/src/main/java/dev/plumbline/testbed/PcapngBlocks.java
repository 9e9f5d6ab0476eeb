package dev.plumbline.testbed;

import dev.plumbline.wire.Octets;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** The blocks a capture file is made of (draft-ietf-opsawg-pcapng-02 section 4); numbers are in network byte order. */
final class PcapngBlocks {
    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    private static final int LINKTYPE_RAW = 101;

    private static final int OPT_COMMENT = 1;
    private static final int SHB_USERAPPL = 4;
    private static final int IF_NAME = 2;
    private static final int IF_TSRESOL = 9;
    private static final int EPB_FLAGS = 2;
    private static final int LONGEST_OPTION = 65535;

    private static final byte INBOUND = 1;
    private static final byte OUTBOUND = 2;
    private static final byte NANOSECONDS = 9;
    private static final long EPOCH_NANOS = 946_684_800_000_000_000L;

    private final DataOutputStream out;

    PcapngBlocks(OutputStream out) {
        this.out = new DataOutputStream(out);
    }

    /** How many octets have been written. */
    int size() {
        return out.size();
    }

    void sectionHeader(String application) throws IOException {
        Body body = new Body();
        body.data.writeInt(BYTE_ORDER_MAGIC);
        body.data.writeShort(1); // version 1.0
        body.data.writeShort(0);
        body.data.writeLong(-1); // the section's length is not told
        body.option(SHB_USERAPPL, application.getBytes(StandardCharsets.UTF_8));
        write(SECTION_HEADER, body);
    }

    void interfaceDescription(String name) throws IOException {
        Body body = new Body();
        body.data.writeShort(LINKTYPE_RAW);
        body.data.writeShort(0);
        body.data.writeInt(0); // packets are not cut off
        body.option(IF_NAME, name.getBytes(StandardCharsets.UTF_8));
        body.option(IF_TSRESOL, new byte[] {NANOSECONDS});
        write(INTERFACE_DESCRIPTION, body);
    }

    void packet(int tap, Duration at, Octets packet, boolean inbound, List<String> comments) throws IOException {
        Body body = new Body();
        body.data.writeInt(tap);
        body.data.writeLong(EPOCH_NANOS + at.toNanos()); // the high half is indeed written first
        body.data.writeInt(packet.length());
        body.data.writeInt(packet.length());
        body.padded(packet.toByteArray());
        for (String comment : comments) {
            body.option(OPT_COMMENT, comment.getBytes(StandardCharsets.UTF_8));
        }
        body.option(EPB_FLAGS, new byte[] {0, 0, 0, inbound ? INBOUND : OUTBOUND});
        write(ENHANCED_PACKET, body);
    }

    private void write(int type, Body body) throws IOException {
        body.data.writeInt(0); // end of options
        int length = 12 + body.data.size();
        out.writeInt(type);
        out.writeInt(length);
        body.octets.writeTo(out);
        out.writeInt(length);
    }

    /** A block's inside while it grows. */
    private static final class Body {
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
        private final DataOutputStream data = new DataOutputStream(octets);

        void option(int code, byte[] value) throws IOException {
            byte[] fitting = value.length <= LONGEST_OPTION
                    ? value
                    : Octets.wrap(value).slice(0, LONGEST_OPTION).toByteArray();
            data.writeShort(code);
            data.writeShort(fitting.length);
            padded(fitting);
        }

        void padded(byte[] value) throws IOException {
            data.write(value);
            data.write(new byte[(4 - value.length % 4) % 4]);
        }
    }
}
