package dev.plumbline.reference.tcp;

import dev.plumbline.requirement.Keeps;
import dev.plumbline.tcp.TcpOption;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of this end's SYN, timestamps apart, which all segments have (RFC 9293 section 3.2). An answer has only what the
 * peer's SYN has, too: others may not know the option.
 */
final class OwnSyn {
    private OwnSyn() {}

    @Keeps({"RFC9293/MUST-65", "RFC7323/ONLY-IF-ASKED", "RFC2018/2-OFFER", "RFC2018/2-SYN-ONLY"})
    static List<TcpOption> options(Tcb tcb, boolean answering) {
        List<TcpOption> options = new ArrayList<>(List.of(new TcpOption.MaximumSegmentSize(tcb.rcvMss)));
        if (tcb.permitsSack && (!answering || tcb.sackPermitted)) {
            options.add(new TcpOption.SackPermitted());
        }
        options.addAll(tcb.scaling.onSyn(answering));
        return options;
    }
}
