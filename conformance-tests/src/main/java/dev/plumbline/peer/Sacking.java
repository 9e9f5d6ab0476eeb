package dev.plumbline.peer;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.Block;
import dev.plumbline.tcp.TcpOption.Sack;
import dev.plumbline.tcp.TcpOption.SackPermitted;
import dev.plumbline.tcp.TcpSegment;
import java.util.List;
import java.util.function.Supplier;

/** A peer that understands selective acknowledgments (RFC 2018 section 2), and reports what somebody has it report. */
public final class Sacking implements Extension {
    /** So many fit beside timestamps (RFC 2018 section 3). */
    private static final int MOST = 3;

    private boolean active;
    private Supplier<List<TcpOption>> report = List::of;

    @Override
    public List<TcpOption> onSyn(boolean answering) {
        return answering && !active ? List.of() : List.of(new SackPermitted());
    }

    @Override
    public List<TcpOption> onSegment() {
        return active ? report.get() : List.of();
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public void heard(TcpSegment segment) {
        if (segment.has(TcpFlag.SYN)) {
            active = segment.option(SackPermitted.class).isPresent();
        }
    }

    /** From now on each segment behind the SYN has what {@code options} says then. */
    public void say(Supplier<List<TcpOption>> options) {
        report = options;
    }

    /** The same with these blocks, as many of them as fit. */
    public void report(Supplier<List<Block>> blocks) {
        say(() -> {
            List<Block> all = blocks.get();
            return all.isEmpty() ? List.of() : List.of(new Sack(all.subList(0, Math.min(MOST, all.size()))));
        });
    }
}
