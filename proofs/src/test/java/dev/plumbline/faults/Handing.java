package dev.plumbline.faults;

import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.wire.Octets;
import java.util.List;

/** Hands on what it is told of a look-up; to be extended by what tells something else. */
class Handing implements ResolutionHandler {
    private final ResolutionHandler handler;

    Handing(ResolutionHandler handler) {
        this.handler = handler;
    }

    @Override
    public void found(List<Octets> data) {
        handler.found(data);
    }

    @Override
    public void noData() {
        handler.noData();
    }

    @Override
    public void noSuchName() {
        handler.noSuchName();
    }

    @Override
    public void failed() {
        handler.failed();
    }
}
