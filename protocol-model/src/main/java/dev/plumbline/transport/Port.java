package dev.plumbline.transport;

/**
 * A port: which application of a host is meant (RFC 9293 section 3.1, RFC 768).
 *
 * @param number 0 to 65535; 0 is never the address of an application
 */
public record Port(int number) {
    /** The largest port number. */
    public static final int MAX = 65535;

    /** Port 0, which in a call to a stack means: choose a free one. */
    public static final Port ANY = new Port(0);

    /** Refuses what does not fit into 16 bits. */
    public Port {
        if (number < 0 || number > MAX) {
            throw new IllegalArgumentException("a port is 0 to 65535, found " + number);
        }
    }

    /** The port with this number. */
    public static Port of(int number) {
        return new Port(number);
    }

    /** 0 to 1023, the System Ports (RFC 6335 section 6): not for ordinary use. */
    public boolean isWellKnown() {
        return number < 1024;
    }

    // Written out for those who ask of every packet: what a record has by itself goes through method handles.
    @Override
    public boolean equals(Object other) {
        return other instanceof Port that && number == that.number;
    }

    @Override
    public int hashCode() {
        return number;
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
