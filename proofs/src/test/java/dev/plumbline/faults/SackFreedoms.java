package dev.plumbline.faults;

import static dev.plumbline.faults.Freedom.freedom;
import static dev.plumbline.faults.Seams.tcp;

import dev.plumbline.reference.tcp.ArrivedBlocks;
import dev.plumbline.reference.tcp.TailLossProbe;
import dev.plumbline.reference.tcp.Tcb;
import dev.plumbline.reference.tcp.TcpParts;
import dev.plumbline.tcp.SeqNumber;
import dev.plumbline.tcp.TcpOption.Block;
import java.util.List;
import java.util.stream.Stream;

/** Other choices of a TCP that acknowledges selectively (RFC 2018 sections 3 to 8). */
final class SackFreedoms {
    private SackFreedoms() {}

    static List<Freedom> all() {
        return List.of(
                freedom(
                                "no-dsack",
                                "It reports nothing of what comes twice: RFC 2883 section 2 asks for no negotiation, so nobody counts on it.",
                                SackFaults.reporting(SackFaults.NoDuplicates::new))
                        .omitting("RFC2883/4-FIRST", "RFC2883/4-SECOND", "RFC2883/4.2-PART"),
                freedom(
                                "sack-two-blocks",
                                "It reports two blocks at most: as many as possible is only a SHOULD (RFC 2018 section 4).",
                                SackFaults.sacks(blocks -> blocks.subList(0, Math.min(2, blocks.size()))))
                        .omitting("RFC2018/4-MANY"),
                freedom(
                                "sack-none",
                                "It permits blocks, and sends none itself: to send them is only a MAY (RFC 2018 section 4).",
                                SackFaults.sacks(blocks -> List.of()))
                        .omitting(
                                "RFC2018/4-ALWAYS",
                                "RFC2018/4-MANY",
                                "RFC2883/4-FIRST",
                                "RFC2883/4-SECOND",
                                "RFC2883/4.2-PART"),
                freedom(
                        "sack-other-order",
                        "Behind the first block the others come in the order of their numbers (RFC 2018 section 4).",
                        SackFaults.reporting(OtherOrder::new)),
                freedom(
                                "sack-not-beside-text",
                                "What carries text reports nothing, which RFC 2018 section 4 only recommends.",
                                SackFaults.bareOnly())
                        .omitting("RFC2018/4-ALWAYS"),
                freedom(
                        "no-tail-loss-probe",
                        "When nothing is heard of the last segments it waits for the timeout (RFC 6298 section 5).",
                        tcp(new TcpParts() {
                            @Override
                            public TailLossProbe tailLossProbe() {
                                return new NoProbe();
                            }
                        })));
    }

    private static final class OtherOrder extends ArrivedBlocks {
        @Override
        public List<Block> beyond(SeqNumber rcvNxt) {
            List<Block> all = super.beyond(rcvNxt);
            int fixed = twice().isPresent() ? 2 : 1;
            if (all.size() <= fixed) {
                return all;
            }
            List<Block> rest = all.subList(fixed, all.size()).stream()
                    .sorted((a, b) -> a.left().minus(b.left()))
                    .toList();
            return Stream.concat(all.subList(0, fixed).stream(), rest.stream()).toList();
        }
    }

    private static final class NoProbe extends TailLossProbe {
        @Override
        protected boolean isOnlyHope(Tcb tcb) {
            return false;
        }
    }
}
