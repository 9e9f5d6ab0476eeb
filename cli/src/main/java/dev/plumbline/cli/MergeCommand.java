package dev.plumbline.cli;

import dev.plumbline.marking.Merger;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline merge}: puts the shards of a marking together. */
@Command(
        name = "merge",
        description =
                "Puts together what 'plumbline mark --shard' has left: what comes out is what one marking of all would make.",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {"0:it is done", "2:the shards are not of one marking, or something is missing"},
        sortOptions = false)
final class MergeCommand implements Callable<Integer> {
    private final Screen screen;

    @Parameters(arity = "1..*", paramLabel = "DIR", description = "The folders of the shards.")
    private List<Path> shards = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "For all marks.")
    private Path out = Path.of("");

    MergeCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        MarkCommand.tell(new Merger(shards, out).merge(), screen, out);
        return 0;
    }
}
