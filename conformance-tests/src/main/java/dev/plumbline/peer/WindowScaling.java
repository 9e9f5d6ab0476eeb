package dev.plumbline.peer;

import dev.plumbline.tcp.TcpFlag;
import dev.plumbline.tcp.TcpOption;
import dev.plumbline.tcp.TcpOption.WindowScale;
import dev.plumbline.tcp.TcpSegment;
import java.util.List;

/** A peer that scales its windows, and understands windows that are scaled (RFC 7323 section 2). */
public final class WindowScaling implements Extension {
    /** More is taken for this (RFC 7323 section 2.3). */
    private static final int MAX_SHIFT = 14;

    private final int offered;
    private int endpoints;
    private boolean active;

    /** One whose SYN has the shift {@code offered}, 0 to 255. */
    public WindowScaling(int offered) {
        this.offered = offered;
    }

    @Override
    public List<TcpOption> onSyn(boolean answering) {
        return answering && !active ? List.of() : List.of(new WindowScale(offered));
    }

    @Override
    public void heard(TcpSegment segment) {
        if (segment.has(TcpFlag.SYN)) {
            var scale = segment.option(WindowScale.class);
            active = scale.isPresent();
            endpoints = Math.min(MAX_SHIFT, scale.map(WindowScale::shift).orElse(0));
        }
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public int ownShift() {
        return active ? Math.min(MAX_SHIFT, offered) : 0;
    }

    @Override
    public int endpointsShift() {
        return active ? endpoints : 0;
    }
}
