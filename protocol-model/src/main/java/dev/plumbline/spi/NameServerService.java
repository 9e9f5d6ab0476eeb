package dev.plumbline.spi;

/** An authoritative DNS server (RFC 1034 section 4.3): answers at port 53, over UDP, and over TCP if the stack claims that. */
public interface NameServerService {
    /**
     * Starts to answer for a zone.
     *
     * @param zone a master file (RFC 1035 section 5) with absolute names or an {@code $ORIGIN}; its SOA record names the zone
     * @throws CallRefused if the file is no zone, naming the line, or port 53 is in use
     */
    default NameServer serve(String zone) {
        throw new CallRefused(CallRefused.Reason.NOT_CLAIMED, "this stack has no DNS server");
    }
}
