package dev.plumbline.cli;

import dev.plumbline.dns.DomainName;
import dev.plumbline.ip.Ipv4Address;
import dev.plumbline.spi.ResolutionHandler;
import dev.plumbline.wire.Octets;
import java.util.ArrayList;
import java.util.List;

/** What a stack's resolver has found out about a name. */
final class Answer implements ResolutionHandler {
    private final DomainName name;
    private final List<String> lines = new ArrayList<>();
    private int exitCode = 1;

    Answer(DomainName name) {
        this.name = name;
    }

    DomainName name() {
        return name;
    }

    boolean isThere() {
        return !lines.isEmpty();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    /** 0 if there is an address. */
    int exitCode() {
        return exitCode;
    }

    @Override
    public void found(List<Octets> data) {
        exitCode = 0;
        data.forEach(address -> lines.add(name + " A " + new Ipv4Address(address.i32(0))));
    }

    @Override
    public void noData() {
        lines.add(name + " has no address");
    }

    @Override
    public void noSuchName() {
        lines.add(name + " does not exist");
    }

    @Override
    public void failed() {
        lines.add(name + ": no server gave an answer");
    }
}
