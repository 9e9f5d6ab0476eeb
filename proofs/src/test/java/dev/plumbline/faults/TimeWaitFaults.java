package dev.plumbline.faults;

import static dev.plumbline.faults.Fault.fault;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.Reincarnation;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.spi.Host;
import dev.plumbline.spi.Stack;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption.Timestamps;
import dev.plumbline.tcp.TcpSegment;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;

/** Stacks that take the wrong SYN for a new one when they are in TIME-WAIT (RFC 9293 section 3.6.1, RFC 6191 section 2). */
final class TimeWaitFaults {
    private TimeWaitFaults() {}

    static List<Fault> all() {
        return List.of(
                fault(
                                "time-wait-isn-again",
                                "A connection out of TIME-WAIT begins with a number that the one before has used.",
                                reincarnation(SameNumber::new))
                        .killedBy("RFC9293/MAY-2")
                        .saying("may have been used by the connection before"),
                fault(
                                "time-wait-stamps-unread",
                                "In TIME-WAIT a SYN is judged by its number alone, whatever its timestamp says.",
                                reopening((tcb, syn) -> syn.seq().isAtOrAfter(tcb.rcvNxt)))
                        .killedBy("RFC9293/SHLD-4")
                        .saying("the endpoint sent something wrong", "SYN"),
                fault(
                                "time-wait-any-stamp",
                                "In TIME-WAIT a SYN with a timestamp is taken for a new one, however old it is.",
                                reopening((tcb, syn) ->
                                        syn.option(Timestamps.class).isPresent()
                                                || syn.seq().isAtOrAfter(tcb.rcvNxt)))
                        .killedBy("RFC9293/SHLD-4")
                        .saying("it has SYN"));
    }

    /** Otherwise like the reference. */
    static Function<Host, Stack> reopening(BiPredicate<Tcb, TcpSegment> isNew) {
        return reincarnation(() -> new Reincarnation() {
            @Override
            protected boolean isNew(Tcb tcb, TcpSegment syn) {
                return isNew.test(tcb, syn);
            }
        });
    }

    /** Other rules for a SYN in TIME-WAIT. */
    static Function<Host, Stack> reincarnation(Supplier<Reincarnation> rules) {
        return tcp(new TcpParts() {
            @Override
            public Reincarnation reincarnation() {
                return rules.get();
            }
        });
    }

    private static final class SameNumber extends Reincarnation {
        @Override
        protected SeqNumber number(SeqNumber chosen, Tcb before) {
            return before.iss;
        }
    }
}
