package dev.plumbline.adapter.jar;

import dev.plumbline.adapter.line.ChildProgram;
import dev.plumbline.adapter.program.ProgramProvider;
import dev.plumbline.adapter.runner.StackRunner;
import dev.plumbline.adapter.sandbox.Sandbox;
import dev.plumbline.adapter.sandbox.Untrusted;
import dev.plumbline.spi.LayerLender;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.wire.Octets;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts {@link StackRunner} in a JVM of its own: in the sandbox, with bounded memory, and on no more of this one's class path than
 * the program and the model. The layers that are lent to a lone TCP are there only if the stack is one.
 */
final class RunnerProgram {
    static final List<String> OPTIONS = List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-Xmx256m",
            "-XX:MaxDirectMemorySize=128m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            // What the JVM itself has to say is no line of the protocol.
            "-XX:+DisplayVMOutputToStderr",
            "-XX:+SuppressFatalErrorMessage",
            "-Xlog:disable",
            "-Xlog:all=warning:stderr");

    private RunnerProgram() {}

    /**
     * The stack of such a program. Nothing is started yet.
     *
     * @param files the stack's class path
     * @param wanted which of its providers, as {@link StackRunner} takes it
     */
    static StackProvider provider(String name, Supplier<List<Path>> files, String wanted) {
        return new ProgramProvider(name, place -> start(place, wanted, files.get()));
    }

    private static ChildProgram start(Path workplace, String wanted, List<Path> classPath) {
        List<Path> programs = origins(Stream.of(StackRunner.class, Octets.class));
        List<Path> lent = LoneTcp.isAmong(classPath, wanted) ? origins(lenders()) : List.of();
        Path java = Path.of(System.getProperty("java.home"));
        List<Path> files = Stream.of(List.of(java), programs, lent, classPath, StackFiles.namedBy(classPath))
                .flatMap(List::stream)
                .filter(path -> path.toFile().exists())
                .distinct()
                .toList();
        Sandbox sandbox = Sandbox.here();
        Untrusted unstarted = new Untrusted(List.of(), files, List.of(), workplace);
        List<String> command = new ArrayList<>();
        command.add(java.resolve("bin").resolve("java").toString());
        command.addAll(OPTIONS);
        command.add("-Djava.io.tmpdir=" + sandbox.workplace(unstarted));
        command.add("-Dplumbline.lender=" + joined(lent));
        command.addAll(List.of("-cp", joined(programs), StackRunner.class.getName()));
        command.add(
                sandbox.seesTheSuite(unstarted)
                        ? Long.toString(ProcessHandle.current().pid())
                        : "0");
        command.add(wanted);
        classPath.forEach(path -> command.add(path.toString()));
        return ChildProgram.start("stack runner", new Untrusted(command, files, List.of(), workplace))
                .ofTheSuite();
    }

    private static Stream<Class<?>> lenders() {
        return ServiceLoader.load(StackProvider.class, RunnerProgram.class.getClassLoader()).stream()
                .<Class<?>>map(ServiceLoader.Provider::type)
                .filter(LayerLender.class::isAssignableFrom);
    }

    static List<Path> origins(Stream<Class<?>> types) {
        return types.map(RunnerProgram::origin).distinct().toList();
    }

    static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private static Path origin(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            return Path.of(
                    Objects.requireNonNull(source, type.getName()).getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + type + " is not a file", e);
        }
    }
}
