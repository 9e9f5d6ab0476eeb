package dev.plumbline.tidy;

import com.github.javaparser.JavaParser;
import com.github.javaparser.JavaToken;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ParserConfiguration.LanguageLevel;
import com.github.javaparser.TokenRange;
import com.github.javaparser.ast.CompilationUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A source file: its path from the project's root, its text, and what a Java parser makes of it. */
public final class Source {
    private static final Pattern IN_A_LINE = Pattern.compile("\\V");

    private final String path;
    private final String text;
    /** Made when somebody asks: to parse takes long, and many want the text alone. */
    private @Nullable CompilationUnit unit;
    /** Made when somebody asks, as several rules do. */
    private @Nullable String code;

    private Source(String path, String text) {
        this.path = path;
        this.text = text;
    }

    /** What somebody has written there. */
    public static Source of(String path, String text) {
        return new Source(path, text);
    }

    private static CompilationUnit parse(String path, String text) {
        var parser = new JavaParser(new ParserConfiguration().setLanguageLevel(LanguageLevel.JAVA_17));
        var result = parser.parse(text);
        return result.getResult()
                .filter(unit -> result.isSuccessful())
                .orElseThrow(() -> new IllegalArgumentException(path + ": " + result.getProblems()));
    }

    /** From the project's root. */
    public String path() {
        return path;
    }

    /** All of it. */
    public String text() {
        return text;
    }

    /**
     * What the parser makes of it; nothing of what is not Java.
     *
     * @throws IllegalArgumentException if it does not understand it
     */
    public synchronized CompilationUnit unit() {
        if (unit == null) {
            unit = isJava() ? parse(path, text) : new CompilationUnit();
        }
        return unit;
    }

    /** Whether it is Java. */
    public boolean isJava() {
        return path.endsWith(".java");
    }

    /** Whether it is no test. */
    public boolean isMain() {
        return path.contains("/src/main/");
    }

    /** The module that it belongs to. */
    public String module() {
        return path.substring(0, Math.max(path.indexOf('/'), 0));
    }

    /** The folder that it is in. */
    public String folder() {
        return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
    }

    /** The text without comments and string literals, with its lines where they were. */
    synchronized String code() {
        if (code == null) {
            code = tokens(token -> !token.getCategory().isComment() && !isString(token));
        }
        return code;
    }

    /** The comments alone, with their lines where they were; of a file that is not Java, everything. */
    String comments() {
        return isJava() ? tokens(token -> token.getCategory().isComment()) : text;
    }

    private String tokens(Predicate<JavaToken> wanted) {
        return unit().getTokenRange().stream()
                .flatMap((TokenRange range) -> StreamSupport.stream(range.spliterator(), false))
                .map(token -> wanted.test(token) ? token.getText() : blank(token.getText()))
                .collect(Collectors.joining());
    }

    private static String blank(String text) {
        return IN_A_LINE.matcher(text).replaceAll(" ");
    }

    private static boolean isString(JavaToken token) {
        return token.getKind() == JavaToken.Kind.STRING_LITERAL.getKind()
                || token.getKind() == JavaToken.Kind.TEXT_BLOCK_LITERAL.getKind();
    }

    Finding finding(int line, String rule) {
        return new Finding(path, line, rule);
    }

    /** A finding at an offset into {@link #text}, {@link #code} or {@link #comments}. */
    Finding findingAt(String where, int offset, String rule) {
        return finding((int) where.substring(0, offset).lines().count() + (startsLine(where, offset) ? 1 : 0), rule);
    }

    private static boolean startsLine(String where, int offset) {
        return offset == 0 || where.charAt(offset - 1) == '\n';
    }
}
