package dev.plumbline.spi;

/** A running authoritative server (RFC 1034 section 4.3). */
public interface NameServer {
    /**
     * Takes another version of its zones, from now on, as after a reload.
     *
     * @param zone a whole master file, as {@link NameServerService#serve} has it
     * @throws CallRefused if the file is no zone; the server keeps what it had
     */
    void replace(String zone);

    /** Answers no more, and gives its ports up. */
    void close();
}
