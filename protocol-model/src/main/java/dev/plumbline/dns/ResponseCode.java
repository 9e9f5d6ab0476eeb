package dev.plumbline.dns;

import java.util.Map;

/**
 * How a query went (RFC 1035 section 4.1.1). The header has room for codes up to 15; an OPT record brings eight more bits
 * (RFC 6891 section 6.1.3).
 *
 * @param code 0 to 4095
 */
public record ResponseCode(int code) {
    // Before the constants, which are checked with it.
    private static final CodeNames NAMES = new CodeNames(
            "response code",
            "RCODE",
            4095,
            Map.of(0, "NOERROR", 1, "FORMERR", 2, "SERVFAIL", 3, "NXDOMAIN", 4, "NOTIMP", 5, "REFUSED", 16, "BADVERS"));

    /** No error. */
    public static final ResponseCode NOERROR = new ResponseCode(0);
    /** The server could not interpret the query. */
    public static final ResponseCode FORMERR = new ResponseCode(1);
    /** The server failed. */
    public static final ResponseCode SERVFAIL = new ResponseCode(2);
    /** The name does not exist. */
    public static final ResponseCode NXDOMAIN = new ResponseCode(3);
    /** The server does not support this kind of query. */
    public static final ResponseCode NOTIMP = new ResponseCode(4);
    /** The server will not answer that. */
    public static final ResponseCode REFUSED = new ResponseCode(5);
    /** The server does not speak this version of EDNS (RFC 6891 section 9). */
    public static final ResponseCode BADVERS = new ResponseCode(16);

    /** Refuses what does not fit the field. */
    public ResponseCode {
        NAMES.check(code);
    }

    /** The one with this number; nearly all are the same. */
    static ResponseCode of(int code) {
        return code == NOERROR.code ? NOERROR : new ResponseCode(code);
    }

    /** Its mnemonic, or such as {@code RCODE11} if it has none here. */
    @Override
    public String toString() {
        return NAMES.name(code);
    }
}
