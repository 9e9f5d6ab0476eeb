package dev.plumbline.tidy;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** House rules that read text: citations, words and calls that we do without, and the length of files. */
final class TextRules {
    static final int LONGEST_FILE = 300;

    /** RFCs whose text has no numbered sections, so that the number says it all. */
    private static final Set<String> UNNUMBERED =
            Set.of("768", "792", "826", "862", "863", "864", "867", "868", "2782");

    private static final Pattern CITATION = Pattern.compile("\\bRFC ?(\\d{3,4})\\b(?!/[A-Z0-9])");
    private static final Pattern SECTION =
            Pattern.compile("\\b(section|appendix|figure|table)|§", Pattern.CASE_INSENSITIVE);

    /** What ends a citation's sentence: a full stop, the next citation, a new paragraph or tag, the end of text. */
    private static final Pattern END =
            Pattern.compile("[.!?]\\s|\\bRFC ?\\d|\\n[\\s*/#]*\\n|\\n\\s*\\*\\s*(<p>|@)|\\*/|\"\\s*[;,)+\\n]");

    /** Modules whose trade is the console. */
    private static final Set<String> CONSOLE = Set.of("benchmarks", "cli", "examples");

    /** A program of its own, whose standard output is its channel to the suite and whose standard error is kept for it. */
    private static final Set<String> CHILD_PROCESS =
            Set.of("JavaResolver.java", "KernelAgent.java", "StackOutput.java");

    private TextRules() {}

    static Rule citationsNameTheSection() {
        return Rule.forEachFile(source -> CITATION.matcher(source.text())
                .results()
                .filter(citation -> !UNNUMBERED.contains(citation.group(1)))
                .filter(citation -> !SECTION.matcher(sentence(source.text(), citation.end()))
                        .find())
                .map(citation -> source.findingAt(
                        source.text(), citation.start(), citation.group() + " is cited without its section"))
                .collect(Collectors.toList()));
    }

    private static String sentence(String text, int start) {
        var end = END.matcher(text);
        return text.substring(start, end.find(start) ? end.start() : text.length());
    }

    static Rule nobodySleeps() {
        return without("\\bThread\\s*\\.\\s*sleep\\b", Source::code, Source::isJava, "no Thread.sleep: await an event");
    }

    static Rule nobodyPrints() {
        return without(
                "\\bSystem\\s*\\.\\s*(out|err)\\b",
                Source::code,
                source -> source.isJava()
                        && !CONSOLE.contains(source.module())
                        && CHILD_PROCESS.stream().noneMatch(source.path()::endsWith),
                "no System.out or System.err outside "
                        + CONSOLE.stream().sorted().toList());
    }

    static Rule nothingIsLeftForLater() {
        return without("\\b(TODO|FIXME)\\b", Source::comments, source -> true, "no TODO: do it, or write an issue");
    }

    static Rule noTestIsSwitchedOff() {
        return without(
                "@(Disabled|Ignore|ignore|disabled|wip)\\b", TextRules::active, source -> true, "no disabled test");
    }

    private static String active(Source source) {
        return source.isJava() ? source.code() : source.text();
    }

    static Rule filesAreShort() {
        return Rule.forEachFile(source -> {
            long lines = source.text().lines().count();
            return source.isJava() && source.isMain() && lines > LONGEST_FILE
                    ? List.of(source.finding(1, "a file of " + lines + " lines; at most " + LONGEST_FILE))
                    : List.of();
        });
    }

    private static Rule without(String regex, Function<Source, String> part, Predicate<Source> where, String rule) {
        var pattern = Pattern.compile(regex);
        return Rule.forEachFile(
                source -> where.test(source) ? matches(source, part.apply(source), pattern, rule) : List.of());
    }

    private static List<Finding> matches(Source source, String text, Pattern pattern, String rule) {
        return pattern.matcher(text)
                .results()
                .map(match -> source.findingAt(text, match.start(), rule))
                .collect(Collectors.toList());
    }
}
