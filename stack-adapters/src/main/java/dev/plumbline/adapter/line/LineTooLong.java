package dev.plumbline.adapter.line;

/** A line that does not end where a line of the protocol must. */
public final class LineTooLong extends MalformedLine {
    private static final long serialVersionUID = 1L;

    private final String what;

    /** About what has come of the line so far. */
    LineTooLong(String begun) {
        super(begun, "no more than " + LineMessage.MAX_LINE + " octets in a line");
        this.what = switch (begun.substring(0, Words.wordEnd(begun, 0))) {
            case "log" -> "a log line";
            case "tx", "tx-on" -> "a datagram";
            default -> "a line";
        };
    }

    /** A sentence about the stack. */
    String sentence() {
        return "the stack sent " + what + " that makes a line of more than " + LineMessage.MAX_LINE
                + " octets, which is the limit";
    }
}
