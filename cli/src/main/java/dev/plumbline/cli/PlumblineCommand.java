package dev.plumbline.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code plumbline} without a subcommand: says what there is. */
@Command(
        name = "plumbline",
        description = "Tells whether a TCP/IP and DNS stack behaves as the protocols say, and when it does not, why.",
        mixinStandardHelpOptions = true,
        versionProvider = PlumblineCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit code:%n",
        exitCodeList = {
            "0:the stack conforms",
            "1:it does not",
            "2:the run could not be made, or says nothing about the stack"
        },
        footer = {"", "For example:", "  ./plumbline run --stack reference", "  ./plumbline list --stacks"})
final class PlumblineCommand implements Callable<Integer> {
    static final int COULD_NOT_RUN = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        if (spec != null) {
            CommandLine self = spec.commandLine();
            self.usage(self.getErr());
        }
        return COULD_NOT_RUN;
    }

    /** The version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = PlumblineCommand.class.getPackage().getImplementationVersion();
            return new String[] {"plumbline " + (version == null ? "(not packaged)" : version)};
        }
    }
}
