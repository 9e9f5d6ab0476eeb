package dev.plumbline.cli;

import dev.plumbline.marking.CannotMark;
import dev.plumbline.marking.CourseWork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where the process begins and, whatever threads a stack has left running, ends. */
public final class Main {
    /** Where runs leave their folders if not told otherwise. */
    private static final Path RUNS = Path.of("plumbline-out");

    private Main() {}

    /** Runs the command that the arguments name, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Logs.silence();
        if (Boolean.getBoolean(CourseWork.ENDS_WITH_INPUT)) {
            endWithInput();
        }
        Screen screen = Screen.ofProcess();
        Thread watch = new Thread(() -> stopIfAStackExits(screen), "end of the process");
        Runtime.getRuntime().addShutdownHook(watch);
        int exitCode = execute(commandLine(new ConformanceSuite(), screen, RUNS), screen, arguments);
        Runtime.getRuntime().removeShutdownHook(watch);
        System.exit(exitCode);
    }

    private static void endWithInput() {
        Thread listener = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {
                            // nobody says anything
                        }
                    } catch (IOException e) {
                        // The same as an end.
                    }
                    Runtime.getRuntime().halt(PlumblineCommand.COULD_NOT_RUN);
                },
                "end of the input");
        listener.setDaemon(true);
        listener.start();
    }

    /** A stack in this process that ends it with 0 would pass for one that conforms. Its thread waits in its call now. */
    private static void stopIfAStackExits(Screen screen) {
        if (isEndedByAStack()) {
            screen.complain("plumbline: the stack ended the process, and the run with it, by calling System.exit."
                    + " As jar:PATH it has a process of its own, and the run goes on.");
            Runtime.getRuntime().halt(PlumblineCommand.COULD_NOT_RUN);
        }
    }

    /** Asked while the process ends, which this command's own end does not wait for. */
    static boolean isEndedByAStack() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.Runtime")
                        && frame.getMethodName().equals("exit"));
    }

    static int execute(CommandLine commands, Screen screen, String... arguments) {
        try {
            return commands.execute(arguments);
        } catch (Error e) {
            // An error in a stack's class, or too little memory: must not keep the process from ending.
            return bug(screen, e);
        }
    }

    static CommandLine commandLine(Suite suite, Screen screen, Path runs) {
        CommandLine commands = new CommandLine(new PlumblineCommand())
                .addSubcommand(new RunCommand(suite, screen, runs))
                .addSubcommand(new WatchCommand(suite, screen, runs))
                .addSubcommand(new ListCommand(suite, screen))
                .addSubcommand(new ShowCommand(suite, screen, Sources.find()))
                .addSubcommand(new ReplayCommand(suite, screen, runs))
                .addSubcommand(new SelftestCommand(screen))
                .addSubcommand(new LiveCommand(suite, screen))
                .addSubcommand(new MarkCommand(suite, screen))
                .addSubcommand(new MergeCommand(screen));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setOut(screen.out()).setErr(screen.err());
        commands.setParameterExceptionHandler((e, arguments) -> misuse(screen, e));
        commands.setExecutionExceptionHandler((e, command, parsed) -> failure(screen, e));
        return commands;
    }

    private static int misuse(Screen screen, ParameterException e) {
        PrintWriter err = screen.err();
        CommandLine command = e.getCommandLine();
        ParameterException told = aboutATypo(e);
        err.println("plumbline: " + told.getMessage());
        UnmatchedArgumentException.printSuggestions(told, err);
        err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return PlumblineCommand.COULD_NOT_RUN;
    }

    /** Who writes --stak lacks --stack, too; the typo is what they want to hear of. */
    private static ParameterException aboutATypo(ParameterException e) {
        CommandLine command = e.getCommandLine();
        List<String> unknown = command.getUnmatchedArguments();
        return e instanceof MissingParameterException && !unknown.isEmpty()
                ? new UnmatchedArgumentException(command, unknown)
                : e;
    }

    private static int failure(Screen screen, Exception e) {
        if (e instanceof Suite.Refused || e instanceof CannotMark) {
            screen.complain("plumbline: " + e.getMessage());
            return PlumblineCommand.COULD_NOT_RUN;
        }
        return bug(screen, e);
    }

    private static int bug(Screen screen, Throwable e) {
        screen.complain("plumbline: this is a bug in plumbline, not in your stack; please report it with these lines:");
        e.printStackTrace(screen.err());
        screen.err().flush();
        return PlumblineCommand.COULD_NOT_RUN;
    }
}
