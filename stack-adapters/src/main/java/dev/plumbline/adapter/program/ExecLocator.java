package dev.plumbline.adapter.program;

import dev.plumbline.spi.StackLocator;
import dev.plumbline.spi.StackProvider;
import java.util.Optional;

/** Runs a stack in any language that speaks the line protocol in virtual time: {@code exec:COMMAND}. */
public final class ExecLocator implements StackLocator {
    private static final String PREFIX = "exec:";

    @Override
    public String usage() {
        return "exec:COMMAND  the stack in a program of any language that speaks docs/line-protocol.md in virtual time";
    }

    @Override
    public Optional<StackProvider> locate(String name) {
        return name.startsWith(PREFIX)
                ? Optional.of(new ProgramProvider(name, new CommandLauncher(name.substring(PREFIX.length()))))
                : Optional.empty();
    }
}
