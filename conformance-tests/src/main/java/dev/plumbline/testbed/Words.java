package dev.plumbline.testbed;

/** How numbers of octets are put into words. */
public final class Words {
    private Words() {}

    /** So many octets. */
    public static String octets(long count) {
        return count == 1 ? "1 octet" : count + " octets";
    }
}
