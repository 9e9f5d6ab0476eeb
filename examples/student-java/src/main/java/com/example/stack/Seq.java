package com.example.stack;

/** Sequence numbers are compared modulo 2^32 (RFC 9293 section 3.4): after 4294967295 comes 0. */
final class Seq {
    private Seq() {}

    static boolean before(int a, int b) {
        return a - b < 0;
    }

    static boolean atOrBefore(int a, int b) {
        return a - b <= 0;
    }
}
