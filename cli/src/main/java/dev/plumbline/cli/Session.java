package dev.plumbline.cli;

import dev.plumbline.results.Judgement;
import dev.plumbline.suite.RunListener;
import dev.plumbline.suite.RunOutcome;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One run of the suite: an empty folder before, a progress line while it lasts, a judgement after. It is judged by what the suite
 * says it has found, not by what lies in the folder.
 */
final class Session {
    private final Suite suite;
    private final Screen screen;
    private final OutputFolder folder;
    private final boolean strict;
    private @Nullable Progress progress;
    private String digest = "";
    private Optional<String> trouble = Optional.empty();

    Session(Suite suite, Screen screen, OutputFolder folder, boolean strict) {
        this.suite = suite;
        this.screen = screen;
        this.folder = folder;
        this.strict = strict;
    }

    Judgement run(Suite.Options options) {
        return run(options, shown -> shown);
    }

    /** The same, heard by who makes something of what is shown. */
    Judgement run(Suite.Options options, Function<Progress, RunListener> heard) {
        Logs.silence(); // the last round's file may be open
        folder.prepare();
        Logs.into(folder.log());
        Progress shown = Progress.on(screen);
        progress = shown;
        try {
            RunOutcome outcome = suite.run(options, heard.apply(shown));
            digest = outcome.digest();
            trouble = outcome.trouble();
            return Judgement.of(outcome.results(), strict);
        } finally {
            shown.close();
        }
    }

    /** Nothing more of it is shown. */
    void close() {
        if (progress != null) {
            progress.close();
        }
    }

    /** Of a run that broke, or has not ended. */
    Optional<Judgement> judgeWhatIsThere() {
        return Optional.ofNullable(progress).flatMap(Progress::soFar).map(results -> Judgement.of(results, strict));
    }

    /** The digest of the results' file, as the run has left it. */
    String digest() {
        return digest;
    }

    /** Why the folder does not hold all of the results, if it does not. */
    Optional<String> trouble() {
        return trouble;
    }

    /** A name that is a folder's, whatever the stack is called. */
    static String folderName(String stack) {
        return stack.replaceAll("[^A-Za-z0-9._-]", "_").replaceFirst("^\\.+", "_");
    }

    /** The build puts Allure beside the folder with our jars. */
    static Path allureHome() {
        CodeSource source = Session.class.getProtectionDomain().getCodeSource();
        try {
            return Path.of(source.getLocation().toURI())
                    .resolveSibling("../allure")
                    .normalize();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
