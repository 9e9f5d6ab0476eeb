package dev.plumbline.spi;

import dev.plumbline.wire.Octets;
import java.util.List;

/** An application that asked for a name (RFC 1034 section 5.2.1 has the three outcomes and the fourth, no answer at all). */
public interface ResolutionHandler {
    /** The name has records of the type; each element is one record's RDATA, four octets for an address. */
    void found(List<Octets> data);

    /** The name exists, but has no record of the type. */
    void noData();

    /** The name does not exist. */
    void noSuchName();

    /** No server gave a usable answer. */
    void failed();
}
