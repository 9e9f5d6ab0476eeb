package dev.plumbline.adapter.runner;

import dev.plumbline.adapter.line.Field;
import dev.plumbline.adapter.line.LineInput;
import dev.plumbline.adapter.line.LineMessage;
import dev.plumbline.adapter.line.LineOutput;
import dev.plumbline.adapter.line.Role;
import dev.plumbline.adapter.line.Verb;
import dev.plumbline.spi.CallRefused;
import dev.plumbline.spi.Capability;
import dev.plumbline.spi.Stack;
import dev.plumbline.spi.StackProvider;
import dev.plumbline.spi.TimeBase;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs a stack in this JVM and speaks for it. Has one thread: what the stack does happens in the turn in which it was asked to.
 *
 * <p>Arguments: the suite's process id, which of the providers is meant (or nothing), and the class path of the stack.
 */
public final class StackRunner {
    private final Line line;
    private final StackOutput output;
    private final Map<Integer, Guest> guests = new HashMap<>();
    private final Map<Integer, GuestHost> comers = new HashMap<>();
    private @Nullable StackProvider provider;

    private StackRunner(LineInput in, LineOutput out) {
        line = new Line(in, out, this::handle);
        output = new StackOutput(line);
    }

    /** Speaks for a stack of this JVM, until the suite at the other end says goodbye or goes. */
    public static void speakFor(StackProvider provider, InputStream in, OutputStream out) {
        StackRunner runner = new StackRunner(new LineInput(in), new LineOutput(out));
        runner.line.sayNow(Verb.PLUMBLINE, LineMessage.VERSION, TimeBase.VIRTUAL);
        runner.serve(new Candidates.Chosen(provider, provider.name(), provider.capabilities(), provider.settings()));
    }

    /** Runs until the suite says goodbye or goes. */
    public static void main(String[] arguments) {
        SuiteWatch.over(Long.parseLong(arguments[0]));
        StackRunner runner = new StackRunner(new LineInput(), new LineOutput());
        System.setOut(runner.output.stream());
        Lookout.over(runner.line);
        System.setIn(InputStream.nullInputStream());
        List<Path> classPath = Arrays.stream(arguments).skip(2).map(Path::of).toList();
        int exitCode = 0;
        try {
            runner.run(new Candidates(classPath, arguments[1], runner::announce));
        } catch (Candidates.Unusable e) {
            runner.line.sayNow(Verb.GIVE_UP, LineMessage.plain(String.valueOf(e.getMessage())));
            exitCode = 1;
        } catch (Line.SuiteGone e) {
            exitCode = 1;
        }
        // Not exit: threads and hooks of the stack have no say in this.
        Runtime.getRuntime().halt(exitCode);
    }

    private void announce(String step) {
        line.sayNow(Verb.STARTING, LineMessage.plain(step));
    }

    private void run(Candidates candidates) {
        line.sayNow(Verb.PLUMBLINE, LineMessage.VERSION, TimeBase.VIRTUAL);
        serve(candidates.choose());
    }

    private void serve(Candidates.Chosen chosen) {
        provider = chosen.provider();
        String claims =
                chosen.capabilities().stream().sorted().map(Capability::name).collect(Collectors.joining(" "));
        line.say(Verb.STACK, oneWord(chosen.name()) + " " + claims);
        Map<String, String> settings = new TreeMap<>(chosen.settings());
        line.say(
                Verb.SETTINGS,
                LineMessage.plain(settings.entrySet().stream()
                        .map(setting -> oneWord(setting.getKey()) + "=" + oneWord(setting.getValue()))
                        .collect(Collectors.joining(" "))));
        line.sayNow(Verb.READY);
        line.serve();
    }

    /** A name may be several words; on the line it is one. */
    private static String oneWord(String text) {
        String word = LineMessage.plain(text).replaceAll("\\s+", "_");
        return word.isEmpty() ? "_" : word;
    }

    private void handle(LineMessage message) {
        int host = message.words().number(Field.HOST);
        if (message.verb() == Verb.TIME) {
            comer(host).time(message.words().nanos());
            return;
        }
        GuestHost before = output.speaksFor(comer(host));
        try {
            turn(message, host);
        } catch (CallRefused e) {
            refuse(message, host, e);
        } catch (OutOfMemoryError e) {
            line.sayNow(Verb.GIVE_UP, LineMessage.plain("the stack needs too much memory (" + e + ")"));
            Runtime.getRuntime().halt(1);
        } catch (Line.SuiteGone e) {
            throw e;
        } catch (Throwable e) {
            comer(host).handOver();
            line.threw(host, e);
        } finally {
            output.speaksFor(before);
        }
    }

    private void turn(LineMessage message, int host) {
        List<Object> answer = new ArrayList<>();
        switch (message.verb()) {
            case LINK, ADDRESS, ROUTE, NAME_SERVER -> comer(host).heed(message);
            case BOOT -> {
                comer(host).heed(message);
                Stack booted = Objects.requireNonNull(provider().boot(comer(host)), "boot returned null");
                guests.put(host, new Guest(comer(host), booted));
            }
            case CLOSE_HOST -> close(host);
            default -> answer = guest(host).heed(message);
        }
        line.throwWhatStrayed();
        comer(host).handOver();
        if (isCall(message)) {
            line.say(LineMessage.ok(message.words().number(Field.CALL), message.verb(), answer.toArray()));
        } else {
            line.say(Verb.DONE);
        }
        if (message.verb() == Verb.CLOSE_HOST) {
            comers.remove(host);
        }
    }

    private void close(int host) {
        Guest guest = guests.remove(host);
        if (guest != null) {
            guest.stack().close();
        }
    }

    /** A refusal answers a call; out of anything else it is an exception like another. */
    private void refuse(LineMessage message, int host, CallRefused why) {
        comer(host).handOver();
        if (isCall(message)) {
            line.refuse(message.words().number(Field.CALL), why);
        } else {
            line.threw(host, why);
        }
    }

    private static boolean isCall(LineMessage message) {
        return message.verb().role() == Role.CALL;
    }

    private GuestHost comer(int host) {
        return comers.computeIfAbsent(host, number -> new GuestHost(number, line));
    }

    private Guest guest(int host) {
        Guest guest = guests.get(host);
        if (guest == null) {
            throw new IllegalStateException("host " + host + " is not switched on");
        }
        return guest;
    }

    private StackProvider provider() {
        if (provider == null) {
            throw new IllegalStateException("the program is not ready");
        }
        return provider;
    }
}
