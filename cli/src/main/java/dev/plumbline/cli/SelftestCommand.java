package dev.plumbline.cli;

import dev.plumbline.adapter.line.LineProgram;
import dev.plumbline.adapter.program.NotThere;
import dev.plumbline.adapter.program.ProgramProvider;
import dev.plumbline.adapter.program.Workplace;
import dev.plumbline.adapter.selftest.Judged;
import dev.plumbline.adapter.selftest.SelfTest;
import dev.plumbline.spi.StackLocator;
import dev.plumbline.text.Shown;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code plumbline selftest}: judges the program around a stack before the stack. */
@Command(
        name = "selftest",
        description = {
            "Judges the program around a stack, its adapter, and not the stack: whether it keeps to the line protocol.",
            "Each mistake is told with the lines that show it, and what would have been right (docs/line-protocol.md)."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:the adapter is all right", "1:it makes mistakes", "2:there is none that could be started"},
        sortOptions = false)
final class SelftestCommand implements Callable<Integer> {
    private static final Duration TURN = Duration.ofSeconds(5);

    private final Screen screen;

    @Option(
            names = "--stack",
            paramLabel = "NAME",
            required = true,
            description = "exec:COMMAND, jar:PATH or class:NAME.")
    private String stack = "";

    @Option(names = "--no-sandbox", description = "The program has all your rights.")
    private boolean noSandbox;

    SelftestCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (noSandbox) {
            Trust.everything(screen);
        }
        try (ProgramProvider provider = program();
                Workplace place = Workplace.create()) {
            List<Judged> all = SelfTest.of(() -> start(provider, place), TURN, this::tell);
            long mistakes = all.stream()
                    .filter(each -> each.state() == Judged.State.MISTAKE)
                    .count();
            screen.line("");
            screen.line(
                    mistakes == 0
                            ? screen.ink().green("the adapter keeps to the line protocol")
                            : screen.ink()
                                    .red(mistakes + (mistakes == 1 ? " mistake" : " mistakes")
                                            + "; docs/line-protocol.md says what is right"));
            return mistakes == 0 ? 0 : 1;
        }
    }

    private static LineProgram start(ProgramProvider provider, Workplace place) {
        try {
            return provider.launcher().launch(place.folder());
        } catch (NotThere e) {
            throw new Suite.Refused(String.valueOf(e.getMessage()), e);
        }
    }

    private ProgramProvider program() {
        return ServiceLoader.load(StackLocator.class).stream()
                .flatMap(locator -> locator.get().locate(stack).stream())
                .filter(ProgramProvider.class::isInstance)
                .map(ProgramProvider.class::cast)
                .findFirst()
                .orElseThrow(
                        () -> new Suite.Refused("'" + Shown.line(stack) + "' has no program around it that could be"
                                + " judged; those of exec:COMMAND, jar:PATH and class:NAME can"));
    }

    private void tell(Judged judged) {
        String word = judged.state().word();
        String shown = switch (judged.state()) {
            case OK -> screen.ink().green(word);
            case MISTAKE -> screen.ink().red(word);
            case NOT_CLAIMED -> word;
        };
        String detail = Shown.lines(judged.detail()).replace("\n", "\n    ");
        boolean wrong = judged.state() == Judged.State.MISTAKE;
        screen.line(judged.check() + ": " + shown + (wrong ? "\n    " + detail : " (" + detail + ")"));
    }
}
