package dev.plumbline.adapters;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One way in which an adapter is wrong, or odd and yet right.
 *
 * @param filter made anew for each process
 * @param told a part of what the self-test says of it; nothing if it is no mistake
 */
record Mutation(String name, Supplier<Filter> filter, String told) {
    /** Changes what goes in and what comes out. */
    interface Filter {
        default List<String> toProgram(String line) {
            return List.of(line);
        }

        default List<String> fromProgram(String line) {
            return List.of(line);
        }
    }

    /** What comes out is changed; it has no memory. */
    static Mutation of(String name, String told, Function<String, List<String>> change) {
        return new Mutation(
                name,
                () -> new Filter() {
                    @Override
                    public List<String> fromProgram(String line) {
                        return change.apply(line);
                    }
                },
                told);
    }

    /** Lines that begin with a word are changed. */
    static Mutation at(String verb, String name, String told, UnaryOperator<String> change) {
        return of(name, told, line -> List.of(isA(line, verb) ? change.apply(line) : line));
    }

    /** Lines that begin with a word are left out. */
    static Mutation without(String verb, String name, String told) {
        return of(name, told, line -> isA(line, verb) ? List.of() : List.of(line));
    }

    /** Lines that begin with a word are followed by another. */
    static Mutation after(String verb, String name, String told, UnaryOperator<String> more) {
        return of(name, told, line -> isA(line, verb) ? List.of(line, more.apply(line)) : List.of(line));
    }

    /** Lines that begin with a word come after another. */
    static Mutation before(String verb, String name, String told, UnaryOperator<String> more) {
        return of(name, told, line -> isA(line, verb) ? List.of(more.apply(line), line) : List.of(line));
    }

    /** What goes in is changed. */
    static Mutation deaf(String name, String told, Function<String, List<String>> change) {
        return new Mutation(
                name,
                () -> new Filter() {
                    @Override
                    public List<String> toProgram(String line) {
                        return change.apply(line);
                    }
                },
                told);
    }

    static boolean isA(String line, String verb) {
        return line.equals(verb) || line.startsWith(verb + " ");
    }

    private static String with(String line, int word, UnaryOperator<String> change) {
        String[] words = line.split(" ", -1);
        words[word] = change.apply(words[word]);
        return String.join(" ", words);
    }

    private static UnaryOperator<String> dividedBy(long by) {
        return word -> Long.toString(Long.parseLong(word) / by);
    }

    private static UnaryOperator<String> plus(int more) {
        return word -> Integer.toString(Integer.parseInt(word) + more);
    }

    private static boolean answersUdpOpen(String line) {
        return line.matches("ok \\d+ \\d+ [\\d.]+ \\d+");
    }

    /** A line that tells how many hosts the process has had. */
    private static Filter remembering() {
        AtomicInteger hosts = new AtomicInteger();
        return new Filter() {
            @Override
            public List<String> toProgram(String line) {
                hosts.addAndGet(isA(line, "boot") ? 1 : 0);
                return List.of(line);
            }

            @Override
            public List<String> fromProgram(String line) {
                return isA(line, "tx")
                        ? List.of("log " + line.split(" ", -1)[1] + " hosts=" + hosts, line)
                        : List.of(line);
            }
        };
    }

    /** Who looks at a clock that stands when a timer has expired finds that it is not due yet, and sets another. */
    private static Filter neverDue() {
        AtomicInteger timers = new AtomicInteger(1_000_000);
        Queue<String> more = new ArrayDeque<>();
        return new Filter() {
            @Override
            public List<String> toProgram(String line) {
                if (!isA(line, "expired")) {
                    return List.of(line);
                }
                String host = line.split(" ", -1)[1];
                more.add("after " + host + " " + timers.incrementAndGet() + " 1000000000");
                return List.of("rx " + host + " 00"); // which nobody heeds
            }

            @Override
            public List<String> fromProgram(String line) {
                return line.equals("done") && !more.isEmpty() ? List.of(more.remove(), line) : List.of(line);
            }
        };
    }

    /** Mistakes, as people make them. */
    static List<Mutation> mistakes() {
        return Stream.of(inTheOpening(), inAnswers(), inDatagrams(), inTimeAndEvents(), inWhatItKnows())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Mutation> inTheOpening() {
        return List.of(
                before("plumbline", "prints before it greets", "in the line 'Hello': expected a verb", any -> "Hello"),
                at("plumbline", "version 3", "expected 'plumbline 2 virtual-time'", line -> "plumbline 3 virtual-time"),
                at("plumbline", "real time", "expected 'plumbline 2 virtual-time'", line -> "plumbline 2 real-time"),
                without("plumbline", "no greeting", "in the line 'stack"),
                without("ready", "no ready", "waits, and in 0.5 s has not said 'ready'"),
                at("stack", "a capability misspelt", "found 'UPD'", line -> line.replace(" UDP", " UPD")),
                at("stack", "claims nothing", "'stack NAME CAPABILITY ...' before 'ready'", line -> "stack mine"),
                before("ready", "hosts 0", "in the line 'hosts 0': expected a number of hosts", any -> "hosts 0"));
    }

    private static List<Mutation> inAnswers() {
        return List.of(
                without("done", "no done", "has not said 'done', which ends the turn of '"),
                without("ok", "no ok", "has not said 'ok' or 'refused' with the number of the call, 'boot'"),
                at(
                        "ok",
                        "another call's number",
                        "expected the answer to the call, with its number; found no 'ok 1'",
                        line -> with(line, 1, plus(1))),
                at(
                        "ok",
                        "done for ok",
                        "in the line 'done': expected the answer to the call, with its number; found no 'ok 1'",
                        line -> "done"),
                at("done", "ok for done", "expected 'done' at the end of a turn that was no call", line -> "ok 1"),
                after("ok", "ok said twice", "expected silence until the suite's next line", line -> line),
                after("ok", "prints after an answer", "in the line 'Bound': expected a verb such as", any -> "Bound"),
                after("done", "done said twice", "in the line 'done': expected silence until", line -> line),
                at(
                        "ok",
                        "ok without its values",
                        "expected socket, a decimal number",
                        line -> answersUdpOpen(line) ? line.replaceAll("(ok \\d+) .*", "$1") : line),
                at(
                        "ok",
                        "ok without the port",
                        "expected port, a decimal number from 0 to 65535; found nothing",
                        line -> answersUdpOpen(line) ? line.replaceAll(" \\d+$", "") : line));
    }

    private static List<Mutation> inDatagrams() {
        return List.of(
                at("tx", "tx without host", "expected host, a decimal number", line -> line.replaceFirst(" \\d+", "")),
                at("tx", "an odd number of digits", "octets in hex", line -> line.substring(0, line.length() - 1)),
                at("tx", "octets with 0x", "octets in hex", line -> with(line, 2, word -> "0x" + word)),
                at(
                        "tx",
                        "tx without the IP header",
                        "a whole IP datagram",
                        line -> with(line, 2, word -> word.substring(40, 56))),
                at("tx", "a verb misspelt", "in the line 'send ", line -> line.replaceFirst("tx", "send")),
                at("tx", "a verb in capitals", "in the line 'TX ", line -> line.replaceFirst("tx", "TX")),
                at(
                        "tx",
                        "another host's number",
                        "the number of the host whose turn it is; found ",
                        line -> with(line, 1, plus(1))),
                after("tx", "an empty line", "in the line '': expected a verb", any -> ""));
    }

    private static List<Mutation> inTimeAndEvents() {
        return List.of(
                at("after", "milliseconds", "is it in nanoseconds", line -> with(line, 3, dividedBy(1_000_000))),
                at("after", "seconds", "is it in nanoseconds", line -> with(line, 3, dividedBy(1_000_000_000))),
                at(
                        "after",
                        "one timer's number for all",
                        "a timer that does not run already",
                        line -> with(line, 2, any -> "1")),
                without("after", "no timers", "'after HOST TIMER NANOS' within the turn"),
                of(
                        "an event before its socket has a name",
                        "a port that the answer to a 'udp-open' has named",
                        line -> answersUdpOpen(line)
                                ? List.of("udp-received 1 " + line.split(" ", -1)[2] + " 192.0.2.9 9 00")
                                : List.of(line)),
                at(
                        "udp-received",
                        "an event of another socket",
                        "a port that the answer to a 'udp-open' has named",
                        line -> with(line, 2, plus(50))),
                after("udp-received", "does not wait for go-on", "expected silence until 'go-on'", any -> "done"),
                at(
                        "refused",
                        "a reason that is none",
                        "expected reason, a reason such as PORT_IN_USE; found 'GONE'",
                        line -> with(line, 2, any -> "GONE")));
    }

    private static List<Mutation> inWhatItKnows() {
        AtomicLong clock = new AtomicLong();
        return List.of(
                before(
                        "tx",
                        "a clock of its own",
                        "the same lines from the same seed in another process",
                        line -> "log " + line.split(" ", -1)[1] + " " + clock.incrementAndGet()),
                new Mutation("knows of earlier hosts", Mutation::remembering, "the same lines for a new host"),
                deaf(
                        "expired does nothing",
                        "does 'expired' reach the stack",
                        line -> isA(line, "expired") ? List.of("rx " + line.split(" ", -1)[1] + " 00") : List.of(line)),
                new Mutation("a frozen clock", Mutation::neverDue, "does its clock show what 'time' says?"),
                deaf(
                        "bye is ignored",
                        "that the program ends after '> bye'",
                        line -> isA(line, "bye") ? List.of() : List.of(line)));
    }

    /** Odd, and yet right. */
    static List<Mutation> harmless() {
        return List.of(
                without("cancel", "a cancelled timer that expires all the same", ""),
                of("carriage returns", "", line -> List.of(line + "\r")),
                of("blanks at the end", "", line -> List.of(line + "  ")),
                of("blanks between words", "", line -> List.of(line.replace(" ", "   "))),
                at(
                        "tx",
                        "digits in capitals",
                        "",
                        line -> "tx" + line.substring(2).toUpperCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return name;
    }
}
