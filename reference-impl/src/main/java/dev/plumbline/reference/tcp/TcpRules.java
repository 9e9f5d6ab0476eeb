package dev.plumbline.reference.tcp;

/** The machine: the rules for each kind of event (RFC 9293 section 3.10). They hold no state, so all connections share them. */
record TcpRules(
        UserCalls userCalls, SegmentArrives segmentArrives, Timeouts timeouts, IcmpErrorArrives icmpErrorArrives) {
    static TcpRules of(TcpParts parts) {
        Sender sender = parts.sender();
        return new TcpRules(
                parts.userCalls(sender),
                parts.segmentArrives(sender),
                parts.timeouts(sender),
                parts.icmpErrorArrives(sender));
    }
}
